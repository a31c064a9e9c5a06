import {
  type Amount,
  type EntityReference,
  NOBODY,
  type PeriodTotals,
  OVERLAY_BITS,
  PeriodInput,
  Rank,
  Rate,
  type ReportingPeriod,
  TrendArguments,
  dataVersion,
  evaluate,
  percentOf,
  percentOfTarget,
  pointsOver,
  resolvePeriod,
  samePeriodLastYear,
  scopeOf,
  stepsOf,
  workingYearOf,
} from '@thads/shared';
import { Arg, Args, type ClassType, Ctx, FieldResolver, Float, Resolver, Root } from 'type-graphql';
import type { CasesContext } from '../context';
import type { OfficerEntity } from '../officer/officer.entity';
import { OfficerType } from '../officer/officer.type';
import { NationReference, OfficeReference, ProvinceReference } from '../references';
import type { TargetValue } from '../target/target.loader';
import { circularOn, counterLines } from './case.lines';
import { type CaseFigures, type CaseQuestion, type CaseRank, rankOf, readCaseFigures } from './case-figures';
import { CaseStatistics, CaseStatisticsFilter, OfficerCaseStatistics, StatisticalLine } from './case-statistics.type';

function present(figures: CaseFigures): CaseStatistics {
  const { period, totals } = figures;
  const { circular, lines } = circularOn(period.through);
  return {
    figures,
    period,
    circular,
    carriedOver: evaluate(lines.carriedOver, totals),
    newlyReceived: evaluate(lines.newlyReceived, totals),
    handled: evaluate(lines.handled, totals),
    entrusted: evaluate(lines.entrusted, totals),
    revoked: evaluate(lines.revoked, totals),
    withdrawnUpward: evaluate(lines.withdrawnUpward, totals),
    separated: evaluate(lines.separated, totals),
    separateBook: evaluate(lines.separateBook, totals),
    toBeEnforced: evaluate(lines.toBeEnforced, totals),
    withConditions: evaluate(lines.withConditions, totals),
    notYetWithConditions: evaluate(lines.notYetWithConditions, totals),
    completed: evaluate(lines.completed, totals),
    fullyEnforced: evaluate(lines.fullyEnforced, totals),
    terminated: evaluate(lines.terminated, totals),
    inProgress: evaluate(lines.inProgress, totals),
    carriedForward: evaluate(lines.carriedForward, totals),
    decisionsDue: evaluate(counterLines.decisionsDue, totals).cases,
    decisionsIssued: evaluate(counterLines.decisionsIssued, totals).cases,
    coercionDecisions: evaluate(counterLines.coercions, totals).cases,
    coercionsWithMobilisedForces: evaluate(counterLines.coercionsWithForces, totals).cases,
    securityMeasures: evaluate(counterLines.securityMeasures, totals).cases,
  };
}

function questionOf(
  root: EntityReference,
  period: ReportingPeriod,
  { overlay, kind, initiation }: CaseStatisticsFilter,
): CaseQuestion {
  const filter = {
    dimensions: { kind: kind ?? null, initiation: initiation ?? null },
    overlay: overlay ? OVERLAY_BITS[overlay] : null,
  };
  return { scope: scopeOf(root), period, filter };
}

async function caseStatistics(question: CaseQuestion, context: CasesContext): Promise<CaseStatistics> {
  return present(await readFigures(question, context));
}

async function readFigures(question: CaseQuestion, { totals, loaders }: CasesContext): Promise<CaseFigures> {
  const { officer, scope, period, filter } = question;
  if (officer === undefined) return readCaseFigures(totals, question);
  return { ...question, totals: (await loaders.officerTotals(scope, period, filter)).get(officer) ?? NO_TOTALS };
}

const NO_TOTALS: PeriodTotals = { opening: new Map(), closing: new Map() };

