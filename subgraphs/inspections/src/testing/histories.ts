import {
  EVENT_REVERSED,
  type IsoDate,
  type Lifecycle,
  type SubjectEntity,
  addDays,
  decide,
  eventsFrom,
} from '@thads/shared';
import fc from 'fast-check';
import { inspectionsRegister } from '../register';
import { eventOf } from './events';
import type { AnyEvent } from './recount';

export const FIRST_DAY = '2024-11-15';
const TODAY = '2026-06-30';

const SUBJECTS: Readonly<Record<string, readonly string[]>> = {
  plan: ['VN63-10-00.P-1', 'VN63-10-01.P-2', 'VN-00.P-3'],
  inspection: ['VN63-10-00.I-1', 'VN63-10-01.I-2', 'VN63-38-00.I-3'],
  finding: ['VN63-10-00.F-1', 'VN63-10-01.F-2', 'VN63-38-00.F-3', 'VN63-38-00.F-4'],
  supervision: ['VN63-10-00.S-1', 'VN63-38-00.S-2'],
  protest: ['VN63-10-01.K-1', 'VN63-38-00.K-2'],
};

const subjects = inspectionsRegister.lifecycles.flatMap((lifecycle) =>
  (SUBJECTS[lifecycle.subjectType] ?? []).map((subject) => ({ lifecycle: lifecycle as Lifecycle, subject })),
);

/** A wish for an event; what it becomes depends on where its subject stands. */
export interface Wish {
  readonly nth: number;
  /** Of the events that the table allows there, or of all. */
  readonly isSensible: boolean;
  readonly isReversal: boolean;
  readonly isSentTwice: boolean;
  readonly isFollowed: boolean;
  readonly choice: number;
  readonly days: number;
}

const seldom = (weight: number): fc.Arbitrary<boolean> =>
  fc.oneof({ weight, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) });

export const wishes: fc.Arbitrary<Wish[]> = fc.array(
  fc.record({
    nth: fc.nat(subjects.length - 1),
    isSensible: seldom(9).map((senseless) => !senseless),
    isReversal: seldom(12),
    isSentTwice: seldom(3),
    isFollowed: seldom(5),
    choice: fc.nat(10_000),
    days: fc.nat(14),
  }),
  { minLength: 30, maxLength: 60, size: 'max' },
);

/** Where the subjects stand, by what was accepted; the events that hold of each. */
export class Standing {
  readonly held = new Map<string, AnyEvent[]>();
  private made = 0;

  /** What a wish becomes; null for nothing. */
  eventFor({ nth, isSensible, isReversal, choice }: Wish, day: IsoDate): AnyEvent | null {
    const { lifecycle, subject } = subjects[nth % subjects.length]!;
    const held = this.held.get(subject) ?? [];
    const id = `00000000-0000-4000-8000-${String((this.made += 1)).padStart(12, '0')}`;
    if (isReversal && held.length > 0) {
      return { id, subject, type: EVENT_REVERSED, occurredOn: day, reverses: held.at(-1)!.id, ground: 'Ghi nhầm' };
    }
    const state = stateAfter(lifecycle, held);
    const all = lifecycle.transitions.map(({ event }) => event);
    const types = isSensible ? eventsFrom(lifecycle, state?.state ?? null) : all;
    if (types.length === 0) return null;
    const type = types[choice % types.length]!;
    return { ...(eventOf(lifecycle, type, day) as AnyEvent), ...variant(type, subject, choice, day), id, subject };
  }

  accept(event: AnyEvent): void {
    const held = this.held.get(event.subject) ?? [];
    this.held.set(event.subject, event.type === EVENT_REVERSED ? held.slice(0, -1) : [...held, event]);
  }
}

function stateAfter(lifecycle: Lifecycle, events: readonly AnyEvent[]): SubjectEntity | null {
  return events.reduce<SubjectEntity | null>((state, event) => {
    const decision = decide(lifecycle, state, event, TODAY);
    if (!decision.accepted) throw new Error(`accepted, but ${JSON.stringify(decision.refusal)}`);
    return decision.state;
  }, null);
}

/** Values that differ from event to event. */
function variant(type: string, subject: string, choice: number, day: IsoDate): object {
  const pick = <T>(...values: readonly T[]): T => values[Math.floor(choice / 7) % values.length]!;
  const ahead = addDays(day, choice % 25);
  switch (type) {
    case 'PLAN_DRAFTED':
      return { kind: pick('SELF', 'SUBORDINATES') };
    case 'PLAN_SENT_UPWARD':
      return { toOffice: subject.startsWith('VN63-10-00.') ? 'VN-00' : 'VN63-10-00' };
    case 'INSPECTION_PLANNED':
      return { kind: pick('SELF', 'SUBORDINATES'), plan: pick(undefined, undefined, ...SUBJECTS['plan']!) };
    case 'UNPLANNED_INSPECTION_CONDUCTED':
    case 'UNPLANNED_INSPECTION_DECIDED':
      return { kind: pick('SELF', 'INTER_AGENCY') };
    case 'INSPECTION_POSTPONED':
      return { plannedFor: ahead };
    case 'FINDING_RECORDED': {
      const findingKind = pick('SHORTCOMING', 'VIOLATION');
      const about = { inspection: pick(...SUBJECTS['inspection']!), findingKind };
      return choice % 4 === 0 ? { ...about, recommendation: undefined, dueOn: undefined } : { ...about, dueOn: ahead };
    }
    case 'RECOMMENDATION_EXTENDED':
      return { dueOn: addDays(ahead, 10) };
    case 'SUPERVISION_RECORDED':
      return {
        body: pick('PROCURACY', 'ASSEMBLY'),
        units: pick(undefined, ['VN63-10-01', 'VN63-10-02', 'VN63-38-01']),
      };
    case 'SUPERVISION_CONCLUSION_RECEIVED': {
      const recommendationCount = choice % 3;
      return { findingCount: choice % 5, recommendationCount, dueOn: recommendationCount === 0 ? undefined : ahead };
    }
    case 'PROTEST_ANSWERED':
    case 'PROTEST_ANSWERED_BY_SUPERIOR':
      return { outcome: pick('REJECTED', 'ACCEPTED', 'PARTLY_ACCEPTED') };
    default:
      return {};
  }
}
