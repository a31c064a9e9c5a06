import { type Placement, type Position, addDays } from '@thads/shared';
import type { CaseSlot } from '../statistics/case.slots';
import type { CaseEntity } from './case.entity';
import type { CaseState } from './case.enums';
import { outstandingOf } from './case.money';
import { DISPOSED_OF, ENFORCED, UNVERIFIED } from './case.states';

type SlotPlacement = Placement & { slot: CaseSlot };

const openSlots: Partial<Record<CaseState, CaseSlot>> = {
  ...Object.fromEntries(UNVERIFIED.map((state) => [state, 'OTHER_WITH_CONDITIONS'])),
  ...Object.fromEntries([...ENFORCED, ...DISPOSED_OF, 'COLLECTED'].map((state) => [state, 'IN_PROGRESS'])),
  NO_CONDITIONS: 'NOT_YET_44A',
  POSTPONED_BY_CONSENT: 'POSTPONED_BY_CONSENT',
  POSTPONED: 'POSTPONED',
  SUSPENDED: 'SUSPENDED',
};

const endSlots: Partial<Record<CaseState, CaseSlot>> = {
  TERMINATED: 'TERMINATED',
  ENTRUSTED_OUT: 'ENTRUSTED_OUT',
  REVOKED: 'REVOKED',
  WITHDRAWN: 'WITHDRAWN_UPWARD',
  // The rows of circular 05/2026, which may know a line of its own for it, were not obtained.
  CLOSED_RETURNED: 'REVOKED',
};

/** What a case counts as: where it and its money stand, and what was decided about it. */
export function casePositions(state: CaseEntity): readonly Position[] {
  return [
    {
      dimensions: { kind: state.kind, initiation: state.initiation },
      overlays: state.overlays,
      placements: [...standing(state), ...counters(state)],
    },
  ];
}

/** The case and its money: each part is where it went, what is outstanding is where the case stands. */
function standing(state: CaseEntity): SlotPlacement[] {
  const { decidedOn, paid, terminatedAmount, entrustedAmount, reducedAmount, timesSeparated, separatedAmount } = state;
  if (decidedOn === null) return [];
  const outstanding = outstandingOf(state);
  // Partly done with the rest entrusted out counts as completed here and as new where it went (GSO indicator note).
  const isCompleted = state.state === 'COMPLETED' || (state.state === 'ENTRUSTED_OUT' && paid > 0);
  const parts: SlotPlacement[] = [
    { slot: 'COMPLETED', count: isCompleted ? 1 : 0, money: paid },
    { slot: 'TERMINATED', count: 0, money: terminatedAmount },
    { slot: 'ENTRUSTED_OUT', count: 0, money: entrustedAmount },
    { slot: 'REDUCED', count: 0, money: reducedAmount },
    { slot: 'SEPARATED', count: timesSeparated, money: separatedAmount },
  ];
  // What left for the separate book has left the tree; it comes back as new.
  if (state.isSeparate) {
    return [
      ...parts,
      {
        slot: 'SEPARATE_BOOK',
        count: state.state === 'DORMANT' ? 1 : 0,
        money: state.state === 'DORMANT' ? outstanding : 0,
      },
    ];
  }
  if (state.state === 'COMPLETED') return parts;
  const slot = openSlots[state.state] ?? endSlots[state.state]!;
  return [...parts, { slot, count: isCompleted ? 0 : 1, money: outstanding }];
}

/**
 * A decision is counted as due on the day it is issued, or on the first day it is late; an issued one counts on that
 * same day, so that issued decisions are always a part of those due.
 */
function counters(state: CaseEntity): SlotPlacement[] {
  const { decisionDueOn, decidedOn, endedOn, securityMeasures, coercions, coercionsWithForces } = state;
  const measures: SlotPlacement[] = [
    { slot: 'SECURITY_MEASURE', count: securityMeasures },
    { slot: 'COERCION', count: coercions },
    { slot: 'COERCION_WITH_FORCES', count: coercionsWithForces },
  ];
  if (decisionDueOn === null) return measures;
  const firstLateDay = addDays(decisionDueOn, 1);
  // Sent back in time it never falls due; sent back late it stays due on the day it fell due.
  if (decidedOn === null && endedOn !== null && endedOn < firstLateDay) return measures;
  const from = decidedOn !== null && decidedOn < firstLateDay ? decidedOn : firstLateDay;
  return [
    ...measures,
    { slot: 'DECISION_DUE', count: 1, from },
    { slot: 'DECISION_ISSUED', count: decidedOn === null ? 0 : 1, from },
  ];
}
