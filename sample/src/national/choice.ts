import type { Random } from '../random';

/** Picks by weight, the sums made once. */
export function choice<T>(weights: readonly (readonly [T, number])[]): (random: Random) => T {
  const values = weights.map(([value]) => value);
  let total = 0;
  const bounds = weights.map(([, weight]) => (total += weight));
  return (random) => {
    const drawn = random.next() * total;
    let index = 0;
    while (drawn >= bounds[index]! && index < bounds.length - 1) index += 1;
    return values[index]!;
  };
}

/** Normally distributed around 0 with deviation 1. */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}
