/** Two ways to the same answer, each as a function that measures it once. */
export interface Comparison {
  readonly what: string;
  readonly against: string;
  readonly unit: 'ms' | 'ms CPU' | 'MB' | 'rows/s' | 'events/s' | 'requests/s' | '40P01' | 'events' | 'faults';
  readonly sample: () => Promise<number>;
  readonly sampleAgainst: () => Promise<number>;
  readonly goal?: Goal;
}

export interface Row extends Pick<Comparison, 'what' | 'against' | 'unit'> {
  readonly own: number;
  readonly other: number;
  /**
   * How many times better than the other: the median of the pairs' ratios, so that a machine that slows down half-way
   * does not decide.
   */
  readonly ratio: number;
  readonly pairs: number;
  readonly goal: string | null;
  readonly met: boolean | null;
}

export interface Goal {
  readonly text: string;
  readonly met: (row: Pick<Row, 'own' | 'other' | 'ratio'>) => boolean;
}

export const ratioAtLeast = (ratio: number): Goal => ({
  text: `ratio at least ${ratio}`,
  met: (row) => row.ratio >= ratio,
});
export const growthAtMost = (factor: number): Goal => ({
  text: `at most ${factor} times as long`,
  met: ({ ratio }) => 1 / ratio <= factor,
});
export const addsAtMost = (amount: number): Goal => ({
  text: `adds at most ${amount}`,
  met: ({ own, other }) => own - other <= amount,
});
export const ownAtLeast = (amount: number): Goal => ({
  text: `at least ${amount.toLocaleString('en-GB')}`,
  met: ({ own }) => own >= amount,
});

export interface Effort {
  readonly pairs: number;
  /** No further pair is begun after this time, except that there are at least `FEWEST`. */
  readonly milliseconds: number;
}

const FEWEST = 3;

/** Runs the two in turn. The first pair warms up and does not count. */
export async function compare(comparison: Comparison, effort: Effort): Promise<Row> {
  const { what, against, unit, sample, sampleAgainst, goal } = comparison;
  const isBetterSmall = unit === 'ms' || unit === 'ms CPU' || unit === 'MB';
  await sample();
  await sampleAgainst();
  const pairs: [own: number, other: number][] = [];
  const begun = Date.now();
  while (pairs.length < effort.pairs && (pairs.length < FEWEST || Date.now() - begun < effort.milliseconds)) {
    pairs.push([await sample(), await sampleAgainst()]);
  }
  const own = medianOf(pairs.map(([value]) => value));
  const other = medianOf(pairs.map(([, value]) => value));
  const ratio = medianOf(pairs.map(([mine, theirs]) => (isBetterSmall ? theirs / mine : mine / theirs)));
  const met = goal ? goal.met({ own, other, ratio }) : null;
  return { what, against, unit, own, other, ratio, pairs: pairs.length, goal: goal?.text ?? null, met };
}

/** Milliseconds that a run takes. */
export function timed(run: () => Promise<unknown>): () => Promise<number> {
  return async () => {
    const start = process.hrtime.bigint();
    await run();
    return Number(process.hrtime.bigint() - start) / 1e6;
  };
}

export function medianOf(values: readonly number[]): number {
  return quantileOf(values, 0.5);
}

export function quantileOf(values: readonly number[], quantile: number): number {
  const inOrder = [...values].sort((a, b) => a - b);
  return inOrder[Math.min(inOrder.length - 1, Math.floor(inOrder.length * quantile))]!;
}

/** Runs a sample: processor time is counted in hundredths of a second. */
const RUNS = 40;

/** Milliseconds of processor time that a run takes, of what `cpu` counts. */
export async function cpuPerRun(run: () => Promise<unknown>, cpu: () => number): Promise<number> {
  const before = cpu();
  for (let nth = 0; nth < RUNS; nth += 1) await run();
  return (cpu() - before) / RUNS;
}

/** Node is fast only after some hundreds of runs. */
export async function warmUp(run: () => Promise<unknown>): Promise<void> {
  for (let nth = 0; nth < 10 * RUNS; nth += 1) await run();
}
