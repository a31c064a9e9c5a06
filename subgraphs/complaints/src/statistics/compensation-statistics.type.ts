import { Period, type ReportingPeriod, Tally } from '@thads/shared';
import { Field, ObjectType } from 'type-graphql';

@ObjectType({
  description:
    'State compensation over a period, as in form 11 (kết quả bồi thường nhà nước). In the tallies a case is one request.',
  simpleResolvers: true,
})
export class CompensationStatistics {
  scopeId!: string;

  @Field(() => Period, { description: 'The period (kỳ báo cáo).' })
  period!: ReportingPeriod;

  @Field(() => Tally, { description: 'Requests, with the amounts asked for (yêu cầu bồi thường).' })
  requested!: Tally;

  @Field(() => Tally, { description: 'Accepted, with the amounts asked for (đã thụ lý).' })
  accepted!: Tally;

  @Field(() => Tally, { description: 'Not accepted, with the amounts asked for (không thụ lý).' })
  rejected!: Tally;

  @Field(() => Tally, { description: 'Settled by decision, with the amounts decided (đã có quyết định bồi thường).' })
  settled!: Tally;

  @Field(() => Tally, {
    description: 'Paid, with the amounts paid; a request counts with its first payment (đã chi trả).',
  })
  paid!: Tally;

  @Field(() => Tally, {
    description: 'Recourse decided, with the amounts; a request counts with the first decision (quyết định hoàn trả).',
  })
  recourse!: Tally;

  @Field(() => Tally, {
    description: 'Recourse collected, with the amounts; a request counts with the first payment (đã thu hoàn trả).',
  })
  recourseCollected!: Tally;
}
