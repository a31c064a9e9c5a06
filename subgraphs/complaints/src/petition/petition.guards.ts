import { type GuardRefusal, officeOfSubject } from '@thads/shared';
import { deadlineRuleFor } from './petition.deadlines';
import type { PetitionEntity } from './petition.entity';
import type { PetitionEvent } from './petition.event';

export function receiptFault(event: PetitionEvent): GuardRefusal | null {
  const { round, case: caseId, againstOfficer } = event;
  if (round !== null && round !== undefined && round !== 1 && round !== 2) {
    return { rule: 'ROUND_OUT_OF_RANGE', message: `round is ${round}.`, allowed: '1 or 2' };
  }
  return malformed('case', caseId) ?? malformed('againstOfficer', againstOfficer);
}

function malformed(field: string, id: string | null | undefined): GuardRefusal | null {
  if (id === null || id === undefined || officeOfSubject(id)) return null;
  return {
    rule: 'REFERENCE_MALFORMED',
    message: `${field} ${JSON.stringify(id)} is not an identifier.`,
    allowed: '<office id>.<local number>, e.g. VN63-10-01.C-2024-00017',
  };
}

/** Nobody decides on a complaint against himself. */
export function ownComplaint({ officer }: PetitionEvent, state: PetitionEntity | null): GuardRefusal | null {
  if (!officer || officer !== state!.againstOfficer) return null;
  return {
    rule: 'OWN_COMPLAINT',
    message: `${state!.id} is directed against ${officer}, who cannot decide on it.`,
    allowed: 'another officer',
  };
}

export function acceptanceFault(event: PetitionEvent, state: PetitionEntity | null): GuardRefusal | null {
  const own = ownComplaint(event, state);
  if (own || deadlineRuleFor(state!)) return own;
  return {
    rule: 'SINGLE_ROUND',
    message: `${state!.id} is a second complaint against security measures; the first resolution is final.`,
    allowed: 'PETITION_FILED or PETITION_FORWARDED',
  };
}
