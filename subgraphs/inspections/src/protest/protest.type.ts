import { DateScalar, DueFilter, NO_MOVEMENT_SINCE, RegisterRecord, connectionType } from '@thads/shared';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { ProtestLevel, ProtestOutcome, ProtestState } from './protest.enums';

@ObjectType('Protest', {
  description: 'A protest of the procuracy against decisions or acts of an office (kháng nghị).',
  simpleResolvers: true,
})
export class ProtestType extends RegisterRecord {
  @Field(() => ID, { description: 'Identifier: <office id>.<local number> (mã kháng nghị).' })
  id!: string;

  @Field(() => ProtestState, { description: 'Present state (trạng thái).' })
  state!: ProtestState;

  @Field(() => ProtestLevel, { description: 'Which procuracy protests (cấp kháng nghị).' })
  protestLevel!: ProtestLevel;

  @Field(() => String, { description: 'Number of the protest (số kháng nghị).' })
  documentNumber!: string;

  @Field(() => String, { nullable: true, description: 'What it is about, when stated (nội dung).' })
  content!: string | null;

  @Field(() => DateScalar, { description: 'Day it was received (ngày nhận).' })
  receivedOn!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Last day of the procuracy to protest: 15 days, or 30 for the one above, from the day it got the decision or found the act; null when that day is not known (hạn kháng nghị).',
  })
  lodgeBy!: string | null;

  @Field(() => DateScalar, {
    description: 'Last day to answer: 15 days from receipt; of the superior 30 days from the report (hạn trả lời).',
  })
  dueOn!: string;

  @Field(() => ProtestOutcome, {
    nullable: true,
    description: 'What was answered; null while it is to be answered (kết quả trả lời).',
  })
  outcome!: ProtestOutcome | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day it was answered; null before (ngày trả lời).' })
  answeredOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day it was complied with; null before (ngày thực hiện).' })
  compliedOn!: string | null;
}

@InputType({ description: 'Conditions on a list of protests; all given ones hold (điều kiện lọc).' })
export class ProtestFilter extends DueFilter {
  @Field(() => ID, { nullable: true, description: 'A province of either boundaries (tỉnh).' })
  province?: string | null;

  @Field(() => ID, { nullable: true, description: 'The office that received it (cơ quan nhận kháng nghị).' })
  office?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The office whose decision or act it is against (đơn vị bị kháng nghị).',
  })
  unit?: string | null;

  @Field(() => ID, { nullable: true, description: 'The case it is about (việc thi hành án).' })
  case?: string | null;

  @Field(() => ProtestLevel, { nullable: true, description: 'Which procuracy protests (cấp kháng nghị).' })
  protestLevel?: ProtestLevel | null;

  @Field(() => ProtestOutcome, { nullable: true, description: 'What was answered (kết quả trả lời).' })
  outcome?: ProtestOutcome | null;

  @Field(() => [ProtestState], { nullable: true, description: 'Any of these states (trạng thái).' })
  states?: ProtestState[] | null;

  @Field(() => DateScalar, { nullable: true, description: 'Received on this day or later (nhận từ ngày).' })
  receivedFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Received on this day or earlier (nhận đến ngày).' })
  receivedThrough?: string | null;

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

export const ProtestConnection = connectionType(ProtestType, 'Protest', 'protests (danh sách kháng nghị)');
