import {
  EVENT_REVERSED,
  type IsoDate,
  type Lifecycle,
  type RegisterEvent,
  addDays,
  decide,
  eventsFrom,
} from '@thads/shared';
import fc from 'fast-check';
import type { CompensationEvent } from '../compensation/compensation.lifecycle';
import { compensationLifecycle } from '../compensation/compensation.lifecycle';
import type { PetitionEntity } from '../petition/petition.entity';
import { MeasureStage, PetitionKind, PetitionOutcome } from '../petition/petition.enums';
import type { PetitionEvent } from '../petition/petition.event';
import { petitionLifecycle } from '../petition/petition.lifecycle';
import type { ReceptionEvent } from '../reception/reception.lifecycle';
import { receptionLifecycle } from '../reception/reception.lifecycle';

export const TODAY = '2026-06-30';
export const FIRST_DAY = '2024-03-01';
/** A regional office, its province, and the department above. */
const OFFICES = ['VN63-10-01', 'VN63-10-00', 'VN-00'] as const;
const OFFICERS = ['VN63-10-01.CHV-1', 'VN63-10-00.CHV-1'] as const;

export type AnyEvent = PetitionEvent & ReceptionEvent & CompensationEvent;

/** A wish for an event; what it becomes depends on where its subject stands. */
interface Wish {
  readonly subjectType: 'petition' | 'petition again' | 'reception' | 'compensation';
  readonly nth: number;
  readonly office: number;
  /** Of the events that the table allows there, or of all, or the latest taken back. */
  readonly will: 'sensible' | 'any' | 'correction';
  readonly choice: number;
  readonly days: number;
  readonly kind: PetitionKind;
  readonly measureStage: MeasureStage | null;
  readonly flag: boolean;
  readonly count: number;
  readonly outcome: PetitionOutcome;
  readonly officer: string | null;
  readonly actBefore: number | null;
}

const wish: fc.Arbitrary<Wish> = fc.record({
  subjectType: fc.constantFrom(
    'petition',
    'petition',
    'petition',
    'petition again',
    'petition again',
    'reception',
    'compensation',
    'compensation',
  ),
  nth: fc.nat(2),
  office: fc.nat(OFFICES.length - 1),
  will: fc.oneof(
    { weight: 16, arbitrary: fc.constant('sensible' as const) },
    { weight: 1, arbitrary: fc.constant('any' as const) },
    { weight: 2, arbitrary: fc.constant('correction' as const) },
  ),
  choice: fc.nat(10_000),
  days: fc.oneof({ weight: 9, arbitrary: fc.nat(4) }, { weight: 1, arbitrary: fc.integer({ min: -10, max: 40 }) }),
  kind: fc.constantFrom(...Object.values(PetitionKind), ...Array.from({ length: 6 }, () => 'COMPLAINT' as const)),
  measureStage: fc.constantFrom(null, ...Object.values(MeasureStage), 'COERCION' as const),
  flag: fc.boolean(),
  count: fc.nat(12),
  outcome: fc.constantFrom(...Object.values(PetitionOutcome)),
  officer: fc.constantFrom(null, null, null, ...OFFICERS),
  actBefore: fc.constantFrom(null, null, 1, 10, 40),
});

const lifecycles: Readonly<Record<string, Lifecycle<any, any>>> = {
  petition: petitionLifecycle,
  'petition again': petitionLifecycle,
  reception: receptionLifecycle,
  compensation: compensationLifecycle,
};
/** Events that lead on, which most wishes are for: others end a history early. */
const ONWARD = new Set([
  'PETITION_ACCEPTED',
  'PETITION_EXTENDED',
  'PETITION_RESOLVED',
  'DECISION_SENT',
  'DECISION_PUBLISHED',
  'COMPENSATION_ACCEPTED',
  'COMPENSATION_SETTLED',
  'COMPENSATION_PAID',
  'RECOURSE_DECIDED',
  'RECOURSE_COLLECTED',
]);
const PREFIX = { petition: 'D', 'petition again': 'D', reception: 'T', compensation: 'B' };
export const EVENT_TYPES = [
  ...new Set([petitionLifecycle, receptionLifecycle, compensationLifecycle].flatMap((one) => eventsFromAll(one))),
];

function eventsFromAll({ transitions }: Pick<Lifecycle<any, any>, 'transitions'>): string[] {
  return transitions.map(({ event }) => event);
}

/** Any events about a few subjects, sensible and senseless, as a client might send them; after some whole lives. */
export function anyEvents(most = 70): fc.Arbitrary<RegisterEvent[]> {
  return fc
    .tuple(
      fc.array(fc.nat(12), { minLength: WHOLE_LIVES.length, maxLength: WHOLE_LIVES.length }),
      fc.array(wish, { minLength: most / 2, maxLength: most, size: 'max' }),
    )
    .map(([gaps, wishes]) => [...wholeLives(gaps), ...new Wishes(wishes).events]);
}

