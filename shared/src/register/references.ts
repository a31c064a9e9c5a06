import type { Refusal, RegisterEvent } from './event';
import { legalBasisOn } from './legal-basis';
import { type Lifecycle, type Reference, VOID } from './lifecycle';
import type { RegisterDefinition } from './register';
import { type SubjectEntity, keyOf } from './subject';

/** What is known, by `keyOf`, of the subjects that events refer to. */
export interface ReferredSubjects {
  isThere(key: string): boolean;
  /** Of subject types that are guarded, which it has read. */
  stateOf(key: string): SubjectEntity | null;
}

/** The subject types that may be referred to only as some life cycle's guard allows. */
export function guardedTypes({ lifecycles }: RegisterDefinition): ReadonlySet<string> {
  return new Set(lifecycles.flatMap(({ referenceGuards }) => Object.keys(referenceGuards ?? {})));
}

/** What is against the subjects that an event refers to; null when nothing is. */
export function referenceFault(lifecycle: Lifecycle, event: RegisterEvent, referred: ReferredSubjects): Refusal | null {
  for (const reference of lifecycle.references?.(event) ?? []) {
    const key = keyOf(reference.subjectType, reference.id);
    const guard = lifecycle.referenceGuards?.[reference.subjectType];
    if (!guard) {
      if (!referred.isThere(key)) return unknownReference(reference, event);
      continue;
    }
    const state = referred.stateOf(key);
    if (!state || state.state === VOID) return unknownReference(reference, event);
    const fault = guard(event, state);
    const basis = lifecycle.transitions.find(({ event: type }) => type === event.type)!.legalBasis;
    if (fault) return { ...fault, legalBasis: legalBasisOn(basis, event.occurredOn) };
  }
  return null;
}

function unknownReference({ subjectType, id }: Reference, event: RegisterEvent): Refusal {
  return {
    rule: 'REFERENCE_UNKNOWN',
    message: `There is no ${subjectType} ${id}.`,
    allowed: `the id of an existing ${subjectType}`,
    legalBasis: null,
    field: Object.entries(event).find(([, value]) => value === id)?.[0],
  };
}
