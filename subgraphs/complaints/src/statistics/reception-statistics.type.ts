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

  @Field(() => Int, { description: 'Of the citizens, those of mass groups (số người của đoàn đông người).' })
  massGroupCitizens!: number;

  @Field(() => Int, { description: 'Of the matters, those of mass groups (số vụ việc của đoàn đông người).' })
  massGroupMatters!: number;

  @Field(() => Int, { description: 'Of the visits, those received by the head (số lượt do thủ trưởng tiếp).' })
  visitsToHead!: number;

  @Field(() => Int, { description: 'Of the visits, those online (số lượt tiếp trực tuyến).' })
  visitsOnline!: number;
}
