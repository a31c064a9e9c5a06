import { type LineDefinition, type PeriodTotals, evaluate } from '@thads/shared';
import { receptionLines } from './petition.lines';

export type ReceptionFigures = Record<keyof typeof receptionLines, number>;

export function receptionFigures(totals: PeriodTotals): ReceptionFigures {
  return Object.fromEntries(
    Object.entries<LineDefinition>(receptionLines).map(([name, line]) => [name, evaluate(line, totals).cases]),
  ) as ReceptionFigures;
}
