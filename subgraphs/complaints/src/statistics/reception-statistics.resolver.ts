import { type ReportingPeriod, type Scope, readPeriod, samePeriodLastYear, scopeOf } from '@thads/shared';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ComplaintsContext } from '../context';
import { receptionFigures } from './reception-figures';
import { ReceptionStatistics } from './reception-statistics.type';

export async function receptionStatistics(
  scope: Scope,
  period: ReportingPeriod,
  context: ComplaintsContext,
): Promise<ReceptionStatistics> {
  const totals = await readPeriod(context.totals, period, scope, {});
  return { scopeId: scope.id, period, ...receptionFigures(totals) };
}

@Resolver(() => ReceptionStatistics)
export class ReceptionStatisticsResolver {
  @FieldResolver(() => ReceptionStatistics, { description: 'The same period one year earlier (cùng kỳ năm trước).' })
  samePeriodLastYear(
    @Root() { scopeId, period }: ReceptionStatistics,
    @Ctx() context: ComplaintsContext,
  ): Promise<ReceptionStatistics> {
    return receptionStatistics(scopeOf({ id: scopeId }), samePeriodLastYear(period), context);
  }
}
