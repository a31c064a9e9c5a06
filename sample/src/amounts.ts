import type { Random } from './random';

export const BILLION = 1_000_000_000;

/** Billions with decimals as the reports print them, in dong. */
export function billion(value: number): number {
  return Math.round(value * BILLION);
}

/** Splits a sum of money into skewed parts that add up exactly, each at least `least` dong. */
export function splitMoney(total: number, parts: number, random: Random, least: number): number[] {
  if (parts === 0) return [];
  const spare = total - parts * least;
  if (spare < 0) throw new Error(`${total} dong cannot be split into ${parts} parts of at least ${least}`);
  const weights = Array.from({ length: parts }, () => Math.min(random.skewed(), 40));
  const sum = weights.reduce((a, b) => a + b, 0);
  const amounts = weights.map((weight) => least + Math.floor(((spare / sum) * weight) / 1_000) * 1_000);
  amounts[0]! += total - amounts.reduce((a, b) => a + b, 0);
  return amounts;
}

/** Splits a count by weights into whole numbers that add up exactly (largest remainder). */
export function splitCount(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const counts = exact.map(Math.floor);
  const order = exact.map((value, index) => [value - Math.floor(value), index] as const).sort(([a], [b]) => b - a);
  const left = total - counts.reduce((a, b) => a + b, 0);
  for (const [, index] of order.slice(0, left)) counts[index]! += 1;
  return counts;
}