const FIRST = 'VN63-10-00.D-first';
const SECOND = 'VN-00.D-second';
const REQUEST = 'VN63-10-01.B-whole';
const OPEN = 'VN63-10-01.D-open';
const STOPPED = 'VN63-10-01.B-stopped';
const LETTER = 'VN63-10-01.D-letter';
const PART = 'VN63-10-01.D-part';

/** A complaint through both rounds and a request for compensation to its recourse, which wishes seldom come to. */
const WHOLE_LIVES: readonly (readonly [string, string, object?])[] = [
  [FIRST, 'PETITION_RECEIVED', { kind: 'COMPLAINT', measureStage: 'COERCION' }],
  [FIRST, 'PETITION_ACCEPTED'],
  [FIRST, 'PETITION_EXTENDED', { ground: 'REMOTE' }],
  [FIRST, 'PETITION_RESOLVED', { outcome: 'PARTLY_RIGHT', decisionNumber: '1' }],
  [FIRST, 'DECISION_SENT'],
  [SECOND, 'PETITION_RECEIVED', { kind: 'COMPLAINT', measureStage: 'COERCION', round: 2, follows: FIRST }],
  [SECOND, 'PETITION_ACCEPTED'],
  [SECOND, 'PETITION_RESOLVED', { outcome: 'WRONG', decisionNumber: '2' }],
  [SECOND, 'DECISION_SENT'],
  [SECOND, 'DECISION_PUBLISHED'],
  [REQUEST, 'COMPENSATION_REQUESTED', { amount: 1_000 }],
  [REQUEST, 'COMPENSATION_ACCEPTED'],
  [REQUEST, 'COMPENSATION_SETTLED', { amount: 600, decisionNumber: '3' }],
  [REQUEST, 'COMPENSATION_PAID', { amount: 200 }],
  [REQUEST, 'COMPENSATION_PAID', { amount: 400 }],
  [REQUEST, 'RECOURSE_DECIDED', { amount: 300, decisionNumber: '4' }],
  [REQUEST, 'RECOURSE_COLLECTED', { amount: 100 }],
  [OPEN, 'PETITION_RECEIVED', { kind: 'DENUNCIATION' }],
  [OPEN, 'PETITION_ACCEPTED'],
  [OPEN, 'PETITION_EXTENDED', { ground: 'COMPLEX' }],
  [STOPPED, 'COMPENSATION_REQUESTED', { amount: 50 }],
  [STOPPED, 'COMPENSATION_ACCEPTED'],
  [STOPPED, 'COMPENSATION_STOPPED', { ground: 'DEATH', decisionNumber: '5' }],
  [LETTER, 'PETITION_RECEIVED', { kind: 'MIXED' }],
  [LETTER, 'PETITION_SPLIT', { parts: 2 }],
  [PART, 'PETITION_RECEIVED', { kind: 'REQUEST', splitFrom: LETTER }],
  [PART, 'PETITION_ACCEPTED'],
  [PART, 'PETITION_STOPPED', { ground: 'OBJECT_GONE', decisionNumber: '6' }],
];

function wholeLives(gaps: readonly number[]): RegisterEvent[] {
  let occurredOn = FIRST_DAY;
  return WHOLE_LIVES.map(([subject, type, fields], index) => {
    // A part is received on the day of the split.
    if (!fields || !('splitFrom' in fields)) occurredOn = addDays(occurredOn, gaps[index]!);
    return { id: uuid(1_000 + index), subject, type, occurredOn, ...fields };
  });
}

const uuid = (nth: number): string => `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`;

class Wishes {
  readonly events: RegisterEvent[] = [];
  private readonly states = new Map<string, { state: PetitionEntity; histories: RegisterEvent[] }>();
  private day: IsoDate = FIRST_DAY;

  constructor(wishes: readonly Wish[]) {
    for (const one of wishes) this.grant(one);
  }

  private grant(one: Wish): void {
    const { subjectType, nth, office, will, choice } = one;
    this.day = addDays(this.day, one.days);
    const lifecycle = lifecycles[subjectType]!;
    // Second rounds are opened where they are decided: no subject is opened twice.
    const number = subjectType === 'petition again' ? 100 + nth : nth;
    const subject = `${OFFICES[subjectType === 'petition again' ? 1 + (office % 2) : office]}.${PREFIX[subjectType]}-${number}`;
    const known = this.states.get(subject) ?? null;
    if (will === 'correction') return this.correct(subject, known?.histories ?? []);
    const types = will === 'any' ? eventsFromAll(lifecycle) : eventsFrom(lifecycle, known?.state.state ?? null);
    if (types.length === 0) return;
    const onward = types.filter((type) => ONWARD.has(type));
    const wished = will === 'any' || choice % 3 === 0 || onward.length === 0 ? types : onward;
    const type = wished[Math.floor(choice / 3) % wished.length]!;
    this.send(subject, type, fieldsOf(type, one, known?.state ?? null, this.day, this.first(one)));
    const after = this.states.get(subject)?.state;
    if (type !== 'PETITION_SPLIT' || after?.state !== 'SPLIT') return;
    for (let part = 1; part <= (after.parts ?? 0) && part <= 3; part += 1) {
      const id = `${subject}-${this.events.length}`;
      this.send(id, 'PETITION_RECEIVED', { kind: part === 1 ? one.kind : 'REQUEST', splitFrom: subject });
    }
  }

