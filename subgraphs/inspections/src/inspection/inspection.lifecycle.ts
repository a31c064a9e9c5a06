import {
  type GuardRefusal,
  type Lifecycle,
  type Placement,
  SAME,
  findOffice,
  legalBasis,
  noLegalBasis,
  officeOfSubject,
  workingYearOf,
} from '@thads/shared';
import { dayAheadFault, listed, unitFault } from '../event-faults';
import type { FindingEntity } from '../finding/finding.entity';
import type { PlanEntity } from '../plan/plan.entity';
import type { InspectionSlot } from '../statistics/inspection.slots';
import type { InspectionEntity } from './inspection.entity';
import { CANCELLATION_GROUNDS, type InspectionState, POSTPONEMENT_GROUNDS } from './inspection.enums';
import { CONCLUSION_PARTS, type ConclusionParts, type InspectionEvent } from './inspection.event';

const slots: Readonly<Record<InspectionState, InspectionSlot>> = {
  PLANNED: 'INSPECTION_PENDING',
  DECIDED: 'INSPECTION_PENDING',
  ANNOUNCED: 'INSPECTION_PENDING',
  POSTPONED: 'INSPECTION_PENDING',
  CONDUCTED: 'INSPECTION_CONDUCTED',
  ENDED: 'INSPECTION_CONDUCTED',
  CONCLUDED: 'INSPECTION_CONCLUDED',
  FOLLOWED_UP: 'INSPECTION_CONCLUDED',
  CANCELLED: 'INSPECTION_CANCELLED',
};

const planAndConduct = legalBasis('Circular 04/2023 art. 22', null);
/** The conclusion is signed by the team head and in force from then on; the head who ordered the inspection follows it up. */
const conclusionAndFollowUp = legalBasis('Circular 04/2023 art. 25', null);

/** Without a unit the office inspects itself. */
const opened = ({ subject, kind, theme, unit }: InspectionEvent): Partial<InspectionEntity> => ({
  kind: kind!,
  theme: theme!,
  unit: (unit ? findOffice(unit) : officeOfSubject(subject))!.number,
});

const ordered = ({ occurredOn, decisionNumber, signer, teamHead }: InspectionEvent): Partial<InspectionEntity> => ({
  decidedOn: occurredOn,
  decisionNumber: decisionNumber!,
  orderedBy: signer!,
  teamHead: teamHead!,
});

const postponed = ({ occurredOn, plannedFor }: InspectionEvent): Partial<InspectionEntity> => ({
  postponedOn: occurredOn,
  plannedFor: plannedFor!,
});

const plannedForFault = ({ plannedFor, occurredOn }: InspectionEvent): GuardRefusal | null =>
  dayAheadFault('plannedFor', plannedFor, occurredOn);

/** What it states of its parts; null for a conclusion in one text. */
function partsOf({ conclusionParts }: InspectionEvent): ConclusionParts | null {
  const stated = CONCLUSION_PARTS.filter((part) => conclusionParts?.[part]);
  return stated.length === 0 ? null : Object.fromEntries(stated.map((part) => [part, conclusionParts![part]]));
}

function conclusionFault(event: InspectionEvent, state: InspectionEntity | null): GuardRefusal | null {
  if (!event.conclusion && !partsOf(event)) {
    return {
      rule: 'CONCLUSION_EMPTY',
      message: 'The conclusion states nothing.',
      allowed: `conclusion, or in conclusionParts one of ${CONCLUSION_PARTS.join(', ')}`,
      field: 'conclusion',
    };
  }
  const { teamHead } = state!;
  return teamHead === null || teamHead === event.signer
    ? null
    : {
        rule: 'SIGNER_NOT_TEAM_HEAD',
        message: `The conclusion is signed by ${event.signer}; the team head is ${teamHead}.`,
        allowed: `signer ${teamHead}, or first INSPECTION_TEAM_CHANGED`,
        field: 'signer',
      };
}

