import fc from 'fast-check';
import { Rate } from './rate';

describe('the rate of a caller', () => {
  let milliseconds: number;
  beforeEach(() => (milliseconds = 1_700_000_000_000));
  const rate = (perSecond: number, burst: number): Rate => new Rate({ perSecond, burst, now: () => milliseconds });

  it.each([
    [1, 1],
    [3, 10],
    [50, 200],
    [7, 1],
  ])('at %i a second and %i at once: the last of them passes, the next does not', (perSecond, burst) => {
    const bucket = rate(perSecond, burst);
    const waits = Array.from({ length: burst + 1 }, () => bucket.take('a'));
    expect(waits).toEqual([...Array.from({ length: burst }, () => 0), 1]);
  });

  it('is given back with time: after the wait that was told, one more passes and the next does not', () => {
    const bucket = rate(0.25 * 4, 2);
    bucket.take('a');
    bucket.take('a');
    const wait = bucket.take('a');
    milliseconds += wait * 1_000;
    expect([wait, bucket.take('a'), bucket.take('a')]).toEqual([1, 0, 1]);
  });

  it('is each caller’s own', () => {
    const bucket = rate(1, 1);
    expect([bucket.take('a'), bucket.take('b'), bucket.take('a')]).toEqual([0, 0, 1]);
  });

  it('is never more than the burst and what was given back, whenever requests come', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 1, max: 50 }),
        fc.array(fc.nat(2_000), { maxLength: 200 }),
        (perSecond, burst, pauses) => {
          const bucket = rate(perSecond, burst);
          const begun = milliseconds;
          let passed = 0;
          for (const pause of pauses) {
            milliseconds += pause;
            if (bucket.take('a') === 0) passed += 1;
          }
          expect(passed).toBeLessThanOrEqual(burst + ((milliseconds - begun) / 1_000) * perSecond);
        },
      ),
    );
  });
});
