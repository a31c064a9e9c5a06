/** The place of one value among many, 1 = highest; equal values share a place and the next place is skipped. */
export function placeAmong(own: number, all: readonly number[]): number {
  return 1 + all.filter((other) => other > own).length;
}

/** Quotient for comparing rates with each other, unrounded; null without a denominator. */
export function quotient(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : numerator / denominator;
}
