import {
  type EntityReference,
  PeriodInput,
  type ReportingPeriod,
  TrendArguments,
  evaluate,
  readPeriod,
  resolvePeriod,
  samePeriodLastYear,
  scopeOf,
  stepsOf,
} from '@thads/shared';
import { Arg, Args, type ClassType, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { InspectionsContext } from '../context';
import { NationReference, OfficeReference, ProvinceReference } from '../references';
import { inspectionLines } from './inspection.lines';
import { InspectionStatistics } from './inspection-statistics.type';

async function statisticsOf(
  root: EntityReference,
  period: ReportingPeriod,
  context: InspectionsContext,
): Promise<InspectionStatistics> {
  const totals = await readPeriod(context.totals, period, scopeOf(root), {});
  return {
    scopeId: root.id,
    period,
    planned: evaluate(inspectionLines.planned, totals).cases,
    cancelled: evaluate(inspectionLines.cancelled, totals).cases,
    conducted: evaluate(inspectionLines.conducted, totals).cases,
    concluded: evaluate(inspectionLines.concluded, totals).cases,
    selfInspections: evaluate(inspectionLines.selfInspections, totals).cases,
    shortcomings: evaluate(inspectionLines.shortcomings, totals).cases,
    violations: evaluate(inspectionLines.violations, totals).cases,
    recommendations: evaluate(inspectionLines.recommendations, totals).cases,
    followedUp: evaluate(inspectionLines.followedUp, totals).cases,
    overdue: evaluate(inspectionLines.overdue, totals).cases,
    plansIssued: evaluate(inspectionLines.plansIssued, totals).cases,
    plansLate: evaluate(inspectionLines.plansLate, totals).cases,
    conclusionsFollowedUp: evaluate(inspectionLines.conclusionsFollowedUp, totals).cases,
    consequences: evaluate(inspectionLines.consequences, totals).cases,
  };
}

/** The fields that `Nation`, `Province` and `Office` have alike. */
function scopeResolver(reference: ClassType<EntityReference>): Function {
  @Resolver(() => reference)
  class ScopeInspectionStatistics {
    @FieldResolver(() => InspectionStatistics, {
      nullable: true,
      description: 'Inspections, findings and their follow-up over a period (công tác kiểm tra).',
    })
    inspectionStatistics(
      @Root() root: EntityReference,
      @Arg('period', () => PeriodInput, { description: 'The period (kỳ báo cáo).' }) period: PeriodInput,
      @Ctx() context: InspectionsContext,
    ): Promise<InspectionStatistics> {
      return statisticsOf(root, resolvePeriod(period), context);
    }

    @FieldResolver(() => [InspectionStatistics], {
      nullable: true,
      description: 'Inspections step by step, oldest first, e.g. month by month (diễn biến theo tháng).',
    })
    async inspectionTrend(
      @Root() root: EntityReference,
      @Args() { period, grain }: TrendArguments,
      @Ctx() context: InspectionsContext,
    ): Promise<InspectionStatistics[]> {
      const steps = stepsOf(resolvePeriod(period), grain);
      return Promise.all(steps.map((step) => statisticsOf(root, step, context)));
    }
  }
  return ScopeInspectionStatistics;
}

export const scopeInspectionStatisticsResolvers = [NationReference, ProvinceReference, OfficeReference].map(
  scopeResolver,
);

@Resolver(() => InspectionStatistics)
export class InspectionStatisticsResolver {
  @FieldResolver(() => InspectionStatistics, { description: 'The same period one year earlier (cùng kỳ năm trước).' })
  samePeriodLastYear(
    @Root() { scopeId, period }: InspectionStatistics,
    @Ctx() context: InspectionsContext,
  ): Promise<InspectionStatistics> {
    return statisticsOf({ id: scopeId }, samePeriodLastYear(period), context);
  }
}
