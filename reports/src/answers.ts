import type { PublishedFigure } from './figures';

interface Tally {
  readonly cases: number;
  readonly money: number;
}

type Rate = { readonly [M in keyof Tally]: number | null };

interface CaseAnswer {
  readonly handled: Tally;
  readonly newlyReceived: Tally;
  readonly toBeEnforced: Tally;
  readonly withConditions: Tally;
  readonly notYetWithConditions: Tally;
  readonly completed: Tally;
  readonly withConditionsShare: Rate;
  readonly completionRate: Rate;
  readonly pointsOverTarget: Rate | null;
  readonly progressToTarget: Rate | null;
  readonly decisionRate: number | null;
  readonly coercionDecisions: number;
  readonly coercionsWithMobilisedForces: number;
  readonly rank: (Tally & { readonly among: number }) | null;
}

interface RecoveryAnswer {
  readonly due: Tally;
  readonly withConditions: Tally;
  readonly collected: Tally;
  readonly completionRate: Rate;
}

/** What the graph says of one scope, period and category. */
export interface Answer {
  readonly caseStatistics: CaseAnswer & { readonly samePeriodLastYear: CaseAnswer };
  readonly recoveryStatistics: RecoveryAnswer;
  /** Null where they are withheld from whoever asks. */
  readonly petitionStatistics: {
    readonly received: number;
    readonly toBeResolved: number;
    readonly resolved: number;
    readonly resolutionRate: number | null;
  } | null;
  readonly receptionStatistics: { readonly citizens: number } | null;
}

/** The operation, as it is sent. */
export const RECONCILE = `fragment Cases on CaseStatistics {
  handled { cases money } newlyReceived { cases money } toBeEnforced { cases money }
  withConditions { cases money } notYetWithConditions { cases money } completed { cases money }
  withConditionsShare { cases money } completionRate { cases money }
  pointsOverTarget { cases money } progressToTarget { cases money }
  decisionRate coercionDecisions coercionsWithMobilisedForces
  rank { cases money among }
}
fragment CaseYears on CaseStatistics { ...Cases samePeriodLastYear { ...Cases } }
fragment Recovery on RecoveryStatistics {
  due { cases money } withConditions { cases money } collected { cases money } completionRate { cases money }
}
query Reconcile($province: ID!, $ofNation: Boolean!, $period: PeriodInput!, $overlay: CaseOverlay) {
  nation @include(if: $ofNation) {
    caseStatistics(period: $period, overlay: $overlay) { ...CaseYears }
    recoveryStatistics(period: $period, overlay: $overlay) { ...Recovery }
    petitionStatistics(period: $period) { received toBeResolved resolved resolutionRate }
    receptionStatistics(period: $period) { citizens }
  }
  province(id: $province) @skip(if: $ofNation) {
    caseStatistics(period: $period, overlay: $overlay) { ...CaseYears }
    recoveryStatistics(period: $period, overlay: $overlay) { ...Recovery }
    petitionStatistics(period: $period) { received toBeResolved resolved resolutionRate }
    receptionStatistics(period: $period) { citizens }
  }
}
`;

/** Sends an operation and returns its data. Rejects when it has errors. */
export type Ask = <D>(query: string, variables: Readonly<Record<string, unknown>>) => Promise<D>;

/** Asks the graph once for every scope, period and category that the figures are of. */
export async function askFor(ask: Ask, figures: readonly PublishedFigure[]): Promise<Map<PublishedFigure, Answer>> {
  const asked = new Map<string, Promise<Answer>>();
  const answers = new Map<PublishedFigure, Answer>();
  for (const figure of figures) {
    const { scope, period, overlay } = figure;
    const key = JSON.stringify([scope, period.from, period.through, overlay]);
    let answer = asked.get(key);
    if (!answer) {
      answer = answerTo(ask, figure);
      asked.set(key, answer);
    }
    answers.set(figure, await answer);
  }
  return answers;
}

async function answerTo(ask: Ask, { scope, period, overlay }: PublishedFigure): Promise<Answer> {
  const ofNation = scope === 'VN';
  const answer = await ask<{ nation?: Answer; province?: Answer }>(RECONCILE, {
    province: ofNation ? 'VN34-01' : scope,
    ofNation,
    period: { from: period.from, through: period.through },
    overlay,
  });
  return (answer.nation ?? answer.province)!;
}

