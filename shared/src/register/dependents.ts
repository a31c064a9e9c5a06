import type { Refusal, RegisterEvent } from './event';
import { legalBasisOn } from './legal-basis';
import { type Lifecycle, VOID } from './lifecycle';
import { type SubjectEntity, keyOf } from './subject';

/** Those of the events, by what they are about, of which the dependents of a life cycle's subjects have a say. */
export function askingDependents(
  lifecycle: Lifecycle,
  events: readonly RegisterEvent[],
  lifecycleOf: ReadonlyMap<string, Lifecycle>,
): string[] {
  const guards = lifecycle.dependents?.guards ?? {};
  const asking = events.filter(({ type }) => Object.hasOwn(guards, type) && lifecycleOf.get(type) === lifecycle);
  return [...new Set(asking.map(({ subject }) => subject))];
}

/** What is against an event for the sake of the subject's dependents, which are looked for among those known by `keyOf`. */
export function dependentsFault(
  { dependents, transitions }: Lifecycle,
  event: RegisterEvent,
  known: () => ReadonlyMap<string, SubjectEntity>,
): Refusal | null {
  const guard = dependents?.guards[event.type];
  if (!dependents || !guard) return null;
  const { subjectType, by } = dependents;
  const theirs = [...known()].flatMap(([key, one]) =>
    key === keyOf(subjectType, one.id) && isNamed(one, by, event.subject) && one.state !== VOID ? [one] : [],
  );
  const fault = guard(event, theirs);
  const { legalBasis } = transitions.find(({ event: type }) => type === event.type)!;
  return fault && { ...fault, legalBasis: legalBasisOn(legalBasis, event.occurredOn) };
}

function isNamed(dependent: SubjectEntity, by: string, id: string): boolean {
  return (dependent as unknown as Readonly<Record<string, unknown>>)[by] === id;
}
