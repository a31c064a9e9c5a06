import fc from 'fast-check';
import { type Counts, isFew, published } from '../access/suppression';
import type { PeriodTotals } from '../statistics/lines';
import type { Totals } from '../statistics/totals';
import { Knowledge, type LinearForm } from './derivable.testkit';

/** Statistics as the public asks for them. */
export interface PublicStatistics {
  /** What is shown of a unit. */
  readonly shown: (totals: PeriodTotals) => Counts;
  /** What is looked at before it is. */
  readonly looked: (totals: PeriodTotals) => Counts;
  /** What nobody should find out where it is of few. */
  readonly kept: (totals: PeriodTotals) => Counts;
}

export interface PublicRegister {
  readonly slots: readonly string[];
  /** Slots that are left again. */
  readonly stocks: readonly string[];
  readonly statistics: readonly PublicStatistics[];
}

const UNITS = ['A', 'B', 'C', 'D'];
const OUTSIDE = 'outside';
const YEARS = [1, 2, 3];

/** Unit, slot, year: what has come together in a slot by the end of a year; of year 0 nothing. */
type Stand = (unit: string, slot: string, year: number) => number;

/**
 * Fails when from everything that is shown of any units and years together, by adding and subtracting, a count of few of a
 * unit follows. Gives how many counts of few there were, and how many units were shown.
 */
export function checkPublications({ slots, stocks, statistics }: PublicRegister, numRuns: number) {
  const seen = { few: 0, shown: 0 };
  const units = [...UNITS, OUTSIDE];
  const cells = units.flatMap((unit) => slots.flatMap((slot) => YEARS.map((year) => `${unit} ${slot} ${year}`)));
  const much = fc.oneof(
    { weight: 60, arbitrary: fc.constant(0) },
    { weight: 60, arbitrary: fc.integer({ min: 5, max: 60 }) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 4 }) },
  );
  fc.assert(
    fc.property(fc.array(much, { minLength: cells.length, maxLength: cells.length }), (values) => {
      const added = new Map(cells.map((cell, index) => [cell, values[index]!]));
      const stand: Stand = (unit, slot, year) => {
        if (year === 0) return 0;
        const own = added.get(`${unit} ${slot} ${year}`)!;
        return stocks.includes(slot) ? own : own + stand(unit, slot, year - 1);
      };
      const known: LinearForm[] = [];
      const secrets: { readonly of: string; readonly form: LinearForm }[] = [];
      for (const { shown, looked, kept } of statistics) {
        const inShown = formsOf(slots, shown);
        const inKept = formsOf(slots, kept);
        for (const year of YEARS) {
          const of = (names: readonly string[]): PeriodTotals =>
            totalsOf(slots, (slot, at) => names.reduce((sum, unit) => sum + stand(unit, slot, at), 0), year);
          const verdict = published(new Map(UNITS.map((unit) => [unit, looked(of([unit]))])), looked(of(units)));
          seen.shown += verdict.units.size;
          for (const unit of verdict.units) known.push(...inShown.map((form) => form([unit], year)));
          if (verdict.whole) known.push(...inShown.map((form) => form(units, year)));
          for (const unit of UNITS) {
            for (const [index, count] of kept(of([unit])).entries()) {
              if (isFew(count)) secrets.push({ of: `${unit} ${year} ${index}`, form: inKept[index]!([unit], year) });
            }
          }
        }
      }
      seen.few += secrets.length;
      const knowledge = new Knowledge(known);
      const told = secrets.filter(({ form }) => knowledge.tells(form)).map(({ of }) => of);
      if (told.length > 0) throw new Error(`what is shown tells of few: ${told.join('; ')}`);
    }),
    { numRuns, endOnFailure: true },
  );
  return seen;
}

/** The counts as forms in what has come together in the slots: they are sums of it, so that each part can be tried alone. */
function formsOf(
  slots: readonly string[],
  counts: (totals: PeriodTotals) => Counts,
): ((units: readonly string[], year: number) => LinearForm)[] {
  const alone = slots.flatMap((slot) =>
    [-1, 0].map((before) => ({
      slot,
      before,
      counts: counts(totalsOf(slots, (name, year) => (name === slot && year === 1 + before ? 1 : 0), 1)),
    })),
  );
  return alone[0]!.counts.map(
    (_count, index) => (units, year) =>
      new Map(
        units.flatMap((unit) =>
          alone
            // By the end of year 0 nothing has come together, and everybody knows it.
            .filter(({ before }) => year + before > 0)
            .map(({ slot, before, counts: parts }) => [`${unit} ${slot} ${year + before}`, parts[index]!] as const),
        ),
      ),
  );
}

function totalsOf(slots: readonly string[], stand: (slot: string, year: number) => number, year: number): PeriodTotals {
  const at = (when: number): Totals => new Map(slots.map((slot) => [slot, { cases: stand(slot, when), money: 0 }]));
  return { opening: at(year - 1), closing: at(year) };
}
