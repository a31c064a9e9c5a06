import {
  CaseOverlay,
  DateScalar,
  ReportLineFields,
  VndScalar,
  documentedEnum,
  EventFields,
  submitResolver,
  REVERSAL_EVENT,
} from '@thads/shared';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { CoercionMeasure } from '../coercion/coercion.enums';
import { OfficerGrade } from '../officer/officer.enums';
import { PartyInput } from '../party/party.mutation';
import { CaseSlotName } from '../statistics/case-slot.enum';
import { CaseKind, Initiation } from './case.enums';

export const CaseEventType = documentedEnum(
  'CaseEventType',
  'What happened, in the register of cases (loại sự kiện).',
  {
    JUDGMENT_RECEIVED: 'Opens a case: judgment received; needs kind, initiation (nhận bản án).',
    ENTRUSTMENT_RECEIVED: 'Opens a case received by entrustment; needs kind, initiation, amount (nhận ủy thác).',
    DECISION_ISSUED: 'Enforcement decision; needs amount (ra quyết định thi hành án).',
    OFFICER_ASSIGNED: 'Officer put in charge; needs officer (phân công chấp hành viên).',
    CLASSIFIED_WITH_CONDITIONS: 'Verified: conditions are there (có điều kiện thi hành).',
    NOT_YET_WITH_CONDITIONS_DECIDED: 'Decision that conditions are not yet there (chưa có điều kiện thi hành).',
    CONTINUED: 'Conditions have returned (tiếp tục thi hành án).',
    COERCION_DECIDED: 'Coercion decision; needs coercionMeasure (cưỡng chế).',
    MONEY_PAID: 'A part collected and paid or remitted; needs amount (chi trả một phần).',
    COMPLETED: 'Fully enforced: the rest is paid or remitted (thi hành xong).',
    TERMINATED: 'Terminated (đình chỉ).',
    POSTPONED_BY_CONSENT: 'Postponed with the parties’ consent (hoãn theo thỏa thuận).',
    POSTPONED: 'Postponed on another ground (hoãn).',
    SUSPENDED: 'Temporarily suspended (tạm đình chỉ).',
    RESUMED: 'Goes on after postponement or suspension (tiếp tục).',
    ENTRUSTED_OUT: 'Entrusted to another office; needs toOffice (ủy thác).',
    REVOKED: 'Decision revoked or cancelled (thu hồi, hủy).',
    WITHDRAWN_UPWARD: 'Withdrawn by the provincial level, until June 2025 (rút lên).',
    SECURITY_MEASURE_APPLIED: 'Security measure against dissipation; the measure is its ground (biện pháp bảo đảm).',
    REQUEST_FILED:
      'Opens a case, or follows its judgment: enforcement requested; to open it needs kind (đơn yêu cầu thi hành án).',
    REQUEST_REFUSED: 'Request refused; needs decisionNumber, ground (từ chối yêu cầu).',
    VERIFICATION_STARTED: 'Verification of conditions begun (xác minh).',
    REVERIFIED: 'Verified anew, still without conditions (xác minh lại).',
    NEW_INFORMATION: 'New information on conditions; also back from the separate book (có thông tin mới).',
    MOVED_TO_SEPARATE_BOOK: 'Left the main stock for the separate tracking book (chuyển sổ theo dõi riêng).',
    REQUEST_RETURNED: 'Request sent back, since July 2026 (gửi lại yêu cầu).',
    COERCION_PLANNED: 'Plan of a coercion with mobilised forces; needs plannedFor (kế hoạch cưỡng chế).',
    ASSET_SEIZED: 'Asset seized (kê biên).',
    ASSET_APPRAISED: 'Asset appraised, or once anew; needs amount (thẩm định giá).',
    AUCTION_CONTRACTED: 'Auction contract (hợp đồng đấu giá).',
    PRICE_REDUCED: 'No buyer, price reduced; needs amount, the new price (giảm giá).',
    ASSET_TAKEN_BY_CREDITOR: 'Creditor takes the asset; needs amount (nhận tài sản).',
    ASSET_REDEEMED: 'Debtor redeems the asset; needs amount (chuộc lại tài sản).',
    ASSET_RELEASED: 'Asset released; needs decisionNumber, ground (giải tỏa kê biên).',
    MONEY_COLLECTED: 'Money collected; needs amount (thu tiền).',
    TERMINATED_IN_PART: 'A part terminated; needs amount (đình chỉ một phần).',
    REDUCTION_GRANTED: 'A part reduced by a court; needs amount (giảm nghĩa vụ).',
    ENTRUSTED_IN_PART: 'A part entrusted out; needs toOffice, amount (ủy thác một phần).',
    ASSET_HANDLING_ENTRUSTED: 'Disposal of an asset entrusted; the case stays; needs toOffice (ủy thác xử lý tài sản).',
    RESULT_CONFIRMED: 'Result confirmed to a party (xác nhận kết quả).',
    PARTIES_STATED:
      'Parties that were not stated before, or that take the place of others; needs parties, ground; SUCCESSION and CORRECTION also replacedParties (bổ sung, thay đổi đương sự).',
    OFFICER_APPOINTED: 'Opens an officer; needs name, grade (bổ nhiệm chấp hành viên).',
    OFFICER_LEFT: 'Officer left (thôi làm nhiệm vụ).',
    TARGET_ASSIGNED: 'Opens a target; needs scope, workingYear, casesTarget, moneyTarget (giao chỉ tiêu).',
    TARGET_REISSUED: 'Target set anew; needs casesTarget, moneyTarget (điều chỉnh chỉ tiêu).',
    ADMINISTRATIVE_JUDGMENT_MONITORED:
      'Opens a monitored judgment; needs obligedBody, performBy (theo dõi thi hành án hành chính).',
    COMPELLING_DECISION_ISSUED: 'Court decision compelling performance (quyết định buộc thi hành).',
    ADMINISTRATIVE_JUDGMENT_PERFORMED: 'Judgment performed (đã thi hành xong án hành chính).',
    REPORT_ENTRY_RECORDED: 'Totals sent in without cases behind them; needs reportLines (nhập số liệu tổng hợp).',
    ...REVERSAL_EVENT,
  },
);
export type CaseEventType = keyof typeof CaseEventType;

