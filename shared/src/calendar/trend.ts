import { badInput } from '../errors';
import { addDays, isoDate, monthOf, yearOf } from './date';
import { type ReportingPeriod, periodBetween } from './period';

/** Months of a step of a trend. Quarters and years are those of the working year, which begins on 1 October. */
export const TREND_GRAINS = { MONTH: 1, QUARTER: 3, YEAR: 12 } as const;
export type TrendGrainName = keyof typeof TREND_GRAINS;

export const MOST_TREND_STEPS = 120;

/**
 * The months (quarters, working years) of a period, oldest first; the first and the last are cut where the period
 * begins and ends. Errors: `BAD_USER_INPUT` for more than `MOST_TREND_STEPS`.
 */
export function stepsOf({ from, through }: ReportingPeriod, grain: TrendGrainName): ReportingPeriod[] {
  const length = TREND_GRAINS[grain];
  const steps: ReportingPeriod[] = [];
  for (let begin = from; begin <= through; begin = addDays(steps.at(-1)!.through, 1)) {
    if (steps.length === MOST_TREND_STEPS) {
      throw badInput(
        `period: ${from} to ${through} has more than ${MOST_TREND_STEPS} steps of one ${grain}; ask for a shorter period or a coarser grain.`,
      );
    }
    // Months from the October that the working year begins with; the step's own months end with a multiple of its length.
    const sinceOctober = (monthOf(begin) + 2) % 12;
    const monthsLeft = length - (sinceOctober % length);
    const end = addDays(isoDate(yearOf(begin), monthOf(begin) + monthsLeft, 1), -1);
    steps.push(periodBetween(begin, end < through ? end : through));
  }
  return steps;
}
