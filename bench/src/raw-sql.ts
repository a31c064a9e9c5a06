import { type ReportingPeriod, dayBefore, samePeriodLastYear } from '@thads/shared';
import type pg from 'pg';
import { daysOf } from './operations';

/** What figures are wanted of, as SQL without the engine sees it. */
export interface RawQuestion {
  /** Column, or `bit` for one group per overlay, or null for one group. */
  readonly groupBy: 'territory' | 'office' | 'kind' | 'bit' | null;
  readonly where: string;
  /** Month by month of the period, and of the same last year. */
  readonly monthly: boolean;
  readonly period: ReportingPeriod;
}

const ENDS = ['COMPLETED', 'TERMINATED', 'ENTRUSTED_OUT', 'REVOKED', 'WITHDRAWN'];
const EVERYTHING = 'territory, office, kind, overlays, state, amount, paid';

/**
 * The cases as rows, narrowed to what figures need, with covering indexes for every question. The rows know only their
 * last state, so a case counts as having been in it all the time since it was decided, and its payments as made at its
 * end: figures of a past day are wrong by every reclassification and part payment since. Right ones would take a table
 * of intervals with several rows a case.
 */
export async function prepareCaseRows(admin: pg.Pool): Promise<void> {
  const counts = async (): Promise<string[]> => {
    const { rows } = await admin.query<{ count: string }>(
      'select count(*) from bench.case_row union all select count(*) from cases.enforcement_case where decided_on is not null',
    );
    return rows.map(({ count }) => count);
  };
  await admin.query('create schema if not exists bench');
  await admin.query(`create table if not exists bench.case_row as
    select territory, office, kind, overlays, decided_on, coalesce(ended_on, 'infinity') as ended_on, state, amount, paid
    from cases.enforcement_case with no data`);
  const [known, wanted] = await counts();
  if (known === wanted) return;
  await admin.query('truncate bench.case_row');
  await admin.query('drop index if exists bench.by_end, bench.by_office, bench.by_overlay');
  await admin.query(`insert into bench.case_row
    select territory, office, kind, overlays, decided_on, coalesce(ended_on, 'infinity'), state, amount, paid
    from cases.enforcement_case where decided_on is not null`);
  await admin.query(`create index by_end on bench.case_row (ended_on, decided_on) include (${EVERYTHING})`);
  await admin.query(
    `create index by_office on bench.case_row (territory, office, ended_on, decided_on) include (${EVERYTHING})`,
  );
  await admin.query(
    `create index by_overlay on bench.case_row (ended_on, decided_on) include (${EVERYTHING}) where overlays <> 0`,
  );
  for (const table of ['bench.case_row', 'cases.movement', 'cases.running_total']) {
    await admin.query(`vacuum (analyze) ${table}`);
  }
}

/** Straight from the rows of the cases. */
export function fromCaseRows({ groupBy, where, monthly, period }: RawQuestion): string[] {
  const { from, through } = samePeriodLastYear(period);
  if (monthly) {
    const months = (day: string, sums: string): string =>
      `select date_trunc('month', ${day}), state, count(*), ${sums} from bench.case_row where ${day} <= '${period.through}' and ${where} group by 1, 2`;
    return [months('decided_on', 'sum(amount)'), months('ended_on', 'sum(amount), sum(paid)')];
  }
  const measures = [period, { ...samePeriodLastYear(period), from, through }].flatMap((one) => [
    measure('amount', `decided_on < '${one.from}' and ended_on > '${dayBefore(one)}'`),
    measure('amount', `decided_on between '${one.from}' and '${one.through}'`),
    ...ENDS.map((state) =>
      measure('amount', `ended_on between '${one.from}' and '${one.through}' and state = '${state}'`),
    ),
    ...['in', 'not in'].map((among) =>
      measure(
        'amount - paid',
        `decided_on <= '${one.through}' and ended_on > '${one.through}' and state ${among} ('NO_CONDITIONS', 'POSTPONED', 'SUSPENDED')`,
      ),
    ),
  ]);
  return [
    `select ${groupBy ?? 'null'} as unit, ${measures.join(', ')} from bench.case_row ${overlays(groupBy)}
     where ended_on >= '${from}' and decided_on <= '${period.through}' and ${where} group by 1`,
  ];
}

function measure(money: string, condition: string): string {
  return `count(*) filter (where ${condition}), sum(${money}) filter (where ${condition})`;
}

/** By adding up the ledger, which answers exactly what the engine answers. */
export function fromLedger({ groupBy, where, monthly, period }: RawQuestion): string[] {
  if (monthly) {
    return [
      `select date_trunc('month', on_date), slot, sum(count), sum(money) from cases.movement
       where on_date <= '${period.through}' and ${where} group by 1, 2`,
    ];
  }
  const sums = daysOf(period).map(
    (day) => `sum(count) filter (where on_date <= '${day}'), sum(money) filter (where on_date <= '${day}')`,
  );
  return [
    `select ${groupBy ?? 'null'} as unit, slot, ${sums.join(', ')} from cases.movement ${overlays(groupBy)}
     where on_date <= '${period.through}' and ${where} group by 1, 2`,
  ];
}

function overlays(groupBy: RawQuestion['groupBy']): string {
  return groupBy === 'bit'
    ? 'join (values (1), (2), (4), (8)) as one (bit) on overlays <> 0 and overlays & bit <> 0'
    : '';
}
