import { type IsoDate, addDays } from '../calendar/date';
import { type RegisterDefinition, type ViewDefinition, dimensionsOf } from '../register/register';
import { ANY_OFFICE, ANY_OVERLAY, ANY_VALUE, OVERLAY_BIT_VALUES } from './views';

/**
 * The running totals, in SQL. A row of `running_total` is the sum of a key's movements from `since` to `day`:
 * rows since ever stand on the ends of months, rows since the first of a month on days of that month on which
 * something moved. So P(d) is one row of each kind at most, and a movement of long ago changes one row for every
 * month since and for the later days of its own month.
 */

/** Runs one statement in the caller's transaction. */
export type RunStatement = (sql: string, values: readonly unknown[]) => Promise<unknown>;

const SINCE_EVER = `'-infinity'::date`;

/** Columns of the sums, two for every slot. */
export function measuresOf({ ledger }: RegisterDefinition): string[] {
  return ledger.slots.flatMap((slot) => [`${slot.toLowerCase()}_count`, `${slot.toLowerCase()}_money`]);
}

export function keyColumnsOf({ ledger }: RegisterDefinition): string[] {
  return ['territory', 'office', ...dimensionsOf(ledger), 'overlay'];
}

/** For a migration: the table, made from the ledger as the follower has taken it so far. */
export async function createRunningTotals(run: RunStatement, register: RegisterDefinition): Promise<void> {
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
  await run(
    `create table ${schema}.running_total (
      ${columns.map((column) => `${column} not null`).join(',\n      ')},
      primary key (${keyColumnsOf(register).join(', ')}, since, day)
    )`,
    [],
  );
  // Days of a month that has begun, for what has totals at the ends of months only.
  await run(`create index movement_office_day on ${schema}.movement (office, on_date)`, []);
  await foldMovements(run, register, folded(schema), []);
  // What stood in their place before.
  await run(`drop table if exists ${schema}.daily_total`, []);
}

export async function dropRunningTotals(run: RunStatement, { schema }: RegisterDefinition): Promise<void> {
  await run(`drop index ${schema}.movement_office_day`, []);
  await run(`drop table ${schema}.running_total`, []);
}

const folded = (schema: string): string =>
  `not exists (select from ${schema}.pending p where p.journal_id = movement.journal_id)`;

/** What the movements under `condition` change the running totals by: a row for every key, `since` and day. */
function changes(register: RegisterDefinition, condition: string): string {
  const { schema, ledger } = register;
  const dimensions = dimensionsOf(ledger);
  const columns = ['territory', 'office', ...dimensions, 'overlays', 'on_date', 'slot'].join(', ');
  const keys = keyColumnsOf(register).join(', ');
  const sums = ledger.slots.flatMap((slot) =>
    ['count', 'money'].map(
      (measure) => `coalesce(sum(${measure}) filter (where slot = '${slot}'), 0) as ${slot.toLowerCase()}_${measure}`,
    ),
  );
  return `moved as materialized (
      select ${columns}, sum(count) as count, sum(money)::bigint as money
      from ${schema}.movement where ${condition} group by ${columns}
    ), viewed as (
      ${ledger.views.map((view) => viewed(view, dimensions)).join('\n      union all ')}
    ), change as materialized (
      select ${keys}, since, day, ${sums.join(', ')}
      from viewed cross join lateral (
        values (${SINCE_EVER}, (date_trunc('month', on_date) + interval '1 month - 1 day')::date),
               (date_trunc('month', on_date)::date, on_date)
      ) as stretch (since, day)
      where daily or since = ${SINCE_EVER}
      group by ${keys}, since, day
    )`;
}

function viewed({ by, daily }: ViewDefinition, dimensions: readonly string[]): string {
  const keys = [
    'territory',
    by.includes('office') ? 'office' : `${ANY_OFFICE} as office`,
    ...dimensions.map((dimension) => (by.includes(dimension) ? dimension : `'${ANY_VALUE}' as ${dimension}`)),
    by.includes('overlay') ? 'bit as overlay' : `${ANY_OVERLAY}::smallint as overlay`,
  ];
  const bits = [ANY_OVERLAY, ...OVERLAY_BIT_VALUES].map((bit) => `(${bit}::smallint)`).join(', ');
  const overlays = by.includes('overlay')
    ? ` join (values ${bits}) as one (bit) on bit = ${ANY_OVERLAY} or overlays & bit <> 0`
    : '';
  return `select ${keys.join(', ')}, on_date, slot, sum(count)::bigint as count, sum(money)::bigint as money, ${daily} as daily
      from moved${overlays} group by ${groupOrdinals(dimensions.length)}`;
}

/** Territory, office, dimensions, overlay, day and slot, by their place in the select list. */
function groupOrdinals(dimensions: number): string {
  return Array.from({ length: dimensions + 5 }, (_, index) => index + 1).join(', ');
}

/**
 * Folds the movements under `condition` (of columns of `movement`, with parameters) into the running totals, as one
 * statement. The caller's transaction holds the follower's lock and sees to it that no movement is folded twice.
 */
export async function foldMovements(
  run: RunStatement,
  register: RegisterDefinition,
  condition: string,
  values: readonly unknown[],
): Promise<void> {
  const { schema } = register;
  const keys = keyColumnsOf(register);
  const measures = measuresOf(register);
  const same = (left: string, right: string): string =>
    [...keys, 'since'].map((key) => `${left}.${key} = ${right}.${key}`).join(' and ');
  const row = [...keys, 'since', 'day'].join(', ');
  await run(
    `with ${changes(register, condition)},
    earliest as (select ${keys.join(', ')}, since, min(day) as day from change group by ${keys.join(', ')}, since),
    reached as (
      select ${row} from change
      union
      select ${row.replace(/\w+/g, (column) => `t.${column}`)}
      from earliest e join ${schema}.running_total t on ${same('t', 'e')} and t.day > e.day
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

/** Selects the rows in which the running totals and the ledger's folded movements disagree; none when all is well. */
export function totalsOffLedger(register: RegisterDefinition): string {
  const { schema } = register;
  const keys = keyColumnsOf(register);
  const row = [...keys, 'since', 'day'].join(', ');
  const measures = measuresOf(register);
  return `with ${changes(register, folded(schema))},
    counted as (
      select ${row}, ${measures.map((measure) => `sum(${measure}) over upward as ${measure}`).join(', ')}
      from change window upward as (partition by ${keys.join(', ')}, since order by day)
    )
    select ${row} from counted c full join ${schema}.running_total t using (${row})
    where (${measures.map((measure) => `c.${measure}`).join(', ')})
      is distinct from (${measures.map((measure) => `t.${measure}`).join(', ')})`;
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
    ), apart as (
      select nth, slot, count, money from waiting m join asked on ${counts} and m.on_date <= asked.day${byMonth ? sinceMonthBegan : ''}
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
