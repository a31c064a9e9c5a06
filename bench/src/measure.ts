/** Two ways to the same answer. */
export interface Comparison {
  readonly what: string;
  readonly against: string;
  readonly run: () => Promise<unknown>;
  readonly runAgainst: () => Promise<unknown>;
}

export interface Compared extends Pick<Comparison, 'what' | 'against'> {
  /** Milliseconds. */
  readonly median: number;
  readonly medianAgainst: number;
  /** Median of the pairs' ratios, so that a machine that slows down half-way does not decide. */
  readonly ratio: number;
}

const WARM_UP = 5;
const PAIRS = 40;

export async function compare({ what, against, run, runAgainst }: Comparison): Promise<Compared> {
  for (let index = 0; index < WARM_UP; index += 1) {
    await run();
    await runAgainst();
  }
  const pairs: [number, number][] = [];
  for (let index = 0; index < PAIRS; index += 1) pairs.push([await timed(run), await timed(runAgainst)]);
  return {
    what,
    against,
    median: medianOf(pairs.map(([own]) => own)),
    medianAgainst: medianOf(pairs.map(([, other]) => other)),
    ratio: medianOf(pairs.map(([own, other]) => own / other)),
  };
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = process.hrtime.bigint();
  await run();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
