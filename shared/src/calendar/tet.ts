import { type IsoDate, daysBetween } from './date';

/** First days of the lunar years (mùng 1 Tết) as the state calendar has them, by year. */
const FIRST_DAYS: readonly IsoDate[] = [
  '2009-01-26', '2010-02-14', '2011-02-03', '2012-01-23', '2013-02-10', '2014-01-31', '2015-02-19', '2016-02-08',
  '2017-01-28', '2018-02-16', '2019-02-05', '2020-01-25', '2021-02-12', '2022-02-01', '2023-01-22', '2024-02-10',
  '2025-01-29', '2026-02-17', '2027-02-06', '2028-01-26', '2029-02-13', '2030-02-02', '2031-01-23', '2032-02-11',
  '2033-01-31', '2034-02-19', '2035-02-08',
]; // prettier-ignore

/** The Tết nearest to a day of the years 2009 to 2035; of other years the nearest there is. */
export function tetOf(day: IsoDate): IsoDate {
  return FIRST_DAYS.reduce((nearest, one) =>
    Math.abs(daysBetween(day, one)) < Math.abs(daysBetween(day, nearest)) ? one : nearest,
  );
}
