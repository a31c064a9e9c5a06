/** A percentage with two decimals, as printed, or null when it has no denominator. */
export type Percent = number | null;

/**
 * `numerator / denominator` in percent, rounded half up to two decimals; null when the denominator is 0.
 * Exact for every safe integer: the quotient is taken in whole numbers.
 */
export function percentOf(numerator: number, denominator: number): Percent {
  if (denominator === 0) return null;
  return roundedQuotient(BigInt(numerator) * 10_000n, BigInt(denominator));
}

/** `a/b` measured against a rate that is itself in percent with two decimals, in percent (tỷ lệ đạt so với chỉ tiêu). */
export function percentOfTarget(numerator: number, denominator: number, target: number): Percent {
  const targetInHundredths = Math.round(target * 100);
  if (denominator === 0 || targetInHundredths === 0) return null;
  return roundedQuotient(BigInt(numerator) * 100_000_000n, BigInt(denominator) * BigInt(targetInHundredths));
}

/** `a/b` in percent minus a target in percent, in percentage points. */
export function pointsOver(numerator: number, denominator: number, target: number): Percent {
  if (denominator === 0) return null;
  const targetInHundredths = BigInt(Math.round(target * 100));
  return roundedQuotient(BigInt(numerator) * 10_000n - targetInHundredths * BigInt(denominator), BigInt(denominator));
}

/** Hundredths from a quotient of whole numbers, half away from zero. `denominator` is positive. */
function roundedQuotient(numerator: bigint, denominator: bigint): number {
  const sign = numerator < 0n ? -1n : 1n;
  const hundredths = sign * ((2n * sign * numerator + denominator) / (2n * denominator));
  return Number(hundredths) / 100;
}
