import {
  type GuardRefusal,
  type Lifecycle,
  type Placement,
  SAME,
  addDays,
  findOffice,
  latest,
  legalBasis,
  officeOfSubject,
} from '@thads/shared';
import { unitFault } from '../inspection/inspection.lifecycle';
import type { InspectionSlot } from '../statistics/inspection.slots';
import type { FindingEntity } from './finding.entity';
import type { FindingEvent } from './finding.event';

/** The conclusion states faults and remedies; the head who ordered the inspection follows them up. */
const conclusionAndFollowUp = legalBasis('Circular 04/2023 art. 25', null);

function recommendationFault({ recommendation, dueOn }: FindingEvent): GuardRefusal | null {
  if (recommendation && !dueOn) {
    return {
      rule: 'DUE_DATE_MISSING',
      message: 'There is a recommendation without dueOn.',
      allowed: 'dueOn, the last day to do as recommended',
    };
  }
  if (dueOn && !recommendation) {
    return {
      rule: 'RECOMMENDATION_MISSING',
      message: `There is a dueOn, ${dueOn}, without a recommendation.`,
      allowed: 'recommendation and dueOn together, or neither',
    };
  }
  return null;
}

/** Cases and officers are kept elsewhere; here it can only be seen whether an id is of their form. */
function referenceFault({ againstOfficer, case: caseId }: FindingEvent): GuardRefusal | null {
  const wrong = Object.entries({ againstOfficer, case: caseId }).find(
    ([, id]) => id !== null && id !== undefined && !officeOfSubject(id),
  );
  return wrong
    ? {
        rule: 'REFERENCE_MALFORMED',
        message: `${wrong[0]} ${JSON.stringify(wrong[1])} is not an identifier.`,
        allowed: '<office id>.<local number>, e.g. VN63-10-01.C-2024-00017',
      }
    : null;
}

export const findingLifecycle: Lifecycle<FindingEntity, FindingEvent> = {
  subjectType: 'finding',
  nameVi: 'tồn tại, sai phạm',
  table: 'finding',
  initial: { closedOn: null },
  transitions: [
    {
      event: 'FINDING_RECORDED',
      nameVi: 'ghi nhận tồn tại, sai phạm',
      from: [],
      to: SAME,
      requires: ['inspection', 'findingKind'],
      allows: ['kind', 'severity', 'article', 'unit', 'againstOfficer', 'case', 'recommendation', 'dueOn'],
      legalBasis: conclusionAndFollowUp,
      guard: (event) => unitFault(event) ?? referenceFault(event) ?? recommendationFault(event),
      effect: (event) => ({
        state: event.recommendation ? 'OPEN' : 'NOTED',
        inspectionId: event.inspection!,
        kind: event.kind ?? null,
        findingKind: event.findingKind!,
        severity: event.severity ?? null,
        article: event.article ?? null,
        unit: event.unit ? findOffice(event.unit)!.number : null,
        againstOfficer: event.againstOfficer ?? null,
        caseId: event.case ?? null,
        recommendation: event.recommendation || null,
        dueOn: event.dueOn ?? null,
        recordedOn: event.occurredOn,
      }),
    },
    {
      event: 'RECOMMENDATION_REPORTED_DONE',
      nameVi: 'báo cáo thực hiện kiến nghị',
      from: ['OPEN'],
      to: 'REPORTED_DONE',
      legalBasis: conclusionAndFollowUp,
    },
    {
      event: 'RECOMMENDATION_VERIFIED_CLOSED',
      nameVi: 'kiểm tra, kết thúc theo dõi kiến nghị',
      from: ['REPORTED_DONE'],
      to: 'VERIFIED_CLOSED',
      legalBasis: conclusionAndFollowUp,
      effect: ({ occurredOn }) => ({ closedOn: occurredOn }),
    },
    {
      event: 'RECOMMENDATION_REOPENED',
      nameVi: 'yêu cầu thực hiện lại kiến nghị',
      from: ['REPORTED_DONE'],
      to: 'OPEN',
      legalBasis: conclusionAndFollowUp,
    },
  ],
  references: ({ inspection }) =>
    inspection === null || inspection === undefined ? [] : [{ subjectType: 'inspection', id: inspection }],
  positions: (state) => {
    const counter: Placement & { slot: InspectionSlot } = { slot: state.findingKind, count: 1 };
    return [{ dimensions: { kind: state.kind ?? '' }, overlays: 0, placements: [...standing(state), counter] }];
  },
};

function standing({ state, dueOn, lastEventOn }: FindingEntity): (Placement & { slot: InspectionSlot })[] {
  switch (state) {
    case 'NOTED':
      return [{ slot: 'FINDING_NOTED', count: 1 }];
    case 'REPORTED_DONE':
      return [{ slot: 'RECOMMENDATION_REPORTED_DONE', count: 1 }];
    case 'VERIFIED_CLOSED':
      return [{ slot: 'RECOMMENDATION_CLOSED', count: 1 }];
    case 'OPEN': {
      // Not before the event that opened it: reopened after its due date, it is late from that day on.
      const firstLateDay = latest(addDays(dueOn!, 1), lastEventOn);
      return [
        { slot: 'RECOMMENDATION_OPEN', count: 1 },
        { slot: 'RECOMMENDATION_OPEN', count: -1, from: firstLateDay },
        { slot: 'RECOMMENDATION_OVERDUE', count: 1, from: firstLateDay },
      ];
    }
  }
}
