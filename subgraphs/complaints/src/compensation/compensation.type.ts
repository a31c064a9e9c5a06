import { DateScalar, NO_MOVEMENT_SINCE, RegisterRecord, VndScalar, connectionType } from '@thads/shared';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { CompensationState } from './compensation.enums';

@ObjectType('Compensation', {
  description:
    'A request for state compensation for damage done by enforcement (yêu cầu bồi thường nhà nước). Who made it is not in the graph.',
  simpleResolvers: true,
})
export class CompensationType extends RegisterRecord {
  @Field(() => ID, { description: 'Identifier: <office id>.<local number> (mã yêu cầu).' })
  id!: string;

  @Field(() => CompensationState, { description: 'Present state (trạng thái).' })
  state!: CompensationState;

  @Field(() => DateScalar, { description: 'Day it was requested (ngày yêu cầu).' })
  requestedOn!: string;

  @Field(() => VndScalar, { description: 'Amount asked for (số tiền yêu cầu).' })
  requested!: number;

  @Field(() => DateScalar, { nullable: true, description: 'Day it was accepted; null if not (ngày thụ lý).' })
  acceptedOn!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day the amount was decided; null if not (ngày quyết định).',
  })
  settledOn!: string | null;

  @Field(() => VndScalar, { description: 'Amount decided; 0 until then (số tiền được bồi thường).' })
  settled!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Number of the decision on the amount; null until then (số quyết định giải quyết bồi thường).',
  })
  decisionNumber!: string | null;

  @Field(() => VndScalar, { description: 'Amount paid so far (số tiền đã chi trả).' })
  paid!: number;

  @Field(() => DateScalar, { nullable: true, description: 'Day it was paid in full; null if not (ngày chi trả xong).' })
  paidOn!: string | null;

  @Field(() => VndScalar, { description: 'Amount that officers have to pay back by decision (số tiền phải hoàn trả).' })
  recourse!: number;

  @Field(() => VndScalar, { description: 'Amount that officers have paid back (số tiền đã hoàn trả).' })
  recourseCollected!: number;
}

@InputType({ description: 'Conditions on a list of requests for compensation; all given ones hold (điều kiện lọc).' })
export class CompensationFilter {
  @Field(() => ID, { nullable: true, description: 'A province of either boundaries (tỉnh).' })
  province?: string | null;

  @Field(() => ID, { nullable: true, description: 'An office (cơ quan).' })
  office?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The officer whose act is said to have done it (người thi hành công vụ gây thiệt hại).',
  })
  officer?: string | null;

  @Field(() => ID, { nullable: true, description: 'The case in which the damage was done (việc thi hành án).' })
  case?: string | null;

  @Field(() => [CompensationState], { nullable: true, description: 'Any of these states (trạng thái).' })
  states?: CompensationState[] | null;

  @Field(() => DateScalar, { nullable: true, description: 'Requested on this day or later (yêu cầu từ ngày).' })
  requestedFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Requested on this day or earlier (yêu cầu đến ngày).' })
  requestedThrough?: string | null;

  @Field(() => VndScalar, { nullable: true, description: 'Asking for so much or more, in dong (số tiền từ).' })
  amountFrom?: number | null;

  @Field(() => VndScalar, { nullable: true, description: 'Asking for so much or less, in dong (số tiền đến).' })
  amountThrough?: number | null;

  @Field(() => DateScalar, { nullable: true, description: NO_MOVEMENT_SINCE })
  noMovementSince?: string | null;
}

export const CompensationConnection = connectionType(
  CompensationType,
  'Compensation',
  'requests for state compensation (danh sách yêu cầu bồi thường)',
);
