import fc from 'fast-check';
import { placeAmong, quotient } from './ranking';

describe('a ranking', () => {
  test('gives equal values the same place and skips the next', () => {
    const values = [0.9, 0.8, 0.8, 0.7, 0.7, 0.7, 0.1];
    expect(values.map((value) => placeAmong(value, values))).toEqual([1, 2, 2, 4, 4, 4, 7]);
  });

  test('is what sorting gives', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 1 }), (values) => {
        const sorted = [...values].sort((a, b) => b - a);
        for (const value of values) expect(placeAmong(value, values)).toBe(sorted.indexOf(value) + 1);
      }),
    );
  });

  test('compares unrounded: what prints alike can still be told apart', () => {
    const better = quotient(8_388_001, 10_000_000)!;
    const worse = quotient(8_388_000, 10_000_000)!;
    expect([better, worse].map((rate) => placeAmong(rate, [better, worse]))).toEqual([1, 2]);
  });

  test('knows no rate without a denominator', () => {
    expect(quotient(3, 0)).toBeNull();
    expect(quotient(0, 3)).toBe(0);
  });
});
