import {
  type DeadlineDefinition,
  type IsoDate,
  type Lifecycle,
  type Placement,
  SAME,
  type Transition,
  addDays,
  legalBasis,
  noLegalBasis,
} from '@thads/shared';
import { malformedReference } from '../reference.guard';
import { senderRows } from '../sender/sender.rows';
import type { PetitionSlot } from '../statistics/petition.slots';
import {
  lastDayToAccept,
  lastDayToPublish,
  lastDayToResolve,
  lastDayToSend,
  lastDayToSort,
} from './petition.deadlines';
import type { PetitionEntity } from './petition.entity';
import type { PetitionKind, PetitionState } from './petition.enums';
import type { PetitionEvent } from './petition.event';
import {
  acceptanceFault,
  extensionFault,
  firstOf,
  forwardingFault,
  originFault,
  ownComplaint,
  publicationFault,
  receiptFault,
  resolutionFault,
  sendingFault,
  splitFault,
} from './petition.guards';

type PetitionTransition = Transition<PetitionEntity, PetitionEvent>;
type PetitionDeadline = DeadlineDefinition<PetitionEntity, PetitionEvent>;

const sorting = legalBasis('Circular 13/2021 art. 8', null);
const decisions = legalBasis('Law 26/2008 art. 151, 157; Circular 13/2021 art. 10, 28', null);
const publication = legalBasis('Circular 13/2021 art. 14', null);

const receipt: PetitionTransition = {
  event: 'PETITION_RECEIVED',
  nameVi: 'tiếp nhận đơn',
  rows: ['Time to complain', 'Many people'],
  from: [],
  to: 'RECEIVED',
  requires: ['kind'],
  allows: [
    'round',
    'measureStage',
    'complex',
    'case',
    'againstOfficer',
    'signers',
    'sender',
    'representatives',
    'actOn',
    'follows',
    'splitFrom',
  ],
  legalBasis: legalBasis('Circular 13/2021 art. 3', null),
  guard: receiptFault,
  effect: (event) => ({
    kind: event.kind!,
    round: event.round ?? 1,
    measureStage: event.measureStage ?? 'BEFORE_COERCION',
    complex: event.complex ?? false,
    caseId: event.case ?? null,
    againstOfficer: event.againstOfficer ?? null,
    handler: event.officer ?? null,
    signers: event.signers ?? 1,
    representatives: event.representatives ?? null,
    actOn: event.actOn ?? null,
    follows: event.follows ?? null,
    splitFrom: event.splitFrom ?? null,
    receivedOn: event.occurredOn,
  }),
};

