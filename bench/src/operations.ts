import { type IsoDate, type ReportingPeriod, boundaryDays, resolvePeriod, samePeriodLastYear } from '@thads/shared';

/** A GraphQL request. */
export interface Operation {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** What the dashboard of the 34 provinces asks of all four registers, this period and the same of last year. */
export function dashboard(workingYear: number): Operation {
  return {
    query: `query Dashboard($period: PeriodInput!) {
      provinces {
        id
        nameVi
        caseStatistics(period: $period) { ...caseFigures samePeriodLastYear { ...caseFigures } }
        petitionStatistics(period: $period) { received resolved samePeriodLastYear { received resolved } }
        inspectionStatistics(period: $period) { conducted samePeriodLastYear { conducted } }
        recoveryStatistics(period: $period) { ...recoveryFigures samePeriodLastYear { ...recoveryFigures } }
      }
    }
    fragment caseFigures on CaseStatistics {
      carriedOver { cases money } newlyReceived { cases money } handled { cases money } toBeEnforced { cases money }
      withConditions { cases money } notYetWithConditions { cases money } completed { cases money }
      completionRate { cases money } carriedForward { cases money }
    }
    fragment recoveryFigures on RecoveryStatistics { due { cases money } collected { cases money } collectionRate { cases money } }`,
    variables: { period: { workingYear } },
  };
}

/** 100 cases with what two other registers know of them. */
export const caseList: Operation = {
  query: `{ cases(first: 100) { nodes {
    id state kind amount paid decidedOn
    petitions { id kind state receivedOn }
    recovery { obligations { id category amount collected } }
  } } }`,
};

/** A page of 1,000 rows without joins. */
export const casePage: Operation = {
  query: `{ cases(first: 1000) { nodes {
    id state kind initiation judgmentNumber receivedOn decidedOn decisionNumber amount paid endedOn lastEventOn
  } pageInfo { endCursor hasNextPage } } }`,
};

export const operations: Readonly<Record<string, (workingYear: number) => Operation>> = {
  'dashboard of 34 provinces': dashboard,
  '100 cases with petitions and recovery': () => caseList,
  'page of 1,000 cases': () => casePage,
};

/** The same lists from PostGraphile. */
export const postGraphileCaseList: Operation = {
  query: `{ allEnforcementCases(first: 100, orderBy: [TERRITORY_ASC, ROW_ID_ASC]) { nodes {
    rowId state kind amount paid decidedOn
    complaintsPetitionsByTerritoryAndCaseId(orderBy: ROW_ID_ASC) { nodes { rowId kind state receivedOn } }
    recoveryObligationsByTerritoryAndCaseId(orderBy: ROW_ID_ASC) { nodes { rowId category amount collected } }
  } } }`,
};

export const postGraphileCasePage: Operation = {
  query: `{ allEnforcementCases(first: 1000, orderBy: [TERRITORY_ASC, ROW_ID_ASC]) { nodes {
    rowId state kind initiation judgmentNumber receivedOn decidedOn decisionNumber amount paid endedOn lastEventOn
  } pageInfo { endCursor hasNextPage } } }`,
};

/**
 * What the dashboard is made of, from PostGraphile's aggregates: it sums rows by columns, so it is asked for the sums of
 * the ledger up to each of the four days; lines and rates would still be the caller's work.
 */
export function postGraphileDashboard(workingYear: number): Operation {
  const registers = ['allMovements', 'allComplaintsMovements', 'allInspectionsMovements', 'allRecoveryMovements'];
  const sums = daysOf(resolvePeriod({ workingYear })).flatMap((day, nth) =>
    registers.map(
      (field) => `${field}${nth}: ${field}(filter: { onDate: { lessThanOrEqualTo: "${day}" } }) {
        groupedAggregates(groupBy: [TERRITORY, SLOT]) { keys sum { count money } } }`,
    ),
  );
  return { query: `{ ${sums.join('\n')} }` };
}

/** The days whose running totals a period and its last year are made of. */
export function daysOf(period: ReportingPeriod): IsoDate[] {
  return [...new Set([...boundaryDays(samePeriodLastYear(period)), ...boundaryDays(period)])];
}
