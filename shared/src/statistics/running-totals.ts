import type { QueryRunner } from 'typeorm';
import { type IsoDate, addDays } from '../calendar/date';
import { type RegisterDefinition, type ViewDefinition, dimensionsOf } from '../register/register';
import { ANY_OFFICE, ANY_OVERLAY, ANY_TERRITORY, ANY_VALUE, OVERLAY_BIT_VALUES, officesOfTerritory } from './views';

/**
 * The running totals, in SQL. A row of `running_total` is the sum of a key's movements from `since` to `day`:
 * rows since ever stand on the ends of months, rows since the first of a month on days of that month on which
 * something moved. So P(d) is one row of each kind at most, and a movement of long ago changes one row for every
 * month since and for the later days of its own month.
 */

const SINCE_EVER = `'-infinity'::date`;

/** Columns of the sums, two for every slot. */
export function measuresOf({ ledger }: RegisterDefinition): string[] {
  return ledger.slots.flatMap((slot) => [`${slot.toLowerCase()}_count`, `${slot.toLowerCase()}_money`]);
}

export function keyColumnsOf({ ledger }: RegisterDefinition): string[] {
  return ['territory', 'office', ...dimensionsOf(ledger), 'overlay'];
}

/** Columns that tell a row of the running totals from all others. */
function rowOf(register: RegisterDefinition): string {
  return [...keyColumnsOf(register), 'since', 'day'].join(', ');
}

function columnsOf(register: RegisterDefinition): string {
  return [rowOf(register), ...measuresOf(register)].join(', ');
}

/** For a migration: the table, made from the ledger as the follower has taken it so far. */
export async function createRunningTotals(runner: QueryRunner, register: RegisterDefinition): Promise<void> {
  const { schema, ledger } = register;
  const columns = [
    'territory smallint',
    'office integer',
    ...dimensionsOf(ledger).map((dimension) => `${dimension} text collate "C"`),
    'overlay smallint',
    'since date',
    'day date',
    ...measuresOf(register).map((measure) => `${measure} ${measure.endsWith('_count') ? 'integer' : 'bigint'}`),
  ];
  await runner.query(
    `create table ${schema}.running_total (
      ${columns.map((column) => `${column} not null`).join(',\n      ')},
      primary key (${keyColumnsOf(register).join(', ')}, since, day)
    ) with (fillfactor = 80)`,
    [],
  );
  // Days of a month that has begun, for what has totals at the ends of months only.
  await runner.query(`create index movement_office_day on ${schema}.movement (office, on_date)`);
  await makeRunningTotals(runner, register);
  // What stood in their place before.
  await runner.query(`drop table if exists ${schema}.daily_total`);
}

/** For a migration after which the register has further slots: room for them, in running totals that were made before. */
export async function widenRunningTotals(runner: QueryRunner, register: RegisterDefinition): Promise<void> {
  const additions = measuresOf(register).map(
    (measure) =>
      `add column if not exists ${measure} ${measure.endsWith('_count') ? 'integer' : 'bigint'} not null default 0`,
  );
  await runner.query(`alter table ${register.schema}.running_total ${additions.join(', ')}`);
}

/** Back from there, before a release that does not know the slots: what was counted in them is counted no more. */
export async function narrowRunningTotals(
  runner: QueryRunner,
  { schema }: RegisterDefinition,
  slots: readonly string[],
): Promise<void> {
  await runner.query(`delete from ${schema}.movement where slot in (${slots.map((slot) => `'${slot}'`).join(', ')})`);
  const removals = slots.flatMap((slot) =>
    ['count', 'money'].map((measure) => `drop column if exists ${slot.toLowerCase()}_${measure}`),
  );
  await runner.query(`alter table ${schema}.running_total ${removals.join(', ')}`);
}

/** Makes all running totals anew from the ledger, in the caller's transaction. Statistics are answered meanwhile. */
export async function rebuildRunningTotals(runner: QueryRunner, register: RegisterDefinition): Promise<void> {
  await runner.query('select pg_advisory_xact_lock(hashtext($1))', [followerLock(register)]);
  await runner.query(`delete from ${register.schema}.running_total`);
  await makeRunningTotals(runner, register);
}

