import { readerOfAll } from '../database/reader';
import type { DataSource, QueryRunner } from 'typeorm';
import {
  type ReportingPeriod,
  periodBetween,
  workingYearCutOff,
  workingYearOf,
  workingYearStart,
} from '../calendar/period';
import { type Scope, NATION_ID, findScope, provincesOf } from '../geography/geography';
import type { RegisterDefinition } from '../register/register';
import { type LineDefinition, type PeriodTotals, evaluate, readPeriod } from '../statistics/lines';
import { type Amount, type TotalsReader, createTotalsReader } from '../statistics/totals';
import type { Check } from './check';

/** The figures of one scope in one working year and in the next. */
export interface FigureFacts {
  readonly totals: PeriodTotals;
  readonly next: PeriodTotals;
}

/** Two ways to the same figure. */
export interface Identity {
  readonly sentence: string;
  readonly left: (facts: FigureFacts) => Amount;
  readonly right: (facts: FigureFacts) => Amount;
}

export function sumOf(totals: PeriodTotals, ...lines: readonly LineDefinition[]): Amount {
  const amounts = lines.map((line) => evaluate(line, totals));
  return {
    cases: amounts.reduce((sum, { cases }) => sum + cases, 0),
    money: amounts.reduce((sum, { money }) => sum + money, 0),
  };
}

/**
 * Identities of figures, read the way the graph reads them, for the nation and every province of both boundaries in
 * every working year that has movements. Read once for all of them.
 */
export function figureChecks(register: RegisterDefinition, identities: readonly Identity[]): Check[] {
  const known = new WeakMap<DataSource, Promise<FigureFacts[]>>();
  const factsOnce = (runner: QueryRunner): Promise<FigureFacts[]> => {
    const facts = known.get(runner.connection) ?? allFacts(runner, register);
    known.set(runner.connection, facts);
    return facts;
  };
  return identities.map(({ sentence, left, right }) => ({
    sentence,
    count: async (runner) => (await factsOnce(runner)).filter((facts) => !isSame(left(facts), right(facts))).length,
  }));
}

async function allFacts(runner: QueryRunner, register: RegisterDefinition): Promise<FigureFacts[]> {
  const facts: FigureFacts[] = [];
  for (const workingYear of await workingYears(runner, register)) {
    const period = wholeYear(workingYear);
    const next = wholeYear(workingYear + 1);
    const reader = createTotalsReader(readerOfAll(runner.connection), register);
    facts.push(...(await Promise.all(scopes().map((scope) => factsOf(reader, scope, period, next)))));
  }
  return facts;
}

/** Also of years that nobody can ask for: what is booked on a day far ahead has to add up like everything else. */
function wholeYear(year: number): ReportingPeriod {
  return periodBetween(workingYearStart(year), workingYearCutOff(year, 12));
}

async function factsOf(
  reader: TotalsReader,
  scope: Scope,
  period: ReportingPeriod,
  next: ReportingPeriod,
): Promise<FigureFacts> {
  const [totals, following] = await Promise.all([period, next].map((each) => readPeriod(reader, each, scope, {})));
  return { totals: totals!, next: following! };
}

function scopes(): Scope[] {
  const provinces = [...provincesOf('VN34'), ...provincesOf('VN63')].map(({ id }) => id);
  return [NATION_ID, ...provinces].map((id) => findScope(id)!);
}

async function workingYears(runner: QueryRunner, { schema }: RegisterDefinition): Promise<number[]> {
  const rows = (await runner.query(`select distinct day from ${schema}.running_total where since = '-infinity'`)) as {
    day: string;
  }[];
  return [...new Set(rows.map(({ day }) => workingYearOf(day)))].sort((a, b) => a - b);
}

function isSame(a: Amount, b: Amount): boolean {
  return a.cases === b.cases && a.money === b.money;
}
