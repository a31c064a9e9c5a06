import { type GuardRefusal, SAME, type Transition, legalBasis } from '@thads/shared';
import { outstandingOf, restOf } from '../obligation/obligation.amounts';
import type { ObligationEntity } from '../obligation/obligation.entity';
import { ALL_STATES, OPEN_STATES } from '../obligation/obligation.enums';
import type { ObligationEvent } from '../obligation/obligation.event';
import { zeroFault } from '../obligation/obligation.faults';
import { EXEMPTION_GROUNDS, pendingOf, proposalFault } from './exemption.conditions';
import type { ExemptionKind } from './exemption.enums';

type Row = Transition<ObligationEntity, ObligationEvent>;

/** The articles of the new law were not obtained. */
const basis = (article: string) => legalBasis(`Law 26/2008 art. ${article}; Joint Circular 12/2015`, null);

function notPendingFault({ id }: ObligationEntity, allowed: string): GuardRefusal {
  return { rule: 'NO_EXEMPTION_PENDING', message: `No proposal about ${id} waits for such a decision.`, allowed };
}

function grantFault(kind: ExemptionKind, { amount }: ObligationEvent, state: ObligationEntity): GuardRefusal | null {
  const pending = pendingOf(state);
  if (pending?.kind !== kind) return notPendingFault(state, `first EXEMPTION_PROPOSED of a ${kind}`);
  const most = Math.min(pending.proposed, outstandingOf(state));
  return amount! < 1 || amount! > most
    ? {
        rule: 'AMOUNT_EXCEEDS_PROPOSED',
        message: `amount is ${amount}; ${pending.proposed} dong were proposed, ${outstandingOf(state)} are left.`,
        allowed: `an amount from 1 to ${most}; EXEMPTION_REFUSED for none`,
        field: 'amount',
      }
    : null;
}

/** What the court takes off is no longer owed; with the last dong the obligation has ended. */
function granted({ amount, occurredOn, decisionNumber }: ObligationEvent, state: ObligationEntity) {
  const pending = pendingOf(state)!;
  const exempted = state.exempted + amount!;
  const outcome = amount === pending.proposed ? ('ACCEPTED' as const) : ('PART' as const);
  return {
    exempted,
    exemptions: [
      ...state.exemptions.slice(0, -1),
      { ...pending, outcome, granted: amount!, decidedOn: occurredOn, decisionNumber: decisionNumber! },
    ],
    ...(restOf({ ...state, exempted }) === 0 ? { state: 'ENDED' as const, endedOn: occurredOn } : {}),
  };
}

function grant(event: string, nameVi: string, kind: ExemptionKind): Row {
  return {
    event,
    nameVi,
    isDecision: true,
    from: OPEN_STATES,
    to: SAME,
    requires: ['amount'],
    legalBasis: basis('63'),
    guard: (one, state) => grantFault(kind, one, state!),
    effect: (one, state) => granted(one, state!),
  };
}

/** Form 6: what is left of an obligation to the budget is waived or reduced by the court, on the office's proposal. */
export const exemptionTransitions: readonly Row[] = [
  {
    event: 'EXEMPTION_PROPOSED',
    nameVi: 'đề nghị xét miễn, giảm nghĩa vụ thi hành án',
    time: 'file within 5 working days of the verification; the procuracy has 15 days',
    grounds: EXEMPTION_GROUNDS,
    from: OPEN_STATES,
    to: SAME,
    requires: ['exemptionKind', 'amount'],
    allows: ['firstDecisionOn'],
    legalBasis: basis('61-62'),
    guard: (event, state) => zeroFault(event) ?? proposalFault(event, state!),
    effect: ({ exemptionKind, ground, amount, occurredOn }, state) => ({
      exemptions: [
        ...state!.exemptions,
        {
          kind: exemptionKind!,
          ground: ground!,
          proposedOn: occurredOn,
          proposed: amount!,
          outcome: 'PROPOSED',
          granted: 0,
          decidedOn: null,
          decisionNumber: null,
        },
      ],
    }),
  },
  grant('EXEMPTION_GRANTED', 'Tòa án quyết định miễn', 'WAIVER'),
  grant('REDUCTION_GRANTED', 'Tòa án quyết định giảm', 'REDUCTION'),
  {
    event: 'EXEMPTION_REFUSED',
    nameVi: 'Tòa án không chấp nhận miễn, giảm',
    isDecision: true,
    // Whatever became of the obligation in the meantime, the file is closed.
    from: ALL_STATES,
    to: SAME,
    legalBasis: basis('63'),
    guard: (_event, state) => (pendingOf(state!) ? null : notPendingFault(state!, 'first EXEMPTION_PROPOSED')),
    effect: ({ occurredOn, decisionNumber }, state) => ({
      exemptions: [
        ...state!.exemptions.slice(0, -1),
        { ...pendingOf(state!)!, outcome: 'REFUSED', decidedOn: occurredOn, decisionNumber: decisionNumber! },
      ],
    }),
  },
];
