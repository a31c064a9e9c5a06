import {
  type Amount,
  type BoundariesCode,
  type LedgerFilter,
  type PeriodTotals,
  type ReportingPeriod,
  type Scope,
  type TotalsReader,
  boundaryDays,
  evaluate,
  findScope,
  placeAmong,
  provincesOf,
  quotient,
  readPeriod,
} from '@thads/shared';
import { circularOn } from './case.lines';

/** What was asked: everything that a set of case figures depends on. */
export interface CaseQuestion {
  readonly scope: Scope;
  readonly period: ReportingPeriod;
  readonly filter: LedgerFilter;
  /** Only of what the officer of the office is in charge of now, or `NOBODY`. */
  readonly officer?: string;
}

export interface CaseFigures extends CaseQuestion {
  readonly totals: PeriodTotals;
}

export async function readCaseFigures(reader: TotalsReader, question: CaseQuestion): Promise<CaseFigures> {
  const totals = await readPeriod(reader, question.period, question.scope, question.filter);
  return { ...question, totals };
}

export interface CaseRank {
  readonly cases: number;
  readonly money: number;
  readonly among: number;
}

/**
 * Place among the provinces of the same boundaries by completion rate. Null for what is not a province, and for a
 * province without a rate. Reads nothing that the figures themselves did not read.
 */
export async function rankOf(
  reader: TotalsReader,
  { scope, period, filter, totals }: CaseFigures,
): Promise<CaseRank | null> {
  if (scope.boundaries === null) return null;
  const own = ratesOf(period, totals);
  if (own.cases === null || own.money === null) return null;
  const all = (await ratesOfProvinces(reader, scope.boundaries, period, filter)).filter(
    ({ cases, money }) => cases !== null && money !== null,
  );
  return {
    cases: placeAmong(
      own.cases,
      all.map(({ cases }) => cases!),
    ),
    money: placeAmong(
      own.money,
      all.map(({ money }) => money!),
    ),
    among: all.length,
  };
}

interface CompletionRates {
  readonly cases: number | null;
  readonly money: number | null;
}

function ratesOf({ through }: ReportingPeriod, totals: PeriodTotals): CompletionRates {
  const { completed, withConditions } = circularOn(through).lines;
  const done: Amount = evaluate(completed, totals);
  const base: Amount = evaluate(withConditions, totals);
  return { cases: quotient(done.cases, base.cases), money: quotient(done.money, base.money) };
}

/** Kept per reader, that is per request: all 34 provinces of a dashboard share one ranking. */
const rankings = new WeakMap<TotalsReader, Map<string, Promise<CompletionRates[]>>>();

function ratesOfProvinces(
  reader: TotalsReader,
  boundaries: BoundariesCode,
  period: ReportingPeriod,
  filter: LedgerFilter,
): Promise<CompletionRates[]> {
  const known = rankings.get(reader) ?? new Map<string, Promise<CompletionRates[]>>();
  rankings.set(reader, known);
  const key = JSON.stringify([boundaries, period.from, period.through, filter]);
  let rates = known.get(key);
  if (!rates) {
    rates = computeRates(reader, boundaries, period, filter);
    known.set(key, rates);
  }
  return rates;
}

async function computeRates(
  reader: TotalsReader,
  boundaries: BoundariesCode,
  period: ReportingPeriod,
  filter: LedgerFilter,
): Promise<CompletionRates[]> {
  const days = boundaryDays(period);
  return Promise.all(
    provincesOf(boundaries).map(async ({ id }) => {
      const [opening, closing] = await reader.upTo(days, findScope(id)!, filter);
      return ratesOf(period, { opening: opening!, closing: closing! });
    }),
  );
}
