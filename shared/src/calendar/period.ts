import { badInput } from '../errors';
import { type IsoDate, addDays, isoDate, lastDayOfMonth, oneYearEarlier, parseIsoDate, yearOf, monthOf } from './date';

/** A reporting period (kỳ báo cáo). Both ends are inclusive, as the ministry prints them. */
export interface ReportingPeriod {
  readonly from: IsoDate;
  readonly through: IsoDate;
  /** For people, e.g. `9 months of working year 2025`. */
  readonly label: string;
  /** The working year (năm công tác), when the period starts on its first day and ends with one of its months. */
  readonly workingYear: number | null;
}

/** What a caller may ask: a working year with a number of months from 1 October, or two days. */
export interface PeriodRequest {
  workingYear?: number | null;
  months?: number | null;
  from?: IsoDate | null;
  through?: IsoDate | null;
}

const FIRST_YEAR = 1994;
const LAST_YEAR = 2100;

/** The first day of working year `year`: 1 October of the year before. */
export function workingYearStart(year: number): IsoDate {
  return isoDate(year - 1, 10, 1);
}

/** The last day of the `months`-th month of working year `year` (1 = 31 October, 12 = 30 September). */
export function workingYearCutOff(year: number, months: number): IsoDate {
  const month = 9 + months;
  return month <= 12 ? lastDayOfMonth(year - 1, month) : lastDayOfMonth(year, month - 12);
}

/** The working year that a day lies in. */
export function workingYearOf(day: IsoDate): number {
  return monthOf(day) >= 10 ? yearOf(day) + 1 : yearOf(day);
}

/** Both ends inclusive; a period that is a working year cut off at a month's end is named so. Errors: `BAD_USER_INPUT`. */
export function periodBetween(from: IsoDate, through: IsoDate): ReportingPeriod {
  if (from > through) {
    throw badInput(
      `period: from (${from}) is after through (${through}); from must be the earlier day or the same day.`,
    );
  }
  const year = workingYearOf(from);
  const months = ((monthOf(through) + 2) % 12) + 1;
  if (from === workingYearStart(year) && through === workingYearCutOff(year, months)) {
    const label =
      months === 12 ? `working year ${year}` : `${months} month${months === 1 ? '' : 's'} of working year ${year}`;
    return { from, through, label, workingYear: year };
  }
  return { from, through, label: from === through ? from : `${from} to ${through}`, workingYear: null };
}

/** Errors: `BAD_USER_INPUT` for both forms at once, none, a half one, or values out of range. */
export function resolvePeriod(request: PeriodRequest): ReportingPeriod {
  const { workingYear, from, through } = request;
  const byYear = workingYear !== undefined && workingYear !== null;
  const byDays = (from !== undefined && from !== null) || (through !== undefined && through !== null);
  if (byYear && byDays) {
    throw badInput('period: give either workingYear (with months) or from and through, not both.');
  }
  if (!byYear && !byDays) {
    throw badInput('period: give a workingYear (with months, 1 to 12) or from and through.');
  }
  if (byYear) {
    const months = request.months ?? 12;
    if (!Number.isInteger(months) || months < 1 || months > 12) {
      throw badInput(`period: months is ${months}; it must be 1 to 12, counted from 1 October.`);
    }
    if (workingYear < FIRST_YEAR || workingYear > LAST_YEAR) {
      throw badInput(`period: workingYear is ${workingYear}; it must be ${FIRST_YEAR} to ${LAST_YEAR}.`);
    }
    return periodBetween(workingYearStart(workingYear), workingYearCutOff(workingYear, months));
  }
  if (!from || !through) {
    throw badInput(`period: ${from ? 'through' : 'from'} is missing; from and through go together, both inclusive.`);
  }
  return periodBetween(parseIsoDate(from, 'period.from'), parseIsoDate(through, 'period.through'));
}

/** The period one year earlier, see `oneYearEarlier` for February. */
export function samePeriodLastYear(period: ReportingPeriod): ReportingPeriod {
  return periodBetween(oneYearEarlier(period.from), oneYearEarlier(period.through));
}

/** The day whose closing stock is the opening stock of the period. */
export function dayBefore(period: ReportingPeriod): IsoDate {
  return addDays(period.from, -1);
}
