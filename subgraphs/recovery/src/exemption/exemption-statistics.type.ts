import { Period, type ReportingPeriod, Tally } from '@thads/shared';
import { Field, ObjectType } from 'type-graphql';
import type { RecoveryQuestion } from '../statistics/recovery-statistics.type';

@ObjectType({
  description: 'Waivers and reductions of what is owed to the budget: form 6 (kết quả xét miễn, giảm).',
  simpleResolvers: true,
})
export class ExemptionStatistics {
  /** What the lazily resolved fields are computed from. */
  question!: RecoveryQuestion;

  @Field(() => Period, { description: 'The period (kỳ báo cáo).' })
  period!: ReportingPeriod;

  @Field(() => Tally, { description: 'Proposed to the court, with the amounts proposed (đã đề nghị).' })
  proposed!: Tally;

  @Field(() => Tally, { description: 'Accepted in full, with the amounts granted (chấp nhận toàn bộ).' })
  acceptedInFull!: Tally;

  @Field(() => Tally, { description: 'Accepted in part, with the amounts granted (chấp nhận một phần).' })
  acceptedInPart!: Tally;

  @Field(() => Tally, { description: 'Refused, with the amounts proposed (không chấp nhận).' })
  refused!: Tally;
}
