/**
 * What an operation costs, before it is run: about the number of values that its answer can hold, and more for what has
 * to be worked out. docs/security.md explains the model for those who are refused.
 */
import {
  MAX_PAGE,
  MOST_TREND_STEPS,
  type PeriodRequest,
  type TrendGrainName,
  provincesOf,
  resolvePeriod,
  stepsOf,
} from '@thads/shared';
import { type GraphQLField, getNamedType } from 'graphql';

/** By name; undefined where an argument is neither given nor has a default. */
export type ArgumentValues = Readonly<Record<string, unknown>>;

/** Of every field, whatever it is. */
const ONE = 1;
/** A set of figures is summed up for a scope and a period. */
const STATISTICS = 10;
/** An event goes through its life cycle and is written, or would be. */
const EVENT = 10;
/** Of an officer, which running totals do not tell apart: the journal of the office is read. */
const OFFICER_STATISTICS = 200;
/** The whole list is counted, however small the page. */
const TOTAL_COUNT = 2_000;

/** Rows of lists that take no page: what is usual in a province, generously. */
const ROWS: Readonly<Record<string, number>> = {
  'Province.offices': 15,
  'Province.predecessors': 3,
  'CaseStatistics.lines': 30,
  'Office.caseStatisticsByOfficer': 15,
  'PetitionStatistics.byKind': 5,
  'RecoveryStatistics.byCategory': 10,
  'SupervisionStatistics.byBody': 5,
};
const ROWS_OF_OTHER_LISTS = 10;
const USUAL_PAGE = 50;

/** Of one row of a field, without what is selected in it. */
export function ownCost({ name, type }: GraphQLField<unknown, unknown>, args: ArgumentValues): number {
  if (name === 'caseStatisticsByOfficer') return OFFICER_STATISTICS;
  if (getNamedType(type).name.endsWith('Statistics')) return STATISTICS;
  if (name === 'totalCount') return TOTAL_COUNT;
  return ONE + EVENT * (numberOfEvents(args) ?? 0);
}

/** How many rows the lists directly within a field have: pages of a connection, results of events. Null: it does not say. */
export function rowsWithin(args: ArgumentValues): number | null {
  return 'first' in args ? pageSize(args.first) : numberOfEvents(args);
}

/** How many rows a list field has, where neither it nor what it is within says. */
export function usualRows(parent: string, { name }: GraphQLField<unknown, unknown>, args: ArgumentValues): number {
  if ('boundaries' in args) return provincesOf(args.boundaries === 'VN63' ? 'VN63' : 'VN34').length;
  if ('grain' in args) return trendSteps(args);
  return ROWS[`${parent}.${name}`] ?? ROWS_OF_OTHER_LISTS;
}

/** A page of a size that is not allowed is refused when it comes to it; until then it counts as the nearest that is. */
function pageSize(first: unknown): number {
  if (first === null || first === undefined) return USUAL_PAGE;
  return typeof first === 'number' && first <= MAX_PAGE ? Math.max(1, first) : MAX_PAGE;
}

function numberOfEvents({ events }: ArgumentValues): number | null {
  if (events === undefined) return null;
  return Array.isArray(events) ? events.length : 1;
}

/** As many as there can be where the period is not one. */
function trendSteps({ period, grain }: ArgumentValues): number {
  try {
    return stepsOf(resolvePeriod(period as PeriodRequest), grain as TrendGrainName).length;
  } catch {
    return MOST_TREND_STEPS;
  }
}
