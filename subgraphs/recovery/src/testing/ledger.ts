import {
  type Amount,
  type IsoDate,
  type Movement,
  NOTHING,
  type PeriodTotals,
  type Totals,
  addDays,
} from '@thads/shared';

/** P(day) of movements that are still in memory. */
export function totalsThrough(movements: readonly Movement[], day: IsoDate): Totals {
  const totals = new Map<string, Amount>();
  for (const { slot, count, money } of movements.filter(({ onDate }) => onDate <= day)) {
    const before = totals.get(slot) ?? NOTHING;
    totals.set(slot, { cases: before.cases + count, money: before.money + money });
  }
  return totals;
}

export function periodTotals(movements: readonly Movement[], from: IsoDate, through: IsoDate): PeriodTotals {
  return { opening: totalsThrough(movements, addDays(from, -1)), closing: totalsThrough(movements, through) };
}
