import pg from 'pg';

/** The same server, another database. */
export function databaseUrl(adminUrl: string, database: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  return url.toString();
}

export async function asAdmin<T>(adminUrl: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

let copies = 0;

/** A copy of a template, for one test file to do with as it likes. Returns its administrator's URL. */
export async function copyDatabase(adminUrl: string, template: string): Promise<string> {
  copies += 1;
  const name = `copy_${process.pid}_${copies}`;
  await asAdmin(adminUrl, (client) => client.query(`create database ${name} template ${template} strategy file_copy`));
  return databaseUrl(adminUrl, name);
}

export async function dropDatabase(adminUrl: string, url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  await asAdmin(adminUrl, (client) => client.query(`drop database if exists ${name} with (force)`));
}
