import { DateScalar, DueFilter, NO_MOVEMENT_SINCE, RegisterRecord, connectionType } from '@thads/shared';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { InspectionKind, InspectionState, InspectionTheme } from './inspection.enums';
import type { ConclusionParts } from './inspection.event';

@ObjectType('ConclusionParts', {
  description: 'What the conclusion of an inspection states (các phần của kết luận kiểm tra).',
  simpleResolvers: true,
})
export class ConclusionPartsType {
  @Field(() => String, { nullable: true, description: 'What was done (những việc đã làm được).' })
  done!: string | null;

  @Field(() => String, { nullable: true, description: 'What was not done (những việc chưa làm được).' })
  notDone!: string | null;

  @Field(() => String, { nullable: true, description: 'Limits (tồn tại, hạn chế).' })
  limitations!: string | null;

  @Field(() => String, { nullable: true, description: 'Causes (nguyên nhân).' })
  causes!: string | null;

  @Field(() => String, { nullable: true, description: 'Remedies (biện pháp khắc phục).' })
  remedies!: string | null;

  @Field(() => String, { nullable: true, description: 'Handling of those at fault (xử lý người có vi phạm).' })
  handling!: string | null;

  @Field(() => String, { nullable: true, description: 'Proposals (kiến nghị, đề xuất).' })
  proposals!: string | null;
}

@InputType({ description: 'What the conclusion of an inspection states (các phần của kết luận kiểm tra).' })
export class ConclusionPartsInput implements ConclusionParts {
  @Field(() => String, { nullable: true, description: 'What was done (những việc đã làm được).' })
  done?: string | null;

  @Field(() => String, { nullable: true, description: 'What was not done (những việc chưa làm được).' })
  notDone?: string | null;

  @Field(() => String, { nullable: true, description: 'Limits (tồn tại, hạn chế).' })
  limitations?: string | null;

  @Field(() => String, { nullable: true, description: 'Causes (nguyên nhân).' })
  causes?: string | null;

  @Field(() => String, { nullable: true, description: 'Remedies (biện pháp khắc phục).' })
  remedies?: string | null;

  @Field(() => String, { nullable: true, description: 'Handling of those at fault (xử lý người có vi phạm).' })
  handling?: string | null;

  @Field(() => String, { nullable: true, description: 'Proposals (kiến nghị, đề xuất).' })
  proposals?: string | null;
}

@ObjectType('Inspection', { description: 'An inspection or self-inspection (cuộc kiểm tra).', simpleResolvers: true })
export class InspectionType extends RegisterRecord {
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

  @Field(() => ConclusionPartsType, {
    nullable: true,
    description: 'What the conclusion states, part by part; null when it is one text (các phần của kết luận).',
  })
  conclusionParts!: ConclusionPartsType | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who signed the conclusion, that is the team head; null before (người ký kết luận).',
  })
  concludedBy!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Number of the decision to inspect; null without one (số quyết định kiểm tra).',
  })
  decisionNumber!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Who ordered it and follows up its conclusion; null without a decision (người ra quyết định kiểm tra).',
  })
  orderedBy!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day of the decision to inspect; null without one (ngày quyết định kiểm tra).',
  })
  decidedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Head of the team, when named (trưởng đoàn kiểm tra).' })
  teamHead!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day the decision was last announced to the unit; null for never (ngày công bố quyết định).',
  })
  announcedOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day it was last postponed; null for never (ngày hoãn).' })
  postponedOn!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day the work at the unit ended, when stated (ngày kết thúc kiểm tra trực tiếp).',
  })
  endedOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the ordering head last noted on the follow-up (kết quả theo dõi thực hiện kết luận).',
  })
  followUp!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day the follow-up of its conclusion was over; null before (ngày kết thúc theo dõi).',
  })
  followedUpOn!: string | null;
}

@InputType({ description: 'Conditions on a list of inspections; all given ones hold (điều kiện lọc).' })
export class InspectionFilter extends DueFilter {
  @Field(() => ID, { nullable: true, description: 'A province of either boundaries (tỉnh).' })
  province?: string | null;

  @Field(() => ID, { nullable: true, description: 'The office that inspects (cơ quan kiểm tra).' })
  office?: string | null;

  @Field(() => ID, { nullable: true, description: 'The office inspected (đơn vị được kiểm tra).' })
  unit?: string | null;

  @Field(() => ID, { nullable: true, description: 'The yearly plan that provides for it (kế hoạch kiểm tra).' })
  plan?: string | null;

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

  @Field(() => DateScalar, { nullable: true, description: NO_MOVEMENT_SINCE })
  noMovementSince?: string | null;
}

export const InspectionConnection = connectionType(
  InspectionType,
  'Inspection',
  'inspections (danh sách cuộc kiểm tra)',
);