type Reader = (answer: Answer) => number | null | undefined;

const CASE_READERS: Readonly<Record<string, (cases: CaseAnswer) => number | null | undefined>> = {
  cases_handled_total: ({ handled }) => handled.cases,
  money_handled_total: ({ handled }) => handled.money,
  cases_newly_received: ({ newlyReceived }) => newlyReceived.cases,
  money_newly_received: ({ newlyReceived }) => newlyReceived.money,
  cases_to_be_executed: ({ toBeEnforced }) => toBeEnforced.cases,
  money_to_be_executed: ({ toBeEnforced }) => toBeEnforced.money,
  cases_with_conditions: ({ withConditions }) => withConditions.cases,
  money_with_conditions: ({ withConditions }) => withConditions.money,
  cases_with_conditions_share: ({ withConditionsShare }) => withConditionsShare.cases,
  money_with_conditions_share: ({ withConditionsShare }) => withConditionsShare.money,
  money_without_conditions: ({ notYetWithConditions }) => notYetWithConditions.money,
  cases_completed: ({ completed }) => completed.cases,
  money_completed: ({ completed }) => completed.money,
  cases_completion_rate: ({ completionRate }) => completionRate.cases,
  money_completion_rate: ({ completionRate }) => completionRate.money,
  cases_completion_rate_vs_target: ({ pointsOverTarget }) => pointsOverTarget?.cases,
  money_completion_rate_vs_target: ({ pointsOverTarget }) => pointsOverTarget?.money,
  cases_annual_plan_achievement: ({ progressToTarget }) => progressToTarget?.cases,
  enforcement_decisions_issued_rate: ({ decisionRate }) => decisionRate,
  coercive_enforcement_decisions: ({ coercionDecisions }) => coercionDecisions,
  coercive_enforcements_with_mobilised_forces: (cases) => cases.coercionsWithMobilisedForces,
  national_rank_cases: ({ rank }) => rank?.cases,
  national_rank_money: ({ rank }) => rank?.money,
};

const RECOVERY_READERS: Readonly<Record<string, Reader>> = {
  money_to_be_executed: ({ recoveryStatistics }) => recoveryStatistics.due.money,
  money_with_conditions: ({ recoveryStatistics }) => recoveryStatistics.withConditions.money,
  money_completed: ({ recoveryStatistics }) => recoveryStatistics.collected.money,
  money_completion_rate: ({ recoveryStatistics }) => recoveryStatistics.completionRate.money,
};

const COMPLAINT_READERS: Readonly<Record<string, Reader>> = {
  citizens_received: ({ receptionStatistics }) => receptionStatistics?.citizens,
  petitions_received: ({ petitionStatistics }) => petitionStatistics?.received,
  petitions_resolved: ({ petitionStatistics }) => petitionStatistics?.resolved,
  petitions_to_be_resolved: ({ petitionStatistics }) => petitionStatistics?.toBeResolved,
  petition_resolution_rate: ({ petitionStatistics }) => petitionStatistics?.resolutionRate,
};

/** The graph's figure for a published one; null when it has none. Throws for an indicator that nobody mapped. */
export function graphFigure(figure: PublishedFigure, answer: Answer): number | null {
  const { subgraph, indicator, comparison } = figure;
  if (subgraph === 'recovery') return read(RECOVERY_READERS, indicator)(answer) ?? null;
  if (subgraph === 'complaints') return read(COMPLAINT_READERS, indicator)(answer) ?? null;
  const isChange = indicator.endsWith('_change');
  const reader = read(CASE_READERS, isChange ? indicator.slice(0, -'_change'.length) : indicator);
  const now = reader(answer.caseStatistics) ?? null;
  if (!isChange) return now;
  const before = reader(answer.caseStatistics.samePeriodLastYear) ?? null;
  if (now === null || before === null) return null;
  return comparison?.kind === 'percent' ? (100 * (now - before)) / before : now - before;
}

function read<R>(readers: Readonly<Record<string, R>>, indicator: string): R {
  const reader = readers[indicator];
  if (!reader) throw new Error(`no field of the graph is known for the indicator ${indicator}`);
  return reader;
}
