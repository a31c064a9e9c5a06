import {
  type Amount,
  type IsoDate,
  type Movement,
  NOTHING,
  type PeriodTotals,
  type ReportingPeriod,
  dayBefore,
  evaluate,
} from '@thads/shared';
import { type CaseLineName, circularOn } from '../statistics/case.lines';

/** P(day) of movements in memory. */
export function totalsThrough(movements: readonly Movement[], day: IsoDate): Map<string, Amount> {
  const totals = new Map<string, Amount>();
  for (const { slot, onDate, count, money } of movements) {
    if (onDate > day) continue;
    const before = totals.get(slot) ?? NOTHING;
    totals.set(slot, { cases: before.cases + count, money: before.money + money });
  }
  return totals;
}

export function totalsOver(movements: readonly Movement[], period: ReportingPeriod): PeriodTotals {
  return { opening: totalsThrough(movements, dayBefore(period)), closing: totalsThrough(movements, period.through) };
}

export type Tree = Record<CaseLineName, Amount>;

/** Every line of the statistical tree. */
export function treeOf(period: ReportingPeriod, totals: PeriodTotals): Tree {
  const lines = Object.entries(circularOn(period.through).lines);
  return Object.fromEntries(lines.map(([name, line]) => [name, evaluate(line, totals)])) as Tree;
}
