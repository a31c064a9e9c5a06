import {
  CaseOverlay,
  DateScalar,
  EventFields,
  ReportLineFields,
  VndScalar,
  documentedEnum,
  submitResolver,
  REVERSAL_EVENT,
} from '@thads/shared';
import { Field, ID, InputType, Int } from 'type-graphql';
import { AssetKind } from '../asset/asset.enums';
import { ExemptionKind } from '../exemption/exemption.enums';
import { RecoverySlotName } from '../statistics/recovery-slot.enum';
import { ObligationCategory } from './obligation.enums';

export const RecoveryEventType = documentedEnum(
  'RecoveryEventType',
  'What happened, in the register of recovery (loại sự kiện).',
  {
    OBLIGATION_RECORDED: 'Opens an obligation; needs category, amount (ghi nhận khoản phải thi hành).',
    OBLIGATION_NOT_YET_WITH_CONDITIONS: 'Decision that conditions are not yet there (chưa có điều kiện thi hành).',
    OBLIGATION_WITH_CONDITIONS: 'Conditions have returned (có điều kiện thi hành trở lại).',
    RECEIPT_RECORDED: 'Money received; needs amount, at most what is outstanding (thu tiền).',
    REMITTED_TO_BUDGET: 'Remitted to the budget; needs amount, at most what is held (nộp ngân sách).',
    PAID_TO_CREDITOR: 'Paid to a creditor; needs amount, at most what is held (chi trả).',
    COSTS_DEDUCTED: 'Deducted for costs; needs amount, at most what is held (trừ chi phí thi hành án).',
    RECEIPT_REVERSED:
      'A receipt is given back, weeks later; needs receipt, ground; what was handed on has to come back first. In the register ' +
      'of cases the MONEY_COLLECTED of the same money is taken back by EVENT_REVERSED (hoàn trả tiền đã thu).',
    DISTRIBUTION_REVERSED:
      'What was remitted, paid or deducted came back; needs distribution, ground (thu hồi tiền đã chi trả, đã nộp).',
    EXEMPTION_PROPOSED:
      'The court is asked to waive or reduce what is left of an obligation to the budget; needs exemptionKind, amount, ground (đề nghị xét miễn, giảm).',
    EXEMPTION_GRANTED: 'The court waives; needs amount, decisionNumber (Tòa án quyết định miễn).',
    REDUCTION_GRANTED: 'The court reduces; needs amount, decisionNumber (Tòa án quyết định giảm).',
    EXEMPTION_REFUSED: 'The court refuses to waive or reduce; needs decisionNumber (Tòa án không chấp nhận).',
    OBLIGATION_ENDED: 'Terminated, exempted or entrusted; needs ground (đình chỉ, miễn, ủy thác).',
    ASSET_SEIZED: 'Opens an asset; needs description (kê biên tài sản).',
    ASSET_APPRAISED: 'Appraised; needs amount, the value (thẩm định giá).',
    ASSET_REAPPRAISED: 'Appraised once more; needs amount, requestedOn (định giá lại).',
    AUCTION_CONTRACTED: 'Auction contracted; takes saleOn; 2 million dong or more (ký hợp đồng đấu giá).',
    ASSET_SOLD_WITHOUT_AUCTION: 'Small or perishable goods sold; needs amount, ground (bán không qua đấu giá).',
    PRICE_REDUCED: 'After a round without a buyer; needs startingPrice, ground; takes saleOn (giảm giá tài sản).',
    AUCTION_FAILED: 'A round without a buyer; needs startingPrice (bán đấu giá không thành).',
    AUCTION_SOLD: 'A round with a buyer; needs startingPrice, amount, the price paid (bán đấu giá thành).',
    ASSET_TAKEN_BY_CREDITOR: 'Taken by the creditor, from the second reduction on (nhận tài sản).',
    ASSET_REDEEMED: 'Redeemed by the debtor, up to a working day before the sale (nhận lại tài sản).',
    ASSET_RELEASED: 'Released from seizure (giải tỏa kê biên).',
    REPORT_ENTRY_RECORDED: 'Totals sent in without obligations behind them; needs reportLines (nhập số liệu tổng hợp).',
    ...REVERSAL_EVENT,
  },
);
export type RecoveryEventType = keyof typeof RecoveryEventType;

@InputType({
  description: 'One line of a report entry: how much a slot of the statistics grew by that day (dòng số liệu).',
})
export class RecoveryReportLineInput extends ReportLineFields {
  @Field(() => RecoverySlotName, { description: 'The slot (vị trí thống kê).' })
  slot!: RecoverySlotName;

  @Field(() => ObligationCategory, { nullable: true, description: 'Category, when known (loại khoản).' })
  category?: ObligationCategory | null;
}

@InputType({ description: 'An event of the register of recovery (sự kiện nghiệp vụ).' })
export class RecoveryEventInput extends EventFields {
  @Field(() => RecoveryEventType, { description: 'What happened (loại sự kiện).' })
  type!: RecoveryEventType;

  @Field(() => ObligationCategory, { nullable: true, description: 'What an obligation is for (loại khoản).' })
  category?: ObligationCategory | null;

  @Field(() => [CaseOverlay], { nullable: true, description: 'Special categories (loại án đặc thù).' })
  overlays?: CaseOverlay[] | null;

  @Field(() => ID, { nullable: true, description: 'The case that a subject belongs to (việc thi hành án).' })
  case?: string | null;

  @Field(() => VndScalar, {
    nullable: true,
    description: 'Amount owed, received, distributed, appraised or paid at auction, in dong (số tiền).',
  })
  amount?: number | null;

  @Field(() => String, { nullable: true, description: 'Number printed on a receipt (số biên lai).' })
  receiptNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'Who paid (người nộp tiền).' })
  payer?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether a receipt is electronic (biên lai điện tử).' })
  electronic?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Number of a receipt within the obligation (biên lai thứ).' })
  receipt?: number | null;

  @Field(() => Int, { nullable: true, description: 'Number of a distribution within the obligation (lần xử lý thứ).' })
  distribution?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Number of the list of a remittance to the budget (số bảng kê nộp ngân sách).',
  })
  remittanceList?: string | null;

  @Field(() => ExemptionKind, { nullable: true, description: 'Waiver or reduction (miễn hoặc giảm).' })
  exemptionKind?: ExemptionKind | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Day of the first enforcement decision, where it was before the obligation was recorded here (quyết định thi hành án lần đầu).',
  })
  firstDecisionOn?: string | null;

  @Field(() => String, { nullable: true, description: 'What an asset is (mô tả tài sản).' })
  description?: string | null;

  @Field(() => AssetKind, { nullable: true, description: 'Kind of an asset (loại tài sản).' })
  assetKind?: AssetKind | null;

  @Field(() => VndScalar, {
    nullable: true,
    description: 'Starting price of an auction round, in dong, not above that of the round before (giá khởi điểm).',
  })
  startingPrice?: number | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day a party asked for a re-appraisal (ngày yêu cầu định giá lại).',
  })
  requestedOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day of the next auction round (ngày đấu giá).' })
  saleOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Where the totals of a report entry come from (nguồn số liệu).' })
  source?: string | null;

  @Field(() => [RecoveryReportLineInput], {
    nullable: true,
    description: 'Lines of a report entry (các dòng số liệu).',
  })
  reportLines?: RecoveryReportLineInput[] | null;
}

export const recoveryMutation = submitResolver(RecoveryEventInput, {
  events: 'Recovery',
  register: 'recovery',
  nameVi: 'gửi sự kiện thu hồi',
});
