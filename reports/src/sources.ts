/** As the graph's definitions name it: a type of statistics and a field of it. */
export type Indicator =
  `${'CaseStatistics' | 'PetitionStatistics' | 'ReceptionStatistics' | 'RecoveryStatistics'}.${string}`;

/** What of the graph a published figure is. */
export interface Source {
  readonly indicator: Indicator;
  /** Null where the field is one number, not one of cases and one of money. */
  readonly measure: 'cases' | 'money' | null;
  /** The count, or the rate of two counts, whose records are behind it; null where it is neither, nor compares one. */
  readonly behind: { readonly indicator: Indicator; readonly isRate: boolean } | null;
  /** Of a rate, the fields of its two counts, where no published figure is one of them. */
  readonly madeOf?: readonly string[];
}

type Measure = Source['measure'];

function count(indicator: Indicator, measure: Measure = null): Source {
  return { indicator, measure, behind: { indicator, isRate: false } };
}

function rate(indicator: Indicator, measure: Measure = null): Source {
  return { indicator, measure, behind: { indicator, isRate: true } };
}

/** Of the completion rate and the target only the one is made of records. */
function againstTarget(indicator: Indicator, measure: Measure): Source {
  return { indicator, measure, behind: { indicator: 'CaseStatistics.completionRate', isRate: true } };
}

function plain(indicator: Indicator, measure: Measure = null): Source {
  return { indicator, measure, behind: null };
}

const SOURCES: Readonly<Record<string, Readonly<Record<string, Source>>>> = {
  cases: {
    cases_handled_total: count('CaseStatistics.handled', 'cases'),
    money_handled_total: count('CaseStatistics.handled', 'money'),
    cases_newly_received: count('CaseStatistics.newlyReceived', 'cases'),
    money_newly_received: count('CaseStatistics.newlyReceived', 'money'),
    cases_to_be_executed: count('CaseStatistics.toBeEnforced', 'cases'),
    money_to_be_executed: count('CaseStatistics.toBeEnforced', 'money'),
    cases_with_conditions: count('CaseStatistics.withConditions', 'cases'),
    money_with_conditions: count('CaseStatistics.withConditions', 'money'),
    cases_with_conditions_share: rate('CaseStatistics.withConditionsShare', 'cases'),
    money_with_conditions_share: rate('CaseStatistics.withConditionsShare', 'money'),
    money_without_conditions: count('CaseStatistics.notYetWithConditions', 'money'),
    cases_completed: count('CaseStatistics.completed', 'cases'),
    money_completed: count('CaseStatistics.completed', 'money'),
    cases_completion_rate: rate('CaseStatistics.completionRate', 'cases'),
    money_completion_rate: rate('CaseStatistics.completionRate', 'money'),
    cases_completion_rate_vs_target: againstTarget('CaseStatistics.pointsOverTarget', 'cases'),
    money_completion_rate_vs_target: againstTarget('CaseStatistics.pointsOverTarget', 'money'),
    cases_annual_plan_achievement: againstTarget('CaseStatistics.progressToTarget', 'cases'),
    enforcement_decisions_issued_rate: {
      ...rate('CaseStatistics.decisionRate'),
      madeOf: ['decisionsIssued', 'decisionsDue'],
    },
    coercive_enforcement_decisions: count('CaseStatistics.coercionDecisions'),
    coercive_enforcements_with_mobilised_forces: count('CaseStatistics.coercionsWithMobilisedForces'),
    national_rank_cases: plain('CaseStatistics.rank', 'cases'),
    national_rank_money: plain('CaseStatistics.rank', 'money'),
  },
  recovery: {
    money_to_be_executed: count('RecoveryStatistics.due', 'money'),
    money_with_conditions: count('RecoveryStatistics.withConditions', 'money'),
    money_completed: count('RecoveryStatistics.collected', 'money'),
    money_completion_rate: rate('RecoveryStatistics.completionRate', 'money'),
  },
  complaints: {
    citizens_received: count('ReceptionStatistics.citizens'),
    petitions_received: count('PetitionStatistics.received'),
    petitions_resolved: count('PetitionStatistics.resolved'),
    petitions_to_be_resolved: count('PetitionStatistics.toBeResolved'),
    petition_resolution_rate: rate('PetitionStatistics.resolutionRate'),
  },
};

/** Throws for an indicator of the reports that nobody mapped. */
export function sourceOf(subgraph: string, indicator: string): Source {
  const source = SOURCES[subgraph]?.[indicator];
  if (!source) throw new Error(`no field of the graph is known for the indicator ${indicator} of ${subgraph}`);
  return source;
}