/** A plan provides for inspections of its kind in its year, from its issue until it is closed. */
function planFault({ kind, plannedFor, occurredOn }: InspectionEvent, plan: PlanEntity): GuardRefusal | null {
  const fault = (rule: string, message: string, allowed: string): GuardRefusal => ({
    rule,
    message,
    allowed,
    field: 'plan',
  });
  if (plan.issuedOn === null || occurredOn < plan.issuedOn) {
    const since = plan.issuedOn === null ? `is ${plan.state}` : `was issued on ${plan.issuedOn}`;
    return fault('PLAN_NOT_ISSUED', `The plan ${plan.id} ${since}.`, 'a plan that was issued by the day of the event');
  }
  if (plan.closedOn !== null && occurredOn > plan.closedOn) {
    return fault(
      'PLAN_CLOSED',
      `The plan ${plan.id} was closed on ${plan.closedOn}.`,
      'a plan that was not closed yet',
    );
  }
  if (kind !== plan.kind) {
    return fault('PLAN_OF_OTHER_KIND', `The plan ${plan.id} is for ${plan.kind}, not ${kind}.`, `kind ${plan.kind}`);
  }
  const year = workingYearOf(plannedFor ?? occurredOn);
  return year === plan.workingYear
    ? null
    : fault(
        'PLAN_OF_OTHER_YEAR',
        `The plan ${plan.id} is for working year ${plan.workingYear}; the inspection is in ${year}.`,
        `a day in working year ${plan.workingYear}, or the plan of ${year}`,
      );
}

const isOpen = ({ state }: FindingEntity): boolean => state === 'OPEN' || state === 'REPORTED_DONE';

/** The head follows the conclusion up until everything in it that has to be remedied is. */
function openFindingsFault({ subject }: InspectionEvent, findings: readonly FindingEntity[]): GuardRefusal | null {
  const open = findings.filter(isOpen).map(({ id }) => id);
  return open.length === 0
    ? null
    : {
        rule: 'FINDINGS_OPEN',
        message: `Of the findings of ${subject}, ${listed(open)} not verified and closed.`,
        allowed: 'RECOMMENDATION_VERIFIED_CLOSED of each first',
      };
}

