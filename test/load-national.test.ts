import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type RunningCommand, startCommand } from './harness/command';
import { databaseUrl } from './harness/databases';

const REGISTERS = ['cases', 'recovery', 'complaints', 'inspections'] as const;
const folder = mkdtempSync(path.join(tmpdir(), 'thads-national-'));
// Roles belong to the whole server: everyone who migrates in a test run gives a role the same password.
writeFileSync(
  path.join(folder, 'database-roles.json'),
  JSON.stringify(Object.fromEntries(REGISTERS.map((name) => [name, `test-${name}`]))),
);
const serverUrl = process.env.THADS_TEST_DATABASE_URL!;
const clients: pg.Client[] = [];
let server: pg.Client;
let undisturbed: pg.Client;

beforeAll(async () => {
  server = new pg.Client({ connectionString: serverUrl });
  await server.connect();
  undisturbed = await emptyDatabase();
});
afterAll(async () => {
  for (const client of clients) {
    await client.end();
    await server.query(`drop database ${client.database} with (force)`);
  }
  await server.end();
  rmSync(folder, { recursive: true, force: true });
});

async function emptyDatabase(): Promise<pg.Client> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await server.query(`create database ${name}`);
  const client = new pg.Client({ connectionString: databaseUrl(serverUrl, name) });
  await client.connect();
  clients.push(client);
  return client;
}

const SMALL = ['--national', '--scale', '0.002', '--territories', '10,38'];

/** Detached, so that the loader that it starts can be killed with it. */
function start(database: string, args: readonly string[] = SMALL): RunningCommand {
  const environment = { DATABASE_URL: databaseUrl(serverUrl, database), THADS_DATA_DIR: folder };
  return startCommand('sample/src/main.ts', args, environment, { detached: true });
}

async function load({ database }: pg.Client, args?: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await start(database!, args).ended;
  if (code !== 0) throw new Error(`ended with ${code}: ${stdout}${stderr}`);
  return `${stdout}${stderr}`;
}

async function waitersFor(database: pg.Client, table: string): Promise<number> {
  const waiting = await database.query('select from pg_locks where not granted and relation = $1::regclass', [table]);
  return waiting.rowCount!;
}

/** Rejects with what `end` says when that comes first, and after a minute with what the database is at. */
async function waitFor(isSo: () => Promise<boolean>, end: Promise<string>, database: pg.Client): Promise<void> {
  let ended: string | undefined;
  void end.then((said) => (ended = said));
  for (let attempt = 0; attempt < 6_000; attempt += 1) {
    if (await isSo()) return;
    if (ended !== undefined) throw new Error(ended);
    await sleep(10);
  }
  const { rows } = await database.query(
    `select pid, state, wait_event_type, wait_event, pg_blocking_pids(pid) as blocked_by, left(query, 200) as query
     from pg_stat_activity where datname = current_database()`,
  );
  throw new Error(`it did not come to that, but to ${JSON.stringify(rows)}`);
}

/** What is the same in two databases with the same sample, whatever happened on the way. */
async function contentOf(database: pg.Client): Promise<Record<string, unknown>> {
  const content: Record<string, unknown> = {};
  for (const schema of REGISTERS) {
    content[schema] = (
      await database.query(
        `select (select md5(string_agg(content, '' order by event_id)) from ${schema}.journal) as journal,
           (select md5(string_agg(t::text, '' order by t::text)) from ${schema}.running_total t) as totals,
           (select json_build_array(count(*), sum(count), sum(money)) from ${schema}.movement) as movements,
           (select count(*) = coalesce(max(position), 0) from ${schema}.chain) as gapless,
           (select count(*) from ${schema}.journal j where not exists (
              select from ${schema}.chain c where c.journal_id = j.id)) as unchained`,
      )
    ).rows[0];
  }
  return content;
}

describe('loading the national sample', () => {
  test('killed again and again it ends as if it had never been: nothing twice, nothing half', async () => {
    expect(await load(undisturbed)).toMatch(/[1-9]\d* events loaded in \d+ s/);
    const disturbed = await emptyDatabase();
    await load(disturbed, ['--national', '--scale', '0.002', '--territories', '10']);
    // All of one section: while it waits the next one may be loaded to its end, and would not come to its lock again.
    for (const table of ['cases.movement', 'cases.running_total', 'cases.chain']) {
      await disturbed.query(`begin; lock table ${table} in exclusive mode`);
      const { child, ended } = start(disturbed.database!);
      const endedEarly = ended.then(({ code, stdout, stderr }) => `ended with ${code}: ${stdout}${stderr}`);
      await waitFor(async () => (await waitersFor(disturbed, table)) > 0, endedEarly, disturbed);
      process.kill(-child.pid!, 'SIGKILL');
      await ended;
      await disturbed.query('rollback');
    }
    await load(disturbed);
    const content = await contentOf(disturbed);
    expect(content).toEqual(await contentOf(undisturbed));
    expect(content).toMatchObject(
      Object.fromEntries(REGISTERS.map((schema) => [schema, { gapless: true, unchained: '0' }])),
    );
  }, 180_000);

  test('a second time loads nothing', async () => {
    const before = await contentOf(undisturbed);
    expect(await load(undisturbed)).toContain('0 events loaded');
    expect(await contentOf(undisturbed)).toEqual(before);
  });

  test('beside another national sample is refused with the reason, and changes nothing', async () => {
    const before = await contentOf(undisturbed);
    await expect(load(undisturbed, [...SMALL, '--seed', '2'])).rejects.toThrow(
      /officers: .* was refused by SUBJECT_EXISTS: VN63-01-00.N-CHV-001 exists already/,
    );
    expect(await contentOf(undisturbed)).toEqual(before);
  });

  test('on a database that does not answer ends with one line that says so', async () => {
    const { code, stderr } = await start('nowhere').ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/DATABASE_URL: no connection to .*nowhere/);
  });
});
