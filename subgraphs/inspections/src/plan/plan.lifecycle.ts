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
  workingYearCutOff,
  workingYearOf,
} from '@thads/shared';
import { listed, officeFault } from '../event-faults';
import type { InspectionEntity } from '../inspection/inspection.entity';
import type { InspectionSlot } from '../statistics/inspection.slots';
import type { PlanEntity } from './plan.entity';
import { PLAN_PARTS, type PlanEvent } from './plan.event';

const yearlyPlan = legalBasis('Circular 04/2023 art. 22', null);
/** Months of the working year in which its plans are due. */
const DUE_WITHIN_MONTHS = 3;
/** Number of the central department. */
const CENTRAL_OFFICE = 0;
/** How far from the day it is drafted a plan's year may be. */
const YEARS_AROUND = 1;

const isStated = (text: string | null | undefined): text is string => (text ?? '').trim() !== '';

/** The parts that an event states; what it does not state stays as it is. */
function stated(event: PlanEvent): Partial<PlanEntity> {
  const parts = PLAN_PARTS.filter((part) => isStated(event[part]));
  return Object.fromEntries(parts.map((part) => [part, event[part]]));
}

function yearFault({ workingYear, occurredOn }: PlanEvent): GuardRefusal | null {
  const year = workingYearOf(occurredOn);
  return Number.isInteger(workingYear) && Math.abs(workingYear! - year) <= YEARS_AROUND
    ? null
    : {
        rule: 'WORKING_YEAR_OUT_OF_RANGE',
        message: `workingYear ${workingYear} is not near ${occurredOn}, which is in working year ${year}.`,
        allowed: `${year - YEARS_AROUND} to ${year + YEARS_AROUND}`,
        field: 'workingYear',
      };
}

function changeFault(event: PlanEvent): GuardRefusal | null {
  return PLAN_PARTS.some((part) => isStated(event[part]))
    ? null
    : {
        rule: 'NOTHING_CHANGED',
        message: `${event.type} states none of the parts of a plan.`,
        allowed: `at least one of ${PLAN_PARTS.join(', ')}`,
      };
}

function completenessFault(event: PlanEvent, state: PlanEntity | null): GuardRefusal | null {
  const missing = PLAN_PARTS.filter((part) => !isStated(event[part]) && !isStated(state![part]));
  return missing.length === 0
    ? null
    : {
        rule: 'PLAN_INCOMPLETE',
        message: `The plan does not state ${missing.join(', ')}.`,
        allowed: `a plan that states ${PLAN_PARTS.join(', ')}`,
        field: missing[0],
      };
}

/** A regional office reports to its provincial agency, that one to the central department. */
function superiorFault({ subject, toOffice }: PlanEvent): GuardRefusal | null {
  const unknown = officeFault('toOffice', toOffice);
  if (unknown) return unknown;
  const own = officeOfSubject(subject)!;
  const isCentral = (number: number): boolean => number === CENTRAL_OFFICE;
  const isProvincial = (number: number): boolean => !isCentral(number) && number % 100 === 0;
  const to = findOffice(toOffice!)!;
  const isSuperior =
    !isCentral(own.number) &&
    (isCentral(to.number) || (isProvincial(to.number) && !isProvincial(own.number) && to.territory === own.territory));
  return isSuperior
    ? null
    : {
        rule: 'OFFICE_NOT_SUPERIOR',
        message: `${to.id} is not above ${own.id}.`,
        allowed: isCentral(own.number)
          ? 'nothing: there is no office above'
          : 'an office above the one whose plan it is',
        field: 'toOffice',
      };
}

const isOver = ({ state }: InspectionEntity): boolean => state === 'FOLLOWED_UP' || state === 'CANCELLED';

/** A plan is carried out when what it provides for is over, the follow-up of the conclusions included. */
function openInspectionsFault({ subject }: PlanEvent, inspections: readonly InspectionEntity[]): GuardRefusal | null {
  const open = inspections.filter((one) => !isOver(one)).map(({ id, state }) => `${id} (${state})`);
  return open.length === 0
    ? null
    : {
        rule: 'INSPECTIONS_OPEN',
        message: `Of the inspections of ${subject}, ${listed(open)} not over.`,
        allowed: 'CONCLUSION_FOLLOW_UP_ENDED or INSPECTION_CANCELLED of each first',
      };
}