/** What is done with a petition that is there; in all of it nobody acts on a complaint against himself. */
const handling: readonly PetitionTransition[] = [
  {
    event: 'HANDLER_ASSIGNED',
    nameVi: 'phân công người giải quyết đơn',
    from: ['RECEIVED', 'ACCEPTED'],
    to: SAME,
    requires: ['officer'],
    legalBasis: noLegalBasis,
    guard: ({ officer }) => malformedReference('officer', officer),
    effect: ({ officer }) => ({ handler: officer! }),
  },
  {
    event: 'PETITION_SPLIT',
    nameVi: 'tách đơn có nhiều nội dung',
    rows: ['First sorting'],
    time: '5 working days from receipt',
    from: ['RECEIVED'],
    to: 'SPLIT',
    requires: ['parts'],
    legalBasis: legalBasis('Circular 13/2021 art. 6', null),
    guard: splitFault,
    effect: ({ parts }) => ({ parts: parts! }),
  },
  {
    event: 'PETITION_ACCEPTED',
    nameVi: 'thụ lý đơn thuộc thẩm quyền',
    rows: ['Acceptance of complaint', 'Denunciation', 'Competence'],
    time: 'complaint: 5 working days, 10 days in the second round; denunciation: 7, at most 10 working days',
    from: ['RECEIVED'],
    to: 'ACCEPTED',
    allows: ['representatives'],
    legalBasis: legalBasis('Law 26/2008 art. 140, 142; Circular 13/2021 art. 9, 15-16', 'Decree 152/2026 art. 74-77'),
    guard: acceptanceFault,
    effect: ({ occurredOn, representatives }, state) => ({
      acceptedOn: occurredOn,
      dueOn: lastDayToResolve(state!, occurredOn),
      representatives: representatives ?? state!.representatives,
    }),
  },
  {
    event: 'PETITION_NOT_ACCEPTED',
    nameVi: 'không thụ lý đơn',
    rows: ['Acceptance of complaint', 'Outcome'],
    time: 'as for acceptance',
    grounds: {
      NOT_AFFECTED: 'The decision or act does not concern the sender (không liên quan trực tiếp đến người khiếu nại).',
      NO_CAPACITY: 'The sender has no capacity and no representative (không có năng lực hành vi dân sự đầy đủ).',
      NO_AUTHORISATION: 'The representative has no authority (người đại diện không hợp pháp).',
      OUT_OF_TIME: 'The time to complain is over (hết thời hiệu khiếu nại).',
      FINAL_DECISION: 'A final decision has been made on it (đã có quyết định giải quyết có hiệu lực).',
      NO_GROUNDS: 'A denunciation without anything that could be verified (tố cáo không có cơ sở để xác minh).',
    },
    from: ['RECEIVED'],
    to: 'NOT_ACCEPTED',
    legalBasis: legalBasis('Law 26/2008 art. 141; Circular 13/2021 art. 9-10', null),
  },
  {
    event: 'PETITION_FORWARDED',
    nameVi: 'chuyển đơn không thuộc thẩm quyền',
    rows: ['First sorting', 'Competence'],
    time: '5 working days from receipt',
    from: ['RECEIVED'],
    to: 'FORWARDED',
    allows: ['toOffice', 'toBody'],
    legalBasis: legalBasis('Law 26/2008 art. 142; Circular 13/2021 art. 8', 'Decree 152/2026 art. 74-75'),
    guard: forwardingFault,
    effect: ({ toOffice, toBody }) => ({ toOffice: toOffice ?? null, toBody: toBody ?? null }),
  },
  {
    event: 'PETITION_FILED',
    nameVi: 'lưu đơn nặc danh, đơn trùng',
    rows: ['First sorting'],
    time: '5 working days from receipt; kept for 1 year',
    grounds: {
      ANONYMOUS: 'Nobody signed it, or not with the own name (đơn nặc danh, mạo danh).',
      REPEATED: 'It repeats what was sent before (đơn trùng lặp).',
      GUIDED: 'The sender was told where to turn (đã hướng dẫn một lần).',
    },
    from: ['RECEIVED'],
    to: 'FILED',
    legalBasis: sorting,
  },
  {
    event: 'PETITION_EXTENDED',
    nameVi: 'gia hạn giải quyết đơn',
    rows: ['Time to resolve, coercion', 'Denunciation'],
    time: 'until the day it is due; once, by 30 days',
    grounds: {
      COMPLEX: 'The matter is complex (vụ việc phức tạp).',
      REMOTE: 'It is in a remote area, hard to reach (vùng sâu, vùng xa, đi lại khó khăn).',
    },
    from: ['ACCEPTED'],
    to: SAME,
    legalBasis: legalBasis('Law 26/2008 art. 146.5, 157', null),
    guard: extensionFault,
    effect: (_event, state) => ({
      complex: true,
      dueOn: lastDayToResolve({ ...state!, complex: true }, state!.acceptedOn!),
    }),
  },
  {
    event: 'PETITION_RESOLVED',
    nameVi: 'giải quyết đơn',
    rows: ['Time to resolve', 'Outcome', 'Denunciation', 'Recommendation, reflection'],
    time: 'see the deadlines, by kind, round, stage and complexity',
    from: ['ACCEPTED'],
    to: 'RESOLVED',
    requires: ['outcome'],
    legalBasis: decisions,
    guard: resolutionFault,
    effect: ({ occurredOn, outcome, decisionNumber }) => ({
      resolvedOn: occurredOn,
      outcome: outcome!,
      decisionNumber: decisionNumber ?? null,
    }),
  },
  {
    event: 'PETITION_WITHDRAWN',
    nameVi: 'rút đơn',
    rows: ['Outcome'],
    from: ['RECEIVED', 'ACCEPTED'],
    to: 'WITHDRAWN',
    legalBasis: decisions,
  },
  {
    event: 'PETITION_STOPPED',
    nameVi: 'đình chỉ giải quyết đơn',
    rows: ['Outcome'],
    isDecision: true,
    grounds: {
      OBJECT_GONE: 'What it was directed against is no longer there (đối tượng khiếu nại không còn).',
      DEATH: 'The person concerned has died without anybody in his place (đương sự chết, không có người kế thừa).',
      ALREADY_RESOLVED: 'The matter has been resolved by a decision in force (đã được giải quyết).',
    },
    from: ['ACCEPTED'],
    to: 'STOPPED',
    legalBasis: decisions,
  },
  {
    event: 'DECISION_SENT',
    nameVi: 'gửi quyết định giải quyết khiếu nại',
    rows: ['Publication'],
    time: '3 working days from the decision, 7 in the second round',
    from: ['RESOLVED'],
    to: SAME,
    legalBasis: publication,
    guard: sendingFault,
    effect: ({ occurredOn }) => ({ decisionSentOn: occurredOn }),
  },
  {
    event: 'DECISION_PUBLISHED',
    nameVi: 'công khai quyết định giải quyết khiếu nại lần hai',
    rows: ['Publication'],
    time: '15 days from the second decision',
    from: ['RESOLVED'],
    to: SAME,
    legalBasis: publication,
    guard: publicationFault,
    effect: ({ occurredOn }) => ({ decisionPublishedOn: occurredOn }),
  },
];

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
    handler: null,
    signers: 1,
    representatives: null,
    actOn: null,
    follows: null,
    splitFrom: null,
    parts: null,
    acceptedOn: null,
    dueOn: null,
    resolvedOn: null,
    outcome: null,
    decisionNumber: null,
    decisionSentOn: null,
    decisionPublishedOn: null,
    toOffice: null,
    toBody: null,
  },
  transitions: [
    receipt,
    ...handling.map((transition) => ({
      ...transition,
      guard: transition.guard ? firstOf(ownComplaint, transition.guard) : ownComplaint,
    })),
  ],
  references: ({ follows, splitFrom }) =>
    [follows, splitFrom].flatMap((id) => (id ? [{ subjectType: 'petition', id }] : [])),
  referenceGuards: { petition: originFault },
  details: senderRows,
  seenBy: ['kind'],
  deadlines: [
    fromReceipt('Sort the petition', 'xử lý đơn ban đầu', sorting, ({ receivedOn }) => lastDayToSort(receivedOn), [
      'PETITION_SPLIT',
      'PETITION_ACCEPTED',
      'PETITION_NOT_ACCEPTED',
      'PETITION_FORWARDED',
      'PETITION_FILED',
    ]),
    fromReceipt(
      'Decide on acceptance',
      'thụ lý đơn',
      legalBasis('Law 26/2008 art. 157; Circular 13/2021 art. 9, 15-16', null),
      (petition) => lastDayToAccept(petition, petition.receivedOn),
      ['PETITION_ACCEPTED', 'PETITION_NOT_ACCEPTED'],
    ),
    resolution('Resolve the complaint', 'giải quyết khiếu nại', 'Law 26/2008 art. 146', ['COMPLAINT']),
    resolution(
      'Conclude on the denunciation',
      'giải quyết tố cáo',
      'Law 26/2008 art. 157; Circular 13/2021 art. 15-16',
      ['DENUNCIATION'],
    ),
    resolution('Answer in writing', 'trả lời bằng văn bản', 'Circular 13/2021 art. 28', [
      'REQUEST',
      'RECOMMENDATION',
      'REFLECTION',
    ]),
    fromDecision('Send the decision', 'gửi quyết định giải quyết', 'DECISION_SENT', lastDayToSend),
    fromDecision('Publish the decision', 'công khai quyết định giải quyết', 'DECISION_PUBLISHED', ({ round }, day) =>
      round === 2 ? lastDayToPublish(day) : null,
    ),
  ],
  positions: (state) => {
    const placements = [...standing(state), ...outcomeOf(state)];
    return placements.length === 0 ? [] : [{ dimensions: { kind: state.kind }, overlays: 0, placements }];
  },
};

