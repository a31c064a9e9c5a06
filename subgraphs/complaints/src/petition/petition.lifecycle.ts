import { type Lifecycle, type Placement, addDays, legalBasis } from '@thads/shared';
import type { PetitionSlot } from '../statistics/petition.slots';
import { lastDayToResolve } from './petition.deadlines';
import type { PetitionEntity } from './petition.entity';
import type { PetitionEvent } from './petition.event';
import { acceptanceFault, ownComplaint, receiptFault } from './petition.guards';

export const petitionLifecycle: Lifecycle<PetitionEntity, PetitionEvent> = {
  subjectType: 'petition',
  nameVi: 'đơn',
  table: 'petition',
  initial: {
    round: 1,
    measureStage: 'BEFORE_COERCION',
    complex: false,
    caseId: null,
    againstOfficer: null,
    signers: 1,
    acceptedOn: null,
    dueOn: null,
    resolvedOn: null,
    outcome: null,
  },
  transitions: [
    {
      event: 'PETITION_RECEIVED',
      nameVi: 'tiếp nhận đơn',
      from: [],
      to: 'RECEIVED',
      requires: ['kind'],
      allows: ['round', 'measureStage', 'complex', 'case', 'againstOfficer', 'signers'],
      legalBasis: legalBasis('Circular 13/2021 art. 3', null),
      guard: receiptFault,
      effect: (event) => ({
        kind: event.kind!,
        round: event.round ?? 1,
        measureStage: event.measureStage ?? 'BEFORE_COERCION',
        complex: event.complex ?? false,
        caseId: event.case ?? null,
        againstOfficer: event.againstOfficer ?? null,
        signers: event.signers ?? 1,
        receivedOn: event.occurredOn,
      }),
    },
    {
      event: 'PETITION_ACCEPTED',
      nameVi: 'thụ lý đơn thuộc thẩm quyền',
      from: ['RECEIVED'],
      to: 'ACCEPTED',
      legalBasis: legalBasis('Circular 13/2021 art. 9, 15-16', 'Decree 152/2026 art. 74-75'),
      guard: acceptanceFault,
      effect: ({ occurredOn }, state) => ({ acceptedOn: occurredOn, dueOn: lastDayToResolve(state!, occurredOn) }),
    },
    {
      event: 'PETITION_FORWARDED',
      nameVi: 'chuyển đơn không thuộc thẩm quyền',
      from: ['RECEIVED'],
      to: 'FORWARDED',
      legalBasis: legalBasis('Circular 13/2021 art. 8', 'Decree 152/2026 art. 74-75'),
      guard: ownComplaint,
    },
    {
      event: 'PETITION_FILED',
      nameVi: 'lưu đơn nặc danh, đơn trùng',
      from: ['RECEIVED'],
      to: 'FILED',
      legalBasis: legalBasis('Circular 13/2021 art. 8', null),
      guard: ownComplaint,
    },
    {
      event: 'PETITION_RESOLVED',
      nameVi: 'giải quyết đơn',
      from: ['ACCEPTED'],
      to: 'RESOLVED',
      requires: ['outcome'],
      legalBasis: legalBasis('Law 26/2008 art. 151, 157; Circular 13/2021 art. 10, 28', null),
      guard: ownComplaint,
      effect: ({ occurredOn, outcome }) => ({ resolvedOn: occurredOn, outcome: outcome! }),
    },
    {
      event: 'PETITION_WITHDRAWN',
      nameVi: 'rút đơn, đình chỉ giải quyết',
      from: ['RECEIVED', 'ACCEPTED'],
      to: 'WITHDRAWN',
      legalBasis: legalBasis('Law 26/2008 art. 151; Circular 13/2021 art. 10', null),
      guard: ownComplaint,
    },
  ],
  positions: (state) => [{ dimensions: { kind: state.kind }, overlays: 0, placements: standing(state) }],
};

/** The one place of a petition; one that is being resolved changes it by itself on the first day it is late. */
function standing({ state, acceptedOn, dueOn }: PetitionEntity): (Placement & { slot: PetitionSlot })[] {
  if (state === 'WITHDRAWN') return [{ slot: acceptedOn === null ? 'WITHDRAWN' : 'WITHDRAWN_ACCEPTED', count: 1 }];
  if (state !== 'ACCEPTED') return [{ slot: state, count: 1 }];
  const firstLateDay = addDays(dueOn!, 1);
  return [
    { slot: 'PENDING', count: 1 },
    { slot: 'PENDING', count: -1, from: firstLateDay },
    { slot: 'OVERDUE', count: 1, from: firstLateDay },
  ];
}
