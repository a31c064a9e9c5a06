import { EventFields, ReportLineFields, documentedEnum, submitResolver, REVERSAL_EVENT } from '@thads/shared';
import { Field, ID, InputType, Int } from 'type-graphql';
import { PetitionSlotName } from '../statistics/petition-slot.enum';
import { MeasureStage, PetitionKind, PetitionOutcome } from './petition.enums';

export const PetitionEventType = documentedEnum('PetitionEventType', 'What happened to a petition (loại sự kiện).', {
  PETITION_RECEIVED: 'Opens a petition; needs kind (tiếp nhận đơn).',
  PETITION_ACCEPTED: 'Within competence; the deadline runs from this day (thụ lý).',
  PETITION_FORWARDED: 'Not within competence, sent on (chuyển đơn).',
  PETITION_FILED: 'Anonymous or repeated, kept without resolving (lưu đơn).',
  PETITION_RESOLVED: 'Resolved; needs outcome (giải quyết).',
  PETITION_WITHDRAWN: 'Withdrawn by its sender (rút đơn).',
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

  @Field(() => Int, { nullable: true, description: 'Persons who signed; absent: 1 (số người ký).' })
  signers?: number | null;

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
});
