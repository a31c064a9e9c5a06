import { type GuardRefusal, type IsoDate, yearOf } from '@thads/shared';
import { outstandingOf } from '../obligation/obligation.amounts';
import type { ObligationEntity } from '../obligation/obligation.entity';
import { OWED_TO_BUDGET } from '../obligation/obligation.enums';
import type { ObligationEvent } from '../obligation/obligation.event';
import type { ExemptionKind } from './exemption.enums';
import type { ExemptionProposal } from './exemption.type';

/** Grounds of a proposal; whether they are there is for the court to see. */
export const EXEMPTION_GROUNDS = {
  NOTHING_TO_ENFORCE: 'No property or income that may be taken, art. 61.1.a (không có tài sản, thu nhập để thi hành).',
  HARDSHIP: 'Lasting hardship after a disaster, accident or illness, art. 61.4 (hoàn cảnh kinh tế đặc biệt khó khăn).',
  GREAT_MERIT: 'Great merit, art. 61.4 (lập công lớn).',
} as const;

interface Condition {
  readonly article: string;
  readonly kind: ExemptionKind;
  /** Whether a part was performed: at least a fiftieth (Joint Circular 12/2015 art. 4.1). */
  readonly isPartPaid: boolean;
  /** Years since the first enforcement decision. */
  readonly years: number;
  /** What is left, in dong, both inclusive. */
  readonly from: number;
  readonly through: number;
  /** At most this part of what is left, and at most this many dong. */
  readonly share: number;
  readonly most: number;
}

const WHOLE = { share: 1, most: Infinity };

/** When the court may be asked, for the ground of art. 61.1.a (old law art. 61.1 to 61.3). */
const CONDITIONS: readonly Condition[] = [
  { article: '61.1.b', kind: 'WAIVER', isPartPaid: false, years: 5, from: 0, through: 1_999_999, ...WHOLE },
  { article: '61.1.b', kind: 'WAIVER', isPartPaid: false, years: 10, from: 2_000_000, through: 4_999_999, ...WHOLE },
  { article: '61.2.b', kind: 'WAIVER', isPartPaid: true, years: 5, from: 0, through: 4_999_999, ...WHOLE },
  { article: '61.2.b', kind: 'WAIVER', isPartPaid: true, years: 10, from: 5_000_000, through: 9_999_999, ...WHOLE },
  {
    article: '61.3.a',
    kind: 'REDUCTION',
    isPartPaid: true,
    years: 5,
    from: 10_000_000,
    through: 100_000_000,
    share: 4,
    most: Infinity,
  },
  {
    article: '61.3.b',
    kind: 'REDUCTION',
    isPartPaid: true,
    years: 10,
    from: 100_000_001,
    through: Infinity,
    share: 5,
    most: 50_000_000,
  },
];

/** Why the court cannot be asked for this now; null when it can. */
export function proposalFault(event: ObligationEvent, state: ObligationEntity): GuardRefusal | null {
  if (!OWED_TO_BUDGET.includes(state.category)) {
    return {
      rule: 'NOT_OWED_TO_BUDGET',
      message: `${state.id} is a ${state.category}; only what is owed to the budget is waived or reduced.`,
      allowed: OWED_TO_BUDGET.join(', '),
    };
  }
  return pendingOf(state) ? pendingFault(state) : (kindFault(event, state) ?? conditionFault(event, state));
}

/** The proposal that the court has not decided on. */
export function pendingOf({ exemptions }: ObligationEntity): ExemptionProposal | null {
  const last = exemptions.at(-1);
  return last?.outcome === 'PROPOSED' ? last : null;
}

function pendingFault({ id, exemptions }: ObligationEntity): GuardRefusal {
  return {
    rule: 'EXEMPTION_PENDING',
    message: `The court has not decided on the proposal about ${id} of ${exemptions.at(-1)!.proposedOn}.`,
    allowed: 'first EXEMPTION_GRANTED, REDUCTION_GRANTED or EXEMPTION_REFUSED',
  };
}

/** A waiver is of all that is left. */
function kindFault({ exemptionKind, amount }: ObligationEvent, state: ObligationEntity): GuardRefusal | null {
  const rest = outstandingOf(state);
  return exemptionKind === 'WAIVER' && amount !== rest
    ? {
        rule: 'AMOUNT_NOT_THE_REST',
        message: `amount is ${amount}; a waiver is of all that is left, ${rest} dong.`,
        allowed: `${rest}, or a REDUCTION`,
        field: 'amount',
      }
    : null;
}