/** The fields that `Nation`, `Province` and `Office` have alike. */
function scopeResolver(reference: ClassType<EntityReference>): Function {
  @Resolver(() => reference)
  class ScopeCaseStatistics {
    @FieldResolver(() => CaseStatistics, {
      nullable: true,
      description: 'Results of civil judgment enforcement over a period (kết quả thi hành án dân sự).',
    })
    async caseStatistics(
      @Root() root: EntityReference,
      @Arg('period', () => PeriodInput, { description: 'The period (kỳ báo cáo).' }) period: PeriodInput,
      @Args() filter: CaseStatisticsFilter,
      @Ctx() context: CasesContext,
    ): Promise<CaseStatistics> {
      return caseStatistics(questionOf(root, resolvePeriod(period), filter), context);
    }

    @FieldResolver(() => [CaseStatistics], {
      nullable: true,
      description: 'The same step by step, oldest first, e.g. month by month (diễn biến theo tháng).',
    })
    async caseTrend(
      @Root() root: EntityReference,
      @Args() { period, grain }: TrendArguments,
      @Args() filter: CaseStatisticsFilter,
      @Ctx() context: CasesContext,
    ): Promise<CaseStatistics[]> {
      const steps = stepsOf(resolvePeriod(period), grain);
      return Promise.all(steps.map((step) => caseStatistics(questionOf(root, step, filter), context)));
    }
  }
  return ScopeCaseStatistics;
}

export const scopeCaseStatisticsResolvers = [NationReference, ProvinceReference, OfficeReference].map(scopeResolver);

@Resolver(() => OfficeReference)
export class OfficerCaseStatisticsResolver {
  @FieldResolver(() => [OfficerCaseStatistics], {
    nullable: true,
    description:
      'The same officer by officer, by whoever is in charge of the cases now, and last of what nobody is in charge of: ' +
      'together they are the figures of the office, as far as the caller may see its cases (kết quả theo chấp hành viên).',
  })
  async caseStatisticsByOfficer(
    @Root() root: EntityReference,
    @Arg('period', () => PeriodInput, { description: 'The period (kỳ báo cáo).' }) period: PeriodInput,
    @Args() filter: CaseStatisticsFilter,
    @Ctx() context: CasesContext,
  ): Promise<OfficerCaseStatistics[]> {
    const question = questionOf(root, resolvePeriod(period), filter);
    const officers = await context.loaders.officerTotals(question.scope, question.period, question.filter);
    const rows = [...officers].map(([officer, totals]) => present({ ...question, officer, totals }));
    return rows
      .filter(({ figures }) => countsOf(figures).some(({ cases, money }) => cases !== 0 || money !== 0))
      .map((statistics) => ({ officerId: statistics.figures.officer!, statistics }))
      .sort(
        (a, b) =>
          Number(a.officerId === NOBODY) - Number(b.officerId === NOBODY) || (a.officerId < b.officerId ? -1 : 1),
      );
  }
}

@Resolver(() => OfficerCaseStatistics)
export class OfficerOfStatisticsResolver {
  @FieldResolver(() => OfficerType, {
    nullable: true,
    description: 'Who is in charge of the cases now; null: nobody (chấp hành viên).',
  })
  officer(
    @Root() { officerId }: OfficerCaseStatistics,
    @Ctx() { loaders }: CasesContext,
  ): Promise<OfficerEntity | null> {
    return officerId === NOBODY ? Promise.resolve(null) : loaders.officer.load(officerId);
  }
}

@Resolver(() => CaseStatistics)
export class CaseStatisticsResolver {
  @FieldResolver(() => [StatisticalLine], {
    description: 'All lines of the tree in the order of the form (các dòng của biểu).',
  })
  lines(@Root() { figures }: CaseStatistics): StatisticalLine[] {
    return Object.values(circularOn(figures.period.through).lines).map((line) => ({
      number: line.number,
      name: line.name,
      nameVi: line.nameVi,
      tally: evaluate(line, figures.totals),
    }));
  }

  @FieldResolver(() => Rate, { description: 'With conditions / to be enforced, percent (tỷ lệ có điều kiện).' })
  withConditionsShare(@Root() { withConditions, toBeEnforced }: CaseStatistics): Rate {
    return {
      cases: percentOf(withConditions.cases, toBeEnforced.cases),
      money: percentOf(withConditions.money, toBeEnforced.money),
    };
  }

  @FieldResolver(() => Rate, {
    description: 'The official rate: completed / with conditions, percent (tỷ lệ thi hành xong trên số có điều kiện).',
  })
  completionRate(@Root() { completed, withConditions }: CaseStatistics): Rate {
    return {
      cases: percentOf(completed.cases, withConditions.cases),
      money: percentOf(completed.money, withConditions.money),
    };
  }

