import {
  type Amount,
  CaseOverlay,
  type EntityReference,
  PeriodInput,
  type PeriodTotals,
  type Rate,
  TrendArguments,
  evaluate,
  percentOf,
  readPeriod,
  resolvePeriod,
  samePeriodLastYear,
  stepsOf,
} from '@thads/shared';
import { Arg, Args, type ClassType, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RecoveryContext } from '../context';
import { ObligationCategory } from '../obligation/obligation.enums';
import { NationReference, OfficeReference, ProvinceReference } from '../references';
import { assetLines, recoveryLines } from './recovery.lines';
import {
  RecoveryCategoryStatistics,
  type RecoveryFigures,
  type RecoveryQuestion,
  RecoveryStatistics,
  questionOf,
} from './recovery-statistics.type';

async function recoveryStatistics(question: RecoveryQuestion, context: RecoveryContext): Promise<RecoveryStatistics> {
  const { period, scope, filter } = question;
  const totals = await readPeriod(context.totals, period, scope, filter);
  return {
    question,
    period,
    ...figuresOf(totals),
    assetsSeized: evaluate(assetLines.assetsSeized, totals).cases,
    auctionsHeld: evaluate(assetLines.auctionsHeld, totals).cases,
    auctionsSold: evaluate(assetLines.auctionsSold, totals).cases,
  };
}

function figuresOf(totals: PeriodTotals): RecoveryFigures {
  const due = evaluate(recoveryLines.due, totals);
  const withConditions = evaluate(recoveryLines.withConditions, totals);
  const collected = evaluate(recoveryLines.collected, totals);
  return {
    carriedOver: evaluate(recoveryLines.carriedOver, totals),
    newlyRecorded: evaluate(recoveryLines.newlyRecorded, totals),
    handled: evaluate(recoveryLines.handled, totals),
    ended: evaluate(recoveryLines.ended, totals),
    due,
    withConditions,
    notYetWithConditions: evaluate(recoveryLines.notYetWithConditions, totals),
    carriedForward: evaluate(recoveryLines.carriedForward, totals),
    collected,
    remittedToBudget: evaluate(recoveryLines.remittedToBudget, totals),
    paidToCreditors: evaluate(recoveryLines.paidToCreditors, totals),
    costsDeducted: evaluate(recoveryLines.costsDeducted, totals),
    collectionRate: rateOf(collected, due),
    completionRate: rateOf(collected, withConditions),
  };
}

function rateOf(part: Amount, whole: Amount): Rate {
  return { cases: percentOf(part.cases, whole.cases), money: percentOf(part.money, whole.money) };
}

/** The fields that `Nation`, `Province` and `Office` have alike. */
function scopeResolver(reference: ClassType<EntityReference>): Function {
  @Resolver(() => reference)
  class ScopeRecoveryStatistics {
    @FieldResolver(() => RecoveryStatistics, {
      nullable: true,
      description: 'Recovery of money and assets over a period (kết quả thu hồi tiền, tài sản).',
    })
    recoveryStatistics(
      @Root() root: EntityReference,
      @Arg('period', () => PeriodInput, { description: 'The period (kỳ báo cáo).' }) period: PeriodInput,
      @Arg('overlay', () => CaseOverlay, {
        nullable: true,
        description: 'Only obligations and assets of a special category (loại án đặc thù).',
      })
      overlay: CaseOverlay | null | undefined,
      @Ctx() context: RecoveryContext,
    ): Promise<RecoveryStatistics> {
      return recoveryStatistics(questionOf(root, resolvePeriod(period), overlay), context);
    }

    @FieldResolver(() => [RecoveryStatistics], {
      nullable: true,
      description: 'The same step by step, oldest first, e.g. month by month (diễn biến theo tháng).',
    })
    async recoveryTrend(
      @Root() root: EntityReference,
      @Args() { period, grain }: TrendArguments,
      @Arg('overlay', () => CaseOverlay, {
        nullable: true,
        description: 'Only obligations and assets of a special category (loại án đặc thù).',
      })
      overlay: CaseOverlay | null | undefined,
      @Ctx() context: RecoveryContext,
    ): Promise<RecoveryStatistics[]> {
      const steps = stepsOf(resolvePeriod(period), grain);
      return Promise.all(steps.map((step) => recoveryStatistics(questionOf(root, step, overlay), context)));
    }
  }
  return ScopeRecoveryStatistics;
}

export const scopeRecoveryStatisticsResolvers = [NationReference, ProvinceReference, OfficeReference].map(
  scopeResolver,
);

@Resolver(() => RecoveryStatistics)
export class RecoveryStatisticsResolver {
  @FieldResolver(() => [RecoveryCategoryStatistics], {
    description:
      'The same by category, every category once; report entries without one are in the whole only (theo loại khoản).',
  })
  byCategory(
    @Root() { question: { scope, period, filter } }: RecoveryStatistics,
    @Ctx() context: RecoveryContext,
  ): Promise<RecoveryCategoryStatistics[]> {
    return Promise.all(
      Object.values(ObligationCategory).map(async (category) => {
        const totals = await readPeriod(context.totals, period, scope, { ...filter, dimensions: { category } });
        return { category, ...figuresOf(totals) };
      }),
    );
  }

  @FieldResolver(() => RecoveryStatistics, { description: 'The same period one year earlier (cùng kỳ năm trước).' })
  samePeriodLastYear(
    @Root() { question }: RecoveryStatistics,
    @Ctx() context: RecoveryContext,
  ): Promise<RecoveryStatistics> {
    return recoveryStatistics({ ...question, period: samePeriodLastYear(question.period) }, context);
  }
}
