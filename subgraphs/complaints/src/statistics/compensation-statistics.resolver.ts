import { type ReportingPeriod, type Scope, readPeriod, samePeriodLastYear, scopeOf } from '@thads/shared';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ComplaintsContext } from '../context';
import { compensationFigures } from './compensation-figures';
import { CompensationStatistics } from './compensation-statistics.type';

export async function compensationStatistics(
  scope: Scope,
  period: ReportingPeriod,
  context: ComplaintsContext,
): Promise<CompensationStatistics> {
  const totals = await readPeriod(context.totals, period, scope, {});
  return { scopeId: scope.id, period, ...compensationFigures(totals) };
}

@Resolver(() => CompensationStatistics)
export class CompensationStatisticsResolver {
  @FieldResolver(() => CompensationStatistics, { description: 'The same period one year earlier (cùng kỳ năm trước).' })
  samePeriodLastYear(
    @Root() { scopeId, period }: CompensationStatistics,
    @Ctx() context: ComplaintsContext,
  ): Promise<CompensationStatistics> {
    return compensationStatistics(scopeOf({ id: scopeId }), samePeriodLastYear(period), context);
  }
}
