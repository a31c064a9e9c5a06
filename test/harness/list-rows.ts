import type { ListDefinition } from '@thads/shared';
import type { DataSource, EntityMetadata } from 'typeorm';

/** Every territory's share shrinks with its number: the first has a ninth of the rows, the last hardly any. */
const TERRITORY = 'greatest(1, ceil(63 * power(u.t, 2.2)))::int';
const OFFICE = 'floor(6 * u.o * u.o)::int';

/** Fills the table of a list with made-up rows: skewed as in the country, without regard to what events would give. */
export async function fillList(dataSource: DataSource, list: ListDefinition<object>, rows: number): Promise<void> {
  const metadata = dataSource.getMetadata(list.entity);
  const table = `${metadata.schema}.${metadata.tableName}`;
  const checks: { conname: string }[] = await dataSource.query(
    `select conname from pg_constraint where conrelid = $1::regclass and contype = 'c'`,
    [table],
  );
  for (const { conname } of checks) await dataSource.query(`alter table ${table} drop constraint ${conname}`);
  const own = metadata.columns.filter(({ asExpression }) => asExpression === undefined);
  const columns = own.map((column) => [column.databaseName, valueOf(list, column)] as const);
  await dataSource.query(
    `insert into ${table} (${columns.map(([name]) => name).join(', ')})
     select ${columns.map(([, value]) => value).join(', ')}
     from generate_series(1, ${rows}) i
     cross join lateral (
       select ${['t', 'o', 'a', 'b', 'c'].map((name) => `(hashint4(i + ${name.charCodeAt(0)} * 1000003)::bigint + 2147483648) / 4294967296::float8 as ${name}`).join(', ')}
       offset 0
     ) u`,
  );
  await dataSource.query(`vacuum analyze ${table}`);
  await fillWords(dataSource, list, table);
}

/** Words of made-up names, where rows are found by words of another table: two rows in five have the same two first. */
async function fillWords(dataSource: DataSource, list: ListDefinition<object>, table: string): Promise<void> {
  const sources = Object.values(list.filters).flatMap(({ words = [] }) => words);
  for (const source of sources.filter((one) => one.table !== table)) {
    await dataSource.query(
      `insert into ${source.table} (territory, office, id, ${source.word}, ${source.id})
       select territory, office, id || '.001', word, id from ${table} cross join lateral (
         select case when hashtext(id) % 5 in (0, 1) then 'nguyen van ' else 'ho ' end || abs(hashtext(id)) % 500 as name
       ) u cross join lateral (values (name), (substr(name, strpos(name, ' ') + 1))) as endings (word)`,
    );
    await dataSource.query(`vacuum analyze ${source.table}`);
  }
}

/** SQL for a column of row `i`, from the random numbers `u`, 0 to 1. */
function valueOf(
  list: ListDefinition<object>,
  { databaseName, type, isNullable }: EntityMetadata['columns'][number],
): string {
  const field = Object.values(list.filters).find(({ column, operator }) => column === databaseName && operator === '=');
  const office = `lpad((${TERRITORY})::text, 2, '0') || '-' || lpad((${OFFICE})::text, 2, '0')`;
  if (databaseName === 'territory') return TERRITORY;
  if (databaseName === 'office' || databaseName === 'unit') return `${TERRITORY} * 100 + ${OFFICE}`;
  if (databaseName === 'id') return `'VN63-' || ${office} || '.N-' || lpad(i::text, 8, '0')`;
  if (databaseName === 'overlays')
    return '(case when u.a < 0.01 then 1 when u.a < 0.02 then 2 when u.a < 0.3 then 4 else 0 end)';
  if (databaseName.endsWith('_number')) return `floor(1000 * u.b) || '/QD'`;
  if (field?.narrow) return `'VN63-' || ${office} || '.CHV-' || floor(9 * u.c)`;
  if (field?.values) return pickOf(field.values.map(String), field.column === 'state' ? 'u.b' : 'u.c');
  switch (String(type)) {
    case 'date':
      return `${isNullable ? 'case when u.a < 0.9 then ' : ''}date '2016-01-01' + (u.c * 3650)::int${isNullable ? ' end' : ''}`;
    case 'jsonb':
      return `'[]'`;
    case 'boolean':
      return 'u.b < 0.3';
    case 'bigint':
    case 'integer':
    case 'smallint':
      return '(exp(9 * u.b))::int';
    default:
      return "'X'";
  }
}

/** The first value for two rows in five, the second for two in five of the rest, and so on. */
function pickOf(values: readonly string[], random: string): string {
  const cases = values.map((value, index) => `when ${random} < ${1 - 0.6 ** (index + 1)} then '${value}'`);
  return `(case ${cases.join(' ')} else '${values[0]}' end)`;
}
