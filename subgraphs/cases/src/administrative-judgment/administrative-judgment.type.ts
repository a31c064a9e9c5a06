import {
  DateScalar,
  DueFilter,
  NO_MOVEMENT_SINCE,
  Period,
  RegisterRecord,
  type ReportingPeriod,
  connectionType,
} from '@thads/shared';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { AdministrativeJudgmentState } from './administrative-judgment.enums';

@ObjectType('AdministrativeJudgment', {
  description: 'An administrative judgment whose enforcement is monitored (bản án hành chính đang theo dõi).',
  simpleResolvers: true,
})
export class AdministrativeJudgmentType extends RegisterRecord {
  @Field(() => ID, { description: 'Identifier: <office id>.<local number> (mã hồ sơ).' })
  id!: string;

  @Field(() => AdministrativeJudgmentState, { description: 'Present state (trạng thái).' })
  state!: AdministrativeJudgmentState;

  @Field(() => String, { description: 'The body that has to perform it (cơ quan phải thi hành).' })
  obligedBody!: string;

  @Field(() => DateScalar, { description: 'Day since which it is monitored (ngày bắt đầu theo dõi).' })
  monitoredOn!: string;

  @Field(() => DateScalar, { description: 'Last day for it to perform (hạn thi hành).' })
  performBy!: string;

  @Field(() => Int, { description: 'Compelling decisions of the court (số quyết định buộc thi hành).' })
  compellingDecisions!: number;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day it was performed; null while open (ngày thi hành xong).',
  })
  performedOn!: string | null;
}

@InputType({ description: 'Conditions on a list of administrative judgments (điều kiện lọc).' })
export class AdministrativeJudgmentFilter extends DueFilter {
  @Field(() => ID, { nullable: true, description: 'A province of either boundaries (tỉnh).' })
  province?: string | null;

  @Field(() => ID, { nullable: true, description: 'An office (cơ quan).' })
  office?: string | null;

  @Field(() => [AdministrativeJudgmentState], { nullable: true, description: 'Any of these states (trạng thái).' })
  states?: AdministrativeJudgmentState[] | null;

  @Field(() => DateScalar, { nullable: true, description: 'Monitored since this day or later (theo dõi từ ngày).' })
  monitoredFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Monitored since this day or earlier (theo dõi đến ngày).' })
  monitoredThrough?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'To be performed by this day or later (hạn từ ngày).' })
  dueFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'To be performed by this day or earlier (hạn đến ngày).' })
  dueThrough?: string | null;

  @Field(() => DateScalar, { nullable: true, description: NO_MOVEMENT_SINCE })
  noMovementSince?: string | null;
}

export const AdministrativeJudgmentConnection = connectionType(
  AdministrativeJudgmentType,
  'AdministrativeJudgment',
  'monitored administrative judgments (án hành chính theo dõi)',
);

@ObjectType({
  description: 'Monitoring of administrative judgments over a period: form 12 (theo dõi thi hành án hành chính).',
  simpleResolvers: true,
})
export class AdministrativeJudgmentStatistics {
  scopeId!: string;

  @Field(() => Period, { description: 'The period (kỳ báo cáo).' })
  period!: ReportingPeriod;

  @Field(() => Int, { description: 'Monitored: open at the start or new (số việc theo dõi).' })
  monitored!: number;

  @Field(() => Int, { description: 'Compelling decisions of courts (quyết định buộc thi hành).' })
  compellingDecisions!: number;

  @Field(() => Int, { description: 'Performed in the period (đã thi hành xong).' })
  performed!: number;

  @Field(() => Int, { description: 'Overdue at the end of the period (quá hạn).' })
  overdue!: number;
}
