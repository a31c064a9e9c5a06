import { Period, type ReportingPeriod } from '@thads/shared';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { PetitionKind } from '../petition/petition.enums';

@ObjectType({ description: 'Figures on petitions (số liệu về đơn).', simpleResolvers: true })
export abstract class PetitionFigures {
  @Field(() => Int, { description: 'Received in the period, whatever became of them (tổng số đơn tiếp nhận).' })
  received!: number;

  @Field(() => Int, {
    description: 'Accepted in the period as within competence, withdrawn ones included (thuộc thẩm quyền).',
  })
  withinCompetence!: number;

  @Field(() => Int, {
    description: 'To be resolved: pending at the start of the period + within competence (số đơn phải giải quyết).',
  })
  toBeResolved!: number;

  @Field(() => Int, { description: 'Resolved in the period (đã giải quyết).' })
  resolved!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Resolved / to be resolved, percent; null where nothing was to be resolved (tỷ lệ giải quyết).',
  })
  resolutionRate!: number | null;

  @Field(() => Int, { description: 'Unresolved past the deadline at the end of the period (quá hạn).' })
  overdue!: number;

  @Field(() => Int, { description: 'Being resolved at the start of the period (kỳ trước chuyển sang).' })
  carriedOver!: number;

  @Field(() => Int, {
    description: 'Sent on in the period as not within competence (chuyển đơn không thuộc thẩm quyền).',
  })
  forwarded!: number;

  @Field(() => Int, { description: 'Not accepted in the period (không thụ lý).' })
  notAccepted!: number;

  @Field(() => Int, {
    description:
      'Of those resolved, found right. With those found right in part, wrong and answered they are all that were ' +
      'resolved, except for totals sent in without outcomes (đúng toàn bộ).',
  })
  foundRight!: number;

  @Field(() => Int, { description: 'Of those resolved, found right in part (đúng một phần).' })
  foundPartlyRight!: number;

  @Field(() => Int, { description: 'Of those resolved, found wholly wrong (sai toàn bộ).' })
  foundWrong!: number;

  @Field(() => Int, { description: 'Of those resolved, answered in writing without a finding (đã trả lời).' })
  answered!: number;

  @Field(() => Int, {
    description: 'Withdrawn or stopped in the period, after acceptance (rút đơn, đình chỉ giải quyết).',
  })
  stopped!: number;

  @Field(() => Int, { description: 'Being resolved at the end of the period, late or not (chuyển kỳ sau).' })
  carriedForward!: number;
}

@ObjectType({ description: 'Figures on petitions of one kind (số liệu theo loại đơn).', simpleResolvers: true })
export class PetitionKindStatistics extends PetitionFigures {
  @Field(() => PetitionKind, { description: 'The kind (loại đơn).' })
  kind!: PetitionKind;
}

@ObjectType({
  description:
    'Petitions over a period, as in form 8 (kết quả giải quyết khiếu nại, tố cáo, kiến nghị, phản ánh). To be resolved = ' +
    'resolved + stopped + carried forward.',
  simpleResolvers: true,
})
export class PetitionStatistics extends PetitionFigures {
  scopeId!: string;

  @Field(() => Period, { description: 'The period (kỳ báo cáo).' })
  period!: ReportingPeriod;
}
