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
  rule('COMPLAINT', 'ACCOUNT_FREEZE', 1, 'WORKING_DAYS', [5, 5], 'Law 26/2008 art. 146.2'),
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
  return after(acceptedOn, [length, found.unit]);
}

type Time = readonly [length: number, unit: DeadlineRule['unit']];

function after(day: IsoDate, [length, unit]: Time): IsoDate {
  return unit === 'DAYS' ? addDays(day, length) : addWorkingDays(day, length);
}

/** Law 26/2008 art. 140: how long after learning of the decision or act a first complaint can be made. */
const timeToComplain: Readonly<Record<MeasureStage, Time>> = {
  BEFORE_COERCION: [15, 'DAYS'],
  ACCOUNT_FREEZE: [3, 'WORKING_DAYS'],
  SECURITY: [10, 'DAYS'],
  COERCION: [30, 'DAYS'],
};
const TIME_TO_COMPLAIN_AGAIN: Time = [15, 'DAYS'];

/** The last day to complain of what was learned of that day. */
export function lastDayToComplain(
  { round, measureStage }: Pick<DeadlineQuestion, 'round' | 'measureStage'>,
  actOn: IsoDate,
): IsoDate {
  return after(actOn, round === 2 ? TIME_TO_COMPLAIN_AGAIN : timeToComplain[measureStage]);
}

/** The last day to accept what was received that day; null for kinds that are answered without being accepted first. */
export function lastDayToAccept(
  { kind, round, complex }: Omit<DeadlineQuestion, 'measureStage'>,
  receivedOn: IsoDate,
): IsoDate | null {
  if (kind === 'COMPLAINT') return after(receivedOn, round === 2 ? [10, 'DAYS'] : [5, 'WORKING_DAYS']);
  return kind === 'DENUNCIATION' ? after(receivedOn, [complex ? 10 : 7, 'WORKING_DAYS']) : null;
}

/** Circular 13/2021 art. 8. */
export function lastDayToSort(receivedOn: IsoDate): IsoDate {
  return after(receivedOn, [5, 'WORKING_DAYS']);
}

/** Circular 13/2021 art. 14. */
export function lastDayToSend({ round }: Pick<DeadlineQuestion, 'round'>, resolvedOn: IsoDate): IsoDate {
  return after(resolvedOn, [round === 2 ? 7 : 3, 'WORKING_DAYS']);
}

/** Circular 13/2021 art. 14: of second decisions. */
export function lastDayToPublish(resolvedOn: IsoDate): IsoDate {
  return after(resolvedOn, [15, 'DAYS']);
}