/** What runs from the receipt until the petition is sorted. */
function fromReceipt(
  name: string,
  nameVi: string,
  basis: PetitionDeadline['legalBasis'],
  lastDay: (petition: PetitionEntity) => IsoDate | null,
  metBy: readonly string[],
): PetitionDeadline {
  return {
    name,
    nameVi,
    legalBasis: basis,
    dueOn: ({ type }, after) => (type === receipt.event ? lastDay(after) : null),
    metBy,
    runsIn: ['RECEIVED'],
  };
}

function resolution(name: string, nameVi: string, article: string, kinds: readonly PetitionKind[]): PetitionDeadline {
  return {
    name,
    nameVi,
    legalBasis: legalBasis(article, null),
    dueOn: ({ type }, { kind, dueOn }) =>
      kinds.includes(kind) && (type === 'PETITION_ACCEPTED' || type === 'PETITION_EXTENDED') ? dueOn : null,
    metBy: ['PETITION_RESOLVED'],
    runsIn: ['ACCEPTED'],
  };
}

/** What runs from the decision on a complaint. */
function fromDecision(
  name: string,
  nameVi: string,
  metBy: string,
  lastDay: (petition: PetitionEntity, resolvedOn: IsoDate) => IsoDate | null,
): PetitionDeadline {
  return {
    name,
    nameVi,
    legalBasis: publication,
    dueOn: ({ type, occurredOn }, after) =>
      type === 'PETITION_RESOLVED' && after.kind === 'COMPLAINT' ? lastDay(after, occurredOn) : null,
    metBy: [metBy],
    runsIn: ['RESOLVED'],
  };
}

