import { type IsoDate, addDays, daysBetween, workingYearCutOff, workingYearStart } from '@thads/shared';

/**
 * Days as whole numbers, since dates are drawn by the million. Nothing of the national sample happens before the first
 * or after the last of them.
 */
const FIRST: IsoDate = '1999-01-01';
export const LAST_WORKING_YEAR = 2025;
export const FIRST_WORKING_YEAR = 2001;

const names: readonly IsoDate[] = Array.from(
  { length: daysBetween(FIRST, workingYearCutOff(LAST_WORKING_YEAR, 12)) + 1 },
  (_, day) => addDays(FIRST, day),
);

export function isoOf(day: number): IsoDate {
  return names[day]!;
}

export function dayOf(date: IsoDate): number {
  return daysBetween(FIRST, date);
}

export interface WorkingYear {
  readonly year: number;
  readonly first: number;
  readonly last: number;
}

export function workingYear(year: number): WorkingYear {
  return { year, first: dayOf(workingYearStart(year)), last: dayOf(workingYearCutOff(year, 12)) };
}

export const LAST_DAY = names.length - 1;