export const planLifecycle: Lifecycle<PlanEntity, PlanEvent> = {
  subjectType: 'plan',
  nameVi: 'kế hoạch kiểm tra',
  table: 'inspection_plan',
  initial: {
    purpose: null,
    scopeAndObject: null,
    content: null,
    method: null,
    organisation: null,
    decisionNumber: null,
    issuedOn: null,
    sentOn: null,
    sentTo: null,
    adjustedOn: null,
    closedOn: null,
  },
  transitions: [
    {
      event: 'PLAN_DRAFTED',
      nameVi: 'dự thảo kế hoạch kiểm tra',
      from: [],
      to: 'DRAFTED',
      requires: ['kind', 'workingYear'],
      allows: PLAN_PARTS,
      legalBasis: yearlyPlan,
      guard: yearFault,
      effect: (event) => ({
        ...stated(event),
        kind: event.kind!,
        workingYear: event.workingYear!,
        draftedOn: event.occurredOn,
        dueOn: workingYearCutOff(event.workingYear!, DUE_WITHIN_MONTHS),
      }),
    },
    {
      event: 'PLAN_DRAFT_REVISED',
      nameVi: 'sửa dự thảo kế hoạch kiểm tra',
      from: ['DRAFTED'],
      to: SAME,
      allows: PLAN_PARTS,
      legalBasis: yearlyPlan,
      guard: changeFault,
      effect: stated,
    },
    {
      event: 'PLAN_ISSUED',
      nameVi: 'ban hành kế hoạch kiểm tra',
      time: 'first quarter of the working year, that is by 31 December',
      isDecision: true,
      from: ['DRAFTED'],
      to: 'ISSUED',
      allows: PLAN_PARTS,
      legalBasis: yearlyPlan,
      guard: completenessFault,
      effect: (event) => ({
        ...stated(event),
        decisionNumber: event.decisionNumber!,
        issuedOn: event.occurredOn,
      }),
    },
    {
      event: 'PLAN_SENT_UPWARD',
      nameVi: 'gửi kế hoạch kiểm tra lên cấp trên',
      time: 'first quarter of the working year, that is by 31 December',
      from: ['ISSUED'],
      to: 'SENT_UPWARD',
      requires: ['toOffice'],
      legalBasis: yearlyPlan,
      guard: superiorFault,
      effect: ({ occurredOn, toOffice }) => ({ sentOn: occurredOn, sentTo: findOffice(toOffice!)!.number }),
    },
    {
      event: 'PLAN_ADJUSTED',
      nameVi: 'điều chỉnh kế hoạch kiểm tra',
      isDecision: true,
      from: ['ISSUED', 'SENT_UPWARD'],
      to: SAME,
      allows: PLAN_PARTS,
      legalBasis: yearlyPlan,
      guard: changeFault,
      effect: (event) => ({
        ...stated(event),
        decisionNumber: event.decisionNumber!,
        adjustedOn: event.occurredOn,
      }),
    },
    {
      event: 'PLAN_CLOSED',
      nameVi: 'kết thúc kế hoạch kiểm tra',
      from: ['ISSUED', 'SENT_UPWARD'],
      to: 'CLOSED',
      legalBasis: yearlyPlan,
      effect: ({ occurredOn }) => ({ closedOn: occurredOn }),
    },
  ],
  dependents: { subjectType: 'inspection', by: 'planId', guards: { PLAN_CLOSED: openInspectionsFault } },
  deadlines: [
    {
      name: 'Issue the plan',
      nameVi: 'ban hành kế hoạch kiểm tra',
      legalBasis: yearlyPlan,
      dueOn: ({ type }, { dueOn }) => (type === 'PLAN_DRAFTED' ? dueOn : null),
      metBy: ['PLAN_ISSUED'],
      runsIn: ['DRAFTED'],
    },
    {
      name: 'Send the plan upward',
      nameVi: 'gửi kế hoạch kiểm tra lên cấp trên',
      legalBasis: yearlyPlan,
      dueOn: ({ type }, { dueOn, office }) => (type === 'PLAN_DRAFTED' && office !== CENTRAL_OFFICE ? dueOn : null),
      metBy: ['PLAN_SENT_UPWARD'],
      runsIn: ['DRAFTED', 'ISSUED'],
    },
  ],
  positions: ({ state, kind, office, issuedOn, draftedOn, dueOn }) => {
    // Above the central department there is nobody to send a plan to.
    const isPending = state === 'DRAFTED' || (state === 'ISSUED' && office !== CENTRAL_OFFICE);
    const placements: (Placement & { slot: InspectionSlot })[] = [
      { slot: 'PLAN_ISSUED', count: issuedOn === null ? 0 : 1 },
      ...(isPending ? [{ slot: 'PLAN_LATE', count: 1, from: latest(addDays(dueOn, 1), draftedOn) } as const] : []),
    ];
    return [{ dimensions: { kind }, overlays: 0, placements }];
  },
};
