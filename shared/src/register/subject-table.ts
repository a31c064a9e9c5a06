import type { DataSource, EntityMetadata, QueryRunner } from 'typeorm';
import { ownColumns } from '../database/rows';
import { officeOfSubject } from './event';
import { VOID } from './lifecycle';
import type { SubjectEntity } from './subject';

/** Inserts rows given by column name; all rows have the same columns. */
export async function insertRecords(
  runner: QueryRunner,
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]!).join(', ');
  await runner.query(
    `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1::json)`,
    [JSON.stringify(rows)],
  );
}

/** Sets columns of rows that are there, given by column name with their keys; all rows have the same columns. */
export async function updateRecords(
  connection: { query(sql: string, values: unknown[]): Promise<unknown> },
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]!).filter((column) => !['territory', 'id'].includes(column));
  await connection.query(
    `update ${table} s set ${columns.map((column) => `${column} = r.${column}`).join(', ')}
     from json_populate_recordset(null::${table}, $1::json) r where s.territory = r.territory and s.id = r.id`,
    [JSON.stringify(rows)],
  );
}

/** Deletes the rows that have the keys of those given. */
export async function deleteRecords(
  runner: QueryRunner,
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  if (rows.length === 0) return;
  await runner.query(
    `delete from ${table} s using unnest($1::smallint[], $2::text[]) as gone(territory, id)
     where s.territory = gone.territory and s.id = gone.id`,
    [rows.map((row) => row['territory']), rows.map((row) => row['id'])],
  );
}

/** Bulk access to a subject's table by the columns its entity declares. */
export function subjectTable(dataSource: DataSource, schema: string, tableName: string) {
  const name = `${schema}.${tableName}`;
  const metadata = dataSource.entityMetadatas.find((candidate: EntityMetadata) => candidate.tableName === tableName);
  if (!metadata) throw new Error(`no entity is mapped to ${name}`);
  const columns = ownColumns(metadata).map(({ propertyName, databaseName }) => ({ propertyName, databaseName }));
  const toRow = (state: SubjectEntity): Record<string, unknown> =>
    Object.fromEntries(
      columns.map(({ propertyName, databaseName }) => [
        databaseName,
        (state as unknown as Record<string, unknown>)[propertyName] ?? null,
      ]),
    );
  const fromRow = (row: Record<string, unknown>): SubjectEntity =>
    Object.fromEntries(
      columns.map(({ propertyName, databaseName }) => [propertyName, row[databaseName]]),
    ) as unknown as SubjectEntity;

  return {
    name,
    toRow,
    fromRow,
    /** The subjects of the ids, each of the form of subject ids, locked when told so; void ones among them. */
    async read(
      connection: { query(sql: string, values: unknown[]): Promise<unknown> },
      ids: readonly string[],
      lock: '' | 'for share of s' | 'for update of s' = '',
    ): Promise<SubjectEntity[]> {
      if (ids.length === 0) return [];
      // In key order, so that two batches never wait for each other in a circle.
      const rows = (await connection.query(
        `select s.* from unnest($1::smallint[], $2::text[]) as wanted(territory, id)
         join ${name} s on s.territory = wanted.territory and s.id = wanted.id
         order by s.territory, s.id ${lock}`,
        [ids.map((id) => officeOfSubject(id)!.territory), ids],
      )) as Record<string, unknown>[];
      return rows.map(fromRow);
    },
    /** Those of the ids, each of the form of subject ids, that the table has; of those whose opening was reversed `void`. */
    async existing(
      connection: QueryRunner | DataSource,
      ids: readonly string[],
      { evenVoid }: { readonly evenVoid: boolean },
    ): Promise<string[]> {
      if (ids.length === 0) return [];
      const rows = (await connection.query(
        `select s.id from unnest($1::smallint[], $2::text[]) as wanted(territory, id)
         join ${name} s on s.territory = wanted.territory and s.id = wanted.id
         where $3 or s.state <> '${VOID}'`,
        [ids.map((id) => officeOfSubject(id)!.territory), ids, evenVoid],
      )) as { id: string }[];
      return rows.map(({ id }) => id);
    },
    insert: (runner: QueryRunner, states: readonly SubjectEntity[]): Promise<void> =>
      insertRecords(runner, name, states.map(toRow)),
    update: (runner: QueryRunner, states: readonly SubjectEntity[]): Promise<void> =>
      updateRecords(runner, name, states.map(toRow)),
  };
}
