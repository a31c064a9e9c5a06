import type { IsoDate } from '../calendar/date';
import type { LegalBasis } from './legal-basis';
import { legalBasisOn } from './legal-basis';
import { EVENT_REVERSED, type Refusal, type RegisterEvent, officeOfSubject } from './event';
import { type Movement, type Position, movementsBetween } from './placement';
import type { SubjectEntity } from './subject';

/** `to` of a transition that leaves the state as it is, or whose effect names it (a side state's way back). */
export const SAME = 'SAME';

/** What a transition changes besides the state. */
export type Effect<S> = Partial<Omit<S, 'territory' | 'id' | 'office' | 'version' | 'lastEventOn'>>;

/** State of a subject whose opening was reversed: counted nowhere, and free to be opened again. */
export const VOID = 'VOID';

/** Codes of the grounds of a decision, with what they mean (English, Vietnamese in parentheses). */
export type Grounds = Readonly<Record<string, string>>;

/** One row of a life cycle's table. */
export interface Transition<S extends SubjectEntity, E extends RegisterEvent> {
  readonly event: string;
  readonly nameVi: string;
  /** Numbers of the rows of the published table of the life cycle that it stands for, e.g. `['29']`. */
  readonly rows?: readonly string[];
  /** The legal time for it, for people. */
  readonly time?: string;
  /** A decision (quyết định): it has a number. */
  readonly isDecision?: boolean;
  /** Where they are listed, the event carries one of them. */
  readonly grounds?: Grounds;
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
  /** The field that has to be mended, where it is one. */
  readonly field?: string;
}

/** A time that begins to run with an event, derived from the law and never typed in. */
export interface DeadlineDefinition<S extends SubjectEntity, E extends RegisterEvent> {
  readonly name: string;
  readonly nameVi: string;
  readonly legalBasis: LegalBasis;
  /** The last day to be in time, when the event makes the time run (anew); null when it does not. */
  readonly dueOn: (event: E, after: S) => IsoDate | null;
  /** Events that are what has to be done in time. */
  readonly metBy: readonly string[];
  /** States in which the time runs; in all others it has lapsed. */
  readonly runsIn: readonly string[];
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
  readonly isDecision?: boolean;
  readonly grounds?: Grounds;
}

/**
 * A row that an event adds beside the register row, e.g. a receipt beside its obligation. Rows of a table may share an
 * id: they are amended and taken back together.
 */
export interface DetailRow {
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
  /** The row is there already: these of its columns are set, and null again once the event is taken back. */
  readonly amends?: true;
}

/** Another subject of the same register that must exist. */
export interface Reference {
  readonly subjectType: string;
  readonly id: string;
}

/** Other subjects of the same register, each of which names the subject in a column of its own. */
export interface Dependents<E extends RegisterEvent> {
  readonly subjectType: string;
  /** The property that names it, with an index on its column. */
  readonly by: string;
  /** By event type: what they, as they stand now, have against the event; null when nothing. */
  readonly guards: Readonly<Record<string, (event: E, dependents: readonly any[]) => GuardRefusal | null>>;
}

/** A life cycle as data. Everything in it is pure. */
export interface Lifecycle<S extends SubjectEntity = SubjectEntity, E extends RegisterEvent = RegisterEvent> {
  /** Singular, for messages: `case`, `petition`. */
  readonly subjectType: string;
  readonly nameVi: string;
  readonly table: string;
  readonly transitions: readonly Transition<S, E>[];
  /** Values of a new subject's columns before the opening event's effect. */
  readonly initial: Effect<S>;
  readonly positions: (state: S) => readonly Position[];
  readonly references?: (event: E) => readonly Reference[];
  /**
   * By subject type: what is against referring to such a subject as it stands now; null when nothing is. Where there is
   * a guard, the subject cannot change between the look and the writing.
   */
  readonly referenceGuards?: Readonly<Record<string, (event: E, referred: any) => GuardRefusal | null>>;
  /** Those that have a say in what may happen to the subject. Their life cycle guards what they name it by. */
  readonly dependents?: Dependents<E>;
  readonly details?: (event: E, after: S, before: S | null) => readonly DetailRow[];
  /** Columns by which row level security hides subjects from some readers; the same names as of their properties. */
  readonly seenBy?: readonly (keyof S & string)[];
  /**
   * Columns that name the officer in charge, by whom figures are told apart, and the day on which the subject was over:
   * it is counted in no stock since.
   */
  readonly inCharge?: { readonly officer: string; readonly endedOn: string };
  readonly deadlines?: readonly DeadlineDefinition<S, E>[];
}

export type Decision<S extends SubjectEntity> =
  | {
      readonly accepted: true;
      readonly state: S;
      readonly movements: readonly Movement[];
      readonly details: readonly DetailRow[];
      /** Rows that an event taken back had added or amended; their id is in them. */
      readonly removed: readonly DetailRow[];
    }
  | { readonly accepted: false; readonly refusal: Refusal };

