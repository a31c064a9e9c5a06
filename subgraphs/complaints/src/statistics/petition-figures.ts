import {
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
  const toBeResolved = evaluate(petitionLines.toBeResolved, totals).cases;
  const resolved = evaluate(petitionLines.resolved, totals).cases;
  return {
    received: evaluate(petitionLines.received, totals).cases,
    withinCompetence: evaluate(petitionLines.withinCompetence, totals).cases,
    toBeResolved,
    resolved,
    resolutionRate: percentOf(resolved, toBeResolved),
    overdue: evaluate(petitionLines.overdue, totals).cases,
  };
}
