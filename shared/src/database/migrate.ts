import pg from 'pg';
import { ALL_ROWS } from '../access/row-access';
import { applyRowPolicies } from '../access/row-policies';
import { OperatorError, messageOf } from '../errors';
import { registerGrants } from '../register/tables';
import type { SubgraphDefinition } from '../subgraph/subgraph';
import { createDataSource } from './data-source';
import { roleOf } from './roles';

/** Serialises migrations of several processes. */
const MIGRATION_LOCK = 7_201_635;

/**
 * Brings one subgraph's schema up to date as administrator and gives its login role exactly what it needs.
 * The role owns nothing and sees no other subgraph's schema. Safe to run again and from several processes at once.
 */
export async function migrateSubgraph(
  definition: SubgraphDefinition<never>,
  adminUrl: string,
  rolePassword: string,
): Promise<void> {
  const { register, entities, migrations } = definition;
  const role = roleOf(register.schema);
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query(`create schema if not exists ${register.schema}`);
    const dataSource = createDataSource({
      url: adminUrl,
      schema: register.schema,
      entities,
      migrations,
      poolSize: 2,
      access: ALL_ROWS,
    });
    await dataSource.initialize();
    try {
      await dataSource.runMigrations();
    } finally {
      await dataSource.destroy();
    }
    const known = await client.query('select 1 from pg_roles where rolname = $1', [role]);
    if (known.rowCount === 0) await client.query(`create role ${role} login`);
    await client.query(
      `alter role ${role} with login nosuperuser nocreatedb nocreaterole password ${quoted(rolePassword)}`,
    );
    for (const grant of registerGrants(register, role)) await client.query(grant);
    await applyRowPolicies(client, register, definition.rowPolicies);
  } finally {
    await client.end();
  }
}

function quoted(text: string): string {
  return pg.escapeLiteral(text);
}

/** Rejects with one clear line when the server does not answer. */
export async function checkReachable(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    const { hostname, port, pathname } = new URL(url);
    throw new OperatorError(
      `DATABASE_URL: no connection to ${hostname}:${port || 5432}${pathname} (${messageOf(error) || (error as { code?: string }).code}). ` +
        'Check that the server runs and that the address, user and password are right.',
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}