export const inspectionLifecycle: Lifecycle<InspectionEntity, InspectionEvent> = {
  subjectType: 'inspection',
  nameVi: 'cuộc kiểm tra',
  table: 'inspection',
  initial: {
    plannedOn: null,
    plannedFor: null,
    conductedOn: null,
    concludedOn: null,
    cancelledOn: null,
    conclusion: null,
    conclusionParts: null,
    concludedBy: null,
    planId: null,
    decisionNumber: null,
    orderedBy: null,
    decidedOn: null,
    teamHead: null,
    announcedOn: null,
    postponedOn: null,
    endedOn: null,
    followUp: null,
    followedUpOn: null,
  },
  transitions: [
    {
      event: 'INSPECTION_PLANNED',
      nameVi: 'lập kế hoạch kiểm tra',
      from: [],
      to: 'PLANNED',
      requires: ['kind', 'theme'],
      allows: ['unit', 'plannedFor', 'plan'],
      legalBasis: planAndConduct,
      guard: unitFault,
      effect: (event) => ({
        ...opened(event),
        plannedOn: event.occurredOn,
        plannedFor: event.plannedFor ?? null,
        planId: event.plan ?? null,
      }),
    },
    {
      event: 'UNPLANNED_INSPECTION_DECIDED',
      nameVi: 'quyết định kiểm tra đột xuất',
      isDecision: true,
      from: [],
      to: 'DECIDED',
      requires: ['kind', 'theme', 'teamHead', 'signer'],
      allows: ['unit', 'plannedFor'],
      legalBasis: noLegalBasis,
      guard: (event) => unitFault(event) ?? plannedForFault(event),
      effect: (event) => ({ ...opened(event), ...ordered(event), plannedFor: event.plannedFor ?? null }),
    },
    {
      event: 'UNPLANNED_INSPECTION_CONDUCTED',
      nameVi: 'kiểm tra đột xuất',
      from: [],
      to: 'CONDUCTED',
      requires: ['kind', 'theme'],
      allows: ['unit'],
      legalBasis: noLegalBasis,
      guard: unitFault,
      effect: (event) => ({ ...opened(event), conductedOn: event.occurredOn }),
    },
    {
      event: 'INSPECTION_DECIDED',
      nameVi: 'quyết định kiểm tra',
      isDecision: true,
      from: ['PLANNED'],
      to: 'DECIDED',
      requires: ['teamHead', 'signer'],
      allows: ['plannedFor'],
      legalBasis: planAndConduct,
      guard: plannedForFault,
      effect: (event, state) => ({ ...ordered(event), plannedFor: event.plannedFor ?? state!.plannedFor }),
    },
    {
      event: 'INSPECTION_TEAM_CHANGED',
      nameVi: 'thay đổi trưởng đoàn kiểm tra',
      isDecision: true,
      from: ['DECIDED', 'ANNOUNCED', 'POSTPONED', 'CONDUCTED', 'ENDED'],
      to: SAME,
      requires: ['teamHead'],
      legalBasis: noLegalBasis,
      effect: ({ teamHead }) => ({ teamHead: teamHead! }),
    },
    {
      event: 'INSPECTION_ANNOUNCED',
      nameVi: 'công bố quyết định kiểm tra',
      from: ['DECIDED', 'POSTPONED'],
      to: 'ANNOUNCED',
      legalBasis: planAndConduct,
      effect: ({ occurredOn }) => ({ announcedOn: occurredOn }),
    },
    {
      event: 'INSPECTION_POSTPONED',
      nameVi: 'hoãn kiểm tra',
      isDecision: true,
      grounds: POSTPONEMENT_GROUNDS,
      from: ['DECIDED', 'ANNOUNCED', 'POSTPONED'],
      to: 'POSTPONED',
      requires: ['plannedFor'],
      legalBasis: noLegalBasis,
      guard: plannedForFault,
      effect: postponed,
    },
    {
      // Nobody has been ordered to do anything yet: the plan has another day.
      event: 'INSPECTION_POSTPONED',
      nameVi: 'hoãn kiểm tra',
      isDecision: true,
      grounds: POSTPONEMENT_GROUNDS,
      from: ['PLANNED'],
      to: SAME,
      requires: ['plannedFor'],
      legalBasis: noLegalBasis,
      guard: plannedForFault,
      effect: postponed,
    },
    {
      event: 'INSPECTION_CONDUCTED',
      nameVi: 'tiến hành kiểm tra',
      from: ['PLANNED', 'DECIDED', 'ANNOUNCED', 'POSTPONED'],
      to: 'CONDUCTED',
      legalBasis: planAndConduct,
      effect: ({ occurredOn }) => ({ conductedOn: occurredOn }),
    },
    {
      event: 'INSPECTION_ENDED',
      nameVi: 'kết thúc kiểm tra trực tiếp',
      from: ['CONDUCTED'],
      to: 'ENDED',
      legalBasis: planAndConduct,
      effect: ({ occurredOn }) => ({ endedOn: occurredOn }),
    },
    {
      event: 'INSPECTION_CONCLUDED',
      nameVi: 'kết luận kiểm tra',
      from: ['CONDUCTED', 'ENDED'],
      to: 'CONCLUDED',
      requires: ['signer'],
      allows: ['conclusion', 'conclusionParts'],
      legalBasis: conclusionAndFollowUp,
      guard: conclusionFault,
      effect: (event) => ({
        concludedOn: event.occurredOn,
        concludedBy: event.signer!,
        conclusion: event.conclusion ?? null,
        conclusionParts: partsOf(event),
      }),
    },
    {
      event: 'CONCLUSION_FOLLOW_UP_RECORDED',
      nameVi: 'theo dõi thực hiện kết luận kiểm tra',
      from: ['CONCLUDED'],
      to: SAME,
      requires: ['followUp'],
      legalBasis: conclusionAndFollowUp,
      effect: ({ followUp }) => ({ followUp: followUp! }),
    },
    {
      event: 'CONCLUSION_FOLLOW_UP_ENDED',
      nameVi: 'kết thúc theo dõi thực hiện kết luận kiểm tra',
      from: ['CONCLUDED'],
      to: 'FOLLOWED_UP',
      requires: ['signer'],
      allows: ['followUp'],
      legalBasis: conclusionAndFollowUp,
      effect: ({ occurredOn, followUp }, state) => ({
        followUp: followUp ?? state!.followUp,
        followedUpOn: occurredOn,
      }),
    },
    {
      event: 'INSPECTION_CANCELLED',
      nameVi: 'hủy cuộc kiểm tra',
      isDecision: true,
      grounds: CANCELLATION_GROUNDS,
      from: ['PLANNED', 'DECIDED', 'ANNOUNCED', 'POSTPONED'],
      to: 'CANCELLED',
      legalBasis: noLegalBasis,
      effect: ({ occurredOn }) => ({ cancelledOn: occurredOn }),
    },
  ],
  references: ({ plan }) => (plan === null || plan === undefined ? [] : [{ subjectType: 'plan', id: plan }]),
  referenceGuards: { plan: planFault },
  dependents: { subjectType: 'finding', by: 'inspectionId', guards: { CONCLUSION_FOLLOW_UP_ENDED: openFindingsFault } },
  positions: ({ state, kind, plannedOn, conductedOn, followedUpOn }) => {
    const placements: (Placement & { slot: InspectionSlot })[] = [
      { slot: slots[state], count: 1 },
      { slot: 'INSPECTION_PLANNED', count: plannedOn === null ? 0 : 1 },
      { slot: 'SELF_INSPECTION', count: kind === 'SELF' && conductedOn !== null ? 1 : 0 },
      { slot: 'CONCLUSION_FOLLOWED_UP', count: followedUpOn === null ? 0 : 1 },
    ];
    return [{ dimensions: { kind }, overlays: 0, placements }];
  },
};
