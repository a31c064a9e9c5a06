import { ALL_ROWS } from '../access/row-access';
import { applyRowPolicies } from '../access/row-policies';
import { createDataSource } from '../database/data-source';
import { roleOf, urlForRole } from '../database/roles';
import { registerGrants } from '../register/tables';
import type { SubgraphDefinition } from '../subgraph/subgraph';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';

/** A database of a test file's own, with one subgraph's schema in it. */
export interface TestDatabase {
  /** The administrator, for looking and for arranging; never for what is tested. */
  readonly admin: pg.Pool;
  /** Address for the subgraph's own role. */
  readonly url: string;
  /** Connections of that role that see every row. */
  readonly dataSource: DataSource;
  /** Connections of the administrator, as loads in bulk have them. */
  readonly loader: DataSource;
  /** Further connections of that role, as of another process. */
  connect(onStatement?: (sql: string) => void): Promise<DataSource>;
  /** Empties every table of the schema. */
  clear(): Promise<void>;
  drop(): Promise<void>;
}

/** Roles belong to the whole server: everyone who migrates in a test run gives a role the same password. */
const passwordOf = (schema: string): string => `test-${schema}`;

/** Errors: when there is no server to test on. */
export async function createTestDatabase<L>(definition: SubgraphDefinition<L>): Promise<TestDatabase> {
  const serverUrl = process.env.THADS_TEST_DATABASE_URL;
  if (!serverUrl) throw new Error('THADS_TEST_DATABASE_URL is not set: start tests with jest from the root');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const { schema } = definition.register;

  await onServer(serverUrl, (client) => client.query(`create database ${name}`));
  const admin = new pg.Pool({ connectionString: url.toString() });
  // Dropping the database may reach a connection that is still on its way out.
  admin.on('error', () => undefined);
  await migrate(definition, url.toString(), admin);
  const opened: DataSource[] = [];
  const roleUrl = urlForRole(url.toString(), roleOf(schema), passwordOf(schema));
  const connectTo = async (address: string, onStatement?: (sql: string) => void): Promise<DataSource> => {
    const { entities } = definition;
    const dataSource = await createDataSource({
      url: address,
      schema,
      entities,
      onStatement,
      access: ALL_ROWS,
    }).initialize();
    opened.push(dataSource);
    return dataSource;
  };
  return {
    admin,
    url: roleUrl,
    dataSource: await connectTo(roleUrl),
    loader: await connectTo(url.toString()),
    connect: (onStatement) => connectTo(roleUrl, onStatement),
    async clear() {
      const { rows } = await admin.query<{ name: string }>(
        `select format('%I.%I', schemaname, tablename) as name from pg_tables
         where schemaname = $1 and tablename not in ('migration', 'cursor_key')`,
        [schema],
      );
      await admin.query(`truncate ${rows.map((table) => table.name).join(', ')} restart identity`);
    },
    async drop() {
      await Promise.all(opened.filter(({ isInitialized }) => isInitialized).map((dataSource) => dataSource.destroy()));
      await admin.end();
      await onServer(serverUrl, (client) => client.query(`drop database ${name} with (force)`));
    },
  };
}

/** As `migrateSubgraph`, but without altering the role: it is there, and others migrate on the same server. */
async function migrate<L>(definition: SubgraphDefinition<L>, url: string, admin: pg.Pool): Promise<void> {
  const { register, entities, migrations } = definition;
  await admin.query(`create schema ${register.schema}`);
  const dataSource = createDataSource({
    url,
    schema: register.schema,
    entities,
    migrations,
    poolSize: 2,
    access: ALL_ROWS,
  });
  await dataSource.initialize();
  await dataSource.runMigrations();
  await dataSource.destroy();
  for (const grant of registerGrants(register, roleOf(register.schema))) await admin.query(grant);
  const client = await admin.connect();
  await applyRowPolicies(client, register, definition.rowPolicies).finally(() => client.release());
}

async function onServer(url: string, run: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await run(client);
  } finally {
    await client.end();
  }
}
