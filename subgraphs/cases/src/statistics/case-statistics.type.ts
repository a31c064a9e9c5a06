import { CaseOverlay, Period, type ReportingPeriod, Tally } from '@thads/shared';
import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import { CaseKind, Initiation } from '../case/case.enums';
import type { CaseFigures } from './case-figures';

@ArgsType()
export class CaseStatisticsFilter {
  @Field(() => CaseOverlay, { nullable: true, description: 'Only a special category (loại án đặc thù).' })
  overlay?: CaseOverlay | null;

  @Field(() => CaseKind, { nullable: true, description: 'Only a kind of judgment (loại án).' })
  kind?: CaseKind | null;

  @Field(() => Initiation, { nullable: true, description: 'Only ex officio or on request (hình thức).' })
  initiation?: Initiation | null;
}

@ObjectType({
  description: 'A line of the statistical tree, forms 1 and 2 (dòng biểu thống kê).',
  simpleResolvers: true,
})
export class StatisticalLine {
  @Field(() => String, {
    nullable: true,
    description: 'Number in the form, e.g. "4.1"; null for a sum of lines (mã dòng).',
  })
  number!: string | null;

  @Field(() => String, { description: 'English name (tên tiếng Anh).' })
  name!: string;

  @Field(() => String, { description: 'Vietnamese name (tên dòng).' })
  nameVi!: string;

  @Field(() => Tally, { description: 'Cases and money (số việc và số tiền).' })
  tally!: Tally;
}

@ObjectType({
  description:
    'Results of civil judgment enforcement over a period, as in forms 1 and 2 (kết quả thi hành án dân sự). All figures ' +
    'come from the same records: handled = carried over + newly received; to be enforced = handled − entrusted − revoked ' +
    '− withdrawn − separated = with conditions + not yet with conditions; carried forward = to be enforced − completed.',
  simpleResolvers: true,
})
export class CaseStatistics {
  /** What the lazily resolved fields are computed from. */
  figures!: CaseFigures;

  @Field(() => Period, { description: 'The period (kỳ báo cáo).' })
  period!: ReportingPeriod;

  @Field(() => Tally, { description: 'Carried over from before the period: line 1.1 (năm trước chuyển sang).' })
  carriedOver!: Tally;

  @Field(() => Tally, { description: 'Newly received, entrustments received included: line 1.2 (mới thụ lý).' })
  newlyReceived!: Tally;

  @Field(() => Tally, { description: 'Handled: line 1 = 1.1 + 1.2 (tổng số thụ lý).' })
  handled!: Tally;

  @Field(() => Tally, { description: 'Entrusted out: line 2.1 (ủy thác).' })
  entrusted!: Tally;

  @Field(() => Tally, { description: 'Decision revoked or cancelled: line 2.2 (thu hồi, hủy).' })
  revoked!: Tally;

  @Field(() => Tally, { description: 'Withdrawn upward, until June 2025: line 2.3 (rút lên).' })
  withdrawnUpward!: Tally;

  @Field(() => Tally, {
    description: 'Moved to the separate tracking book, out of the main stock: line 2.4 (chuyển sổ theo dõi riêng).',
  })
  separated!: Tally;

  @Field(() => Tally, {
    description: 'Memo: in the separate tracking book at the end of the period: line 8 (đang theo dõi riêng).',
  })
  separateBook!: Tally;

  @Field(() => Tally, { description: 'To be enforced: line 3 = 1 − 2 (tổng số phải thi hành).' })
  toBeEnforced!: Tally;

  @Field(() => Tally, { description: 'With conditions: line 4 (có điều kiện thi hành).' })
  withConditions!: Tally;

  @Field(() => Tally, { description: 'Not yet with conditions: line 5 (chưa có điều kiện thi hành).' })
  notYetWithConditions!: Tally;

  @Field(() => Tally, {
    description:
      'Completed, the official figure: fully enforced + terminated (+ reduced, money): 4.1 + 4.2 + 4.5 (thi hành xong).',
  })
  completed!: Tally;

  @Field(() => Tally, {
    description: 'Fully enforced: line 4.1; money includes part payments (thi hành xong, không kể đình chỉ).',
  })
  fullyEnforced!: Tally;

  @Field(() => Tally, { description: 'Terminated: line 4.2 (đình chỉ).' })
  terminated!: Tally;

  @Field(() => Tally, { description: 'Being enforced at the end of the period: line 4.3 (đang thi hành).' })
  inProgress!: Tally;

  @Field(() => Tally, { description: 'Carried to the next period: line 6 = 3 − completed (chuyển kỳ sau).' })
  carriedForward!: Tally;

  @Field(() => Int, {
    description:
      'Enforcement decisions due: issued in the period, or late since a day of it (quyết định thi hành án phải ra).',
  })
  decisionsDue!: number;

  @Field(() => Int, { description: 'Of those, the ones that were issued (quyết định thi hành án đã ra).' })
  decisionsIssued!: number;

  @Field(() => Int, { description: 'Coercion decisions issued in the period (quyết định cưỡng chế).' })
  coercionDecisions!: number;

  @Field(() => Int, { description: 'Of those, with mobilised forces (cưỡng chế có huy động lực lượng).' })
  coercionsWithMobilisedForces!: number;

  @Field(() => Int, { description: 'Security measures in the period: form 7 (biện pháp bảo đảm).' })
  securityMeasures!: number;

  @Field(() => String, { description: 'The circular whose forms apply at the end of the period (thông tư áp dụng).' })
  circular!: string;
}

@ObjectType({
  description: 'Figures of an office by the officer in charge (kết quả của chấp hành viên).',
  simpleResolvers: true,
})
export class OfficerCaseStatistics {
  /** Or `NOBODY`. */
  officerId!: string;

  @Field(() => CaseStatistics, {
    description: 'Figures of the cases he or she is in charge of now, whoever was before (kết quả thi hành án).',
  })
  statistics!: CaseStatistics;
}