@InputType({
  description: 'One line of a report entry: how much a slot of the statistics grew by that day (dòng số liệu).',
})
export class CaseReportLineInput extends ReportLineFields {
  @Field(() => CaseSlotName, { description: 'The slot (vị trí thống kê).' })
  slot!: CaseSlotName;

  @Field(() => CaseKind, { nullable: true, description: 'Kind of judgment, when known (loại án).' })
  kind?: CaseKind | null;

  @Field(() => Initiation, { nullable: true, description: 'How it came about, when known (hình thức).' })
  initiation?: Initiation | null;
}

@InputType({ description: 'An event of the register of cases (sự kiện nghiệp vụ).' })
export class CaseEventInput extends EventFields {
  @Field(() => CaseEventType, { description: 'What happened (loại sự kiện).' })
  type!: CaseEventType;

  @Field(() => CaseKind, { nullable: true, description: 'Kind of judgment (loại án).' })
  kind?: CaseKind | null;

  @Field(() => Initiation, { nullable: true, description: 'Ex officio or on request (hình thức).' })
  initiation?: Initiation | null;

  @Field(() => [CaseOverlay], { nullable: true, description: 'Special categories (loại án đặc thù).' })
  overlays?: CaseOverlay[] | null;

  @Field(() => String, { nullable: true, description: 'Number of the judgment (số bản án).' })
  judgmentNumber?: string | null;

  @Field(() => [PartyInput], {
    nullable: true,
    description:
      'Parties of the case, at most 100 at a time; of a correction none where nobody takes the place (các đương sự).',
  })
  parties?: PartyInput[] | null;

  @Field(() => [Int], {
    nullable: true,
    description: 'Numbers of the parties whose place others take, see Party.number (đương sự được thay thế).',
  })
  replacedParties?: number[] | null;

  @Field(() => VndScalar, { nullable: true, description: 'Amount to be enforced, or paid, in dong (số tiền).' })
  amount?: number | null;

  @Field(() => CoercionMeasure, {
    nullable: true,
    description: 'Measure of a coercion decision (biện pháp cưỡng chế).',
  })
  coercionMeasure?: CoercionMeasure | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether forces are mobilised (huy động lực lượng).' })
  mobilisedForces?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Office that a case is entrusted to (nơi nhận ủy thác).' })
  toOffice?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Of a request: day the judgment took effect or the obligation fell due (ngày có hiệu lực, đến hạn).',
  })
  effectiveOn?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Of a request: days of postponement and suspension that do not count (số ngày không tính vào thời hiệu).',
  })
  excludedDays?: number | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day a coercion with mobilised forces is planned for (ngày dự kiến cưỡng chế).',
  })
  plannedFor?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day of an auction, when fixed (ngày mở đấu giá).' })
  saleOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day of a postponement, when fixed (hoãn đến ngày).' })
  postponedUntil?: string | null;

  @Field(() => String, { nullable: true, description: 'Name of an officer (họ tên chấp hành viên).' })
  name?: string | null;

  @Field(() => OfficerGrade, { nullable: true, description: 'Grade of an officer (ngạch).' })
  grade?: OfficerGrade | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Whom a target is for: VN, a province or an office (đơn vị được giao).',
  })
  scope?: string | null;

  @Field(() => Int, { nullable: true, description: 'Working year of a target (năm công tác).' })
  workingYear?: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Target for cases, percent with at most two decimals (chỉ tiêu về việc).',
  })
  casesTarget?: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Target for money, percent with at most two decimals (chỉ tiêu về tiền).',
  })
  moneyTarget?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Body obliged by an administrative judgment (cơ quan phải thi hành).',
  })
  obligedBody?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day for that body to perform (hạn thi hành).' })
  performBy?: string | null;

  @Field(() => String, { nullable: true, description: 'Where the totals of a report entry come from (nguồn số liệu).' })
  source?: string | null;

  @Field(() => [CaseReportLineInput], { nullable: true, description: 'Lines of a report entry (các dòng số liệu).' })
  reportLines?: CaseReportLineInput[] | null;
}

export const caseMutation = submitResolver(CaseEventInput, {
  events: 'Case',
  register: 'cases',
  nameVi: 'gửi sự kiện án',
});
