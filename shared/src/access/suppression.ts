/** Counts of one unit, e.g. of a province over a year; in every unit the same, in the same order. */
export type Counts = readonly number[];

export interface Published {
  /** Whether the whole may be shown. */
  readonly whole: boolean;
  /** Names of the units that may be shown. */
  readonly units: ReadonlySet<string>;
}

/** The largest number that tells of few people. */
const FEW = 4;

export function isFew(count: number): boolean {
  return count !== 0 && Math.abs(count) <= FEW;
}

/**
 * Which units may be shown, and whether the whole: only those without a count of few. What is withheld must not follow
 * from what is shown either: the whole less the units shown is what is withheld together, with what belongs to the whole
 * and to no unit. That must be more than one part, and without a count of few, so the smallest others are withheld too.
 */
export function published(units: ReadonlyMap<string, Counts>, whole: Counts): Published {
  const shown = new Map([...units].filter(([, counts]) => !counts.some(isFew)));
  if (whole.some(isFew)) return { whole: false, units: new Set(shown.keys()) };
  const outside = [...units.values()].reduce(less, whole);
  const parts = outside.some((count) => count !== 0) ? 1 : 0;
  const smallestFirst = [...shown].filter(([, counts]) => sizeOf(counts) > 0).sort(bySize);
  for (;;) {
    const withheld = units.size - shown.size + parts;
    const rest = [...shown.values()].reduce(less, whole);
    if (withheld === 0 || (withheld > 1 && !rest.some(isFew))) return { whole: true, units: new Set(shown.keys()) };
    const [next] = smallestFirst.splice(0, 1);
    if (!next) return { whole: false, units: new Set(shown.keys()) };
    shown.delete(next[0]);
  }
}

function less(from: Counts, counts: Counts): Counts {
  return from.map((count, index) => count - counts[index]!);
}

function sizeOf(counts: Counts): number {
  return counts.reduce((sum, count) => sum + Math.abs(count), 0);
}

function bySize([nameA, a]: readonly [string, Counts], [nameB, b]: readonly [string, Counts]): number {
  return sizeOf(a) - sizeOf(b) || (nameA < nameB ? -1 : 1);
}
