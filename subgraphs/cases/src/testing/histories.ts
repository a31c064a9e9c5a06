import { type IsoDate, type Movement, type Refusal, addDays, decide, eventsFrom } from '@thads/shared';
import fc from 'fast-check';
import type { CaseEntity } from '../case/case.entity';
import { CaseKind, Initiation } from '../case/case.enums';
import type { CaseEvent } from '../case/case.event';
import { caseLifecycle } from '../case/case.lifecycle';
import { heldOf, outstandingOf } from '../case/case.money';
import { formalities } from './formalities';

export const TODAY = '2026-06-30';
export const FIRST_DAY = '2023-08-01';
/** Two predecessors of one province, one of them with two offices, and a province of its own. */
export const OFFICES = ['VN63-10-01', 'VN63-10-02', 'VN63-15-01', 'VN63-38-01'] as const;

/** A register in memory: what it took in, and what it wrote for it. */
export interface Played {
  /** Accepted events in the order of acceptance. */
  readonly events: readonly CaseEvent[];
  readonly movements: readonly (Movement & { readonly office: string })[];
  readonly states: ReadonlyMap<string, CaseEntity>;
  readonly refusals: readonly Refusal[];
}

export function officeOf(subject: string): string {
  return subject.slice(0, subject.indexOf('.'));
}

export function play(events: readonly CaseEvent[]): Played {
  const states = new Map<string, CaseEntity>();
  const accepted: CaseEvent[] = [];
  const movements: (Movement & { office: string })[] = [];
  const refusals: Refusal[] = [];
  for (const event of events) {
    const decision = decide(caseLifecycle, states.get(event.subject) ?? null, event, TODAY);
    if (!decision.accepted) {
      refusals.push(decision.refusal);
      continue;
    }
    states.set(event.subject, decision.state);
    accepted.push(event);
    movements.push(...decision.movements.map((movement) => ({ ...movement, office: officeOf(event.subject) })));
  }
  return { events: accepted, movements, states, refusals };
}

export const EVENT_TYPES = [...new Set(caseLifecycle.transitions.map(({ event }) => event))];

/** What only a long history comes to; chosen half of the time where it is possible. */
const RARE: ReadonlySet<string> = new Set([
  'COERCION_DECIDED',
  'COERCION_PLANNED',
  'ASSET_SEIZED',
  'ASSET_APPRAISED',
  'AUCTION_CONTRACTED',
  'PRICE_REDUCED',
  'ASSET_TAKEN_BY_CREDITOR',
  'ASSET_REDEEMED',
  'ASSET_RELEASED',
  'REVERIFIED',
  'MOVED_TO_SEPARATE_BOOK',
]);

/** A wish for an event; what it becomes depends on where its case stands. */
interface Step {
  readonly nthCase: number;
  /** Of the events that the table allows there, or of all. */
  readonly isSensible: boolean;
  readonly choice: number;
  readonly days: number;
  readonly amount: number;
  readonly kind: CaseKind;
  readonly initiation: Initiation;
  readonly overlays: CaseEvent['overlays'];
  readonly mobilisedForces: boolean;
  readonly toOffice: string;
}

