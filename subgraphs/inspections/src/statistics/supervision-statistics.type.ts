import { Period, type ReportingPeriod, documentedEnum } from '@thads/shared';
import { Field, Int, ObjectType } from 'type-graphql';
import type { bodyLines } from './inspection.lines';

export const SupervisingBody = documentedEnum(
  'SupervisingBody',
  'Who supervises or inspects (chủ thể giám sát, kiểm tra).',
  {
    ASSEMBLY: 'National Assembly and people’s councils (Quốc hội, hội đồng nhân dân).',
    PROCURACY: 'People’s procuracies (viện kiểm sát nhân dân).',
    OWN_SYSTEM: 'The enforcement system itself: its inspections (hệ thống thi hành án dân sự).',
  } satisfies Record<keyof typeof bodyLines, string>,
);
export type SupervisingBody = keyof typeof SupervisingBody;

@ObjectType({
  description: 'Figures on supervision and inspection (số liệu giám sát, kiểm sát, kiểm tra).',
  simpleResolvers: true,
})
export abstract class SupervisionFigures {
  @Field(() => Int, { description: 'Sessions in the period (số cuộc).' })
  sessions!: number;

  @Field(() => Int, {
    description: 'Units supervised or inspected in them, a unit counted once a session (số lượt đơn vị).',
  })
  units!: number;

  @Field(() => Int, { description: 'Conclusions in the period (số kết luận).' })
  conclusions!: number;

  @Field(() => Int, { description: 'Shortcomings and violations found in the period (số thiếu sót, vi phạm).' })
  findings!: number;

  @Field(() => Int, { description: 'Recommendations made in the period (số kiến nghị).' })
  recommendations!: number;

  @Field(() => Int, { description: 'Recommendations followed up in the period (số kiến nghị đã thực hiện).' })
  followedUp!: number;
}

@ObjectType({ description: 'Figures on one supervising body (số liệu theo chủ thể).', simpleResolvers: true })
export class SupervisingBodyStatistics extends SupervisionFigures {
  @Field(() => SupervisingBody, { description: 'The body (chủ thể).' })
  body!: SupervisingBody;
}

@ObjectType({
  description:
    'Supervision, procuracy control and inspection over a period: form 10 (kết quả giám sát, kiểm sát, kiểm tra).',
  simpleResolvers: true,
})
export class SupervisionStatistics extends SupervisionFigures {
  scopeId!: string;

  @Field(() => Period, { description: 'The period (kỳ báo cáo).' })
  period!: ReportingPeriod;

  @Field(() => [SupervisingBodyStatistics], {
    description: 'The same figures by supervising body, every body once; they add up to the whole (theo chủ thể).',
  })
  byBody!: readonly SupervisingBodyStatistics[];

  @Field(() => Int, {
    description: 'Conclusions from outside not answered after their time, at the end of the period (chậm trả lời).',
  })
  answersOverdue!: number;

  @Field(() => Int, { description: 'Protests of the procuracy received in the period (số kháng nghị).' })
  protests!: number;

  @Field(() => Int, { description: 'Protests accepted in whole in the period (kháng nghị được chấp nhận toàn bộ).' })
  protestsAccepted!: number;

  @Field(() => Int, { description: 'Protests accepted in part in the period (kháng nghị được chấp nhận một phần).' })
  protestsPartlyAccepted!: number;

  @Field(() => Int, {
    description:
      'Protests not accepted in the period, less those that went on to the superior (kháng nghị không được chấp nhận).',
  })
  protestsRejected!: number;

  @Field(() => Int, { description: 'Protests complied with in the period (kháng nghị đã thực hiện).' })
  protestsComplied!: number;

  @Field(() => Int, {
    description: 'Protests not answered after their time, at the end of the period (kháng nghị quá hạn trả lời).',
  })
  protestsOverdue!: number;
}
