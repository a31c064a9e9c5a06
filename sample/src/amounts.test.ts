import fc from 'fast-check';
import { billion, splitCount, splitMoney } from './amounts';
import { createRandom } from './random';

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

describe('money split into parts', () => {
  test('adds up to the last dong, no part below the least', () => {
    fc.assert(
      fc.property(
        fc.nat(2_000_000_000_000),
        fc.integer({ min: 1, max: 300 }),
        fc.nat(200_000),
        fc.nat(),
        (total, parts, least, seed) => {
          fc.pre(total >= parts * least);
          const amounts = splitMoney(total, parts, createRandom(seed), least);
          expect(amounts).toHaveLength(parts);
          expect(sum(amounts)).toBe(total);
          expect(amounts.every((amount) => Number.isSafeInteger(amount) && amount >= least)).toBe(true);
        },
      ),
    );
  });

  test('that does not suffice for its parts is refused', () => {
    expect(() => splitMoney(599_999, 3, createRandom(1), 200_000)).toThrow(
      '599999 dong cannot be split into 3 parts of at least 200000',
    );
    expect(splitMoney(600_000, 3, createRandom(1), 200_000)).toEqual([200_000, 200_000, 200_000]);
    expect(splitMoney(5, 0, createRandom(1), 1)).toEqual([]);
  });
});

describe('a count split by weights', () => {
  test('adds up, in whole numbers less than one away from the exact shares', () => {
    fc.assert(
      fc.property(
        fc.nat(2_000_000),
        fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 80 }),
        (total, weights) => {
          const counts = splitCount(total, weights);
          expect(sum(counts)).toBe(total);
          counts.forEach((count, index) => {
            expect(Number.isInteger(count) && count >= 0).toBe(true);
            expect(Math.abs(count - (total * weights[index]!) / sum(weights))).toBeLessThan(1);
          });
        },
      ),
    );
  });

  test('gives what is left over to the largest remainders', () => {
    expect(splitCount(10, [1, 1, 1])).toEqual([4, 3, 3]);
    expect(splitCount(7, [50, 30, 20])).toEqual([4, 2, 1]);
  });
});

test('billions of the reports become whole dong', () => {
  expect([593.02, 0.1, 331.2].map(billion)).toEqual([593_020_000_000, 100_000_000, 331_200_000_000]);
});