const step = (cases: number): fc.Arbitrary<Step> =>
  fc.record({
    nthCase: fc.nat(cases - 1),
    isSensible: fc.oneof({ weight: 9, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
    choice: fc.nat(10_000),
    days: fc.oneof(
      { weight: 3, arbitrary: fc.constant(0) },
      { weight: 8, arbitrary: fc.nat(25) },
      { weight: 1, arbitrary: fc.integer({ min: -20, max: 120 }) },
    ),
    amount: fc.oneof(fc.nat(100), fc.nat(40), fc.integer({ min: 0, max: 20_000_000_000_000 })),
    kind: fc.constantFrom(...Object.values(CaseKind).slice(0, 3)),
    initiation: fc.constantFrom(...Object.values(Initiation)),
    overlays: fc.subarray(['CREDIT_INSTITUTION', 'CORRUPTION_ECONOMIC', 'STATE_BUDGET', 'CONVICTS'] as const),
    mobilisedForces: fc.boolean(),
    toOffice: fc.constantFrom('VN63-01-01', 'VN63-01-01', 'VN63-01-01', 'VN63-99-99'),
  });

const uuid = (nth: number): string => `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`;

/** The fields that an event of a type takes, of those that a step offers. */
function fieldsOf(type: string, wish: Step, state: CaseEntity | null): Partial<CaseEvent> {
  const { choice, isSensible } = wish;
  const transition = caseLifecycle.transitions.find(
    ({ event, from }) => event === type && (state ? from.includes(state.state) : from.length === 0),
  );
  const codes = Object.keys(transition?.grounds ?? {});
  const ground = codes[choice % Math.max(1, codes.length)];
  return {
    ...ownFieldsOf(type, wish, state),
    ...formalities(type),
    ...(ground ? { ground } : {}),
    ...(type === 'PARTIES_STATED' && ground !== 'ADDED' ? { replacedParties: [1 + (choice % 3)] } : {}),
    ...(ground === 'PROTEST_REQUEST' && isSensible && state ? { postponedUntil: addDays(state.lastEventOn, 60) } : {}),
  };
}

function ownFieldsOf(type: string, wish: Step, state: CaseEntity | null): Partial<CaseEvent> {
  const { amount, kind, initiation, overlays, mobilisedForces, toOffice } = wish;
  const owed = state ? outstandingOf(state) : 0;
  const someOf = (most: number): number => (amount % 3 === 0 ? amount : amount % (Math.max(0, most) + 1));
  switch (type) {
    case 'JUDGMENT_RECEIVED':
      return { kind, initiation, overlays };
    case 'REQUEST_FILED':
      return state ? {} : { kind, overlays };
    case 'ENTRUSTMENT_RECEIVED':
      return { kind, initiation, overlays, amount };
    case 'DECISION_ISSUED':
      return { amount };
    case 'MONEY_PAID':
      return { amount: someOf(state?.state === 'COLLECTED' ? Math.min(owed, heldOf(state)) : owed) };
    case 'MONEY_COLLECTED':
    case 'ASSET_TAKEN_BY_CREDITOR':
    case 'ASSET_REDEEMED':
      return { amount: someOf(state ? owed - heldOf(state) : 0) };
    case 'TERMINATED_IN_PART':
    case 'REDUCTION_GRANTED':
      return { amount: someOf(state ? owed - heldOf(state) - 1 : 0) };
    case 'ENTRUSTED_IN_PART':
      return { toOffice, amount: someOf(state ? owed - heldOf(state) - 1 : 0) };
    case 'ASSET_APPRAISED':
      return { amount: (amount % 5 === 0 ? 1_500_000 : 2_500_000) + amount };
    case 'PRICE_REDUCED':
      return { amount: Math.ceil((state?.assetPrice ?? 0) * 0.95) };
    case 'COERCION_PLANNED':
      return { plannedFor: addDays(state?.lastEventOn ?? FIRST_DAY, amount % 400) };
    case 'ASSET_HANDLING_ENTRUSTED':
      return { toOffice };
    case 'COERCION_DECIDED':
      return { coercionMeasure: 'SEIZURE_OF_ASSETS' as const, mobilisedForces };
    case 'ENTRUSTED_OUT':
      return { toOffice };
    case 'PARTIES_STATED':
      return { parties: [{ role: 'DEBTOR', kind: 'PERSON', name: 'Nguyễn Văn Mẫu' }] };
    default:
      return {};
  }
}

/** Any events about a few cases, sensible and senseless, as a client might send them. */
export function anyEvents(cases = 8, most = 70, least = 0): fc.Arbitrary<CaseEvent[]> {
  return fc.array(step(cases), { minLength: least, maxLength: most, size: 'max' }).map((steps) => {
    const events: CaseEvent[] = [];
    const states = new Map<string, CaseEntity>();
    let day = FIRST_DAY;
    for (const wish of steps) {
      const subject = `${OFFICES[wish.nthCase % OFFICES.length]}.C-${wish.nthCase}`;
      const state = states.get(subject) ?? null;
      day = addDays(day, wish.days);
      const types = (wish.isSensible ? eventsFrom(caseLifecycle, state?.state ?? null) : EVENT_TYPES).filter(
        // It leads nowhere: were it as likely as others, fewer histories would come far.
        (type) => type !== 'PARTIES_STATED' || wish.choice % 11 === 0,
      );
      if (types.length === 0) continue;
      const deep = types.filter((candidate) => RARE.has(candidate));
      const choices = wish.choice % 2 === 0 && deep.length > 0 ? deep : types;
      const type = choices[Math.floor(wish.choice / 2) % choices.length]!;
      const event = { id: uuid(events.length), subject, type, occurredOn: day, ...fieldsOf(type, wish, state) };
      events.push(event);
      const decision = decide(caseLifecycle, state, event, TODAY);
      if (decision.accepted) states.set(subject, decision.state);
    }
    return events;
  });
}

/** Every day on which something of a history can be booked, and one before. */
export function daysOf({ movements }: Pick<Played, 'movements'>): IsoDate[] {
  const booked = movements.map(({ onDate }) => onDate);
  return [...new Set(booked.flatMap((day) => [addDays(day, -1), day]))].sort();
}
