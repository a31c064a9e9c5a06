import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { type IsoDate, latest } from '../calendar/date';
import type { Scope } from '../geography/geography';
import type { RegisterDefinition } from '../register/register';

/** How many subjects and how much money (dong). */
export interface Amount {
  readonly cases: number;
  readonly money: number;
}

/** P(d): the sum of all movements up to and including a day, by slot. */
export type Totals = ReadonlyMap<string, Amount>;

/** What of the ledger is counted: one value of some dimensions, and an overlay (a bit), each optional. */
export interface LedgerFilter {
  readonly dimensions?: Readonly<Record<string, string | null | undefined>>;
  readonly overlay?: number | null;
}

interface Question {
  readonly day: IsoDate;
  readonly filter: LedgerFilter;
  /** One office, or all territories. */
  readonly office: number | null;
}

interface Row {
  unit: number;
  slot: string;
  [sum: `cases_${number}` | `money_${number}`]: number | null;
}

/** Answers P(d) for any scope. Everything asked in one turn of the event loop becomes one SQL statement per filter. */
export interface TotalsReader {
  /** P(day) of the scope. */
  upTo(day: IsoDate, scope: Scope, filter: LedgerFilter): Promise<Totals>;
  /** Whether P(day) has been asked for already, so that asking again costs nothing. */
  knows(day: IsoDate, scope: Scope, filter: LedgerFilter): boolean;
  /** P(day) of every territory, for rankings. */
  byTerritory(day: IsoDate, filter: LedgerFilter): Promise<ReadonlyMap<number, Totals>>;
}

export const NOTHING: Amount = { cases: 0, money: 0 };

export function addTotals(parts: Iterable<Totals>): Totals {
  const sum = new Map<string, Amount>();
  for (const part of parts) {
    for (const [slot, { cases, money }] of part) {
      const before = sum.get(slot) ?? NOTHING;
      sum.set(slot, { cases: before.cases + cases, money: before.money + money });
    }
  }
  return sum;
}

/** One reader per request: what it has read it does not read again. */
export function createTotalsReader(dataSource: DataSource, register: RegisterDefinition): TotalsReader {
  const asked = new Map<string, Promise<ReadonlyMap<number, Totals>>>();
  const loader = new DataLoader<Question, ReadonlyMap<number, Totals>, string>(
    (questions) => answer(dataSource, register, questions),
    { cacheKeyFn: questionKey, cacheMap: asked },
  );
  const byTerritory = (day: IsoDate, filter: LedgerFilter) => loader.load({ day, filter, office: null });
  return {
    byTerritory,
    knows: (day, scope, filter) => asked.has(questionKey({ day, filter, office: scope.office?.number ?? null })),
    async upTo(day, scope, filter) {
      if (scope.office) {
        const office = scope.office.number;
        return (await loader.load({ day, filter, office })).get(office) ?? new Map();
      }
      const all = await byTerritory(day, filter);
      return addTotals(scope.territories.map((territory) => all.get(territory) ?? new Map<string, Amount>()));
    },
  };
}

function questionKey({ day, filter, office }: Question): string {
  return `${day} ${office ?? 'all'} ${filterKey(filter)}`;
}

function filterKey({ dimensions = {}, overlay }: LedgerFilter): string {
  const set = Object.entries(dimensions).filter(([, value]) => value !== null && value !== undefined);
  return JSON.stringify([set.sort(([a], [b]) => (a < b ? -1 : 1)), overlay ?? null]);
}

async function answer(
  dataSource: DataSource,
  register: RegisterDefinition,
  questions: readonly Question[],
): Promise<ReadonlyMap<number, Totals>[]> {
  const groups = new Map<string, Question[]>();
  for (const question of questions) {
    const key = `${question.office === null ? 'territories' : 'offices'} ${filterKey(question.filter)}`;
    groups.set(key, [...(groups.get(key) ?? []), question]);
  }
  const answers = new Map<Question, ReadonlyMap<number, Totals>>();
  await Promise.all(
    [...groups.values()].map(async (group) => {
      const days = [...new Set(group.map(({ day }) => day))];
      const rows = await readTotals(dataSource, register, group, days);
      const byDay = days.map((_day, index) => totalsOfDay(rows, index));
      for (const question of group) answers.set(question, byDay[days.indexOf(question.day)]!);
    }),
  );
  return questions.map((question) => answers.get(question)!);
}

/** One statement: the running totals and what the follower has not taken yet, in one snapshot. */
async function readTotals(
  dataSource: DataSource,
  { schema, ledger }: RegisterDefinition,
  group: readonly Question[],
  days: readonly IsoDate[],
): Promise<Row[]> {
  const { filter, office } = group[0]!;
  const parameters: unknown[] = [...days];
  const conditions: string[] = [`on_date <= $${days.indexOf(latest(...(days as [IsoDate, ...IsoDate[]]))) + 1}::date`];
  const bind = (value: unknown): string => `$${parameters.push(value)}`;
  for (const dimension of ledger.dimensions) {
    const value = filter.dimensions?.[dimension];
    if (value !== null && value !== undefined) conditions.push(`${dimension} = ${bind(value)}`);
  }
  if (filter.overlay) conditions.push(`overlays & ${bind(filter.overlay)}::smallint <> 0`);
  if (office !== null)
    conditions.push(`office = any(${bind([...new Set(group.map((one) => one.office))])}::integer[])`);
  const unit = office === null ? 'territory' : 'office';
  const where = conditions.join(' and ');
  const sums = days.map(
    (_day, index) => `(sum(count) filter (where on_date <= $${index + 1}::date))::bigint as cases_${index},
      (sum(money) filter (where on_date <= $${index + 1}::date))::bigint as money_${index}`,
  );
  return dataSource.query(
    `select ${unit} as unit, slot, ${sums.join(', ')}
     from (
       select territory, office, slot, on_date, count, money from ${schema}.daily_total where ${where}
       union all
       select territory, office, slot, on_date, count, money
       from ${schema}.movement join ${schema}.pending using (journal_id) where ${where}
     ) as counted
     group by 1, 2`,
    parameters,
  );
}

function totalsOfDay(rows: readonly Row[], index: number): ReadonlyMap<number, Totals> {
  const units = new Map<number, Map<string, Amount>>();
  for (const row of rows) {
    const totals = units.get(row.unit) ?? new Map<string, Amount>();
    totals.set(row.slot, { cases: row[`cases_${index}`] ?? 0, money: row[`money_${index}`] ?? 0 });
    units.set(row.unit, totals);
  }
  return units;
}
