import {
  type LineDefinition,
  type PeriodTotals,
  type ReportingPeriod,
  type Scope,
  type TotalsReader,
  evaluate,
  percentOf,
  readPeriod,
} from '@thads/shared';
import type { PetitionKind } from '../petition/petition.enums';
import { petitionLines } from './petition.lines';
import type { PetitionFigures } from './petition-statistics.type';

/** What was asked: everything that a set of petition figures depends on. */
export interface PetitionQuestion {
  readonly scope: Scope;
  readonly period: ReportingPeriod;
  /** Null: all kinds. */
  readonly kind: PetitionKind | null;
}

export async function readPetitionFigures(
  reader: TotalsReader,
  { scope, period, kind }: PetitionQuestion,
): Promise<PetitionFigures> {
  return petitionFigures(await readPeriod(reader, period, scope, { dimensions: { kind } }));
}

export function petitionFigures(totals: PeriodTotals): PetitionFigures {
  const counts = Object.fromEntries(
    Object.entries<LineDefinition>(petitionLines).map(([name, line]) => [name, evaluate(line, totals).cases]),
  ) as Record<keyof typeof petitionLines, number>;
  return { ...counts, resolutionRate: percentOf(counts.resolved, counts.toBeResolved) };
}
