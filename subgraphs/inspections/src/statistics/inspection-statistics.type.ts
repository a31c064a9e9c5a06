import { Period, type ReportingPeriod } from '@thads/shared';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({
  description: 'Inspections, findings and their follow-up over a period: form 10 (thống kê công tác kiểm tra).',
  simpleResolvers: true,
})
export class InspectionStatistics {
  scopeId!: string;

  @Field(() => Period, { description: 'The period (kỳ báo cáo).' })
  period!: ReportingPeriod;

  @Field(() => Int, {
    description: 'Inspections planned in the period; cancelled ones stay counted (số cuộc theo kế hoạch).',
  })
  planned!: number;

  @Field(() => Int, { description: 'Inspections cancelled in the period before they took place (số cuộc bị hủy).' })
  cancelled!: number;

  @Field(() => Int, {
    description: 'Inspections conducted in the period, self-inspections included (số cuộc đã kiểm tra).',
  })
  conducted!: number;

  @Field(() => Int, { description: 'Of those conducted, self-inspections (số cuộc tự kiểm tra).' })
  selfInspections!: number;

  @Field(() => Int, { description: 'Inspections concluded in the period (số kết luận kiểm tra).' })
  concluded!: number;

  @Field(() => Int, { description: 'Shortcomings found in the period (số thiếu sót).' })
  shortcomings!: number;

  @Field(() => Int, { description: 'Violations found in the period (số vi phạm).' })
  violations!: number;

  @Field(() => Int, { description: 'Recommendations made in the period (số kiến nghị).' })
  recommendations!: number;

  @Field(() => Int, {
    description: 'Recommendations verified and closed in the period (số kiến nghị đã thực hiện xong).',
  })
  followedUp!: number;

  @Field(() => Int, {
    description: 'Recommendations open past their due date at the end of the period; reported done is not (quá hạn).',
  })
  overdue!: number;
  @Field(() => Int, { description: 'Yearly plans issued in the period (số kế hoạch kiểm tra đã ban hành).' })
  plansIssued!: number;

  @Field(() => Int, {
    description:
      'Yearly plans not sent upward after their time, at the end of the period (số kế hoạch kiểm tra chậm gửi cấp trên).',
  })
  plansLate!: number;

  @Field(() => Int, {
    description: 'Conclusions whose follow-up was over in the period (số kết luận đã theo dõi xong).',
  })
  conclusionsFollowedUp!: number;

  @Field(() => Int, {
    description: 'Consequences decided in the period for those at fault (số trường hợp xử lý trách nhiệm).',
  })
  consequences!: number;
}