/** Part by part, see `TOTALS_PARTS`; the table is empty. */
async function makeRunningTotals(runner: QueryRunner, register: RegisterDefinition): Promise<void> {
  for (const part of TOTALS_PARTS) {
    await runner.query(
      `insert into ${register.schema}.running_total (${columnsOf(register)})
       ${counted(register, part)} select ${columnsOf(register)} from counted`,
    );
  }
}

/** The name of the advisory lock under which positions are given and running totals are written. */
export function followerLock({ schema }: RegisterDefinition): string {
  return `${schema}.follower`;
}

export async function dropRunningTotals(runner: QueryRunner, { schema }: RegisterDefinition): Promise<void> {
  await runner.query(`drop index ${schema}.movement_office_day`);
  await runner.query(`drop table ${schema}.running_total`);
}

const folded = (schema: string): string =>
  `not exists (select from ${schema}.pending p where p.journal_id = movement.journal_id)`;

/**
 * What the movements under `condition` change the running totals by, as `change`: a row for every key, `since` and day.
 * The slots become columns once, and every view is a sum of what the view's rows have left of the key.
 */
function changes(register: RegisterDefinition, condition: string, views = register.ledger.views): string {
  const { schema, ledger } = register;
  const dimensions = dimensionsOf(ledger);
  const wanted = ['territory', 'office', ...dimensions].filter((column) => views.some(({ by }) => by.includes(column)));
  const columns = [...wanted, 'overlays', 'on_date'].join(', ');
  const measures = measuresOf(register);
  const keys = keyColumnsOf(register);
  const sums = measures.map((measure) => `sum(${measure})::bigint as ${measure}`).join(', ');
  const exploded = [...wanted, 'overlay', 'on_date', 'month', ...measures];
  const daily = views.filter((view) => view.daily);
  const monthly = views.filter((view) => !view.daily);
  const monthEnd = (month: string): string => `(${month} + interval '1 month - 1 day')::date`;
  return `moved as (
      select ${columns}, date_trunc('month', on_date)::date as month, ${ledger.slots
        .flatMap((slot) => ['count', 'money'].map((measure) => pivoted(slot, measure)))
        .join(', ')}
      from ${schema}.movement where ${condition} group by ${columns}
    ), overlaid as materialized (
      select ${exploded.join(', ').replace('overlay', `${ANY_OVERLAY}::smallint as overlay`)} from moved
      union all
      select ${exploded.join(', ')} from moved
      join unnest('{${OVERLAY_BIT_VALUES.join(', ')}}'::smallint[]) as bit (overlay) on overlays & overlay <> 0
      where overlays <> 0
    ), days as materialized (
      ${daily.map((view) => viewed(view, dimensions, { since: 'month', day: 'on_date', sums })).join('\n      union all ')}
    ), change as materialized (
      select * from days
      union all
      select ${keys.join(', ')}, ${SINCE_EVER}, ${monthEnd('since')}, ${sums} from days group by ${keys.join(', ')}, since
      ${monthly
        .map((view) => viewed(view, dimensions, { since: SINCE_EVER, day: monthEnd('month'), sums }))
        .map((select) => `union all ${select}`)
        .join('\n      ')}
    )`;
}

function pivoted(slot: string, measure: string): string {
  return `coalesce(sum(${measure}) filter (where slot = '${slot}'), 0)::bigint as ${slot.toLowerCase()}_${measure}`;
}

function viewed(
  { by }: ViewDefinition,
  dimensions: readonly string[],
  { since, day, sums }: Readonly<Record<'since' | 'day' | 'sums', string>>,
): string {
  const keys = [
    by.includes('territory') ? 'territory' : `${ANY_TERRITORY}::smallint as territory`,
    by.includes('office') ? 'office' : `${ANY_OFFICE} as office`,
    ...dimensions.map((dimension) => (by.includes(dimension) ? dimension : `'${ANY_VALUE}' as ${dimension}`)),
    'overlay',
    `${since} as since`,
    `${day} as day`,
  ];
  const places = keys.map((_key, index) => index + 1).join(', ');
  const overlays = by.includes('overlay') ? '' : ` where overlay = ${ANY_OVERLAY}`;
  return `select ${keys.join(', ')}, ${sums} from overlaid${overlays} group by ${places}`;
}