/** What every event may carry; `reverses` belongs to corrections alone. */
export const COMMON_FIELDS: ReadonlySet<string> = new Set([
  'id',
  'subject',
  'type',
  'occurredOn',
  'officer',
  'decisionNumber',
  'signer',
  'ground',
  'expectedVersion',
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
  const present = standing(state);
  const transition = candidates.find(({ from }) =>
    present === null ? from.length === 0 : from.includes(present.state),
  );
  const fault =
    timeFault(state, event, today) ??
    (transition ? null : sequenceFault(lifecycle, candidates, present, event)) ??
    fieldFault(transition ?? candidates[0]!, event) ??
    amountFault(event) ??
    transition?.guard?.(event, present) ??
    null;
  if (fault || !transition) {
    const row = transition ?? candidates[0];
    const legalBasis = row ? legalBasisOn(row.legalBasis, event.occurredOn) : null;
    return { accepted: false, refusal: { ...fault!, legalBasis } };
  }
  const after = applied(lifecycle, transition, present, event, (state?.version ?? 0) + 1);
  return {
    accepted: true,
    state: after,
    movements: movementsBetween(positionsOf(lifecycle, state), positionsOf(lifecycle, after), event.occurredOn),
    details: lifecycle.details?.(event, after, present) ?? [],
    removed: [],
  };
}

/** What a subject counts as in the statistics; nothing when it is not there. */
export function positionsOf<S extends SubjectEntity>(
  lifecycle: Pick<Lifecycle<S, never>, 'positions'>,
  state: S | null,
): readonly Position[] {
  const present = standing(state);
  return present ? lifecycle.positions(present) : [];
}

function standing<S extends SubjectEntity>(state: S | null): S | null {
  return state?.state === VOID ? null : state;
}

function applied<S extends SubjectEntity, E extends RegisterEvent>(
  lifecycle: Lifecycle<S, E>,
  transition: Transition<S, E>,
  state: S | null,
  event: E,
  version: number,
): S {
  return {
    ...(state ?? openedBy(lifecycle, event)),
    ...(transition.to === SAME ? {} : { state: transition.to }),
    ...transition.effect?.(event, state),
    version,
    lastEventOn: event.occurredOn,
  } as S;
}

/** An event of a history with the row of the table that it was taken by, and the state that it led to. */
export interface Step<S extends SubjectEntity = SubjectEntity, E extends RegisterEvent = RegisterEvent> {
  readonly event: E;
  readonly row: Transition<S, E>;
  readonly after: S;
  /** The correction that took it back; null: it holds. */
  readonly reversedBy: string | null;
}

/**
 * Every event of a journal but the corrections, each with what it led to. What has been accepted is not judged again.
 * Throws when the table of the life cycle has no transition for an event.
 */
export function replayAll<S extends SubjectEntity, E extends RegisterEvent>(
  lifecycle: Lifecycle<S, E>,
  journal: readonly E[],
): Step<S, E>[] {
  const steps: Step<S, E>[] = [];
  const holding: number[] = [];
  for (const [index, event] of journal.entries()) {
    if (event.type === EVENT_REVERSED) {
      const taken = holding.pop()!;
      steps[taken] = { ...steps[taken]!, reversedBy: event.id };
      continue;
    }
    const latest = holding.at(-1);
    const state = latest === undefined ? null : steps[latest]!.after;
    const row = candidatesFor(lifecycle, event.type).find(({ from }) =>
      state ? from.includes(state.state) : from.length === 0,
    );
    if (!row) throw new Error(`${event.type} ${event.id} of ${event.subject} has no transition in the table`);
    holding.push(steps.length);
    steps.push({ event, row, after: applied(lifecycle, row, state, event, index + 1), reversedBy: null });
  }
  return steps;
}

/** The events of a journal that hold: those that were taken back are left out. */
export function replay<S extends SubjectEntity, E extends RegisterEvent>(
  lifecycle: Lifecycle<S, E>,
  journal: readonly E[],
): Step<S, E>[] {
  return replayAll(lifecycle, journal).filter(({ reversedBy }) => reversedBy === null);
}

/**
 * Takes back the latest event of a subject: its state is what it was before, and everything that the event moved in the
 * statistics is moved back on the days it was moved on, so that the event can be restated as it was. `journal` is
 * everything that the subject's journal has.
 */
export function decideReversal<S extends SubjectEntity, E extends RegisterEvent>(
  lifecycle: Lifecycle<S, E>,
  present: S,
  journal: readonly E[],
  event: RegisterEvent,
  today: IsoDate,
): Decision<S> {
  const steps = replay(lifecycle, journal);
  const latest = steps.at(-1);
  const fault = timeFault(present, event, today) ?? reversalFault(latest?.event, event);
  if (fault || !latest) return { accepted: false, refusal: { ...fault!, legalBasis: null } };
  const before = steps.at(-2)?.after ?? null;
  const restored = before ?? { ...latest.after, state: VOID };
  return {
    accepted: true,
    state: { ...restored, version: present.version + 1 },
    movements: movementsBetween(
      positionsOf(lifecycle, before),
      positionsOf(lifecycle, latest.after),
      latest.event.occurredOn,
    ).map((movement) => ({ ...movement, count: -movement.count, money: -movement.money })),
    details: [],
    removed: lifecycle.details?.(latest.event, latest.after, before) ?? [],
  };
}

function reversalFault(latest: RegisterEvent | undefined, event: RegisterEvent): GuardRefusal | null {
  if (!event.ground) {
    return {
      rule: 'GROUND_MISSING',
      message: `${EVENT_REVERSED} needs ground.`,
      allowed: 'why it is taken back',
      field: 'ground',
    };
  }
  if (latest?.id.toLowerCase() === event.reverses?.toLowerCase()) return null;
  return {
    rule: 'NOT_THE_LATEST',
    message: `${event.reverses} is not the latest event of ${event.subject}.`,
    allowed: latest
      ? `reverses: ${latest.id}, a ${latest.type} of ${latest.occurredOn}; earlier ones after it`
      : 'nothing',
    field: 'reverses',
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
      field: 'occurredOn',
    };
  }
  if (state && state.state !== VOID && event.occurredOn < state.lastEventOn) {
    return {
      rule: 'DATE_RUNS_BACKWARDS',
      message: `occurredOn ${event.occurredOn} is before the last event of ${state.id}, ${state.lastEventOn}.`,
      allowed: `a day from ${state.lastEventOn} on`,
      field: 'occurredOn',
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
      field: 'subject',
    };
  }
  if (candidates.every(({ from }) => from.length === 0)) {
    return {
      rule: 'SUBJECT_EXISTS',
      message: `The ${lifecycle.subjectType} ${event.subject} exists already; ${event.type} opens a new one.`,
      allowed: 'a subject id that is not taken',
      field: 'subject',
    };
  }
  const next = eventsFrom(lifecycle, state.state);
  return {
    rule: 'TRANSITION_NOT_ALLOWED',
    message: `${event.type} is not possible for ${event.subject}, which is ${state.state}.`,
    allowed: next.length > 0 ? next.join(', ') : `nothing: ${state.state} is an end state`,
    field: 'type',
  };
}

