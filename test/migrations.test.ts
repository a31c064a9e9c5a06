import { createDataSource } from '@thads/shared';
import { asAdmin, copyDatabase, dropDatabase } from './harness/databases';
import { migrateAll, subgraphDefinitions } from './harness/definitions';
import { readTestServers } from './harness/server-settings';

interface ColumnRow {
  readonly table_name: string;
  readonly column_name: string;
  readonly data_type: string;
  readonly is_nullable: 'YES' | 'NO';
}

describe('migrations', () => {
  let adminUrl: string;
  beforeAll(async () => {
    const servers = readTestServers();
    adminUrl = await copyDatabase(servers.adminUrl, servers.emptyDatabase);
  });
  afterAll(() => dropDatabase(readTestServers().adminUrl, adminUrl));

  it.each(subgraphDefinitions.map((definition) => [definition.name, definition] as const))(
    'give the lists of %s their indexes as they were when that of optional keys is undone, and back',
    async (_name, { register: { schema }, entities, migrations }) => {
      const settings = { url: adminUrl, schema, entities, migrations };
      const dataSource = await createDataSource(settings).initialize();
      const indexes = async (): Promise<string[]> =>
        (
          (await dataSource.query('select indexdef from pg_indexes where schemaname = $1 order by indexname', [
            schema,
          ])) as { indexdef: string }[]
        ).map(({ indexdef }) => indexdef);
      try {
        const made = await indexes();
        const isRun = async (): Promise<boolean> =>
          (await dataSource.query(`select from ${schema}.migration where name like '%OptionalKeys%'`)).length > 0;
        while (await isRun()) await dataSource.undoLastMigration();
        const before = await indexes();
        expect(made.filter((definition) => definition.includes('COALESCE'))).toEqual([]);
        expect(before.some((definition) => definition.includes('COALESCE'))).toBe(
          made.some((definition) => definition.includes('CASE')),
        );
        expect(before.filter((definition) => definition.includes('CASE'))).toEqual([]);
        await dataSource.runMigrations();
        expect(await indexes()).toEqual(made);
      } finally {
        await dataSource.destroy();
      }
    },
  );

  it.each(subgraphDefinitions.map((definition) => [definition.name, definition] as const))(
    'make the tables of %s exactly as its entities describe them',
    async (_name, { register, entities }) => {
      const dataSource = await createDataSource({ url: adminUrl, schema: register.schema, entities }).initialize();
      const described = dataSource.entityMetadatas.flatMap(({ tableName, columns }) =>
        columns.map(
          (column) =>
            `${tableName}.${column.databaseName} ${String(column.type)}${column.isNullable ? '' : ' not null'}`,
        ),
      );
      const tables = new Set(dataSource.entityMetadatas.map(({ tableName }) => tableName));
      await dataSource.destroy();
      const { rows } = await asAdmin(adminUrl, (client) =>
        client.query<ColumnRow>(
          'select table_name, column_name, data_type, is_nullable from information_schema.columns where table_schema = $1',
          [register.schema],
        ),
      );
      const made = rows
        .filter(({ table_name }) => tables.has(table_name))
        .map(
          ({ table_name, column_name, data_type, is_nullable }) =>
            `${table_name}.${column_name} ${data_type}${is_nullable === 'YES' ? '' : ' not null'}`,
        );
      expect(made.sort()).toEqual(described.sort());
    },
  );

  it('can be run again, and by two at once, without harm', async () => {
    const { passwords } = readTestServers();
    await Promise.all([migrateAll(adminUrl, passwords), migrateAll(adminUrl, passwords)]);
  });

  it('leave a login role nothing of another subgraph', async () => {
    const { rows } = await asAdmin(adminUrl, (client) =>
      client.query(
        `select r.rolname, n.nspname from pg_roles r cross join pg_namespace n
         where r.rolname like 'thads\\_%' and r.rolcanlogin and n.nspname = any($1)
           and has_schema_privilege(r.rolname, n.nspname, 'usage') order by 1`,
        [subgraphDefinitions.map(({ register }) => register.schema)],
      ),
    );
    expect(rows.filter(({ rolname }) => rolname !== 'thads_admin')).toEqual([
      { rolname: 'thads_cases', nspname: 'cases' },
      { rolname: 'thads_complaints', nspname: 'complaints' },
      { rolname: 'thads_inspections', nspname: 'inspections' },
      { rolname: 'thads_recovery', nspname: 'recovery' },
    ]);
  });
});
