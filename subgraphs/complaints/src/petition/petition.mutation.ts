import {
  DateScalar,
  EventFields,
  ReportLineFields,
  documentedEnum,
  submitResolver,
  REVERSAL_EVENT,
} from '@thads/shared';
import { Field, ID, InputType, Int } from 'type-graphql';
import { PetitionSenderInput } from '../sender/sender.input';
import { PetitionSlotName } from '../statistics/petition-slot.enum';
import { MeasureStage, PetitionKind, PetitionOutcome } from './petition.enums';

export const PetitionEventType = documentedEnum('PetitionEventType', 'What happened to a petition (loại sự kiện).', {
  PETITION_RECEIVED:
    'Opens a petition, officer being put in charge; needs kind, of a second round follows (tiếp nhận đơn).',
  HANDLER_ASSIGNED:
    'Puts an officer in charge, also instead of another; needs officer (phân công người giải quyết đơn).',
  PETITION_SPLIT:
    'A mixed letter ends, and its parts are received on that day, each naming it as splitFrom; needs parts, how many of ' +
    'them; denunciations are not counted (tách đơn).',
  PETITION_ACCEPTED:
    'Within competence; the deadline runs from this day. A late complaint needs ground FORCE_MAJEURE or OBJECTIVE_OBSTACLE (thụ lý).',
  PETITION_NOT_ACCEPTED: 'A condition of acceptance is not met; needs ground (không thụ lý).',
  PETITION_FORWARDED: 'Not within competence, sent on; needs toOffice or toBody (chuyển đơn).',
  PETITION_FILED: 'Anonymous or repeated, kept without resolving; needs ground (lưu đơn).',
  PETITION_EXTENDED: 'The longer time of complex or remote matters, once; needs ground (gia hạn giải quyết).',
  PETITION_RESOLVED: 'Resolved; needs outcome, of a complaint or denunciation also decisionNumber (giải quyết).',
  PETITION_WITHDRAWN: 'Withdrawn by its sender (rút đơn).',
  PETITION_STOPPED: 'Its resolution is stopped; needs decisionNumber, ground (đình chỉ giải quyết).',
  DECISION_SENT: 'The decision on a complaint was sent (gửi quyết định giải quyết).',
  DECISION_PUBLISHED: 'The second decision on a complaint was made public (công khai quyết định giải quyết).',
  REPORT_ENTRY_RECORDED:
    'Totals of petitions and receptions sent in without rows behind them; needs reportLines (nhập số liệu tổng hợp).',
  ...REVERSAL_EVENT,
});
export type PetitionEventType = keyof typeof PetitionEventType;

@InputType({
  description: 'One line of a report entry: how much a slot of the statistics grew by that day (dòng số liệu).',
})
export class PetitionReportLineInput extends ReportLineFields {
  @Field(() => PetitionSlotName, { description: 'The slot (vị trí thống kê).' })
  slot!: PetitionSlotName;

  @Field(() => PetitionKind, { nullable: true, description: 'Kind of petition, when known (loại đơn).' })
  kind?: PetitionKind | null;
}

@InputType({ description: 'An event of the register of petitions (sự kiện về đơn).' })
export class PetitionEventInput extends EventFields {
  @Field(() => PetitionEventType, { description: 'What happened (loại sự kiện).' })
  type!: PetitionEventType;

  @Field(() => PetitionKind, { nullable: true, description: 'Kind of petition (loại đơn).' })
  kind?: PetitionKind | null;

  @Field(() => Int, {
    nullable: true,
    description: '1, or 2 against a first resolution; absent: 1 (lần giải quyết).',
  })
  round?: number | null;

  @Field(() => MeasureStage, {
    nullable: true,
    description: 'Stage that it is about; absent: BEFORE_COERCION (giai đoạn thi hành án).',
  })
  measureStage?: MeasureStage | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the matter is complex or remote; absent: false (vụ việc phức tạp).',
  })
  complex?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'The case that it is about (việc thi hành án).' })
  case?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The officer that it is directed against (chấp hành viên bị khiếu nại, tố cáo).',
  })
  againstOfficer?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Persons who signed; absent: 1; 0: an anonymous letter (số người ký).',
  })
  signers?: number | null;

  @Field(() => PetitionSenderInput, {
    nullable: true,
    description:
      'Who sent it, with many signers one of them; not of an anonymous letter. Of a denunciation and of a mixed letter ' +
      'only the officer in charge will see it (người gửi đơn).',
  })
  sender?: PetitionSenderInput | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Representatives whom 5 or more signers name: 1 or 2, from 11 signers on up to 5; at the latest with the acceptance (số người đại diện).',
  })
  representatives?: number | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Day on which the complainant learned of the decision or act, of a second round of the first decision: the time to complain runs from it (ngày biết quyết định, hành vi).',
  })
  actOn?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Of a second round: the resolved complaint of the first (đơn khiếu nại lần đầu).',
  })
  follows?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The mixed letter that it was a part of; not of a denunciation, which nothing ties to its sender (đơn gốc).',
  })
  splitFrom?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Petitions that a letter is split into, 2 or more (số đơn được tách).',
  })
  parts?: number | null;

  @Field(() => ID, { nullable: true, description: 'The office that it is sent on to (cơ quan THADS nhận chuyển).' })
  toOffice?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Another body that it is sent on to; no names of persons (cơ quan khác nhận chuyển).',
  })
  toBody?: string | null;

  @Field(() => PetitionOutcome, { nullable: true, description: 'How it was resolved (kết quả giải quyết).' })
  outcome?: PetitionOutcome | null;

  @Field(() => String, { nullable: true, description: 'Where the totals of a report entry come from (nguồn số liệu).' })
  source?: string | null;

  @Field(() => [PetitionReportLineInput], {
    nullable: true,
    description: 'Lines of a report entry (các dòng số liệu).',
  })
  reportLines?: PetitionReportLineInput[] | null;
}

export const petitionMutation = submitResolver(PetitionEventInput, {
  events: 'Petition',
  register: 'petitions',
  nameVi: 'gửi sự kiện về đơn',
  classesOf: ({ kind, type }) => ({
    ...(kind === 'DENUNCIATION' && { kind: 'DENUNCIATION' }),
    ...(type === 'HANDLER_ASSIGNED' && { type: 'ASSIGNMENT' }),
  }),
});
