import { DateScalar, connectionType } from '@thads/shared';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { InspectionKind, InspectionState, InspectionTheme } from './inspection.enums';

@ObjectType('Inspection', { description: 'An inspection or self-inspection (cuộc kiểm tra).', simpleResolvers: true })
export class InspectionType {
  @Field(() => ID, { description: 'Identifier: <office id>.<local number> (mã cuộc kiểm tra).' })
  id!: string;

  @Field(() => InspectionKind, { description: 'Who inspects whom (hình thức kiểm tra).' })
  kind!: InspectionKind;

  @Field(() => InspectionTheme, { description: 'What is inspected (chuyên đề).' })
  theme!: InspectionTheme;

  @Field(() => InspectionState, { description: 'Present state (trạng thái).' })
  state!: InspectionState;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day it was put into the plan; null for an unplanned one (ngày lập kế hoạch).',
  })
  plannedOn!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day it is planned for; null when not stated (ngày dự kiến kiểm tra).',
  })
  plannedFor!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day it was conducted; null before (ngày kiểm tra).' })
  conductedOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day of the conclusion; null before (ngày kết luận).' })
  concludedOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day it was cancelled; null unless cancelled (ngày hủy).' })
  cancelledOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Text of the conclusion, when stated (nội dung kết luận).' })
  conclusion!: string | null;
}

@InputType({ description: 'Conditions on a list of inspections; all given ones hold (điều kiện lọc).' })
export class InspectionFilter {
  @Field(() => ID, { nullable: true, description: 'A province of either boundaries (tỉnh).' })
  province?: string | null;

  @Field(() => ID, { nullable: true, description: 'The office that inspects (cơ quan kiểm tra).' })
  office?: string | null;

  @Field(() => ID, { nullable: true, description: 'The office inspected (đơn vị được kiểm tra).' })
  unit?: string | null;

  @Field(() => [InspectionState], { nullable: true, description: 'Any of these states (trạng thái).' })
  states?: InspectionState[] | null;

  @Field(() => InspectionKind, { nullable: true, description: 'Who inspects whom (hình thức kiểm tra).' })
  kind?: InspectionKind | null;

  @Field(() => InspectionTheme, { nullable: true, description: 'What is inspected (chuyên đề).' })
  theme?: InspectionTheme | null;

  @Field(() => DateScalar, { nullable: true, description: 'Planned for this day or later (dự kiến từ ngày).' })
  plannedForFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Planned for this day or earlier (dự kiến đến ngày).' })
  plannedForThrough?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Conducted on this day or later (kiểm tra từ ngày).' })
  conductedFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Conducted on this day or earlier (kiểm tra đến ngày).' })
  conductedThrough?: string | null;
}

export const InspectionConnection = connectionType(
  InspectionType,
  'Inspection',
  'inspections (danh sách cuộc kiểm tra)',
);
