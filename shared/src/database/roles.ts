import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Passwords of the subgraphs' login roles, by subgraph. */
export type RolePasswords = Readonly<Record<string, string>>;

export function roleOf(schema: string): string {
  return `thads_${schema}`;
}

/** The administrator's URL with another user. */
export function urlForRole(adminUrl: string, role: string, password: string): string {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = encodeURIComponent(password);
  return url.toString();
}

/** Passwords made once and kept in the data folder, readable by its owner only. */
export async function generatedRolePasswords(dataDir: string, schemas: readonly string[]): Promise<RolePasswords> {
  const file = path.join(dataDir, 'database-roles.json');
  const known = await readFile(file, 'utf8').then(
    (text) => JSON.parse(text) as RolePasswords,
    () => ({}) as RolePasswords,
  );
  const passwords = Object.fromEntries(
    schemas.map((schema) => [schema, known[schema] ?? randomBytes(24).toString('hex')]),
  );
  if (schemas.some((schema) => known[schema] === undefined)) {
    await writeFile(`${file}.new`, JSON.stringify(passwords), { mode: 0o600 });
    await rename(`${file}.new`, file);
  }
  return passwords;
}
