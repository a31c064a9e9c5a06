import { type EntityReference, PeriodInput, TrendArguments, resolvePeriod, scopeOf, stepsOf } from '@thads/shared';
import { Arg, Args, type ClassType, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ComplaintsContext } from '../context';
import { NationReference, OfficeReference, ProvinceReference } from '../references';
import { compensationStatistics } from './compensation-statistics.resolver';
import { CompensationStatistics } from './compensation-statistics.type';
import { petitionStatistics } from './petition-statistics.resolver';
import { PetitionStatistics } from './petition-statistics.type';
import { receptionStatistics } from './reception-statistics.resolver';
import { ReceptionStatistics } from './reception-statistics.type';

/** The fields that `Nation`, `Province` and `Office` have alike. */
function scopeResolver(reference: ClassType<EntityReference>): Function {
  @Resolver(() => reference)
  class ScopeStatistics {
    @FieldResolver(() => PetitionStatistics, {
      nullable: true,
      description: 'Petitions over a period (kết quả giải quyết đơn).',
    })
    petitionStatistics(
      @Root() root: EntityReference,
      @Arg('period', () => PeriodInput, { description: 'The period (kỳ báo cáo).' }) period: PeriodInput,
      @Ctx() context: ComplaintsContext,
    ): Promise<PetitionStatistics> {
      return petitionStatistics(scopeOf(root), resolvePeriod(period), context);
    }

    @FieldResolver(() => [PetitionStatistics], {
      nullable: true,
      description: 'Petitions step by step, oldest first, e.g. month by month (diễn biến theo tháng).',
    })
    async petitionTrend(
      @Root() root: EntityReference,
      @Args() { period, grain }: TrendArguments,
      @Ctx() context: ComplaintsContext,
    ): Promise<PetitionStatistics[]> {
      const steps = stepsOf(resolvePeriod(period), grain);
      return Promise.all(steps.map((step) => petitionStatistics(scopeOf(root), step, context)));
    }

    @FieldResolver(() => ReceptionStatistics, {
      nullable: true,
      description: 'Reception of citizens over a period (kết quả tiếp công dân).',
    })
    receptionStatistics(
      @Root() root: EntityReference,
      @Arg('period', () => PeriodInput, { description: 'The period (kỳ báo cáo).' }) period: PeriodInput,
      @Ctx() context: ComplaintsContext,
    ): Promise<ReceptionStatistics> {
      return receptionStatistics(scopeOf(root), resolvePeriod(period), context);
    }

    @FieldResolver(() => [ReceptionStatistics], {
      nullable: true,
      description: 'Reception of citizens step by step, oldest first, e.g. month by month (diễn biến theo tháng).',
    })
    async receptionTrend(
      @Root() root: EntityReference,
      @Args() { period, grain }: TrendArguments,
      @Ctx() context: ComplaintsContext,
    ): Promise<ReceptionStatistics[]> {
      const steps = stepsOf(resolvePeriod(period), grain);
      return Promise.all(steps.map((step) => receptionStatistics(scopeOf(root), step, context)));
    }

    @FieldResolver(() => CompensationStatistics, {
      nullable: true,
      description: 'State compensation over a period (kết quả bồi thường nhà nước).',
    })
    compensationStatistics(
      @Root() root: EntityReference,
      @Arg('period', () => PeriodInput, { description: 'The period (kỳ báo cáo).' }) period: PeriodInput,
      @Ctx() context: ComplaintsContext,
    ): Promise<CompensationStatistics> {
      return compensationStatistics(scopeOf(root), resolvePeriod(period), context);
    }

    @FieldResolver(() => [CompensationStatistics], {
      nullable: true,
      description: 'State compensation step by step, oldest first, e.g. month by month (diễn biến theo tháng).',
    })
    async compensationTrend(
      @Root() root: EntityReference,
      @Args() { period, grain }: TrendArguments,
      @Ctx() context: ComplaintsContext,
    ): Promise<CompensationStatistics[]> {
      const steps = stepsOf(resolvePeriod(period), grain);
      return Promise.all(steps.map((step) => compensationStatistics(scopeOf(root), step, context)));
    }
  }
  return ScopeStatistics;
}

export const scopeStatisticsResolvers = [NationReference, ProvinceReference, OfficeReference].map(scopeResolver);
