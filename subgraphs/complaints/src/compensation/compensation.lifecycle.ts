import {
  type GuardRefusal,
  type Lifecycle,
  type Placement,
  type RegisterEvent,
  SAME,
  addWorkingDays,
  legalBasis,
} from '@thads/shared';
import { malformedReference } from '../reference.guard';
import type { PetitionSlot } from '../statistics/petition.slots';
import type { CompensationEntity } from './compensation.entity';

/** What events about a request carry besides the fields of every event. */
export interface CompensationEvent extends RegisterEvent {
  readonly amount?: number | null;
  readonly case?: string | null;
  readonly causedBy?: string | null;
}

/** Law 10/2017 art. 43: from the receipt of a complete file. */
const ACCEPTANCE_WORKING_DAYS = 2;

const settlement = legalBasis('Law 10/2017 art. 46-51', 'Law 10/2017 art. 46-51');
const payment = legalBasis('Law 10/2017 art. 62', 'Law 10/2017 art. 62');
const recourse = legalBasis('Law 10/2017 art. 64-68', 'Law 10/2017 art. 64-68');
const acceptance = legalBasis('Law 10/2017 art. 43', 'Law 10/2017 art. 43');

export const compensationLifecycle: Lifecycle<CompensationEntity, CompensationEvent> = {
  subjectType: 'compensation',
  nameVi: 'yêu cầu bồi thường nhà nước',
  table: 'compensation',
  initial: {
    caseId: null,
    causedBy: null,
    acceptedOn: null,
    settledOn: null,
    settled: 0,
    decisionNumber: null,
    paid: 0,
    paidOn: null,
    recourse: 0,
    recourseCollected: 0,
  },
  transitions: [
    {
      event: 'COMPENSATION_REQUESTED',
      nameVi: 'nhận yêu cầu bồi thường',
      rows: ['Form 11: requests'],
      from: [],
      to: 'REQUESTED',
      requires: ['amount'],
      allows: ['case', 'causedBy'],
      legalBasis: legalBasis('Law 10/2017 art. 41', 'Law 10/2017 art. 41'),
      guard: (event) =>
        nothing(event) ?? malformedReference('case', event.case) ?? malformedReference('causedBy', event.causedBy),
      effect: (event) => ({
        requestedOn: event.occurredOn,
        requested: event.amount!,
        caseId: event.case ?? null,
        causedBy: event.causedBy ?? null,
      }),
    },
    {
      event: 'COMPENSATION_ACCEPTED',
      nameVi: 'thụ lý yêu cầu bồi thường',
      rows: ['Form 11: accepted'],
      time: `${ACCEPTANCE_WORKING_DAYS} working days from the complete file`,
      from: ['REQUESTED'],
      to: 'ACCEPTED',
      legalBasis: acceptance,
      guard: ownAct,
      effect: ({ occurredOn }) => ({ acceptedOn: occurredOn }),
    },
    {
      event: 'COMPENSATION_REJECTED',
      nameVi: 'không thụ lý yêu cầu bồi thường',
      rows: ['Form 11: requests'],
      time: `${ACCEPTANCE_WORKING_DAYS} working days from the complete file`,
      grounds: {
        NO_RIGHT: 'Who asks has no right to it (không có quyền yêu cầu bồi thường).',
        OUT_OF_TIME: 'The time to ask for it is over (hết thời hiệu yêu cầu bồi thường).',
        NO_BASIS: 'No document says that the act was unlawful (không có văn bản làm căn cứ).',
        FILE_INCOMPLETE: 'The file was not completed when asked for (hồ sơ không được bổ sung đầy đủ).',
        ELSEWHERE: 'Another body or a court has it (cơ quan khác hoặc Tòa án đã thụ lý).',
      },
      from: ['REQUESTED'],
      to: 'REJECTED',
      legalBasis: acceptance,
      guard: ownAct,
    },
    {
      event: 'COMPENSATION_STOPPED',
      nameVi: 'đình chỉ giải quyết yêu cầu bồi thường',
      isDecision: true,
      grounds: {
        WITHDRAWN: 'Who asked for it withdrew (người yêu cầu rút yêu cầu).',
        DEATH: 'Who asked for it has died without an heir (người yêu cầu chết, không có người thừa kế).',
        TO_COURT: 'No agreement was reached; it goes to court (thương lượng không thành, khởi kiện tại Tòa án).',
      },
      from: ['ACCEPTED'],
      to: 'STOPPED',
      legalBasis: settlement,
      guard: ownAct,
    },
    {
      event: 'COMPENSATION_SETTLED',
      nameVi: 'quyết định giải quyết bồi thường',
      isDecision: true,
      from: ['ACCEPTED'],
      to: 'SETTLED',
      requires: ['amount'],
      legalBasis: settlement,
      guard: (event, state) => ownAct(event, state) ?? nothing(event),
      effect: ({ occurredOn, amount, decisionNumber }) => ({
        settledOn: occurredOn,
        settled: amount!,
        decisionNumber: decisionNumber!,
      }),
    },
    {
      event: 'COMPENSATION_PAID',
      nameVi: 'chi trả tiền bồi thường',
      rows: ['Form 11: paid'],
      from: ['SETTLED'],
      to: SAME,
      requires: ['amount'],
      legalBasis: payment,
      guard: (event, state) => nothing(event) ?? within(event, 'settled', state!.settled - state!.paid),
      effect: ({ occurredOn, amount }, state) => {
        const paid = state!.paid + amount!;
        return paid === state!.settled ? { paid, paidOn: occurredOn, state: 'PAID' } : { paid };
      },
    },
    {
      event: 'RECOURSE_DECIDED',
      nameVi: 'quyết định hoàn trả',
      rows: ['Form 11: recourse'],
      isDecision: true,
      from: ['PAID'],
      to: SAME,
      requires: ['amount'],
      legalBasis: recourse,
      guard: (event, state) =>
        ownAct(event, state) ?? nothing(event) ?? within(event, 'paid', state!.paid - state!.recourse),
      effect: ({ amount }, state) => ({ recourse: state!.recourse + amount! }),
    },
    {
      event: 'RECOURSE_COLLECTED',
      nameVi: 'thu tiền hoàn trả',
      from: ['PAID'],
      to: SAME,
      requires: ['amount'],
      legalBasis: recourse,
      guard: (event, state) =>
        nothing(event) ?? within(event, 'to be paid back', state!.recourse - state!.recourseCollected),
      effect: ({ amount }, state) => ({ recourseCollected: state!.recourseCollected + amount! }),
    },
  ],
  deadlines: [
    {
      name: 'Decide on acceptance',
      nameVi: 'thụ lý yêu cầu bồi thường',
      legalBasis: acceptance,
      dueOn: ({ type, occurredOn }) =>
        type === 'COMPENSATION_REQUESTED' ? addWorkingDays(occurredOn, ACCEPTANCE_WORKING_DAYS) : null,
      metBy: ['COMPENSATION_ACCEPTED', 'COMPENSATION_REJECTED'],
      runsIn: ['REQUESTED'],
    },
  ],
  // Each a count of its own, from the day it came about: what was asked for, accepted, settled, paid, to be paid back.
  positions: ({ state, requested, acceptedOn, settledOn, settled, paid, ...request }) => {
    const counted = (slot: PetitionSlot, is: boolean, money: number): Placement & { slot: PetitionSlot } => ({
      slot,
      count: is ? 1 : 0,
      money: is ? money : 0,
    });
    return [
      {
        dimensions: {},
        overlays: 0,
        placements: [
          counted('COMPENSATION_REQUESTED', true, requested),
          counted('COMPENSATION_ACCEPTED', acceptedOn !== null, requested),
          counted('COMPENSATION_REJECTED', state === 'REJECTED', requested),
          counted('COMPENSATION_SETTLED', settledOn !== null, settled),
          counted('COMPENSATION_PAID', paid > 0, paid),
          counted('COMPENSATION_RECOURSE', request.recourse > 0, request.recourse),
          counted('COMPENSATION_RECOURSE_COLLECTED', request.recourseCollected > 0, request.recourseCollected),
        ],
      },
    ];
  },
};

function nothing({ type, amount }: CompensationEvent): GuardRefusal | null {
  return amount! > 0
    ? null
    : { rule: 'AMOUNT_ZERO', message: `${type} of nothing.`, allowed: 'an amount of 1 dong or more', field: 'amount' };
}

/** Nothing is paid beyond what was settled, and nothing is taken back beyond what was paid. */
function within({ amount }: CompensationEvent, what: string, left: number): GuardRefusal | null {
  return amount! <= left
    ? null
    : {
        rule: 'AMOUNT_EXCEEDS_OUTSTANDING',
        message: `amount is ${amount}, more than the ${left} dong that are left of what was ${what}.`,
        allowed: `an amount from 1 to ${left}`,
        field: 'amount',
      };
}

/** Nobody decides on what he is said to have done himself. */
function ownAct({ officer, signer }: CompensationEvent, state: CompensationEntity | null): GuardRefusal | null {
  const { causedBy, id } = state!;
  if (causedBy === null || (officer !== causedBy && signer !== causedBy)) return null;
  return {
    rule: 'OWN_ACT',
    message: `${id} is about an act of ${causedBy}, who cannot decide on it.`,
    allowed: 'another officer',
    field: officer === causedBy ? 'officer' : 'signer',
  };
}
