import fc from 'fast-check';
import { addDays } from './date';
import { periodBetween, resolvePeriod } from './period';
import { MOST_TREND_STEPS, TREND_GRAINS, type TrendGrainName, stepsOf } from './trend';

const GRAINS = Object.keys(TREND_GRAINS) as TrendGrainName[];
const spans = (workingYear: number, grain: TrendGrainName) =>
  stepsOf(resolvePeriod({ workingYear }), grain).map(({ from, through }) => `${from} ${through}`);

describe('the steps of a trend', () => {
  test('are the calendar months, the quarters and the working year', () => {
    expect(spans(2024, 'MONTH')).toHaveLength(12);
    expect(spans(2024, 'MONTH').slice(3, 5)).toEqual(['2024-01-01 2024-01-31', '2024-02-01 2024-02-29']);
    expect(spans(2024, 'QUARTER')).toEqual([
      '2023-10-01 2023-12-31',
      '2024-01-01 2024-03-31',
      '2024-04-01 2024-06-30',
      '2024-07-01 2024-09-30',
    ]);
    expect(spans(2024, 'YEAR')).toEqual(['2023-10-01 2024-09-30']);
  });

  test('cover the period once, whatever its first and last day, and break only where a month (quarter, year) does', () => {
    fc.assert(
      fc.property(fc.nat(12_000), fc.nat(1_000), fc.constantFrom(...GRAINS), (start, length, grain) => {
        const from = addDays('1995-01-01', start);
        const through = addDays(from, length);
        const steps = stepsOf(periodBetween(from, through), grain);
        expect([steps[0]!.from, steps.at(-1)!.through]).toEqual([from, through]);
        steps.slice(1).forEach((step, index) => {
          expect(step.from).toBe(addDays(steps[index]!.through, 1));
          expect(step.from.slice(8)).toBe('01');
          expect((Number(step.from.slice(5, 7)) + 2) % TREND_GRAINS[grain]).toBe(0);
        });
        const months = TREND_GRAINS[grain];
        expect(steps.length).toBeGreaterThanOrEqual(Math.floor(length / 31 / months));
        expect(steps.length).toBeLessThanOrEqual(Math.ceil(length / 28 / months) + 1);
      }),
    );
  });

  test('are too many beyond a limit, and the error says what would do', () => {
    const period = periodBetween('2010-01-01', '2020-01-01');
    expect(stepsOf(periodBetween('2010-01-01', '2019-12-31'), 'MONTH')).toHaveLength(MOST_TREND_STEPS);
    expect(() => stepsOf(period, 'MONTH')).toThrow(/more than 120 steps of one MONTH; ask for a shorter period/);
    expect(stepsOf(period, 'QUARTER')).toHaveLength(41);
  });
});
