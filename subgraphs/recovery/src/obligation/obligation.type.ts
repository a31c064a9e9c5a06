import {
  CaseOverlay,
  DateScalar,
  DueFilter,
  NO_MOVEMENT_SINCE,
  RegisterRecord,
  VndScalar,
  connectionType,
} from '@thads/shared';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { ExemptionProposal } from '../exemption/exemption.type';
import { ObligationCategory, ObligationState } from './obligation.enums';

@ObjectType('Obligation', {
  description:
    'What a debtor owes under a case to the budget or to a creditor (khoản phải thi hành). ' +
    'collected = remitted + paid + costs + held.',
  simpleResolvers: true,
})
export class ObligationType extends RegisterRecord {
  @Field(() => ID, { description: 'Identifier: <office id>.<local number> (mã khoản phải thi hành).' })
  id!: string;

  @Field(() => ObligationState, { description: 'Present state (trạng thái).' })
  state!: ObligationState;

  @Field(() => ObligationCategory, { description: 'What it is for (loại khoản).' })
  category!: ObligationCategory;

  @Field(() => VndScalar, { description: 'Amount owed, in dong (số tiền phải thi hành).' })
  amount!: number;

  @Field(() => VndScalar, { description: 'Of it, collected so far (số tiền đã thu).' })
  collected!: number;

  @Field(() => VndScalar, { description: 'Of what was collected, remitted to the state budget (đã nộp ngân sách).' })
  remitted!: number;

  @Field(() => VndScalar, { description: 'Of what was collected, paid to creditors (đã chi trả).' })
  paid!: number;

  @Field(() => VndScalar, { description: 'Of what was collected, deducted for costs (chi phí thi hành án).' })
  costs!: number;

  @Field(() => VndScalar, { description: 'Of the amount, waived or taken off by the court (được miễn, giảm).' })
  exempted!: number;

  @Field(() => [ExemptionProposal], {
    description: 'Proposals to the court to waive or reduce it, oldest first (các lần đề nghị miễn, giảm).',
  })
  exemptions!: readonly ExemptionProposal[];

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Last day to hand on the money held longest, 10 days after it came in; null when none is held (hạn chi trả, nộp).',
  })
  dueOn!: string | null;

  @Field(() => DateScalar, { description: 'Day it was recorded (ngày ghi nhận).' })
  recordedOn!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day it was collected in full or ended otherwise; null while open (ngày kết thúc).',
  })
  endedOn!: string | null;
}

@InputType({ description: 'Conditions on a list of obligations; all given ones hold (điều kiện lọc).' })
export class ObligationFilter extends DueFilter {
  @Field(() => ID, { nullable: true, description: 'A province of either boundaries (tỉnh).' })
  province?: string | null;

  @Field(() => ID, { nullable: true, description: 'An office (cơ quan).' })
  office?: string | null;

  @Field(() => ID, { nullable: true, description: 'The case they are owed under (việc thi hành án).' })
  case?: string | null;

  @Field(() => [ObligationState], { nullable: true, description: 'Any of these states (trạng thái).' })
  states?: ObligationState[] | null;

  @Field(() => ObligationCategory, { nullable: true, description: 'What they are for (loại khoản).' })
  category?: ObligationCategory | null;

  @Field(() => CaseOverlay, { nullable: true, description: 'A special category (loại án đặc thù).' })
  overlay?: CaseOverlay | null;

  @Field(() => VndScalar, { nullable: true, description: 'Of this amount or more, in dong (số tiền từ).' })
  amountFrom?: number | null;

  @Field(() => VndScalar, { nullable: true, description: 'Of this amount or less, in dong (số tiền đến).' })
  amountThrough?: number | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'With collected money that has to be handed on by this day or later (hạn chi trả, nộp từ ngày).',
  })
  dueFrom?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'With collected money that has to be handed on by this day or earlier (hạn chi trả, nộp đến ngày).',
  })
  dueThrough?: string | null;

  @Field(() => DateScalar, { nullable: true, description: NO_MOVEMENT_SINCE })
  noMovementSince?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Recorded on this day or later (ghi nhận từ ngày).' })
  recordedFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Recorded on this day or earlier (ghi nhận đến ngày).' })
  recordedThrough?: string | null;
}

export const ObligationConnection = connectionType(
  ObligationType,
  'Obligation',
  'obligations (danh sách khoản phải thi hành)',
);
