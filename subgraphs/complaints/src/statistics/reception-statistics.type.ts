import { Period, type ReportingPeriod } from '@thads/shared';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({
  description: 'Reception of citizens over a period, as in form 9 (kết quả tiếp công dân).',
  simpleResolvers: true,
})
export class ReceptionStatistics {
  scopeId!: string;

  @Field(() => Period, { description: 'The period (kỳ báo cáo).' })
  period!: ReportingPeriod;

  @Field(() => Int, { description: 'Visits (số lượt tiếp).' })
  visits!: number;

  @Field(() => Int, { description: 'Citizens; one visit may bring several (số người được tiếp).' })
  citizens!: number;

  @Field(() => Int, { description: 'Matters brought (số vụ việc).' })
  matters!: number;

  @Field(() => Int, { description: 'Mass groups (số đoàn đông người).' })
  massGroups!: number;
}
