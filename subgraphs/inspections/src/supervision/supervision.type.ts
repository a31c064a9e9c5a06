import { DateScalar, DueFilter, NO_MOVEMENT_SINCE, RegisterRecord, connectionType } from '@thads/shared';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { OutsideBody, SupervisionState } from './supervision.enums';

@ObjectType('Supervision', {
  description: 'A session of supervision by a body outside, with what came of it (cuộc giám sát, kiểm sát).',
  simpleResolvers: true,
})
export class SupervisionType extends RegisterRecord {
  @Field(() => ID, { description: 'Identifier: <office id>.<local number> (mã cuộc giám sát, kiểm sát).' })
  id!: string;

  @Field(() => SupervisionState, { description: 'Present state (trạng thái).' })
  state!: SupervisionState;

  @Field(() => OutsideBody, { description: 'Who supervised (cơ quan giám sát, kiểm sát).' })
  body!: OutsideBody;

  @Field(() => String, { nullable: true, description: 'What was supervised, when stated (nội dung).' })
  content!: string | null;

  @Field(() => String, { nullable: true, description: 'Text of the conclusion, when stated (nội dung kết luận).' })
  conclusion!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Number of the conclusion or recommendation; null before (số kết luận, kiến nghị).',
  })
  documentNumber!: string | null;

  @Field(() => Int, { description: 'Shortcomings and violations that the conclusion states (số thiếu sót, vi phạm).' })
  findingCount!: number;

  @Field(() => Int, { description: 'Recommendations that the conclusion makes (số kiến nghị).' })
  recommendationCount!: number;

  @Field(() => DateScalar, { description: 'Day of the session (ngày giám sát, kiểm sát).' })
  recordedOn!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day the conclusion or recommendation was received; null before (ngày nhận kết luận, kiến nghị).',
  })
  receivedOn!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day to answer, as the body set it; null when it set none (hạn trả lời).',
  })
  dueOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day it was answered; null before (ngày trả lời).' })
  answeredOn!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day its recommendations had been carried out; null before (ngày thực hiện xong).',
  })
  followedUpOn!: string | null;
}

@InputType({ description: 'Conditions on a list of supervisions; all given ones hold (điều kiện lọc).' })
export class SupervisionFilter extends DueFilter {
  @Field(() => ID, { nullable: true, description: 'A province of either boundaries (tỉnh).' })
  province?: string | null;

  @Field(() => ID, { nullable: true, description: 'The office that keeps the record (cơ quan ghi nhận).' })
  office?: string | null;

  @Field(() => ID, { nullable: true, description: 'One of the offices supervised (đơn vị được giám sát, kiểm sát).' })
  unit?: string | null;

  @Field(() => ID, { nullable: true, description: 'The case it is about (việc thi hành án).' })
  case?: string | null;

  @Field(() => OutsideBody, { nullable: true, description: 'Who supervised (cơ quan giám sát, kiểm sát).' })
  body?: OutsideBody | null;

  @Field(() => [SupervisionState], { nullable: true, description: 'Any of these states (trạng thái).' })
  states?: SupervisionState[] | null;

  @Field(() => DateScalar, { nullable: true, description: 'Session on this day or later (từ ngày).' })
  recordedFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Session on this day or earlier (đến ngày).' })
  recordedThrough?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'To be answered by this day or later (hạn trả lời từ ngày).',
  })
  dueFrom?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'To be answered by this day or earlier (hạn trả lời đến ngày).',
  })
  dueThrough?: string | null;

  @Field(() => DateScalar, { nullable: true, description: NO_MOVEMENT_SINCE })
  noMovementSince?: string | null;
}

export const SupervisionConnection = connectionType(
  SupervisionType,
  'Supervision',
  'supervisions from outside (danh sách cuộc giám sát, kiểm sát)',
);
