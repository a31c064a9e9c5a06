import { billion } from './amounts';

/** Cases and money in dong. */
export interface Tally {
  readonly cases: number;
  readonly money: number;
}

export const NOTHING: Tally = { cases: 0, money: 0 };

/** Money in billions, as the reports print it. */
export function tally(cases: number, billions: number): Tally {
  return { cases, money: billion(billions) };
}

export function sumOf(...parts: readonly Tally[]): Tally {
  return {
    cases: parts.reduce((sum, { cases }) => sum + cases, 0),
    money: parts.reduce((sum, { money }) => sum + money, 0),
  };
}

/** What is left of a whole without some parts. */
export function less(whole: Tally, ...parts: readonly Tally[]): Tally {
  const taken = sumOf(...parts);
  return { cases: whole.cases - taken.cases, money: whole.money - taken.money };
}
