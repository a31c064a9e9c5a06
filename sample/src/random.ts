import { v5 as uuidOf } from 'uuid';

/** A seeded generator: the same seed gives the same sample on every machine. */
export interface Random {
  /** 0 inclusive to 1 exclusive. */
  next(): number;
  /** Whole number from 0 to `below` − 1. */
  below(below: number): number;
  pick<T>(values: readonly T[]): T;
  /** Picks by weight; weights need not add up to 1. */
  weighted<T>(values: readonly (readonly [T, number])[]): T;
  shuffled<T>(values: readonly T[]): T[];
  /** Positive and skewed, as amounts of cases are; median 1. */
  skewed(): number;
}

/** mulberry32 */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    pick: (values) => values[below(values.length)]!,
    weighted(values) {
      let left = next() * values.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of values) {
        left -= weight;
        if (left < 0) return value;
      }
      return values.at(-1)![0];
    },
    shuffled(values) {
      const copy = [...values];
      for (let index = copy.length - 1; index > 0; index -= 1) {
        const other = below(index + 1);
        [copy[index], copy[other]] = [copy[other]!, copy[index]!];
      }
      return copy;
    },
    skewed: () => Math.exp(1.4 * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())),
  };
}

const NAMESPACE = '7f4c1a52-6a0e-5d3b-9c56-0d1c4e2b9a10';

/** The id of the nth event about a subject: the same in every run, so that a repeated load is all duplicates. */
export function eventId(subject: string, nth: number): string {
  return uuidOf(`${subject}#${nth}`, NAMESPACE);
}
