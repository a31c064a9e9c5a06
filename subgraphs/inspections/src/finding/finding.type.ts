import { DateScalar, DueFilter, NO_MOVEMENT_SINCE, RegisterRecord, connectionType } from '@thads/shared';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { InspectionKind } from '../inspection/inspection.enums';
import { FindingConsequence, FindingKind, FindingSeverity, FindingState } from './finding.enums';

@ObjectType('DecidedConsequence', {
  description: 'What was decided about those at fault (xử lý trách nhiệm).',
  simpleResolvers: true,
})
export class DecidedConsequenceType {
  @Field(() => FindingConsequence, { description: 'What followed (hình thức xử lý).' })
  consequence!: FindingConsequence;

  @Field(() => DateScalar, { description: 'Day it was decided (ngày quyết định).' })
  decidedOn!: string;

  @Field(() => String, { description: 'Number of the decision (số quyết định).' })
  decisionNumber!: string;
}

@ObjectType('Finding', {
  description: 'A shortcoming or violation found by an inspection (tồn tại, sai phạm được phát hiện).',
  simpleResolvers: true,
})
export class FindingType extends RegisterRecord {
  @Field(() => ID, { description: 'Identifier: <office id>.<local number> (mã phát hiện).' })
  id!: string;

  @Field(() => FindingState, { description: 'Present state (trạng thái).' })
  state!: FindingState;

  @Field(() => FindingKind, { description: 'Shortcoming or violation (thiếu sót, vi phạm).' })
  findingKind!: FindingKind;

  @Field(() => InspectionKind, {
    nullable: true,
    description: 'Kind of the inspection, when the finding states it (hình thức kiểm tra).',
  })
  kind!: InspectionKind | null;

  @Field(() => FindingSeverity, { nullable: true, description: 'Severity, when stated (mức độ).' })
  severity!: FindingSeverity | null;

  @Field(() => String, { nullable: true, description: 'Article breached, when stated (điều khoản vi phạm).' })
  article!: string | null;

  @Field(() => String, { nullable: true, description: 'What is recommended; null for nothing (kiến nghị).' })
  recommendation!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day to do as recommended; null without a recommendation (hạn thực hiện).',
  })
  dueOn!: string | null;

  @Field(() => Int, { description: 'How often the last day was put off by decision (số lần gia hạn).' })
  extensions!: number;

  @Field(() => [DecidedConsequenceType], {
    description: 'What was decided about those at fault, in order (các hình thức xử lý trách nhiệm).',
  })
  consequences!: readonly DecidedConsequenceType[];

  @Field(() => DateScalar, { description: 'Day it was recorded (ngày ghi nhận).' })
  recordedOn!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day its recommendation was verified and closed; null before (ngày kết thúc theo dõi).',
  })
  closedOn!: string | null;
}

@InputType({ description: 'Conditions on a list of findings; all given ones hold (điều kiện lọc).' })
export class FindingFilter extends DueFilter {
  @Field(() => ID, { nullable: true, description: 'A province of either boundaries (tỉnh).' })
  province?: string | null;

  @Field(() => ID, { nullable: true, description: 'The office that inspected (cơ quan kiểm tra).' })
  office?: string | null;

  @Field(() => ID, { nullable: true, description: 'The office it is about (đơn vị có thiếu sót, vi phạm).' })
  unit?: string | null;

  @Field(() => ID, { nullable: true, description: 'The inspection it is from (cuộc kiểm tra).' })
  inspection?: string | null;

  @Field(() => ID, { nullable: true, description: 'The officer it is about (chấp hành viên).' })
  officer?: string | null;

  @Field(() => ID, { nullable: true, description: 'The case it is about (việc thi hành án).' })
  case?: string | null;

  @Field(() => [FindingState], { nullable: true, description: 'Any of these states (trạng thái).' })
  states?: FindingState[] | null;

  @Field(() => InspectionKind, {
    nullable: true,
    description: 'Kind of the inspection, as the finding states it (hình thức kiểm tra).',
  })
  kind?: InspectionKind | null;

  @Field(() => FindingKind, { nullable: true, description: 'Shortcoming or violation (thiếu sót, vi phạm).' })
  findingKind?: FindingKind | null;

  @Field(() => FindingSeverity, { nullable: true, description: 'Severity (mức độ).' })
  severity?: FindingSeverity | null;

  @Field(() => DateScalar, { nullable: true, description: 'Recorded on this day or later (ghi nhận từ ngày).' })
  recordedFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Recorded on this day or earlier (ghi nhận đến ngày).' })
  recordedThrough?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Due on this day or later (hạn từ ngày).' })
  dueFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Due on this day or earlier (hạn đến ngày).' })
  dueThrough?: string | null;

  @Field(() => DateScalar, { nullable: true, description: NO_MOVEMENT_SINCE })
  noMovementSince?: string | null;
}

export const FindingConnection = connectionType(FindingType, 'Finding', 'findings (danh sách tồn tại, sai phạm)');
