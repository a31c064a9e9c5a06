import { type GuardRefusal, type Lifecycle, type Placement, addDays, legalBasis, officeOfSubject } from '@thads/shared';
import { dayAheadFault, idFault, officeFault } from '../event-faults';
import type { InspectionSlot } from '../statistics/inspection.slots';
import type { SupervisionEntity } from './supervision.entity';
import type { SupervisionEvent } from './supervision.event';

const supervision = legalBasis('Law 26/2008 art. 12', null);

/** Without units it is of the office itself. */
const unitsOf = ({ units, subject }: SupervisionEvent): readonly string[] => units ?? [officeOfSubject(subject)!.id];

function unitsFault(event: SupervisionEvent): GuardRefusal | null {
  const units = unitsOf(event);
  if (units.length === 0 || new Set(units).size < units.length) {
    return {
      rule: 'UNITS_NOT_DISTINCT',
      message: units.length === 0 ? 'units is empty.' : 'units names an office twice.',
      allowed: 'every office supervised, once; without units it is the office itself',
      field: 'units',
    };
  }
  return units.reduce<GuardRefusal | null>((fault, unit) => fault ?? officeFault('units', unit), null);
}

function conclusionFault({
  findingCount,
  recommendationCount,
  dueOn,
  occurredOn,
}: SupervisionEvent): GuardRefusal | null {
  const counts = { findingCount, recommendationCount };
  const wrong = Object.entries(counts).find(([, count]) => !Number.isInteger(count) || count! > MOST);
  if (wrong) {
    return {
      rule: 'COUNT_OUT_OF_RANGE',
      message: `${wrong[0]} is ${wrong[1]}.`,
      allowed: `a whole number from 0 to ${MOST}`,
      field: wrong[0],
    };
  }
  if (recommendationCount! > 0 && !dueOn) {
    return {
      rule: 'DUE_DATE_MISSING',
      message: 'There are recommendations without dueOn.',
      allowed: 'dueOn, the last day to answer',
      field: 'dueOn',
    };
  }
  return dayAheadFault('dueOn', dueOn, occurredOn);
}

/** More than one session has ever come to. */
const MOST = 10_000;

function answerFault(_event: SupervisionEvent, state: SupervisionEntity | null): GuardRefusal | null {
  return state!.dueOn === null
    ? null
    : {
        rule: 'NOT_ANSWERED',
        message: `The conclusion is to be answered by ${state!.dueOn} and has not been.`,
        allowed: 'first SUPERVISION_ANSWERED',
      };
}

export const supervisionLifecycle: Lifecycle<SupervisionEntity, SupervisionEvent> = {
  subjectType: 'supervision',
  nameVi: 'cuộc giám sát, kiểm sát',
  table: 'supervision',
  initial: {
    caseId: null,
    content: null,
    conclusion: null,
    documentNumber: null,
    findingCount: 0,
    recommendationCount: 0,
    receivedOn: null,
    dueOn: null,
    answeredOn: null,
    followedUpOn: null,
  },
  transitions: [
    {
      event: 'SUPERVISION_RECORDED',
      nameVi: 'ghi nhận cuộc giám sát, kiểm sát',
      from: [],
      to: 'RECORDED',
      requires: ['body'],
      allows: ['units', 'case', 'content'],
      legalBasis: supervision,
      guard: (event) => unitsFault(event) ?? idFault({ case: event.case }),
      effect: (event) => ({
        body: event.body!,
        units: unitsOf(event),
        caseId: event.case ?? null,
        content: event.content ?? null,
        recordedOn: event.occurredOn,
      }),
    },
    {
      event: 'SUPERVISION_CONCLUSION_RECEIVED',
      nameVi: 'nhận kết luận, kiến nghị giám sát, kiểm sát',
      isDecision: true,
      from: ['RECORDED'],
      to: 'CONCLUSION_RECEIVED',
      requires: ['findingCount', 'recommendationCount'],
      allows: ['conclusion', 'dueOn'],
      legalBasis: supervision,
      guard: conclusionFault,
      effect: (event) => ({
        documentNumber: event.decisionNumber!,
        findingCount: event.findingCount!,
        recommendationCount: event.recommendationCount!,
        conclusion: event.conclusion ?? null,
        dueOn: event.dueOn ?? null,
        receivedOn: event.occurredOn,
      }),
    },
    {
      event: 'SUPERVISION_ANSWERED',
      nameVi: 'trả lời kết luận, kiến nghị giám sát, kiểm sát',
      time: 'by the day the body set',
      from: ['CONCLUSION_RECEIVED'],
      to: 'ANSWERED',
      requires: ['signer'],
      legalBasis: supervision,
      effect: ({ occurredOn }) => ({ answeredOn: occurredOn }),
    },
    {
      event: 'SUPERVISION_FOLLOWED_UP',
      nameVi: 'thực hiện xong kết luận, kiến nghị giám sát, kiểm sát',
      from: ['ANSWERED'],
      to: 'FOLLOWED_UP',
      legalBasis: supervision,
      effect: ({ occurredOn }) => ({ followedUpOn: occurredOn }),
    },
    {
      event: 'SUPERVISION_FOLLOWED_UP',
      nameVi: 'thực hiện xong kết luận, kiến nghị giám sát, kiểm sát',
      from: ['CONCLUSION_RECEIVED'],
      to: 'FOLLOWED_UP',
      legalBasis: supervision,
      guard: answerFault,
      effect: ({ occurredOn }) => ({ followedUpOn: occurredOn }),
    },
  ],
  deadlines: [
    {
      name: 'Answer the conclusion',
      nameVi: 'trả lời kết luận, kiến nghị giám sát, kiểm sát',
      legalBasis: supervision,
      dueOn: ({ type }, { dueOn }) => (type === 'SUPERVISION_CONCLUSION_RECEIVED' ? dueOn : null),
      metBy: ['SUPERVISION_ANSWERED'],
      runsIn: ['CONCLUSION_RECEIVED'],
    },
  ],
  positions: ({ state, body, units, findingCount, recommendationCount, dueOn }) => {
    const isConcluded = state !== 'RECORDED';
    const placements: (Placement & { slot: InspectionSlot })[] = [
      { slot: `${body}_SESSION`, count: 1 },
      { slot: `${body}_UNIT`, count: units.length },
      { slot: `${body}_CONCLUSION`, count: isConcluded ? 1 : 0 },
      { slot: `${body}_FINDING`, count: findingCount },
      { slot: `${body}_RECOMMENDATION`, count: recommendationCount },
      { slot: `${body}_FOLLOWED_UP`, count: state === 'FOLLOWED_UP' ? recommendationCount : 0 },
    ];
    if (state === 'CONCLUSION_RECEIVED' && dueOn !== null) {
      placements.push({ slot: 'ANSWER_OVERDUE', count: 1, from: addDays(dueOn, 1) });
    }
    return [{ dimensions: { kind: '' }, overlays: 0, placements }];
  },
};
