import { type IsoDate, addDays } from '@thads/shared';
import { NOTHING, type Tally, less, sumOf } from '../tally';
import type { Population, ReportedRow } from './plan';

/** Where a case that is open or new in a segment of time is at its end. */
export const OUTCOMES = [
  'ENTRUSTED',
  'REVOKED',
  'WITHDRAWN',
  'FULLY_ENFORCED',
  'TERMINATED',
  'WITH',
  'NOT_YET',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** From one cut-off to the next: what came in, and where everything is at the end. */
export interface Segment {
  readonly from: IsoDate;
  readonly through: IsoDate;
  readonly newlyReceived: Tally;
  readonly outcomes: Readonly<Record<Outcome, Tally>>;
}

/** Turns the cumulative rows of a population into consecutive segments. */
export function segmentsOf(population: Population): Segment[] {
  const segments: Segment[] = [];
  let stock = sumOf(population.opening.withConditions, population.opening.notYet);
  for (const { from, rows } of population.years) {
    const carriedOver = stock;
    let before: ReportedRow | null = null;
    for (const row of rows) {
      const toBeEnforced = less(sumOf(carriedOver, row.newlyReceived), row.deducted);
      const since = (key: 'newlyReceived' | 'deducted' | 'completed' | 'terminated'): Tally =>
        less(row[key], before?.[key] ?? NOTHING);
      segments.push({
        from: before ? addDays(before.through, 1) : from,
        through: row.through,
        newlyReceived: since('newlyReceived'),
        outcomes: {
          ...deductions(since('deducted')),
          FULLY_ENFORCED: less(since('completed'), since('terminated')),
          TERMINATED: since('terminated'),
          WITH: less(row.withConditions, row.completed),
          NOT_YET: less(toBeEnforced, row.withConditions),
        },
      });
      stock = less(toBeEnforced, row.completed);
      before = row;
    }
  }
  for (const segment of segments) check(population.name, segment);
  return segments;
}

/** The reports do not tell the three kinds of deduction apart. */
function deductions(all: Tally): Pick<Record<Outcome, Tally>, 'ENTRUSTED' | 'REVOKED' | 'WITHDRAWN'> {
  const revoked = Math.floor(all.cases * 0.3);
  const withdrawn = Math.floor(all.cases * 0.1);
  const perCase = Math.floor((all.money * 0.1) / Math.max(all.cases, 1));
  const REVOKED = { cases: revoked, money: revoked * perCase };
  const WITHDRAWN = { cases: withdrawn, money: withdrawn * perCase };
  return { REVOKED, WITHDRAWN, ENTRUSTED: less(all, REVOKED, WITHDRAWN) };
}

function check(name: string, { through, newlyReceived, outcomes }: Segment): void {
  for (const [key, { cases, money }] of Object.entries({ newlyReceived, ...outcomes })) {
    if (cases < 0 || money < 0)
      throw new Error(`the plan of ${name} through ${through} needs ${cases} cases and ${money} dong for ${key}`);
  }
}
