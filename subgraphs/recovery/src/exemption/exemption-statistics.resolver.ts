import {
  CaseOverlay,
  type EntityReference,
  PeriodInput,
  evaluate,
  readPeriod,
  resolvePeriod,
  samePeriodLastYear,
} from '@thads/shared';
import { Arg, type ClassType, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RecoveryContext } from '../context';
import { NationReference, OfficeReference, ProvinceReference } from '../references';
import { type RecoveryQuestion, questionOf } from '../statistics/recovery-statistics.type';
import { ExemptionStatistics } from './exemption-statistics.type';
import { exemptionLines } from './exemption.lines';

async function exemptionStatistics(question: RecoveryQuestion, context: RecoveryContext): Promise<ExemptionStatistics> {
  const { period, scope, filter } = question;
  const totals = await readPeriod(context.totals, period, scope, filter);
  return {
    question,
    period,
    proposed: evaluate(exemptionLines.proposed, totals),
    acceptedInFull: evaluate(exemptionLines.acceptedInFull, totals),
    acceptedInPart: evaluate(exemptionLines.acceptedInPart, totals),
    refused: evaluate(exemptionLines.refused, totals),
  };
}

/** The field that `Nation`, `Province` and `Office` have alike. */
function scopeResolver(reference: ClassType<EntityReference>): Function {
  @Resolver(() => reference)
  class ScopeExemptionStatistics {
    @FieldResolver(() => ExemptionStatistics, {
      nullable: true,
      description: 'Waivers and reductions over a period: form 6 (kết quả xét miễn, giảm nghĩa vụ thi hành án).',
    })
    exemptionStatistics(
      @Root() root: EntityReference,
      @Arg('period', () => PeriodInput, { description: 'The period (kỳ báo cáo).' }) period: PeriodInput,
      @Arg('overlay', () => CaseOverlay, {
        nullable: true,
        description: 'Only obligations of a special category (loại án đặc thù).',
      })
      overlay: CaseOverlay | null | undefined,
      @Ctx() context: RecoveryContext,
    ): Promise<ExemptionStatistics> {
      return exemptionStatistics(questionOf(root, resolvePeriod(period), overlay), context);
    }
  }
  return ScopeExemptionStatistics;
}

export const scopeExemptionStatisticsResolvers = [NationReference, ProvinceReference, OfficeReference].map(
  scopeResolver,
);

@Resolver(() => ExemptionStatistics)
export class ExemptionStatisticsResolver {
  @FieldResolver(() => ExemptionStatistics, { description: 'The same period one year earlier (cùng kỳ năm trước).' })
  samePeriodLastYear(
    @Root() { question }: ExemptionStatistics,
    @Ctx() context: RecoveryContext,
  ): Promise<ExemptionStatistics> {
    return exemptionStatistics({ ...question, period: samePeriodLastYear(question.period) }, context);
  }
}
