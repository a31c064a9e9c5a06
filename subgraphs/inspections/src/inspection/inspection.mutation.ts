import {
  DateScalar,
  EventFields,
  ReportLineFields,
  documentedEnum,
  submitResolver,
  REVERSAL_EVENT,
} from '@thads/shared';
import { Field, ID, InputType } from 'type-graphql';
import { FindingKind, FindingSeverity } from '../finding/finding.enums';
import { InspectionSlotName } from '../statistics/inspection-slot.enum';
import { InspectionKind, InspectionTheme } from './inspection.enums';

export const InspectionEventType = documentedEnum(
  'InspectionEventType',
  'What happened, in the register of inspections (loại sự kiện).',
  {
    INSPECTION_PLANNED: 'Opens an inspection by a plan; needs kind, theme (lập kế hoạch kiểm tra).',
    UNPLANNED_INSPECTION_CONDUCTED: 'Opens an inspection without a plan; needs kind, theme (kiểm tra đột xuất).',
    INSPECTION_CONDUCTED: 'Planned inspection conducted (tiến hành kiểm tra).',
    INSPECTION_CONCLUDED: 'Conclusion issued (kết luận kiểm tra).',
    INSPECTION_CANCELLED: 'Planned inspection cancelled (hủy cuộc kiểm tra).',
    FINDING_RECORDED:
      'Opens a finding; needs inspection, findingKind; a recommendation needs dueOn (ghi nhận tồn tại, sai phạm).',
    RECOMMENDATION_REPORTED_DONE: 'Unit reports that it has done as recommended (báo cáo thực hiện kiến nghị).',
    RECOMMENDATION_VERIFIED_CLOSED: 'Verified and closed (kiểm tra, kết thúc theo dõi kiến nghị).',
    RECOMMENDATION_REOPENED: 'Reported done, but it was not (yêu cầu thực hiện lại kiến nghị).',
    REPORT_ENTRY_RECORDED: 'Totals sent in without rows behind them; needs reportLines (nhập số liệu tổng hợp).',
    ...REVERSAL_EVENT,
  },
);
export type InspectionEventType = keyof typeof InspectionEventType;

@InputType({
  description: 'One line of a report entry: how much a slot of the statistics grew by that day (dòng số liệu).',
})
export class InspectionReportLineInput extends ReportLineFields {
  @Field(() => InspectionSlotName, { description: 'The slot (vị trí thống kê).' })
  slot!: InspectionSlotName;

  @Field(() => InspectionKind, { nullable: true, description: 'Kind of inspection, when known (hình thức kiểm tra).' })
  kind?: InspectionKind | null;
}

@InputType({ description: 'An event of the register of inspections (sự kiện kiểm tra).' })
export class InspectionEventInput extends EventFields {
  @Field(() => InspectionEventType, { description: 'What happened (loại sự kiện).' })
  type!: InspectionEventType;

  @Field(() => InspectionKind, {
    nullable: true,
    description: 'Kind of an inspection, or of the one that a finding is from (hình thức kiểm tra).',
  })
  kind?: InspectionKind | null;

  @Field(() => InspectionTheme, { nullable: true, description: 'What is inspected (chuyên đề).' })
  theme?: InspectionTheme | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The office inspected, when not the office itself; the office a finding is about (đơn vị được kiểm tra).',
  })
  unit?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day an inspection is planned for (ngày dự kiến).' })
  plannedFor?: string | null;

  @Field(() => String, { nullable: true, description: 'Text of a conclusion (nội dung kết luận).' })
  conclusion?: string | null;

  @Field(() => ID, { nullable: true, description: 'Inspection that a finding is from (cuộc kiểm tra).' })
  inspection?: string | null;

  @Field(() => FindingKind, { nullable: true, description: 'Shortcoming or violation (thiếu sót, vi phạm).' })
  findingKind?: FindingKind | null;

  @Field(() => FindingSeverity, { nullable: true, description: 'Severity of a finding (mức độ).' })
  severity?: FindingSeverity | null;

  @Field(() => String, { nullable: true, description: 'Article breached (điều khoản vi phạm).' })
  article?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Officer that a finding is about (chấp hành viên có thiếu sót, vi phạm).',
  })
  againstOfficer?: string | null;

  @Field(() => ID, { nullable: true, description: 'Case that a finding is about (việc thi hành án).' })
  case?: string | null;

  @Field(() => String, { nullable: true, description: 'What a finding recommends; needs dueOn (kiến nghị).' })
  recommendation?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day to do as recommended (hạn thực hiện kiến nghị).' })
  dueOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Where the totals of a report entry come from (nguồn số liệu).' })
  source?: string | null;

  @Field(() => [InspectionReportLineInput], {
    nullable: true,
    description: 'Lines of a report entry (các dòng số liệu).',
  })
  reportLines?: InspectionReportLineInput[] | null;
}

export const inspectionMutation = submitResolver(InspectionEventInput, {
  events: 'Inspection',
  register: 'inspections',
  nameVi: 'gửi sự kiện kiểm tra',
});
