import { type IsoDate, type Movement, addDays, decide } from '@thads/shared';
import fc from 'fast-check';
import { heldOf, outstandingOf } from '../obligation/obligation.amounts';
import type { ObligationEntity } from '../obligation/obligation.entity';
import type { ObligationEvent } from '../obligation/obligation.event';
import { obligationLifecycle } from '../obligation/obligation.lifecycle';

export const TODAY = '2026-09-30';
export const START = '2024-10-01';

/** What is sent, besides id, subject and day. */
export type Sent = Partial<ObligationEvent> & { readonly type: string };

/** A wish for an event about one of three obligations, after so many days; what it becomes depends on where that stands. */
interface Wish {
  readonly nth: number;
  readonly days: number;
  /** Among the types that are possible there, or among all. */
  readonly choice: number;
  readonly isSensible: boolean;
  readonly percent: number;
  readonly number: number;
}

/** Types as often as they are to be wished for. */
const TYPES = [
  'OBLIGATION_RECORDED',
  ...Array<string>(5).fill('RECEIPT_RECORDED'),
  ...Array<string>(3).fill('RECEIPT_REVERSED'),
  ...Array<string>(2).fill('REMITTED_TO_BUDGET'),
  'PAID_TO_CREDITOR',
  'COSTS_DEDUCTED',
  ...Array<string>(2).fill('DISTRIBUTION_REVERSED'),
  ...Array<string>(3).fill('WAIVER'),
  ...Array<string>(3).fill('REDUCTION'),
  ...Array<string>(3).fill('EXEMPTION_GRANTED'),
  ...Array<string>(3).fill('REDUCTION_GRANTED'),
  'EXEMPTION_REFUSED',
  'OBLIGATION_NOT_YET_WITH_CONDITIONS',
  ...Array<string>(2).fill('OBLIGATION_WITH_CONDITIONS'),
  'OBLIGATION_ENDED',
];

export const wishes: fc.Arbitrary<Wish[]> = fc.array(
  fc.record({
    nth: fc.nat(2),
    days: fc.nat(40),
    choice: fc.nat(10_000),
    isSensible: fc.oneof({ weight: 9, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
    percent: fc.oneof(
      { weight: 1, arbitrary: fc.constant(100) },
      { weight: 4, arbitrary: fc.integer({ min: 0, max: 101 }) },
    ),
    number: fc.integer({ min: 1, max: 4 }),
  }),
  { minLength: 1, maxLength: 45, size: 'max' },
);

const CATEGORIES = ['COURT_FEE', 'FINE', 'CREDIT_CONTRACT', 'CONFISCATION'] as const;
const DECIDED_LONG_AGO = '2009-01-01';

function sentFor(type: string, { percent, number }: Wish, state: ObligationEntity | null): Sent {
  const part = (whole: number): number => Math.ceil((whole * percent) / 100);
  const rest = state ? outstandingOf(state) : 0;
  switch (type) {
    case 'OBLIGATION_RECORDED':
      return {
        type,
        category: CATEGORIES[number - 1],
        amount: number % 2 === 0 ? 20_000_000 + percent : percent,
        overlays: number === 2 ? ['STATE_BUDGET', 'CONVICTS'] : [],
      };
    case 'RECEIPT_RECORDED':
      return { type, amount: part(rest), receiptNumber: `BL-${number}`, payer: 'A' };
    case 'REMITTED_TO_BUDGET':
    case 'PAID_TO_CREDITOR':
    case 'COSTS_DEDUCTED':
      return { type, amount: part(state ? heldOf(state) : 0) };
    case 'RECEIPT_REVERSED':
      return { type, receipt: number, ground: 'PAID_BY_MISTAKE' };
    case 'DISTRIBUTION_REVERSED':
      return { type, distribution: number, ground: 'TRANSFER_FAILED' };
    case 'WAIVER':
    case 'REDUCTION':
      return {
        type: 'EXEMPTION_PROPOSED',
        exemptionKind: type,
        ground: 'NOTHING_TO_ENFORCE',
        amount: type === 'WAIVER' ? rest : part(Math.floor(rest / 4)),
        firstDecisionOn: DECIDED_LONG_AGO,
      };
    case 'EXEMPTION_GRANTED':
    case 'REDUCTION_GRANTED':
      return { type, decisionNumber: 'QĐ-1', amount: part(state?.exemptions.at(-1)?.proposed ?? 0) };
    case 'EXEMPTION_REFUSED':
      return { type, decisionNumber: 'QĐ-2' };
    case 'OBLIGATION_ENDED':
      return { type, ground: 'art. 50' };
    default:
      return { type };
  }
}

export interface History {
  /** Everything that was sent, refused or not. */
  readonly sent: readonly ObligationEvent[];
  readonly accepted: readonly ObligationEvent[];
  readonly movements: readonly Movement[];
  readonly states: readonly ObligationEntity[];
}

const uuid = (nth: number): string => `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`;

/** What comes of wishes, in memory. */
export function play(those: readonly Wish[]): History {
  const sent: ObligationEvent[] = [];
  const accepted: ObligationEvent[] = [];
  const movements: Movement[] = [];
  const states = new Map<string, ObligationEntity>();
  let day: IsoDate = START;
  for (const wish of those) {
    day = addDays(day, wish.days);
    const subject = `VN63-10-0${(wish.nth % 2) + 1}.O-${wish.nth}`;
    const state = states.get(subject) ?? null;
    const offer = (nth: number): ObligationEvent => {
      // Seven steps at a time, so that what is possible next does not depend on how the types are listed.
      const type = TYPES[(wish.choice + 7 * nth) % TYPES.length]!;
      return { id: uuid(sent.length), subject, occurredOn: day, ...sentFor(type, wish, state) };
    };
    let event = offer(0);
    const isPossible = (): boolean => decide(obligationLifecycle, state, event, TODAY).accepted;
    for (let nth = 1; wish.isSensible && nth < TYPES.length && !isPossible(); nth += 1) event = offer(nth);
    sent.push(event);
    const decision = decide(obligationLifecycle, state, event, TODAY);
    if (!decision.accepted) continue;
    accepted.push(event);
    movements.push(...decision.movements);
    states.set(subject, decision.state);
  }
  return { sent, accepted, movements, states: [...states.values()] };
}

export const histories: fc.Arbitrary<History> = wishes.map(play);
export const days: fc.Arbitrary<IsoDate> = fc.nat(700).map((count) => addDays(START, count));
