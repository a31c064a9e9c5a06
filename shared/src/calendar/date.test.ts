import fc from 'fast-check';
import {
  addDays,
  addWorkingDays,
  daysBetween,
  isIsoDate,
  lastDayOfMonth,
  oneYearEarlier,
  parseIsoDate,
  todayInVietnam,
} from './date';

const anyDay = fc.integer({ min: 0, max: 100_000 }).map((days) => addDays('1900-01-01', days));

describe('a day', () => {
  test.each(['2024-02-29', '1900-01-01', '2200-12-31', '2025-06-30'])('%s exists', (day) => {
    expect(isIsoDate(day)).toBe(true);
  });

  test.each([
    '2025-02-29',
    '2025-02-30',
    '2025-13-01',
    '2025-00-10',
    '2025-1-1',
    '2025-06-30T00:00:00Z',
    '1899-12-31',
    '2201-01-01',
    ' 2025-06-30',
    '',
    20250630,
    null,
    undefined,
  ])('%j is refused with the field and the form that is right', (value) => {
    expect(isIsoDate(value)).toBe(false);
    expect(() => parseIsoDate(value, 'occurredOn')).toThrow(/^occurredOn: .*YYYY-MM-DD, e\.g\. 2025-06-30\.$/);
  });

  test('moved by days and measured again is the same number of days away', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5_000, max: 5_000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days);
      }),
    );
  });

  test.each([
    [2024, 29],
    [2025, 28],
    [1900, 28],
    [2000, 29],
  ])('February %i has %i days', (year, days) => {
    expect(lastDayOfMonth(year, 2)).toBe(`${year}-02-${days}`);
  });

  test.each([
    ['2024-09-30T16:59:59Z', '2024-09-30'],
    ['2024-09-30T17:00:00Z', '2024-10-01'],
  ])('begins in Vietnam seven hours before Greenwich: %s is %s', (moment, day) => {
    expect(todayInVietnam(Date.parse(moment))).toBe(day);
  });
});

describe('one year earlier', () => {
  test.each([
    ['2024-02-29', '2023-02-28'],
    ['2024-02-28', '2023-02-28'],
    ['2025-02-28', '2024-02-29'],
    ['2025-02-27', '2024-02-27'],
    ['2026-02-28', '2025-02-28'],
    ['2025-03-01', '2024-03-01'],
    ['2025-09-30', '2024-09-30'],
    ['2024-12-31', '2023-12-31'],
  ])('%s becomes %s', (day, earlier) => {
    expect(oneYearEarlier(day)).toBe(earlier);
  });

  test('is always an existing day, in the same month of the year before', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const earlier = oneYearEarlier(day);
        expect(new Date(`${earlier}T00:00:00Z`).toISOString().slice(0, 10)).toBe(earlier);
        expect(earlier.slice(0, 7)).toBe(`${Number(day.slice(0, 4)) - 1}${day.slice(4, 7)}`);
      }),
    );
  });
});

describe('working days', () => {
  test.each([
    ['Monday', '2024-09-30', '2024-10-07'],
    ['Tuesday', '2024-10-01', '2024-10-08'],
    ['Friday', '2024-10-04', '2024-10-11'],
    ['Saturday', '2024-10-05', '2024-10-11'],
    ['Sunday', '2024-10-06', '2024-10-11'],
  ])('five after a %s, %s, end on %s', (_weekday, day, end) => {
    expect(addWorkingDays(day, 5)).toBe(end);
  });

  test('none after a day is that day', () => {
    expect(addWorkingDays('2024-10-05', 0)).toBe('2024-10-05');
  });

  test('end on a weekday with exactly that many weekdays passed', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (day, count) => {
        const end = addWorkingDays(day, count);
        const passed = Array.from({ length: daysBetween(day, end) }, (_, index) => addDays(day, index + 1));
        const isWeekday = (one: string): boolean => ![0, 6].includes(new Date(`${one}T12:00:00Z`).getUTCDay());
        expect(passed.filter(isWeekday)).toHaveLength(count);
        expect(isWeekday(end)).toBe(true);
      }),
    );
  });
});
