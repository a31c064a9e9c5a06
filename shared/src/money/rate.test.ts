import fc from 'fast-check';
import { percentOf, percentOfTarget, pointsOver } from './rate';

const amount = fc.maxSafeInteger().map(Math.abs);
const count = fc.nat(2_000_000);
const pair = fc.oneof(fc.tuple(count, count), fc.tuple(amount, amount));
const target = fc.integer({ min: 1, max: 10_000 }).map((hundredths) => hundredths / 100);

/** Whether `rounded` hundredths are nearest to numerator / denominator (of hundredths), upwards in the middle. */
function isHalfUp(rounded: number, numerator: bigint, denominator: bigint): boolean {
  const distance = 2n * (BigInt(Math.round(rounded * 100)) * denominator - numerator);
  const away = numerator < 0n ? -distance : distance;
  return -denominator < away && away <= denominator;
}

describe('a percentage', () => {
  test.each([
    [1, 3, 33.33],
    [2, 3, 66.67],
    [1, 8, 12.5],
    [1, 800, 0.13],
    [3, 800, 0.38],
    [1, 20_000, 0.01],
    [1, 20_001, 0],
    [3_569, 3_918, 91.09],
    [0, 5, 0],
    [5, 5, 100],
    [116_531_000_000_000, 224_775_000_000_000, 51.84],
    [Number.MAX_SAFE_INTEGER - 1, Number.MAX_SAFE_INTEGER, 100],
  ])('%i of %i is %d: two decimals, the half goes up', (numerator, denominator, percent) => {
    expect(percentOf(numerator, denominator)).toBe(percent);
  });

  test('of nothing is null, not zero and not infinite', () => {
    expect([percentOf(0, 0), percentOf(7, 0), percentOfTarget(1, 0, 80), percentOfTarget(1, 2, 0)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(pointsOver(1, 0, 80)).toBeNull();
  });

  test('is rounded half up from the exact quotient, for counts and for any amount of money', () => {
    fc.assert(
      fc.property(pair, ([numerator, denominator]) => {
        const percent = percentOf(numerator, denominator);
        if (denominator === 0) return expect(percent).toBeNull();
        // Beyond 2^53 hundredths no number is exact; nothing that is printed comes near.
        fc.pre(numerator / denominator < 1e10);
        expect(isHalfUp(percent!, BigInt(numerator) * 10_000n, BigInt(denominator))).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('of two parts of a whole come to 100, but for one hundredth of rounding', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (whole, share) => {
          const one = Math.floor(whole * share);
          expect(Math.abs(percentOf(one, whole)! + percentOf(whole - one, whole)! - 100)).toBeLessThan(0.0101);
        },
      ),
    );
  });
});

describe('measured against a target', () => {
  test('68.85 percent of the cases against a target of 83.95 is 82.01 percent of it and 15.1 points short', () => {
    expect(percentOfTarget(6_885, 10_000, 83.95)).toBe(82.01);
    expect(pointsOver(6_885, 10_000, 83.95)).toBe(-15.1);
  });

  test.each([
    [84.01, 83.95, 0.06],
    [83.95, 83.95, 0],
    [85.8, 83.95, 1.85],
  ])('%d percent is %d + %d points, without a trace of binary fractions', (rate, goal, points) => {
    expect(pointsOver(Math.round(rate * 100), 10_000, goal)).toBe(points);
  });

  test('a half hundredth is rounded away from zero, above and below the target', () => {
    expect(pointsOver(1, 800, 0.1)).toBe(0.03);
    expect(pointsOver(1, 800, 0.15)).toBe(-0.03);
  });

  test('points and share are rounded half away from zero from the exact quotient', () => {
    fc.assert(
      fc.property(pair, target, ([a, b], goal) => {
        fc.pre(b > 0 && a / b < 1e6);
        const hundredths = BigInt(Math.round(goal * 100));
        const [numerator, denominator] = [BigInt(a), BigInt(b)];
        expect(isHalfUp(pointsOver(a, b, goal)!, numerator * 10_000n - hundredths * denominator, denominator)).toBe(
          true,
        );
        expect(isHalfUp(percentOfTarget(a, b, goal)!, numerator * 100_000_000n, denominator * hundredths)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
