import { type IsoDate, type LegalBasis, addDays, addWorkingDays, legalBasis } from '@thads/shared';
import type { MeasureStage, PetitionKind } from './petition.enums';

/** What a deadline depends on. */
export interface DeadlineQuestion {
  readonly kind: PetitionKind;
  readonly round: number;
  readonly measureStage: MeasureStage;
  readonly complex: boolean;
}

export interface DeadlineRule {
  readonly kind: PetitionKind;
  /** Null: whatever the stage. */
  readonly measureStage: MeasureStage | null;
  /** Null: whatever the round. */
  readonly round: number | null;
  readonly unit: 'DAYS' | 'WORKING_DAYS';
  readonly length: number;
  readonly lengthWhenComplex: number;
  readonly legalBasis: LegalBasis;
}

function rule(
  kind: PetitionKind,
  measureStage: MeasureStage | null,
  round: number | null,
  unit: DeadlineRule['unit'],
  [length, lengthWhenComplex]: readonly [number, number],
  article: string,
): DeadlineRule {
  return { kind, measureStage, round, unit, length, lengthWhenComplex, legalBasis: legalBasis(article, null) };
}

/**
 * How long the resolution of an accepted petition may take. The articles are those of the law until June 2026; of the
 * law since, no other lengths are known. There is no second round against security measures.
 */
export const deadlineRules: readonly DeadlineRule[] = Object.freeze([
  rule('COMPLAINT', 'BEFORE_COERCION', 1, 'DAYS', [15, 15], 'Law 26/2008 art. 146.1, 146.4'),
  rule('COMPLAINT', 'BEFORE_COERCION', 2, 'DAYS', [30, 30], 'Law 26/2008 art. 146.1, 146.4'),
  rule('COMPLAINT', 'SECURITY', 1, 'WORKING_DAYS', [5, 5], 'Law 26/2008 art. 146.2'),
  rule('COMPLAINT', 'COERCION', 1, 'DAYS', [30, 60], 'Law 26/2008 art. 146.3, 146.5'),
  rule('COMPLAINT', 'COERCION', 2, 'DAYS', [45, 75], 'Law 26/2008 art. 146.3, 146.5'),
  rule('DENUNCIATION', null, null, 'DAYS', [60, 90], 'Law 26/2008 art. 157; Circular 13/2021 art. 15-16'),
  rule('REQUEST', null, null, 'WORKING_DAYS', [5, 5], 'Circular 13/2021 art. 28'),
  rule('RECOMMENDATION', null, null, 'WORKING_DAYS', [5, 5], 'Circular 13/2021 art. 28'),
  rule('REFLECTION', null, null, 'WORKING_DAYS', [5, 5], 'Circular 13/2021 art. 28'),
]);

/** Null where the law knows no such resolution. */
export function deadlineRuleFor({ kind, round, measureStage }: DeadlineQuestion): DeadlineRule | null {
  return (
    deadlineRules.find(
      (candidate) =>
        candidate.kind === kind &&
        (candidate.measureStage ?? measureStage) === measureStage &&
        (candidate.round ?? round) === round,
    ) ?? null
  );
}

/** The last day on which the resolution of a petition accepted that day is in time; null without a rule. */
export function lastDayToResolve(question: DeadlineQuestion, acceptedOn: IsoDate): IsoDate | null {
  const found = deadlineRuleFor(question);
  if (!found) return null;
  const length = question.complex ? found.lengthWhenComplex : found.length;
  return found.unit === 'DAYS' ? addDays(acceptedOn, length) : addWorkingDays(acceptedOn, length);
}
