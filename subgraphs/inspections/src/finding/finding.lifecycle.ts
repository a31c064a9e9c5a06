import {
  type GuardRefusal,
  type Lifecycle,
  type Placement,
  SAME,
  addDays,
  findOffice,
  latest,
  legalBasis,
} from '@thads/shared';
import { idFault, unitFault } from '../event-faults';
import type { InspectionEntity } from '../inspection/inspection.entity';
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
      field: 'dueOn',
    };
  }
  if (dueOn && !recommendation) {
    return {
      rule: 'RECOMMENDATION_MISSING',
      message: `There is a dueOn, ${dueOn}, without a recommendation.`,
      allowed: 'recommendation and dueOn together, or neither',
      field: 'recommendation',
    };
  }
  return null;
}

function extensionFault({ dueOn }: FindingEvent, state: FindingEntity | null): GuardRefusal | null {
  return dueOn! > state!.dueOn!
    ? null
    : {
        rule: 'DUE_DATE_NOT_LATER',
        message: `dueOn ${dueOn} is not after the last day so far, ${state!.dueOn}.`,
        allowed: `a day after ${state!.dueOn}`,
        field: 'dueOn',
      };
}

/** Those are for a person; what else may follow may be for a unit. */
const PERSONAL: readonly string[] = ['REPRIMAND', 'DISCIPLINE'];

function consequenceFault({ consequence, officer }: FindingEvent, state: FindingEntity | null): GuardRefusal | null {
  if (PERSONAL.includes(consequence!) && !officer && !state!.againstOfficer) {
    return {
      rule: 'OFFICER_MISSING',
      message: `${consequence} is for a person, and neither the finding nor the event names one.`,
      allowed: 'officer, the id of whom it is for',
      field: 'officer',
    };
  }
  return idFault({ officer });
}

/** Findings are what an inspection found: not before it was conducted, and not after its follow-up is over. */
function inspectionFault(event: FindingEvent, inspection: InspectionEntity): GuardRefusal | null {
  const fault = (rule: string, message: string, allowed: string): GuardRefusal => ({
    rule,
    message: `The inspection ${inspection.id} ${message}.`,
    allowed,
    field: 'inspection',
  });
  const { state, conductedOn, followedUpOn, kind } = inspection;
  if (state === 'CANCELLED') {
    return fault('INSPECTION_CANCELLED', `was cancelled on ${inspection.cancelledOn}`, 'an inspection that took place');
  }
  if (conductedOn === null || event.occurredOn < conductedOn) {
    const since = conductedOn === null ? `is ${state}` : `was conducted on ${conductedOn}`;
    return fault('INSPECTION_NOT_CONDUCTED', since, 'an inspection that was conducted by the day of the event');
  }
  if (followedUpOn !== null && event.occurredOn > followedUpOn) {
    return fault('FOLLOW_UP_OVER', `was followed up until ${followedUpOn}`, `a day until ${followedUpOn}`);
  }
  return event.kind && event.kind !== kind
    ? { ...fault('KIND_DIFFERS', `is of the kind ${kind}, not ${event.kind}`, `kind ${kind}, or none`), field: 'kind' }
    : null;
}

export const findingLifecycle: Lifecycle<FindingEntity, FindingEvent> = {
  subjectType: 'finding',
  nameVi: 'tồn tại, sai phạm',
  table: 'finding',
  initial: { closedOn: null, extensions: 0, consequences: [] },
  transitions: [
    {
      event: 'FINDING_RECORDED',
      nameVi: 'ghi nhận tồn tại, sai phạm',
      from: [],
      to: SAME,
      requires: ['inspection', 'findingKind'],
      allows: ['kind', 'severity', 'article', 'unit', 'againstOfficer', 'case', 'recommendation', 'dueOn'],
      legalBasis: conclusionAndFollowUp,
      guard: (event) =>
        unitFault(event) ??
        idFault({ againstOfficer: event.againstOfficer, case: event.case }) ??
        recommendationFault(event),
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
    {
      event: 'RECOMMENDATION_EXTENDED',
      nameVi: 'gia hạn thực hiện kiến nghị',
      isDecision: true,
      from: ['OPEN'],
      to: SAME,
      requires: ['dueOn'],
      legalBasis: conclusionAndFollowUp,
      guard: extensionFault,
      effect: ({ dueOn }, state) => ({ dueOn: dueOn!, extensions: state!.extensions + 1 }),
    },
    {
      event: 'CONSEQUENCE_DECIDED',
      nameVi: 'quyết định xử lý trách nhiệm',
      isDecision: true,
      from: ['NOTED', 'OPEN', 'REPORTED_DONE', 'VERIFIED_CLOSED'],
      to: SAME,
      requires: ['consequence'],
      legalBasis: conclusionAndFollowUp,
      guard: consequenceFault,
      effect: ({ consequence, occurredOn, decisionNumber, officer }, state) => ({
        consequences: [
          ...state!.consequences,
          {
            consequence: consequence!,
            decidedOn: occurredOn,
            decisionNumber: decisionNumber!,
            officer: officer ?? state!.againstOfficer,
          },
        ],
      }),
    },
  ],
  deadlines: [
    {
      name: 'Do as recommended',
      nameVi: 'thực hiện kiến nghị',
      legalBasis: conclusionAndFollowUp,
      dueOn: ({ type }, { state, dueOn }) => (state === 'OPEN' && type !== 'CONSEQUENCE_DECIDED' ? dueOn : null),
      metBy: ['RECOMMENDATION_REPORTED_DONE'],
      runsIn: ['OPEN'],
    },
  ],
  references: ({ inspection }) =>
    inspection === null || inspection === undefined ? [] : [{ subjectType: 'inspection', id: inspection }],
  referenceGuards: { inspection: inspectionFault },
  positions: (state) => {
    const counters: (Placement & { slot: InspectionSlot })[] = [
      { slot: state.findingKind, count: 1 },
      { slot: 'CONSEQUENCE', count: state.consequences.length },
    ];
    return [{ dimensions: { kind: state.kind ?? '' }, overlays: 0, placements: [...standing(state), ...counters] }];
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
