import {
  DateScalar,
  EventFields,
  ReportLineFields,
  documentedEnum,
  submitResolver,
  REVERSAL_EVENT,
} from '@thads/shared';
import { Field, ID, InputType, Int } from 'type-graphql';
import { FindingConsequence, FindingKind, FindingSeverity } from '../finding/finding.enums';
import { ProtestLevel, ProtestOutcome } from '../protest/protest.enums';
import { InspectionSlotName } from '../statistics/inspection-slot.enum';
import { OutsideBody } from '../supervision/supervision.enums';
import { InspectionKind, InspectionTheme } from './inspection.enums';
import { ConclusionPartsInput } from './inspection.type';

export const InspectionEventType = documentedEnum(
  'InspectionEventType',
  'What happened, in the register of inspections (loại sự kiện).',
  {
    PLAN_DRAFTED: 'Opens a yearly plan; needs kind, workingYear (dự thảo kế hoạch kiểm tra).',
    PLAN_DRAFT_REVISED: 'Draft changed in the parts stated (sửa dự thảo kế hoạch kiểm tra).',
    PLAN_ISSUED:
      'Plan issued; needs decisionNumber, and all parts of the plan to be stated (ban hành kế hoạch kiểm tra).',
    PLAN_SENT_UPWARD: 'Plan sent to the office above; needs toOffice (gửi kế hoạch kiểm tra lên cấp trên).',
    PLAN_ADJUSTED: 'Plan changed in the parts stated; needs decisionNumber (điều chỉnh kế hoạch kiểm tra).',
    PLAN_CLOSED: 'Plan carried out and closed, once all its inspections are over (kết thúc kế hoạch kiểm tra).',
    INSPECTION_PLANNED:
      'Opens an inspection by a plan; needs kind, theme; a plan that is named is of the same kind and year (lập kế hoạch kiểm tra).',
    UNPLANNED_INSPECTION_DECIDED:
      'Opens an inspection without a plan by a decision; needs kind, theme, teamHead, decisionNumber, signer (quyết định kiểm tra đột xuất).',
    INSPECTION_DECIDED: 'Planned inspection ordered; needs teamHead, decisionNumber, signer (quyết định kiểm tra).',
    INSPECTION_TEAM_CHANGED: 'Another team head; needs teamHead, decisionNumber (thay đổi trưởng đoàn kiểm tra).',
    INSPECTION_ANNOUNCED: 'Decision to inspect announced to the unit (công bố quyết định kiểm tra).',
    INSPECTION_POSTPONED: 'Put off to another day; needs plannedFor, decisionNumber, ground (hoãn kiểm tra).',
    UNPLANNED_INSPECTION_CONDUCTED: 'Opens an inspection without a plan; needs kind, theme (kiểm tra đột xuất).',
    INSPECTION_CONDUCTED: 'Planned inspection conducted (tiến hành kiểm tra).',
    INSPECTION_ENDED: 'Work at the unit ended (kết thúc kiểm tra trực tiếp).',
    INSPECTION_CONCLUDED:
      'Conclusion issued; needs signer, who is the team head, and conclusion or conclusionParts (kết luận kiểm tra).',
    CONCLUSION_FOLLOW_UP_RECORDED:
      'The ordering head follows up the conclusion; needs followUp (theo dõi thực hiện kết luận kiểm tra).',
    CONCLUSION_FOLLOW_UP_ENDED:
      'Follow-up of the conclusion over, once all findings are closed; needs signer (kết thúc theo dõi kết luận kiểm tra).',
    INSPECTION_CANCELLED:
      'Inspection cancelled before it took place; needs decisionNumber, ground (hủy cuộc kiểm tra).',
    FINDING_RECORDED:
      'Opens a finding; needs inspection, findingKind; a recommendation needs dueOn (ghi nhận tồn tại, sai phạm).',
    RECOMMENDATION_REPORTED_DONE: 'Unit reports that it has done as recommended (báo cáo thực hiện kiến nghị).',
    RECOMMENDATION_VERIFIED_CLOSED: 'Verified and closed (kiểm tra, kết thúc theo dõi kiến nghị).',
    RECOMMENDATION_REOPENED: 'Reported done, but it was not (yêu cầu thực hiện lại kiến nghị).',
    RECOMMENDATION_EXTENDED:
      'Last day put off by decision; needs decisionNumber and a later dueOn (gia hạn thực hiện kiến nghị).',
    CONSEQUENCE_DECIDED:
      'Decision on those at fault; needs consequence, decisionNumber; a personal one an officer (quyết định xử lý trách nhiệm).',
    SUPERVISION_RECORDED: 'Opens a supervision from outside; needs body (ghi nhận cuộc giám sát, kiểm sát).',
    SUPERVISION_CONCLUSION_RECEIVED:
      'Conclusion or recommendation received; needs decisionNumber, findingCount, recommendationCount; recommendations need dueOn (nhận kết luận, kiến nghị).',
    SUPERVISION_ANSWERED: 'Conclusion answered; needs signer (trả lời kết luận, kiến nghị).',
    SUPERVISION_FOLLOWED_UP: 'Recommendations carried out (thực hiện xong kết luận, kiến nghị).',
    PROTEST_RECEIVED: 'Opens a protest of the procuracy; needs protestLevel, decisionNumber (nhận kháng nghị).',
    PROTEST_ANSWERED: 'Protest answered; needs outcome, signer (trả lời kháng nghị).',
    PROTEST_REFERRED_UPWARD:
      'Protest that was not accepted reported to the superior, who decides (báo cáo cấp trên về kháng nghị).',
    PROTEST_ANSWERED_BY_SUPERIOR: 'Superior answers; needs outcome, signer (cấp trên trả lời kháng nghị).',
    PROTEST_COMPLIED: 'Done as the protest that was accepted demands (thực hiện kháng nghị).',
    PROTEST_WITHDRAWN: 'Procuracy withdraws it; needs decisionNumber (viện kiểm sát rút kháng nghị).',
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
    description: 'Kind of a plan or an inspection, or of the inspection that a finding is from (hình thức kiểm tra).',
  })
  kind?: InspectionKind | null;

  @Field(() => InspectionTheme, { nullable: true, description: 'What is inspected (chuyên đề).' })
  theme?: InspectionTheme | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The office inspected, or protested against, when not the office itself; the office a finding is about (đơn vị được kiểm tra).',
  })
  unit?: string | null;

  @Field(() => ID, { nullable: true, description: 'Yearly plan that provides for an inspection (kế hoạch kiểm tra).' })
  plan?: string | null;

  @Field(() => Int, { nullable: true, description: 'Working year of a plan (năm công tác).' })
  workingYear?: number | null;

  @Field(() => String, { nullable: true, description: 'Purpose of a plan (mục đích).' })
  purpose?: string | null;

  @Field(() => String, { nullable: true, description: 'Scope and object of a plan (phạm vi, đối tượng).' })
  scopeAndObject?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Content of a plan; what a supervision or a protest is about (nội dung).',
  })
  content?: string | null;

  @Field(() => String, { nullable: true, description: 'Method of a plan (phương pháp tiến hành).' })
  method?: string | null;

  @Field(() => String, { nullable: true, description: 'Organisation of a plan (tổ chức thực hiện).' })
  organisation?: string | null;

  @Field(() => ID, { nullable: true, description: 'Office above that a plan is sent to (cơ quan cấp trên).' })
  toOffice?: string | null;

  @Field(() => String, { nullable: true, description: 'Head of the team of an inspection (trưởng đoàn kiểm tra).' })
  teamHead?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day an inspection is planned for (ngày dự kiến).' })
  plannedFor?: string | null;

  @Field(() => String, { nullable: true, description: 'Text of a conclusion (nội dung kết luận).' })
  conclusion?: string | null;

  @Field(() => ConclusionPartsInput, {
    nullable: true,
    description: 'Conclusion of an inspection, part by part (các phần của kết luận).',
  })
  conclusionParts?: ConclusionPartsInput | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the ordering head notes on the follow-up of a conclusion (kết quả theo dõi).',
  })
  followUp?: string | null;

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

  @Field(() => ID, { nullable: true, description: 'Case that it is about (việc thi hành án).' })
  case?: string | null;

  @Field(() => String, { nullable: true, description: 'What a finding recommends; needs dueOn (kiến nghị).' })
  recommendation?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Last day to do as recommended; last day to answer a conclusion from outside (hạn thực hiện, hạn trả lời).',
  })
  dueOn?: string | null;

  @Field(() => FindingConsequence, {
    nullable: true,
    description: 'What follows for those at fault (hình thức xử lý trách nhiệm).',
  })
  consequence?: FindingConsequence | null;

  @Field(() => OutsideBody, { nullable: true, description: 'Who supervises (cơ quan giám sát, kiểm sát).' })
  body?: OutsideBody | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Offices supervised, when not the office itself alone (các đơn vị được giám sát, kiểm sát).',
  })
  units?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'Findings of a conclusion from outside (số thiếu sót, vi phạm).' })
  findingCount?: number | null;

  @Field(() => Int, { nullable: true, description: 'Recommendations of a conclusion from outside (số kiến nghị).' })
  recommendationCount?: number | null;

  @Field(() => ProtestLevel, { nullable: true, description: 'Which procuracy protests (cấp kháng nghị).' })
  protestLevel?: ProtestLevel | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Day the procuracy got the decision, or found the act, that it protests against (ngày nhận quyết định).',
  })
  actOn?: string | null;

  @Field(() => ProtestOutcome, { nullable: true, description: 'What is answered to a protest (kết quả trả lời).' })
  outcome?: ProtestOutcome | null;

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