const slotOf: Record<Exclude<PetitionState, 'ACCEPTED' | 'WITHDRAWN' | 'SPLIT'>, PetitionSlot> = {
  RECEIVED: 'RECEIVED',
  FORWARDED: 'FORWARDED',
  FILED: 'FILED',
  NOT_ACCEPTED: 'NOT_ACCEPTED',
  RESOLVED: 'RESOLVED',
  STOPPED: 'WITHDRAWN_ACCEPTED',
};

/**
 * The one place of a petition; one that is being resolved changes it by itself on the first day it is late, and a letter
 * that was split gives its place to its parts.
 */
function standing({ state, acceptedOn, dueOn }: PetitionEntity): (Placement & { slot: PetitionSlot })[] {
  switch (state) {
    case 'SPLIT':
      return [];
    case 'WITHDRAWN':
      return [{ slot: acceptedOn === null ? 'WITHDRAWN' : 'WITHDRAWN_ACCEPTED', count: 1 }];
    case 'ACCEPTED': {
      const firstLateDay = addDays(dueOn!, 1);
      return [
        { slot: 'PENDING', count: 1 },
        { slot: 'PENDING', count: -1, from: firstLateDay },
        { slot: 'OVERDUE', count: 1, from: firstLateDay },
      ];
    }
    default:
      return [{ slot: slotOf[state], count: 1 }];
  }
}

/** Counted beside the place that a resolved petition holds. */
function outcomeOf({ state, outcome }: PetitionEntity): (Placement & { slot: PetitionSlot })[] {
  return state === 'RESOLVED' ? [{ slot: `RESOLVED_${outcome!}`, count: 1 }] : [];
}
