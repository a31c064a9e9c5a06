import {
  type GuardRefusal,
  type Lifecycle,
  type Placement,
  SAME,
  addDays,
  findOffice,
  legalBasis,
  noLegalBasis,
  officeOfSubject,
} from '@thads/shared';
import { idFault, unitFault } from '../event-faults';
import type { InspectionSlot } from '../statistics/inspection.slots';
import type { ProtestEntity } from './protest.entity';
import type { ProtestLevel, ProtestOutcome, ProtestState } from './protest.enums';
import type { ProtestEvent } from './protest.event';

const rightToProtest = legalBasis('Law 26/2008 art. 160', null);
const answerToProtest = legalBasis('Law 26/2008 art. 161', null);

/** Days that a procuracy has to protest, from the day it got the decision or found the act. */
const DAYS_TO_PROTEST: Readonly<Record<ProtestLevel, number>> = { SAME_LEVEL: 15, SUPERIOR: 30 };
const DAYS_TO_ANSWER = 15;
/** From the report to him. */
const DAYS_OF_SUPERIOR = 30;

const slots: Readonly<Record<ProtestOutcome, InspectionSlot>> = {
  ACCEPTED: 'PROTEST_ACCEPTED',
  PARTLY_ACCEPTED: 'PROTEST_PARTLY_ACCEPTED',
  REJECTED: 'PROTEST_REJECTED',
};

function actFault({ actOn, occurredOn }: ProtestEvent): GuardRefusal | null {
  return actOn && actOn > occurredOn
    ? {
        rule: 'ACT_AFTER_PROTEST',
        message: `actOn ${actOn} is after the protest was received, ${occurredOn}.`,
        allowed: `a day until ${occurredOn}`,
        field: 'actOn',
      }
    : null;
}

const answered =
  (rejected: ProtestState) =>
  ({ outcome, occurredOn }: ProtestEvent): Partial<ProtestEntity> => ({
    state: outcome === 'REJECTED' ? rejected : 'ACCEPTED',
    outcome: outcome!,
    answeredOn: occurredOn,
  });

export const protestLifecycle: Lifecycle<ProtestEntity, ProtestEvent> = {
  subjectType: 'protest',
  nameVi: 'kháng nghị của viện kiểm sát',
  table: 'protest',
  initial: { caseId: null, content: null, lodgeBy: null, outcome: null, answeredOn: null, compliedOn: null },
  transitions: [
    {
      event: 'PROTEST_RECEIVED',
      nameVi: 'nhận kháng nghị của viện kiểm sát',
      time: '15 days for the procuracy of the same level, 30 for the one above',
      isDecision: true,
      from: [],
      to: 'RECEIVED',
      requires: ['protestLevel'],
      allows: ['unit', 'case', 'content', 'actOn'],
      legalBasis: rightToProtest,
      guard: (event) => unitFault(event) ?? idFault({ case: event.case }) ?? actFault(event),
      effect: ({ subject, unit, case: caseId, content, actOn, protestLevel, decisionNumber, occurredOn }) => ({
        protestLevel: protestLevel!,
        documentNumber: decisionNumber!,
        unit: (unit ? findOffice(unit) : officeOfSubject(subject))!.number,
        caseId: caseId ?? null,
        content: content ?? null,
        receivedOn: occurredOn,
        lodgeBy: actOn ? addDays(actOn, DAYS_TO_PROTEST[protestLevel!]) : null,
        dueOn: addDays(occurredOn, DAYS_TO_ANSWER),
      }),
    },
    {
      event: 'PROTEST_ANSWERED',
      nameVi: 'trả lời kháng nghị',
      time: '15 days',
      from: ['RECEIVED'],
      to: SAME,
      requires: ['outcome', 'signer'],
      legalBasis: answerToProtest,
      effect: answered('REJECTED'),
    },
    {
      event: 'PROTEST_REFERRED_UPWARD',
      nameVi: 'báo cáo cấp trên về kháng nghị không được chấp nhận',
      from: ['REJECTED'],
      to: 'REFERRED',
      legalBasis: answerToProtest,
      effect: ({ occurredOn }) => ({
        outcome: null,
        answeredOn: null,
        dueOn: addDays(occurredOn, DAYS_OF_SUPERIOR),
      }),
    },
    {
      event: 'PROTEST_ANSWERED_BY_SUPERIOR',
      nameVi: 'cấp trên trả lời kháng nghị',
      time: '30 days',
      from: ['REFERRED'],
      to: SAME,
      requires: ['outcome', 'signer'],
      legalBasis: answerToProtest,
      effect: answered('REJECTED_BY_SUPERIOR'),
    },
    {
      event: 'PROTEST_COMPLIED',
      nameVi: 'thực hiện kháng nghị',
      from: ['ACCEPTED'],
      to: 'COMPLIED',
      legalBasis: answerToProtest,
      effect: ({ occurredOn }) => ({ compliedOn: occurredOn }),
    },
    {
      event: 'PROTEST_WITHDRAWN',
      nameVi: 'viện kiểm sát rút kháng nghị',
      isDecision: true,
      from: ['RECEIVED', 'REFERRED'],
      to: 'WITHDRAWN',
      legalBasis: noLegalBasis,
    },
  ],
  deadlines: [
    {
      name: 'Answer the protest',
      nameVi: 'trả lời kháng nghị',
      legalBasis: answerToProtest,
      dueOn: ({ type }, { dueOn }) => (type === 'PROTEST_RECEIVED' ? dueOn : null),
      metBy: ['PROTEST_ANSWERED'],
      runsIn: ['RECEIVED'],
    },
    {
      name: 'Answer of the superior',
      nameVi: 'cấp trên trả lời kháng nghị',
      legalBasis: answerToProtest,
      dueOn: ({ type }, { dueOn }) => (type === 'PROTEST_REFERRED_UPWARD' ? dueOn : null),
      metBy: ['PROTEST_ANSWERED_BY_SUPERIOR'],
      runsIn: ['REFERRED'],
    },
  ],
  positions: ({ state, outcome, dueOn, compliedOn }) => {
    const placements: (Placement & { slot: InspectionSlot })[] = [
      { slot: 'PROTEST_RECEIVED', count: 1 },
      ...(outcome === null ? [] : [{ slot: slots[outcome], count: 1 }]),
      { slot: 'PROTEST_COMPLIED', count: compliedOn === null ? 0 : 1 },
    ];
    if (state === 'RECEIVED' || state === 'REFERRED') {
      placements.push({ slot: 'PROTEST_OVERDUE', count: 1, from: addDays(dueOn, 1) });
    }
    return [{ dimensions: { kind: '' }, overlays: 0, placements }];
  },
};
