import type { IsoDate } from '../calendar/date';
import type { LegalBasis } from './legal-basis';
import { legalBasisOn } from './legal-basis';
import type { Refusal, RegisterEvent } from './event';
import { officeOfSubject } from './event';
import { type Movement, type Position, movementsBetween } from './placement';
import type { SubjectEntity } from './subject';

/** `to` of a transition that leaves the state as it is, or whose effect names it (a side state's way back). */
export const SAME = 'SAME';

/** What a transition changes besides the state. */
export type Effect<S> = Partial<Omit<S, 'territory' | 'id' | 'office' | 'version' | 'lastEventOn'>>;

/** One row of a life cycle's table. */
export interface Transition<S extends SubjectEntity, E extends RegisterEvent> {
  readonly event: string;
  readonly nameVi: string;
  /** States it may start from; empty: it opens the subject. */
  readonly from: readonly string[];
  readonly to: string;
  /** Fields of the event that must be there / may be there, besides those every event has. */
  readonly requires?: readonly (keyof E & string)[];
  readonly allows?: readonly (keyof E & string)[];
  readonly legalBasis: LegalBasis;
  /** Null when nothing is against it. `state` is null for an opening event. */
  readonly guard?: (event: E, state: S | null) => GuardRefusal | null;
  readonly effect?: (event: E, state: S | null) => Effect<S>;
}

export interface GuardRefusal {
  readonly rule: string;
  readonly message: string;
  readonly allowed: string;
}

/** What can be told of a life cycle without knowing its state and events. */
export interface LifecycleShape {
  readonly subjectType: string;
  readonly transitions: readonly TransitionShape[];
}

export interface TransitionShape {
  readonly event: string;
  readonly from: readonly string[];
  readonly requires?: readonly string[];
  readonly allows?: readonly string[];
}

/** A row that an event adds beside the register row, e.g. a receipt beside its obligation. */
export interface DetailRow {
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
}

/** Another subject of the same register that must exist. */
export interface Reference {
  readonly subjectType: string;
  readonly id: string;
}

/** A life cycle as data. Everything in it is pure. */
export interface Lifecycle<S extends SubjectEntity = SubjectEntity, E extends RegisterEvent = RegisterEvent> {
  /** Singular, for messages: `case`, `petition`. */
  readonly subjectType: string;
  readonly table: string;
  readonly transitions: readonly Transition<S, E>[];
  /** Values of a new subject's columns before the opening event's effect. */
  readonly initial: Effect<S>;
  readonly positions: (state: S) => readonly Position[];
  readonly references?: (event: E) => readonly Reference[];
  readonly details?: (event: E, after: S) => readonly DetailRow[];
}

export type Decision<S extends SubjectEntity> =
  | {
      readonly accepted: true;
      readonly state: S;
      readonly movements: readonly Movement[];
      readonly details: readonly DetailRow[];
    }
  | { readonly accepted: false; readonly refusal: Refusal };

const COMMON_FIELDS: ReadonlySet<string> = new Set([
  'id',
  'subject',
  'type',
  'occurredOn',
  'officer',
  'decisionNumber',
  'ground',
]);
const EARLIEST: IsoDate = '1993-01-01';

/**
 * State + event → new state and movements, or a named refusal. Pure: `today` is handed in.
 * `state` is null when the subject is not in the register yet.
 */
export function decide<S extends SubjectEntity, E extends RegisterEvent>(
  lifecycle: Lifecycle<S, E>,
  state: S | null,
  event: E,
  today: IsoDate,
): Decision<S> {
  const candidates = candidatesFor(lifecycle, event.type);
  const transition = candidates.find(({ from }) => (state === null ? from.length === 0 : from.includes(state.state)));
  const fault =
    timeFault(state, event, today) ??
    (transition ? null : sequenceFault(lifecycle, candidates, state, event)) ??
    fieldFault(candidates[0]!, event) ??
    amountFault(event) ??
    transition?.guard?.(event, state) ??
    null;
  if (fault || !transition) {
    const legalBasis = candidates[0] ? legalBasisOn(candidates[0].legalBasis, event.occurredOn) : null;
    return { accepted: false, refusal: { ...fault!, legalBasis } };
  }

  const before = state ?? openedBy(lifecycle, event);
  const effect = transition.effect?.(event, state) ?? {};
  const after = {
    ...before,
    ...(transition.to === SAME ? {} : { state: transition.to }),
    ...effect,
    version: before.version + 1,
    lastEventOn: event.occurredOn,
  } as S;
  return {
    accepted: true,
    state: after,
    movements: movementsBetween(state ? lifecycle.positions(state) : [], lifecycle.positions(after), event.occurredOn),
    details: lifecycle.details?.(event, after) ?? [],
  };
}

/** The rows of life cycles' tables by event type, made once a life cycle. */
const candidatesByType = new WeakMap<object, Map<string, readonly Transition<any, any>[]>>();

