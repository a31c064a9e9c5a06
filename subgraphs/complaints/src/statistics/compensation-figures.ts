import { type Amount, type LineDefinition, type PeriodTotals, evaluate } from '@thads/shared';
import { compensationLines } from './petition.lines';

export type CompensationFigures = Record<keyof typeof compensationLines, Amount>;

export function compensationFigures(totals: PeriodTotals): CompensationFigures {
  return Object.fromEntries(
    Object.entries<LineDefinition>(compensationLines).map(([name, line]) => [name, evaluate(line, totals)]),
  ) as CompensationFigures;
}