function isPartPaid({ collected, amount }: ObligationEntity): boolean {
  return collected > 0 && collected >= amount / 50;
}

function conditionFault(event: ObligationEvent, state: ObligationEntity): GuardRefusal | null {
  if (event.ground !== 'NOTHING_TO_ENFORCE') return meritFault(event, state);
  const rest = outstandingOf(state);
  const condition = CONDITIONS.find(
    ({ kind, isPartPaid: wanted, from, through }) =>
      kind === event.exemptionKind && wanted === isPartPaid(state) && from <= rest && rest <= through,
  );
  if (!condition) {
    const those = CONDITIONS.filter(({ kind }) => kind === event.exemptionKind);
    return {
      rule: 'EXEMPTION_AMOUNT_OUT_OF_RANGE',
      message: `${rest} dong are left, ${state.collected} are collected; a ${event.exemptionKind} is not for that.`,
      allowed: those.map(describe).join('; '),
    };
  }
  return (
    timeFault(event, state, condition) ?? limitFault(event.amount!, rest, condition) ?? onceAYearFault(event, state)
  );
}

function describe({ article, isPartPaid: wanted, years, from, through }: Condition): string {
  const range = through === Infinity ? `from ${from}` : `${from} to ${through}`;
  return `art. ${article}: ${range} dong left, ${wanted ? 'a part paid' : 'nothing paid'}, after ${years} years`;
}

/** Art. 61.4: no time to wait, but only for court fees and fines of which a part was paid. */
function meritFault({ ground, exemptionKind }: ObligationEvent, state: ObligationEntity): GuardRefusal | null {
  const isOfFees = state.category === 'COURT_FEE' || state.category === 'FINE';
  return exemptionKind === 'WAIVER' && isOfFees && isPartPaid(state)
    ? null
    : {
        rule: 'EXEMPTION_GROUND_NOT_APPLICABLE',
        message: `${ground} is no ground for a ${exemptionKind} of ${state.id}, a ${state.category} with ${state.collected} collected.`,
        allowed: 'a WAIVER of a COURT_FEE or FINE of which a fiftieth was collected',
        field: 'ground',
      };
}

function timeFault(
  { occurredOn, firstDecisionOn }: ObligationEvent,
  { recordedOn }: ObligationEntity,
  { article, years }: Condition,
): GuardRefusal | null {
  const since = firstDecisionOn ?? recordedOn;
  const due = yearsAfter(since, years);
  return occurredOn < due
    ? {
        rule: 'EXEMPTION_TOO_EARLY',
        message: `${years} years since ${since} are over on ${due} (art. ${article}).`,
        allowed: `a day from ${due} on`,
        field: 'occurredOn',
      }
    : null;
}

function limitFault(amount: number, rest: number, { article, share, most }: Condition): GuardRefusal | null {
  const limit = Math.min(Math.floor(rest / share), most);
  return amount > limit
    ? {
        rule: 'REDUCTION_TOO_LARGE',
        message: `amount is ${amount}, more than ${limit} of the ${rest} dong left (art. ${article}).`,
        allowed: `an amount from 1 to ${limit}`,
        field: 'amount',
      }
    : null;
}

/** Art. 61.5, which does not speak of art. 61.4. */
function onceAYearFault({ occurredOn }: ObligationEvent, { exemptions }: ObligationEntity): GuardRefusal | null {
  const last = exemptions.findLast(({ granted, ground }) => granted > 0 && ground === 'NOTHING_TO_ENFORCE')?.decidedOn;
  return last && occurredOn < yearsAfter(last, 1)
    ? {
        rule: 'EXEMPTION_ONCE_A_YEAR',
        message: `The court granted the last one on ${last}.`,
        allowed: `a day from ${yearsAfter(last, 1)} on`,
        field: 'occurredOn',
      }
    : null;
}

/** For comparing with days: 29 February has none in most years, and 1 March is the next day then. */
function yearsAfter(day: IsoDate, years: number): IsoDate {
  return `${yearOf(day) + years}${day.slice(4)}`;
}
