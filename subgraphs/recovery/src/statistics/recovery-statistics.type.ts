import {
  type CaseOverlay,
  type EntityReference,
  type LedgerFilter,
  OVERLAY_BITS,
  Period,
  Rate,
  type ReportingPeriod,
  type Scope,
  Tally,
  scopeOf,
} from '@thads/shared';
import { Field, Int, ObjectType } from 'type-graphql';
import { ObligationCategory } from '../obligation/obligation.enums';

/** What was asked: everything that a set of recovery figures depends on. */
export interface RecoveryQuestion {
  readonly scope: Scope;
  readonly period: ReportingPeriod;
  readonly filter: LedgerFilter;
}

export function questionOf(
  root: EntityReference,
  period: ReportingPeriod,
  overlay: CaseOverlay | null | undefined,
): RecoveryQuestion {
  return { scope: scopeOf(root), period, filter: { overlay: overlay ? OVERLAY_BITS[overlay] : null } };
}

@ObjectType({ description: 'Money owed and collected over a period (số phải thu và đã thu).', simpleResolvers: true })
export abstract class RecoveryFigures {
  @Field(() => Tally, { description: 'Outstanding when the period began (năm trước chuyển sang).' })
  carriedOver!: Tally;

  @Field(() => Tally, { description: 'Recorded in the period, with the amounts owed (mới thụ lý).' })
  newlyRecorded!: Tally;

  @Field(() => Tally, {
    description: 'Carried over and newly recorded = due + ended (tổng số thụ lý).',
  })
  handled!: Tally;

  @Field(() => Tally, {
    description:
      'Terminated, exempted or entrusted in the period, with what was outstanding (đình chỉ, miễn, ủy thác).',
  })
  ended!: Tally;

  @Field(() => Tally, {
    description: 'Outstanding at the end, and collected in the period: obligations and money (số phải thi hành).',
  })
  due!: Tally;

  @Field(() => Tally, {
    description: 'Of what is due, with conditions: outstanding so at the end, and all collected (có điều kiện).',
  })
  withConditions!: Tally;

  @Field(() => Tally, {
    description: 'Outstanding at the end without conditions = due less with conditions (chưa có điều kiện).',
  })
  notYetWithConditions!: Tally;

  @Field(() => Tally, { description: 'Outstanding at the end of the period (chuyển kỳ sau).' })
  carriedForward!: Tally;

  @Field(() => Tally, {
    description: 'Obligations collected in full in the period; all money collected in it (đã thu).',
  })
  collected!: Tally;

  @Field(() => Tally, {
    description: 'Remitted to the state budget: obligations remitted of for the first time; all money (nộp ngân sách).',
  })
  remittedToBudget!: Tally;

  @Field(() => Tally, {
    description: 'Paid to creditors: obligations paid of for the first time; all money (chi trả).',
  })
  paidToCreditors!: Tally;

  @Field(() => Tally, {
    description: 'Deducted for costs: obligations with such for the first time; all money (chi phí thi hành án).',
  })
  costsDeducted!: Tally;

  @Field(() => Rate, { description: 'collected / due, percent (tỷ lệ thu trên tổng số phải thi hành).' })
  collectionRate!: Rate;

  @Field(() => Rate, {
    description:
      'collected / with conditions, percent: the denominator of the official rate (tỷ lệ thu trên số có điều kiện).',
  })
  completionRate!: Rate;
}

@ObjectType({
  description: 'Money owed and collected of one category: form 3 (kết quả theo loại khoản).',
  simpleResolvers: true,
})
export class RecoveryCategoryStatistics extends RecoveryFigures {
  @Field(() => ObligationCategory, { description: 'What the obligations are for (loại khoản).' })
  category!: ObligationCategory;
}

@ObjectType({
  description:
    'Recovery over a period (kết quả thu hồi tiền, tài sản). due = outstanding at the end + collected; what ended in the ' +
    'period without being collected is no longer due.',
  simpleResolvers: true,
})
export class RecoveryStatistics extends RecoveryFigures {
  /** What the lazily resolved fields are computed from. */
  question!: RecoveryQuestion;

  @Field(() => Period, { description: 'The period (kỳ báo cáo).' })
  period!: ReportingPeriod;

  @Field(() => Int, { description: 'Assets seized in the period (tài sản kê biên).' })
  assetsSeized!: number;

  @Field(() => Int, { description: 'Auction rounds held in the period (lần đấu giá).' })
  auctionsHeld!: number;

  @Field(() => Int, { description: 'Of those, with a sale (đấu giá thành).' })
  auctionsSold!: number;
}
