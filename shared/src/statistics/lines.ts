import type { IsoDate } from '../calendar/date';
import { type ReportingPeriod, dayBefore, samePeriodLastYear } from '../calendar/period';
import type { Scope } from '../geography/geography';
import { type Amount, NOTHING, type Totals, type TotalsReader } from './totals';
import type { LedgerFilter } from './views';

/**
 * One term of a line. With P(d) the sum of all movements through day d, over a period [from, through]:
 * `OPENING` is P(from − 1), `CLOSING` is P(through), `FLOW` is P(through) − P(from − 1).
 */
export interface Term {
  readonly slot: string;
  readonly basis: 'OPENING' | 'CLOSING' | 'FLOW';
}

/** A line of a statistical form, as sums of terms: one for the number of cases, one for the money. */
export interface LineDefinition {
  readonly cases: readonly Term[];
  readonly money: readonly Term[];
}

/** P at the two ends of a period: everything that any line of the period is made of. */
export interface PeriodTotals {
  readonly opening: Totals;
  readonly closing: Totals;
}

export function opening(...slots: readonly string[]): Term[] {
  return slots.map((slot) => ({ slot, basis: 'OPENING' }));
}

export function closing(...slots: readonly string[]): Term[] {
  return slots.map((slot) => ({ slot, basis: 'CLOSING' }));
}

export function flow(...slots: readonly string[]): Term[] {
  return slots.map((slot) => ({ slot, basis: 'FLOW' }));
}

/** A line whose cases and money have the same terms. */
export function line(...terms: readonly Term[]): LineDefinition {
  return { cases: terms, money: terms };
}

/** The one formula. */
export function evaluate({ cases, money }: LineDefinition, totals: PeriodTotals): Amount {
  return {
    cases: cases.reduce((sum, term) => sum + valueOf(term, 'cases', totals), 0),
    money: money.reduce((sum, term) => sum + valueOf(term, 'money', totals), 0),
  };
}

function valueOf(
  { slot, basis }: Term,
  measure: keyof Amount,
  { opening: before, closing: after }: PeriodTotals,
): number {
  if (basis === 'OPENING') return (before.get(slot) ?? NOTHING)[measure];
  const through = (after.get(slot) ?? NOTHING)[measure];
  return basis === 'CLOSING' ? through : through - (before.get(slot) ?? NOTHING)[measure];
}

/**
 * P at the two ends of a period. Those of the same period last year are asked for in the same breath, since whoever
 * shows a period shows last year beside it and one statement answers both.
 */
export async function readPeriod(
  reader: TotalsReader,
  period: ReportingPeriod,
  scope: Scope,
  filter: LedgerFilter,
): Promise<PeriodTotals> {
  const own = boundaryDays(period);
  const ahead = reader.knows(own, scope, filter) ? [] : boundaryDays(samePeriodLastYear(period));
  const [before, after] = await reader.upTo([...own, ...ahead], scope, filter);
  return { opening: before!, closing: after! };
}

/** The days whose P every figure of the period is made of. */
export function boundaryDays(period: ReportingPeriod): [opening: IsoDate, closing: IsoDate] {
  return [dayBefore(period), period.through];
}