/**
 * Folds the movements under `condition` (of columns of `movement`, with parameters) into the running totals, as one
 * statement. The caller's transaction holds the follower's lock and sees to it that no movement is folded twice.
 */
export async function foldMovements(
  runner: QueryRunner,
  register: RegisterDefinition,
  condition: string,
  values: unknown[],
): Promise<void> {
  const { schema } = register;
  const keys = keyColumnsOf(register);
  const measures = measuresOf(register);
  const same = (left: string, right: string): string =>
    [...keys, 'since'].map((key) => `${left}.${key} = ${right}.${key}`).join(' and ');
  const row = rowOf(register);
  await runner.query(
    `with ${changes(register, condition)},
    earliest as (select ${keys.join(', ')}, since, min(day) as day from change group by ${keys.join(', ')}, since),
    reached as (
      select ${row} from change
      union
      select ${[...keys, 'since'].map((key) => `e.${key}`).join(', ')}, later.day
      from earliest e cross join lateral (
        select t.day from ${schema}.running_total t where ${same('t', 'e')} and t.day > e.day offset 0
      ) later
    ), stepped as (
      select ${row}, ${measures.map((measure) => `sum(${measure}) over upward as ${measure}`).join(', ')}
      from reached left join change using (${row})
      window upward as (partition by ${keys.join(', ')}, since order by day)
    )
    insert into ${schema}.running_total (${row}, ${measures.join(', ')})
    select ${row.replace(/\w+/g, (column) => `s.${column}`)},
      ${measures.map((measure) => `coalesce(before.${measure}, 0) + s.${measure}`).join(', ')}
    from stepped s left join lateral (
      select t.* from ${schema}.running_total t where ${same('t', 's')} and t.day <= s.day order by t.day desc limit 1
    ) as before on true
    on conflict (${row}) do update set ${measures.map((measure) => `${measure} = excluded.${measure}`).join(', ')}`,
    values,
  );
}

/** A territory's running totals, those of the whole country, or all of them. */
export type TotalsPart = number | 'NATION' | 'ALL';

/** The parts that make up all running totals: of a whole country's ledger none needs to be sorted at once. */
export const TOTALS_PARTS: readonly TotalsPart[] = ['NATION', ...officesOfTerritory.keys()];

/** Selects the rows in which the running totals and the ledger's folded movements disagree; none when all is well. */
export function totalsOffLedger(register: RegisterDefinition, part: TotalsPart): string {
  const { schema } = register;
  const row = rowOf(register);
  const measures = measuresOf(register);
  let stored = 'true';
  if (part === 'NATION') stored = `territory not in (${[...officesOfTerritory.keys()].join(', ')})`;
  if (typeof part === 'number') stored = `territory = ${part}`;
  return `${counted(register, part)}
    select ${row} from counted c full join (select * from ${schema}.running_total where ${stored}) t using (${row})
    where (${measures.map((measure) => `c.${measure}`).join(', ')})
      is distinct from (${measures.map((measure) => `t.${measure}`).join(', ')})`;
}

/** A `with` that ends in `counted`: a part of the running totals as the folded movements of the ledger give it. */
function counted(register: RegisterDefinition, part: TotalsPart): string {
  const { schema, ledger } = register;
  const isWanted = ({ by }: ViewDefinition): boolean =>
    part === 'ALL' || by.includes('territory') === (part !== 'NATION');
  const moved = [folded(schema)];
  if (typeof part === 'number') {
    const numbers = officesOfTerritory.get(part)!.map(({ office }) => office);
    moved.push(`office in (${numbers.join(', ')})`);
  }
  const measures = measuresOf(register);
  return `with ${changes(register, moved.join(' and '), ledger.views.filter(isWanted))},
    counted as (
      select ${rowOf(register)}, ${measures.map((measure) => `sum(${measure}) over upward as ${measure}`).join(', ')}
      from change window upward as (partition by ${keyColumnsOf(register).join(', ')}, since order by day)
    )`;
}