  @FieldResolver(() => Rate, {
    nullable: true,
    description:
      'The yearly target in force at the end of the period, percent; null where none is assigned, with a filter and of an officer (chỉ tiêu).',
  })
  target(@Root() { figures }: CaseStatistics, @Ctx() context: CasesContext): Promise<TargetValue | null> {
    return targetOf(figures, context);
  }

  @FieldResolver(() => Rate, {
    nullable: true,
    description: 'Completion rate / yearly target, percent (tỷ lệ đạt so với chỉ tiêu năm).',
  })
  async progressToTarget(@Root() root: CaseStatistics, @Ctx() context: CasesContext): Promise<Rate | null> {
    const target = await targetOf(root.figures, context);
    const { completed, withConditions } = root;
    return (
      target && {
        cases: percentOfTarget(completed.cases, withConditions.cases, target.cases),
        money: percentOfTarget(completed.money, withConditions.money, target.money),
      }
    );
  }

  @FieldResolver(() => Rate, {
    nullable: true,
    description: 'Completion rate − yearly target, in percentage points (số điểm % vượt chỉ tiêu).',
  })
  async pointsOverTarget(@Root() root: CaseStatistics, @Ctx() context: CasesContext): Promise<Rate | null> {
    const target = await targetOf(root.figures, context);
    const { completed, withConditions } = root;
    return (
      target && {
        cases: pointsOver(completed.cases, withConditions.cases, target.cases),
        money: pointsOver(completed.money, withConditions.money, target.money),
      }
    );
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description:
      'Percent of the enforcement decisions due in the period that were issued; null where none was due (tỷ lệ ra quyết định thi hành án).',
  })
  decisionRate(@Root() { decisionsIssued, decisionsDue }: CaseStatistics): number | null {
    return percentOf(decisionsIssued, decisionsDue);
  }

  @FieldResolver(() => Rank, {
    nullable: true,
    description:
      'Place among the provinces of the same boundaries by completion rate, 1 = best; null for nation and office, and without a rate (xếp hạng).',
  })
  rank(@Root() { figures }: CaseStatistics, @Ctx() context: CasesContext): Promise<CaseRank | null> {
    return rankOf(context.totals, figures);
  }

  @FieldResolver(() => CaseStatistics, { description: 'The same period one year earlier (cùng kỳ năm trước).' })
  async samePeriodLastYear(@Root() { figures }: CaseStatistics, @Ctx() context: CasesContext): Promise<CaseStatistics> {
    return present(await readLastYear(figures, context));
  }

  @FieldResolver(() => String, {
    description:
      'A version of the figures above, those of last year included: changes when, and only when, one of them does (phiên bản số liệu).',
  })
  async dataVersion(@Root() { figures }: CaseStatistics, @Ctx() context: CasesContext): Promise<string> {
    const lastYear = await readLastYear(figures, context);
    return dataVersion(await Promise.all([figures, lastYear].map((each) => everyFigure(each, context))));
  }
}

function readLastYear({ scope, period, filter, officer }: CaseFigures, context: CasesContext): Promise<CaseFigures> {
  return readFigures({ scope, filter, officer, period: samePeriodLastYear(period) }, context);
}

function countsOf({ period, totals }: CaseFigures): Amount[] {
  const lines = [...Object.values(circularOn(period.through).lines), ...Object.values(counterLines)];
  return lines.map((line) => evaluate(line, totals));
}

async function everyFigure(figures: CaseFigures, context: CasesContext): Promise<unknown> {
  return [countsOf(figures), await rankOf(context.totals, figures), await targetOf(figures, context)];
}

function targetOf({ scope, period, filter, officer }: CaseFigures, context: CasesContext): Promise<TargetValue | null> {
  const workingYear = workingYearOf(period.through);
  if (officer !== undefined || isFiltered(filter) || workingYear !== workingYearOf(period.from))
    return Promise.resolve(null);
  return context.loaders.target.load({ scope: scope.id, workingYear, on: period.through });
}

function isFiltered({ dimensions = {}, overlay }: CaseFigures['filter']): boolean {
  return Boolean(overlay) || Object.values(dimensions).some((value) => value !== null);
}
