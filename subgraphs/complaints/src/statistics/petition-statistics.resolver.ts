import { type ReportingPeriod, type Scope, samePeriodLastYear, scopeOf } from '@thads/shared';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ComplaintsContext } from '../context';
import { PetitionKind } from '../petition/petition.enums';
import { readPetitionFigures } from './petition-figures';
import { PetitionKindStatistics, PetitionStatistics } from './petition-statistics.type';

const KINDS = Object.values(PetitionKind);

export async function petitionStatistics(
  scope: Scope,
  period: ReportingPeriod,
  { totals }: ComplaintsContext,
): Promise<PetitionStatistics> {
  return { ...(await readPetitionFigures(totals, { scope, period, kind: null })), scopeId: scope.id, period };
}

@Resolver(() => PetitionStatistics)
export class PetitionStatisticsResolver {
  @FieldResolver(() => [PetitionKindStatistics], {
    description:
      'The same figures by kind, every kind once; they add up to the whole except for totals sent in without a kind (theo loại đơn).',
  })
  byKind(
    @Root() { scopeId, period }: PetitionStatistics,
    @Ctx() { totals }: ComplaintsContext,
  ): Promise<PetitionKindStatistics[]> {
    const scope = scopeOf({ id: scopeId });
    return Promise.all(
      KINDS.map(async (kind) => ({ kind, ...(await readPetitionFigures(totals, { scope, period, kind })) })),
    );
  }

  @FieldResolver(() => PetitionStatistics, { description: 'The same period one year earlier (cùng kỳ năm trước).' })
  samePeriodLastYear(
    @Root() { scopeId, period }: PetitionStatistics,
    @Ctx() context: ComplaintsContext,
  ): Promise<PetitionStatistics> {
    return petitionStatistics(scopeOf({ id: scopeId }), samePeriodLastYear(period), context);
  }
}
