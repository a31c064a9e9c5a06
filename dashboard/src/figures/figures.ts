import type { Days } from '../address/period';
import type { Measure } from '../lists/list-request';

/** Statistics as the graph gives them: of a period; numbers, or pairs of number and money, by their names. */
export interface Figures {
  readonly period: Days;
}

export interface FiguresOfTwoYears extends Figures {
  readonly samePeriodLastYear: Figures;
}

type Figure = number | Partial<Readonly<Record<Measure, number | null>>> | null;

/** Null for what is not among them, or not known. */
export function figureIn(figures: object | null | undefined, name: string, measure: Measure): number | null {
  const figure = (figures as Readonly<Record<string, Figure | undefined>> | null | undefined)?.[name];
  return (typeof figure === 'object' ? figure?.[measure] : figure) ?? null;
}
