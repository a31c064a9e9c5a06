import {
  AsOf,
  type Connection,
  type EntityReference,
  type IsoDate,
  type ListOrder,
  ORDER_BY,
  PageArguments,
  PeriodInput,
  type ReportingPeriod,
  evaluate,
  listPage,
  officeNumbered,
  readPeriod,
  readRecord,
  resolvePeriod,
  samePeriodLastYear,
  scopeOf,
} from '@thads/shared';
import { Arg, Args, type ClassType, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { CasesContext } from '../context';
import { NationReference, OfficeReference, ProvinceReference } from '../references';
import { administrativeLines } from '../statistics/case.lines';
import type { AdministrativeJudgmentEntity } from './administrative-judgment.entity';
import { administrativeJudgmentLifecycle } from './administrative-judgment.lifecycle';
import { AdministrativeJudgmentOrder, administrativeJudgmentList } from './administrative-judgment.list';
import {
  AdministrativeJudgmentConnection,
  AdministrativeJudgmentFilter,
  AdministrativeJudgmentStatistics,
  AdministrativeJudgmentType,
} from './administrative-judgment.type';

@Resolver(() => AdministrativeJudgmentType)
export class AdministrativeJudgmentResolver {
  @Query(() => AdministrativeJudgmentType, {
    nullable: true,
    description: 'One monitored administrative judgment; null when there is none (một việc thi hành án hành chính).',
  })
  administrativeJudgment(
    @Arg('id', () => ID, { description: 'Identifier (mã hồ sơ).' }) id: string,
    @AsOf() asOf: IsoDate | null | undefined,
    @Ctx() { loaders, journal }: CasesContext,
  ): Promise<AdministrativeJudgmentEntity | null> {
    return readRecord(administrativeJudgmentLifecycle, loaders.administrativeJudgment, journal, { id, asOf });
  }

  @Query(() => AdministrativeJudgmentConnection, {
    description: 'Monitored administrative judgments, by id unless told otherwise (danh sách án hành chính theo dõi).',
  })
  administrativeJudgments(
    @Arg('filter', () => AdministrativeJudgmentFilter, { nullable: true, description: 'Conditions (điều kiện lọc).' })
    filter: AdministrativeJudgmentFilter | null | undefined,
    @Arg('orderBy', () => AdministrativeJudgmentOrder, { nullable: true, description: ORDER_BY })
    orderBy: ListOrder | null | undefined,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: CasesContext,
  ): Promise<Connection<AdministrativeJudgmentEntity>> {
    return listPage(administrativeJudgmentList, context.manager, { filter, orderBy, page });
  }

  @FieldResolver(() => OfficeReference, {
    nullable: true,
    description: 'The office that monitors it (cơ quan theo dõi).',
  })
  office(@Root() row: AdministrativeJudgmentEntity): { id: string } {
    return { id: officeNumbered(row.office).id };
  }
}

async function statisticsOf(
  root: EntityReference,
  period: ReportingPeriod,
  context: CasesContext,
): Promise<AdministrativeJudgmentStatistics> {
  const totals = await readPeriod(context.totals, period, scopeOf(root), {});
  return {
    scopeId: root.id,
    period,
    monitored: evaluate(administrativeLines.monitored, totals).cases,
    compellingDecisions: evaluate(administrativeLines.compellingDecisions, totals).cases,
    performed: evaluate(administrativeLines.performed, totals).cases,
    overdue: evaluate(administrativeLines.overdue, totals).cases,
  };
}

function scopeResolver(reference: ClassType<EntityReference>): Function {
  @Resolver(() => reference)
  class ScopeAdministrativeJudgments {
    @FieldResolver(() => AdministrativeJudgmentStatistics, {
      nullable: true,
      description: 'Monitoring of administrative judgments over a period (theo dõi thi hành án hành chính).',
    })
    administrativeJudgmentStatistics(
      @Root() root: EntityReference,
      @Arg('period', () => PeriodInput, { description: 'The period (kỳ báo cáo).' }) period: PeriodInput,
      @Ctx() context: CasesContext,
    ): Promise<AdministrativeJudgmentStatistics> {
      return statisticsOf(root, resolvePeriod(period), context);
    }
  }
  return ScopeAdministrativeJudgments;
}

export const scopeAdministrativeJudgmentResolvers = [NationReference, ProvinceReference, OfficeReference].map(
  scopeResolver,
);

@Resolver(() => AdministrativeJudgmentStatistics)
export class AdministrativeJudgmentStatisticsResolver {
  @FieldResolver(() => AdministrativeJudgmentStatistics, {
    description: 'The same period one year earlier (cùng kỳ năm trước).',
  })
  samePeriodLastYear(
    @Root() { scopeId, period }: AdministrativeJudgmentStatistics,
    @Ctx() context: CasesContext,
  ): Promise<AdministrativeJudgmentStatistics> {
    return statisticsOf({ id: scopeId }, samePeriodLastYear(period), context);
  }
}