function candidatesFor<S extends SubjectEntity, E extends RegisterEvent>(
  lifecycle: Lifecycle<S, E>,
  type: string,
): readonly Transition<S, E>[] {
  let byType = candidatesByType.get(lifecycle);
  if (!byType) {
    byType = new Map();
    for (const row of lifecycle.transitions) byType.set(row.event, [...(byType.get(row.event) ?? []), row]);
    candidatesByType.set(lifecycle, byType);
  }
  return byType.get(type) ?? [];
}

function openedBy<S extends SubjectEntity, E extends RegisterEvent>(lifecycle: Lifecycle<S, E>, event: E): S {
  const office = officeOfSubject(event.subject)!;
  return {
    ...lifecycle.initial,
    territory: office.territory,
    id: event.subject,
    office: office.number,
    state: '',
    version: 0,
    lastEventOn: event.occurredOn,
  } as unknown as S;
}

function timeFault(state: SubjectEntity | null, event: RegisterEvent, today: IsoDate): GuardRefusal | null {
  if (event.occurredOn > today || event.occurredOn < EARLIEST) {
    return {
      rule: 'DATE_OUT_OF_RANGE',
      message: `occurredOn ${event.occurredOn} is not between ${EARLIEST} and today, ${today}.`,
      allowed: `a day from ${EARLIEST} to ${today}`,
    };
  }
  if (state && event.occurredOn < state.lastEventOn) {
    return {
      rule: 'DATE_RUNS_BACKWARDS',
      message: `occurredOn ${event.occurredOn} is before the last event of ${state.id}, ${state.lastEventOn}.`,
      allowed: `a day from ${state.lastEventOn} on`,
    };
  }
  return null;
}

function sequenceFault(
  lifecycle: LifecycleShape,
  candidates: readonly TransitionShape[],
  state: SubjectEntity | null,
  event: RegisterEvent,
): GuardRefusal {
  if (!state) {
    const openers = eventsFrom(lifecycle, null);
    return {
      rule: 'SUBJECT_UNKNOWN',
      message: `There is no ${lifecycle.subjectType} ${event.subject}; ${event.type} needs one.`,
      allowed: `the id of an existing ${lifecycle.subjectType}, or first ${openers.join(' or ')}`,
    };
  }
  if (candidates.every(({ from }) => from.length === 0)) {
    return {
      rule: 'SUBJECT_EXISTS',
      message: `The ${lifecycle.subjectType} ${event.subject} exists already; ${event.type} opens a new one.`,
      allowed: 'a subject id that is not taken',
    };
  }
  const next = eventsFrom(lifecycle, state.state);
  return {
    rule: 'TRANSITION_NOT_ALLOWED',
    message: `${event.type} is not possible for ${event.subject}, which is ${state.state}.`,
    allowed: next.length > 0 ? next.join(', ') : `nothing: ${state.state} is an end state`,
  };
}

/** The event types that the table allows in a state; null: those that open a subject. */
export function eventsFrom(lifecycle: LifecycleShape, state: string | null): readonly string[] {
  const allowed = lifecycle.transitions.filter(({ from }) =>
    state === null ? from.length === 0 : from.includes(state),
  );
  return [...new Set(allowed.map(({ event }) => event))];
}

function fieldFault({ requires = [], allows = [] }: TransitionShape, event: RegisterEvent): GuardRefusal | null {
  const fields = event as unknown as Readonly<Record<string, unknown>>;
  const isGiven = (field: string): boolean => fields[field] !== null && fields[field] !== undefined;
  const missing = requires.filter((field) => !isGiven(field));
  const extra = Object.keys(fields).filter(
    (field) => !COMMON_FIELDS.has(field) && !requires.includes(field) && !allows.includes(field) && isGiven(field),
  );
  if (missing.length === 0 && extra.length === 0) return null;
  const faults = [
    missing.length > 0 && `needs ${missing.join(', ')}`,
    extra.length > 0 && `does not take ${extra.join(', ')}`,
  ].filter((text) => text !== false);
  return {
    rule: missing.length > 0 ? 'FIELD_MISSING' : 'FIELD_NOT_ALLOWED',
    message: `${event.type} ${faults.join(' and ')}.`,
    allowed: `required: ${requires.join(', ') || 'none'}; optional: ${allows.join(', ') || 'none'}`,
  };
}

/** The largest amount of one event, in dong: beyond what the whole country has to enforce in a year. */
export const LARGEST_AMOUNT = 1_000_000_000_000_000;

/** Every number of an event is an amount in dong, a count or a percentage: none is negative or beyond belief. */
function amountFault(event: RegisterEvent): GuardRefusal | null {
  const fields = event as unknown as Readonly<Record<string, unknown>>;
  for (const field of Object.keys(fields)) {
    const value = fields[field];
    if (typeof value === 'number' && (value < 0 || value > LARGEST_AMOUNT)) {
      return {
        rule: value < 0 ? 'AMOUNT_NEGATIVE' : 'AMOUNT_TOO_LARGE',
        message: `${field} is ${value}.`,
        allowed: `a number from 0 to ${LARGEST_AMOUNT}`,
      };
    }
  }
  return null;
}