  private correct(subject: string, histories: RegisterEvent[]): void {
    const latest = histories.at(-1);
    if (!latest) return;
    this.events.push({
      id: uuid(this.events.length),
      subject,
      type: EVENT_REVERSED,
      occurredOn: this.day,
      reverses: latest.id,
      ground: 'x',
    });
    // What it leads to is not followed here: later wishes about the subject are as good as senseless.
    histories.pop();
  }

  private send(subject: string, type: string, fields: object): void {
    const event = { id: uuid(this.events.length), subject, type, occurredOn: this.day, ...fields };
    this.events.push(event);
    const known = this.states.get(subject);
    const lifecycle = [petitionLifecycle, receptionLifecycle, compensationLifecycle].find((one) =>
      eventsFromAll(one as Lifecycle<any, any>).includes(type),
    ) as Lifecycle<any, any>;
    const decision = decide(lifecycle, known?.state ?? null, event, TODAY);
    if (!decision.accepted) return;
    this.states.set(subject, { state: decision.state, histories: [...(known?.histories ?? []), event] });
  }

  /** A complaint that a second one may follow, if there is any. */
  private first({ choice }: Wish): PetitionEntity | null {
    const those = [...this.states.values()].filter(({ state }) => state.outcome === 'WRONG' && state.round === 1);
    return those[choice % (those.length || 1)]?.state ?? null;
  }
}

/** The fields that an event of a type takes, of those that a wish offers. */
function fieldsOf(
  type: string,
  { subjectType, kind, measureStage, flag, count, outcome, officer, actBefore, choice }: Wish,
  state: PetitionEntity | null,
  day: IsoDate,
  first: PetitionEntity | null,
): object {
  const decision = { officer, decisionNumber: `${choice}` };
  const groundOf = (of: Lifecycle<any, any>): string => {
    const grounds = Object.keys(of.transitions.find(({ event }) => event === type)!.grounds!);
    return grounds[choice % grounds.length]!;
  };
  switch (type) {
    case 'PETITION_RECEIVED':
      if (subjectType === 'petition again' && first) {
        return { kind: 'COMPLAINT', round: 2, follows: first.id, measureStage: first.measureStage };
      }
      return {
        kind,
        measureStage,
        complex: flag && count > 6,
        signers: count === 0 ? 0 : count > 9 ? count : 1,
        representatives: count > 9 && flag ? 2 : null,
        actOn: actBefore === null ? null : addDays(day, -actBefore),
        againstOfficer: count === 3 ? OFFICERS[0] : null,
        officer,
        sender: flag && count > 0 ? { name: ` Nguyễn Văn ${choice} `, identityNumber: `${choice}` } : null,
      };
    case 'HANDLER_ASSIGNED':
      return { officer: officer ?? OFFICERS[1] };
    case 'PETITION_SPLIT':
      return { parts: 1 + (count % 3) };
    case 'PETITION_ACCEPTED':
      return {
        officer,
        representatives: state && state.signers >= 5 ? 1 : null,
        ground: flag ? 'FORCE_MAJEURE' : null,
      };
    case 'PETITION_FORWARDED':
      return flag ? { toBody: 'Viện kiểm sát', officer } : { toOffice: OFFICES[count % OFFICES.length], officer };
    case 'PETITION_NOT_ACCEPTED':
    case 'PETITION_FILED':
    case 'PETITION_EXTENDED':
      return { officer, ground: groundOf(petitionLifecycle as Lifecycle<any, any>) };
    case 'PETITION_STOPPED':
      return { ...decision, ground: groundOf(petitionLifecycle as Lifecycle<any, any>) };
    case 'PETITION_RESOLVED':
      return { ...decision, outcome: flag ? 'WRONG' : outcome };
    case 'RECEPTION_RECORDED':
      return {
        visits: count,
        citizens: count + 8,
        matters: count,
        ...(count % 4 === 1 ? { massGroups: 1, massGroupCitizens: 5, massGroupMatters: 1 } : {}),
        receivedByHead: flag,
        online: choice % 3 === 0,
      };
    case 'COMPENSATION_REQUESTED':
      return { amount: count * 100 };
    case 'COMPENSATION_SETTLED':
    case 'RECOURSE_DECIDED':
      return { ...decision, amount: count * 10 };
    case 'COMPENSATION_STOPPED':
      return { ...decision, ground: groundOf(compensationLifecycle as Lifecycle<any, any>) };
    case 'COMPENSATION_REJECTED':
      return { ground: groundOf(compensationLifecycle as Lifecycle<any, any>) };
    case 'COMPENSATION_PAID': {
      const { settled, paid } = (state as unknown as { settled: number; paid: number }) ?? { settled: 0, paid: 0 };
      return { amount: flag ? settled - paid : count * 5 };
    }
    case 'RECOURSE_COLLECTED':
      return { amount: count };
    default:
      return { officer };
  }
}
