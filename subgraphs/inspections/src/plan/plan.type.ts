import { DateScalar, DueFilter, NO_MOVEMENT_SINCE, RegisterRecord, connectionType } from '@thads/shared';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { InspectionKind } from '../inspection/inspection.enums';
import { InspectionPlanState } from './plan.enums';

@ObjectType('InspectionPlan', {
  description: 'A yearly plan of inspections of one kind (kế hoạch kiểm tra).',
  simpleResolvers: true,
})
export class InspectionPlanType extends RegisterRecord {
  @Field(() => ID, { description: 'Identifier: <office id>.<local number> (mã kế hoạch).' })
  id!: string;

  @Field(() => InspectionPlanState, { description: 'Present state (trạng thái).' })
  state!: InspectionPlanState;

  @Field(() => InspectionKind, { description: 'Who inspects whom (hình thức kiểm tra).' })
  kind!: InspectionKind;

  @Field(() => Int, { description: 'The working year that it is for (năm công tác).' })
  workingYear!: number;

  @Field(() => String, { nullable: true, description: 'Purpose, when stated already (mục đích).' })
  purpose!: string | null;

  @Field(() => String, { nullable: true, description: 'Scope and object, when stated already (phạm vi, đối tượng).' })
  scopeAndObject!: string | null;

  @Field(() => String, { nullable: true, description: 'Content, when stated already (nội dung).' })
  content!: string | null;

  @Field(() => String, { nullable: true, description: 'Method, when stated already (phương pháp tiến hành).' })
  method!: string | null;

  @Field(() => String, { nullable: true, description: 'Organisation, when stated already (tổ chức thực hiện).' })
  organisation!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Number of the decision that issued it, or last adjusted it; null before (số quyết định).',
  })
  decisionNumber!: string | null;

  @Field(() => DateScalar, { description: 'Day it was drafted (ngày dự thảo).' })
  draftedOn!: string;

  @Field(() => DateScalar, {
    description: 'Last day to issue it and send it upward: 31 December of the working year (hạn ban hành, gửi).',
  })
  dueOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Day it was issued; null before (ngày ban hành).' })
  issuedOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day it was sent upward; null before (ngày gửi cấp trên).' })
  sentOn!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day it was last adjusted; null for never (ngày điều chỉnh).',
  })
  adjustedOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day it was closed; null before (ngày kết thúc).' })
  closedOn!: string | null;
}

@InputType({ description: 'Conditions on a list of yearly plans; all given ones hold (điều kiện lọc).' })
export class InspectionPlanFilter extends DueFilter {
  @Field(() => ID, { nullable: true, description: 'A province of either boundaries (tỉnh).' })
  province?: string | null;

  @Field(() => ID, { nullable: true, description: 'The office whose plan it is (cơ quan lập kế hoạch).' })
  office?: string | null;

  @Field(() => [InspectionPlanState], { nullable: true, description: 'Any of these states (trạng thái).' })
  states?: InspectionPlanState[] | null;

  @Field(() => InspectionKind, { nullable: true, description: 'Who inspects whom (hình thức kiểm tra).' })
  kind?: InspectionKind | null;

  @Field(() => Int, { nullable: true, description: 'The working year that it is for (năm công tác).' })
  workingYear?: number | null;

  @Field(() => DateScalar, { nullable: true, description: 'Issued on this day or later (ban hành từ ngày).' })
  issuedFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Issued on this day or earlier (ban hành đến ngày).' })
  issuedThrough?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'To be issued and sent upward by this day or later (hạn ban hành, gửi từ ngày).',
  })
  dueFrom?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'To be issued and sent upward by this day or earlier (hạn ban hành, gửi đến ngày).',
  })
  dueThrough?: string | null;

  @Field(() => DateScalar, { nullable: true, description: NO_MOVEMENT_SINCE })
  noMovementSince?: string | null;
}

export const InspectionPlanConnection = connectionType(
  InspectionPlanType,
  'InspectionPlan',
  'yearly plans (danh sách kế hoạch kiểm tra)',
);