/** The event types that the table allows in a state; null: those that open a subject. */
export function eventsFrom(lifecycle: LifecycleShape, state: string | null): readonly string[] {
  const allowed = lifecycle.transitions.filter(({ from }) =>
    state === null ? from.length === 0 : from.includes(state),
  );
  return [...new Set(allowed.map(({ event }) => event))];
}

function fieldFault(transition: TransitionShape, event: RegisterEvent): GuardRefusal | null {
  const { allows = [], grounds } = transition;
  const requires = requiredFields(transition);
  const fields = event as unknown as Readonly<Record<string, unknown>>;
  const isGiven = (field: string): boolean => fields[field] !== null && fields[field] !== undefined;
  const missing = requires.filter((field) => !isGiven(field));
  const extra = Object.keys(fields).filter(
    (field) => !COMMON_FIELDS.has(field) && !requires.includes(field) && !allows.includes(field) && isGiven(field),
  );
  if (missing.length === 0 && extra.length === 0) {
    return grounds && !Object.hasOwn(grounds, event.ground!)
      ? {
          rule: 'GROUND_UNKNOWN',
          message: `ground ${JSON.stringify(event.ground)} is not a ground of ${event.type}.`,
          allowed: Object.keys(grounds).join(', '),
          field: 'ground',
        }
      : null;
  }
  const faults = [
    missing.length > 0 && `needs ${missing.join(', ')}`,
    extra.length > 0 && `does not take ${extra.join(', ')}`,
  ].filter((text) => text !== false);
  return {
    rule: missing.length > 0 ? 'FIELD_MISSING' : 'FIELD_NOT_ALLOWED',
    message: `${event.type} ${faults.join(' and ')}.`,
    allowed: `required: ${requires.join(', ') || 'none'}; optional: ${allows.join(', ') || 'none'}`,
    field: [...missing, ...extra][0],
  };
}

/** The fields that an event must carry besides id, subject, type and day. */
export function requiredFields({ requires = [], isDecision, grounds }: TransitionShape): string[] {
  return [...new Set([...requires, ...(isDecision ? ['decisionNumber'] : []), ...(grounds ? ['ground'] : [])])];
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
        field,
      };
    }
  }
  return null;
}