/**
 * Reads P(day) for pairs of key and day, given as arrays: one for every key column, one for the days and one for the
 * first days of the months that have begun on them (see `monthBegun`). A row for every pair that has something: its
 * number (from 1) and the sums; and a row with the number 0 with what the running totals do not hold, as JSON of
 * `[number, slot, count, money]`: movements that the follower has not taken. With `byMonth` a last array says which keys
 * have totals at the ends of months only, and their movements since are added there.
 * All in one statement, so all in one snapshot. `offset 0` keeps the planner from turning the joins around, which
 * without fresh statistics could make it read a whole ledger.
 */
export function readStatement(register: RegisterDefinition, { byMonth }: { readonly byMonth: boolean }): string {
  const { schema, ledger } = register;
  const keys = keyColumnsOf(register);
  const measures = measuresOf(register);
  const dimensions = dimensionsOf(ledger);
  const types = ['smallint', 'integer', ...dimensions.map(() => 'text'), 'smallint', 'date', 'date'];
  const arrays = [...types, ...(byMonth ? ['boolean'] : [])]
    .map((type, index) => `$${index + 1}::${type}[]`)
    .join(', ');
  const pair = [...keys, 'day', 'begun', ...(byMonth ? ['by_month'] : []), 'nth'].join(', ');
  const onKey = keys.map((key) => `t.${key} = asked.${key}`).join(' and ');
  const last = (alias: string, condition: string): string =>
    `left join lateral (
      select t.* from ${schema}.running_total t
      where ${onKey} and ${condition} and t.day <= asked.day order by t.day desc limit 1
    ) as ${alias} on true`;
  // Once for the territory and once for the whole country, so that both are found by an equal key.
  const loose = ['territory', 'office', 'slot', ...dimensions, 'overlays', 'on_date', 'count', 'money'].join(', ');
  const counts = [
    'asked.territory = m.territory',
    `asked.office in (${ANY_OFFICE}, m.office)`,
    ...dimensions.map((dimension) => `asked.${dimension} in ('${ANY_VALUE}', m.${dimension})`),
    `(asked.overlay = ${ANY_OVERLAY} or asked.overlay & m.overlays <> 0)`,
  ].join(' and ');
  const sinceMonthBegan = `
      union all
      select nth, slot, count, money
      from asked cross join lateral (
        select * from ${schema}.movement m
        where m.office = asked.office and m.on_date between asked.begun and asked.day offset 0
      ) m
      where by_month and ${counts} and not exists (select from ${schema}.pending p where p.journal_id = m.journal_id)`;
  return `with asked as materialized (
      select * from unnest(${arrays}) with ordinality as pair (${pair})
    ), waiting as (
      select m.* from ${schema}.pending p cross join lateral (
        select * from ${schema}.movement m where m.journal_id = p.journal_id offset 0
      ) m
    ), waiting_here as (
      select ${loose} from waiting
      union all
      select ${loose.replace('territory', `${ANY_TERRITORY}::smallint`)} from waiting
    ), apart as (
      select nth, slot, count, money from waiting_here m join asked on ${counts} and m.on_date <= asked.day${byMonth ? sinceMonthBegan : ''}
    ), summed as (
      select nth, slot, sum(count) as count, sum(money) as money from apart group by nth, slot
    )
    select nth::integer, null as apart,
      ${measures.map((measure) => `coalesce(months.${measure}, 0) + coalesce(days.${measure}, 0)`).join(', ')}
    from asked ${last('months', `t.since = ${SINCE_EVER}`)} ${last('days', 'asked.begun <= asked.day and t.since = asked.begun')}
    where coalesce(months.day, days.day) is not null
    union all
    select 0, (select json_agg(json_build_array(nth, slot, count, money)) from summed)::text,
      ${measures.map((measure) => `null::${measure.endsWith('_count') ? 'integer' : 'bigint'}`).join(', ')}`;
}

/** The first day of the month that has begun on `day` without having ended: days from it on are not in a month's total. */
export function monthBegun(day: IsoDate): IsoDate {
  return `${addDays(day, 1).slice(0, 8)}01`;
}
