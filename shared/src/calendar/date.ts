import { badInput } from '../errors';

/** A calendar day as printed, `2025-06-30`. No time of day and no time zone: Vietnam's reports count whole days. */
export type IsoDate = string;

const DAY_MS = 86_400_000;
const PATTERN = /^\d{4}-\d{2}-\d{2}$/;

/** True for an existing day of the years 1900 to 2200 (`2025-02-29` is not one). */
export function isIsoDate(value: unknown): value is IsoDate {
  if (typeof value !== 'string' || !PATTERN.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && fromTime(time) === value && value >= '1900-01-01' && value <= '2200-12-31';
}

/** Errors: `BAD_USER_INPUT` naming the field and the accepted form. */
export function parseIsoDate(value: unknown, field: string): IsoDate {
  if (isIsoDate(value)) return value;
  throw badInput(
    `${field}: ${JSON.stringify(value)} is not a day; write an existing day as YYYY-MM-DD, e.g. 2025-06-30.`,
  );
}

function toTime(day: IsoDate): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
}

/** Days written before, by their number: deadlines are computed by the million. */
const written = new Map<number, IsoDate>();

function fromTime(time: number): IsoDate {
  const number = Math.floor(time / DAY_MS);
  let day = written.get(number);
  if (day === undefined) {
    day = new Date(time).toISOString().slice(0, 10);
    if (written.size < 100_000) written.set(number, day);
  }
  return day;
}

export function isoDate(year: number, month: number, dayOfMonth: number): IsoDate {
  return fromTime(Date.UTC(year, month - 1, dayOfMonth));
}

export function addDays(day: IsoDate, days: number): IsoDate {
  return fromTime(toTime(day) + days * DAY_MS);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((toTime(to) - toTime(from)) / DAY_MS);
}

export function latest(first: IsoDate, ...others: readonly IsoDate[]): IsoDate {
  return others.reduce((a, b) => (a > b ? a : b), first);
}

export function yearOf(day: IsoDate): number {
  return Number(day.slice(0, 4));
}

export function monthOf(day: IsoDate): number {
  return Number(day.slice(5, 7));
}

export function lastDayOfMonth(year: number, month: number): IsoDate {
  return isoDate(year, month + 1, 0);
}

/**
 * The same day one year earlier. 29 February becomes 28 February, and the last day of February stays the last day of
 * February: "five months of the working year" ends on it in every year.
 */
export function oneYearEarlier(day: IsoDate): IsoDate {
  const year = yearOf(day) - 1;
  if (monthOf(day) === 2 && day === lastDayOfMonth(yearOf(day), 2)) return lastDayOfMonth(year, 2);
  return `${String(year).padStart(4, '0')}${day.slice(4)}`;
}

/**
 * `count` working days after `day`. Working days are Monday to Friday; public holidays are not yet known to the
 * calendar, so a deadline computed here can be a few days early around Tết, never late.
 */
export function addWorkingDays(day: IsoDate, count: number): IsoDate {
  let time = toTime(day);
  for (let left = count; left > 0;) {
    time += DAY_MS;
    const weekday = new Date(time).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return fromTime(time);
}

/** Today in Vietnam (UTC+7, no daylight saving). */
export function todayInVietnam(now: number = Date.now()): IsoDate {
  return fromTime(now + 7 * 3_600_000);
}

/** The same day of the month `count` months later, or the last day of that month where it has no such day. */
export function addMonths(day: IsoDate, count: number): IsoDate {
  const months = 12 * yearOf(day) + monthOf(day) - 1 + count;
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
  const last = lastDayOfMonth(year, month);
  const same = `${last.slice(0, 8)}${day.slice(8)}`;
  return same < last ? same : last;
}
