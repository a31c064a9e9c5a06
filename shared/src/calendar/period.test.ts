import fc from 'fast-check';
import { GraphQLError } from 'graphql';
import { addDays, lastDayOfMonth } from './date';
import {
  type PeriodRequest,
  dayBefore,
  resolvePeriod,
  samePeriodLastYear,
  workingYearCutOff,
  workingYearOf,
} from './period';

function refusalOf(request: PeriodRequest): string {
  try {
    resolvePeriod(request);
  } catch (error) {
    expect((error as GraphQLError).extensions.code).toBe('BAD_USER_INPUT');
    return (error as GraphQLError).message;
  }
  throw new Error(`${JSON.stringify(request)} was not refused`);
}

describe('a working year', () => {
  test('2025 is 1 October 2024 to 30 September 2025, both inclusive', () => {
    expect(resolvePeriod({ workingYear: 2025 })).toEqual({
      from: '2024-10-01',
      through: '2025-09-30',
      label: 'working year 2025',
      workingYear: 2025,
    });
  });

  test.each([
    [1, '2023-10-31'],
    [2, '2023-11-30'],
    [3, '2023-12-31'],
    [4, '2024-01-31'],
    [5, '2024-02-29'],
    [6, '2024-03-31'],
    [7, '2024-04-30'],
    [8, '2024-05-31'],
    [9, '2024-06-30'],
    [10, '2024-07-31'],
    [11, '2024-08-31'],
    [12, '2024-09-30'],
  ])('2024 cut off after %i months ends on %s', (months, through) => {
    expect(resolvePeriod({ workingYear: 2024, months })).toMatchObject({ from: '2023-10-01', through });
  });

  test.each([
    ['2024-09-30', 2024],
    ['2024-10-01', 2025],
    ['2024-12-31', 2025],
    ['2025-01-01', 2025],
  ])('that %s lies in is %i', (day, year) => {
    expect(workingYearOf(day)).toBe(year);
  });
});

describe('a period', () => {
  test.each<[PeriodRequest, string, number | null]>([
    [{ workingYear: 2025, months: 1 }, '1 month of working year 2025', 2025],
    [{ workingYear: 2025, months: 9 }, '9 months of working year 2025', 2025],
    [{ from: '2024-10-01', through: '2025-06-30' }, '9 months of working year 2025', 2025],
    [{ from: '2024-10-01', through: '2025-06-29' }, '2024-10-01 to 2025-06-29', null],
    [{ from: '2025-01-01', through: '2025-06-30' }, '2025-01-01 to 2025-06-30', null],
    [{ from: '2025-06-30', through: '2025-06-30' }, '2025-06-30', null],
  ])('%j is called %j', (request, label, workingYear) => {
    expect(resolvePeriod(request)).toMatchObject({ label, workingYear });
  });

  test('opens with the stock at the end of the day before', () => {
    expect(dayBefore(resolvePeriod({ workingYear: 2025 }))).toBe('2024-09-30');
  });

  test.each<[string, PeriodRequest, string]>([
    ['month 0', { workingYear: 2025, months: 0 }, 'period: months is 0; it must be 1 to 12, counted from 1 October.'],
    [
      'month 13',
      { workingYear: 2025, months: 13 },
      'period: months is 13; it must be 1 to 12, counted from 1 October.',
    ],
    [
      'half a month',
      { workingYear: 2025, months: 1.5 },
      'period: months is 1.5; it must be 1 to 12, counted from 1 October.',
    ],
    ['a year before the registers', { workingYear: 1993 }, 'period: workingYear is 1993; it must be 1994 to 2100.'],
    ['a year far ahead', { workingYear: 2101 }, 'period: workingYear is 2101; it must be 1994 to 2100.'],
    [
      'an end before the beginning',
      { from: '2025-02-01', through: '2025-01-31' },
      'period: from (2025-02-01) is after through (2025-01-31); from must be the earlier day or the same day.',
    ],
    [
      'both forms at once',
      { workingYear: 2025, from: '2024-10-01', through: '2025-09-30' },
      'period: give either workingYear (with months) or from and through, not both.',
    ],
    [
      'both forms, the second by half',
      { workingYear: 2025, through: '2025-09-30' },
      'period: give either workingYear (with months) or from and through, not both.',
    ],
    ['neither form', {}, 'period: give a workingYear (with months, 1 to 12) or from and through.'],
    [
      'neither form, in nulls',
      { workingYear: null, months: 12, from: null, through: null },
      'period: give a workingYear (with months, 1 to 12) or from and through.',
    ],
    [
      'a beginning without an end',
      { from: '2025-01-01' },
      'period: through is missing; from and through go together, both inclusive.',
    ],
    [
      'an end without a beginning',
      { through: '2025-01-01' },
      'period: from is missing; from and through go together, both inclusive.',
    ],
    [
      'a day that does not exist',
      { from: '2025-02-29', through: '2025-03-01' },
      'period.from: "2025-02-29" is not a day; write an existing day as YYYY-MM-DD, e.g. 2025-06-30.',
    ],
  ])('with %s is refused, saying what would be right', (_fault, request, message) => {
    expect(refusalOf(request)).toBe(message);
  });

  test('with months 1 and 12, and the years 1994 and 2100, is taken', () => {
    for (const workingYear of [1994, 2100]) for (const months of [1, 12]) resolvePeriod({ workingYear, months });
  });
});

describe('the same period last year', () => {
  test.each([
    [2024, 5, '2022-10-01', '2023-02-28'],
    [2025, 5, '2023-10-01', '2024-02-29'],
    [2025, 9, '2023-10-01', '2024-06-30'],
  ])('of working year %i, %i months, is %s to %s', (workingYear, months, from, through) => {
    expect(samePeriodLastYear(resolvePeriod({ workingYear, months }))).toMatchObject({ from, through });
  });

  test('of 29 February alone is 28 February', () => {
    expect(samePeriodLastYear(resolvePeriod({ from: '2024-02-29', through: '2024-02-29' }))).toMatchObject({
      from: '2023-02-28',
      through: '2023-02-28',
    });
  });

  test('is the same number of months of the year before, in both forms of asking', () => {
    for (let workingYear = 1995; workingYear <= 2100; workingYear += 1) {
      for (let months = 1; months <= 12; months += 1) {
        const { from, through } = resolvePeriod({ workingYear, months });
        const expected = resolvePeriod({ workingYear: workingYear - 1, months });
        expect(samePeriodLastYear(resolvePeriod({ workingYear, months }))).toEqual(expected);
        expect(samePeriodLastYear(resolvePeriod({ from, through }))).toEqual(expected);
      }
    }
  });

  test('of any two days neither turns around nor loses the end of a month', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), fc.nat(800), (start, length) => {
        const from = addDays('1995-01-01', start);
        const earlier = samePeriodLastYear(resolvePeriod({ from, through: addDays(from, length) }));
        expect(earlier.from <= earlier.through).toBe(true);
        const through = addDays(from, length);
        const isMonthEnd = (day: string): boolean =>
          day === lastDayOfMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)));
        if (isMonthEnd(through)) expect(isMonthEnd(earlier.through)).toBe(true);
      }),
    );
  });

  test('cut-offs follow each other without gap or overlap', () => {
    for (let months = 1; months < 12; months += 1) {
      const next = addDays(workingYearCutOff(2024, months), 1);
      expect(next.slice(8)).toBe('01');
      expect(next.slice(0, 7)).toBe(workingYearCutOff(2024, months + 1).slice(0, 7));
    }
  });
});
