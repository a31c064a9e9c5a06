import type { PeriodInput } from '../graph/operations';
import type { Address } from './address';

/** First and last day, both inclusive, as YYYY-MM-DD. */
export interface Days {
  readonly from: string;
  readonly through: string;
}

/** The months that the law has reports for, and the whole year. */
export const USUAL_MONTHS = [3, 6, 9, 10, 12] as const;

/** A working year begins on 1 October of the year before. */
export function workingYearOf(day: string): number {
  return Number(day.slice(0, 4)) + (day.slice(5) >= '10-01' ? 1 : 0);
}

export function daysOf(year: number, months: number): Days {
  const last = new Date(Date.UTC(year - 1, 9 + months, 0));
  return { from: `${year - 1}-10-01`, through: last.toISOString().slice(0, 10) };
}

/** The period of an address as the graph takes it. */
export function periodInput({ year, months, from, through }: Address, latestYear: number): PeriodInput {
  return from !== null ? { from, through } : { workingYear: year ?? latestYear, months };
}

export function daysOfAddress({ year, months, from, through }: Address, latestYear: number): Days {
  return from !== null && through !== null ? { from, through } : daysOf(year ?? latestYear, months);
}

export function today(): string {
  return new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' });
}
