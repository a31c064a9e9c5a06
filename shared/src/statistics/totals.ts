import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { IsoDate } from '../calendar/date';
import { readRows } from '../database/read-rows';
import { type Scope, territories } from '../geography/geography';
import { type RegisterDefinition, dimensionsOf } from '../register/register';
import { monthBegun, readStatement } from './running-totals';
import { type LedgerFilter, type LedgerUnit, type ViewKeys, keysFor } from './views';

/** How many subjects and how much money (dong). */
export interface Amount {
  readonly cases: number;
  readonly money: number;
}

/** P(d): the sum of all movements up to and including a day, by slot. */
export type Totals = ReadonlyMap<string, Amount>;

/** P(day) of a unit under a filter. */
interface Question {
  readonly unit: LedgerUnit;
  readonly filter: LedgerFilter;
  readonly day: IsoDate;
}

/** Answers P(d) for any scope. Everything asked in one turn of the event loop becomes one SQL statement. */
export interface TotalsReader {
  /** P(day) of the scope. */
  upTo(day: IsoDate, scope: Scope, filter: LedgerFilter): Promise<Totals>;
  /** Whether P(day) has been asked for already, so that asking again costs nothing. */
  knows(day: IsoDate, scope: Scope, filter: LedgerFilter): boolean;
  /** P(day) of every territory, for rankings. */
  byTerritory(day: IsoDate, filter: LedgerFilter): Promise<ReadonlyMap<number, Totals>>;
}

export const NOTHING: Amount = { cases: 0, money: 0 };

export function addTotals(parts: readonly Totals[]): Totals {
  if (parts.length === 1) return parts[0]!;
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
  const dimensions = dimensionsOf(register.ledger);
  const keyOf = ({ territory, office }: LedgerUnit, filter: LedgerFilter): string =>
    `${territory} ${office} ${filter.overlay || 0} ${dimensions.map((name) => filter.dimensions?.[name] ?? '*').join(' ')}`;
  const views = new Map<string, ViewKeys>();
  const viewOf = ({ unit, filter }: Question): ViewKeys => {
    const key = keyOf(unit, filter);
    const view = views.get(key) ?? keysFor(register.ledger, unit, filter);
    views.set(key, view);
    return view;
  };
  const asked = new Map<string, Promise<Totals>>();
  const questionKey = ({ unit, filter, day }: Question): string => `${day} ${keyOf(unit, filter)}`;
  const loader = new DataLoader<Question, Totals, string>(
    (questions) => answer(dataSource, register, questions, questions.map(viewOf)),
    { cacheKeyFn: questionKey, cacheMap: asked },
  );
  return {
    async upTo(day, scope, filter) {
      return addTotals(await Promise.all(unitsOf(scope).map((unit) => loader.load({ unit, filter, day }))));
    },
    knows: (day, scope, filter) => unitsOf(scope).every((unit) => asked.has(questionKey({ unit, filter, day }))),
    async byTerritory(day, filter) {
      const all = await Promise.all(
        territories.map((territory) => loader.load({ unit: { territory, office: null }, filter, day })),
      );
      return new Map(territories.map((territory, index) => [territory, all[index]!]));
    },
  };
}

function unitsOf({ level, territories: parts, office }: Scope): LedgerUnit[] {
  if (level === 'NATION') return [{ territory: null, office: null }];
  return parts.map((territory) => ({ territory, office: office?.number ?? null }));
}

/** Number of a pair of key and day, what the running totals do not hold of it (JSON), and the sums slot by slot. */
type Row = [nth: number, apart: string | null, ...sums: number[]];

async function answer(
  dataSource: DataSource,
  register: RegisterDefinition,
  questions: readonly Question[],
  views: readonly ViewKeys[],
): Promise<Totals[]> {
  const { schema, ledger } = register;
  const pairs = questions.flatMap(({ day }, question) => {
    const begun = monthBegun(day);
    return views[question]!.keys.map((key) => ({ key, day, begun, question }));
  });
  const byMonth = views.some(({ daily }) => !daily);
  const rows = await readRows<Row>(dataSource, {
    name: `${schema}.totals${byMonth ? '.by_month' : ''}`,
    text: statementOf(register, byMonth),
    values: [
      pairs.map(({ key }) => key.territory),
      pairs.map(({ key }) => key.office),
      ...dimensionsOf(ledger).map((_dimension, index) => pairs.map(({ key }) => key.values[index]!)),
      pairs.map(({ key }) => key.overlay),
      pairs.map(({ day }) => day),
      pairs.map(({ begun }) => begun),
      ...(byMonth ? [pairs.map(({ question }) => !views[question]!.daily)] : []),
    ],
  });
  const totals = questions.map(() => new Map<string, Amount>());
  const add = (nth: number, slot: string, cases: number, money: number): void => {
    const sums = totals[pairs[nth - 1]!.question]!;
    const before = sums.get(slot);
    sums.set(slot, before ? { cases: before.cases + cases, money: before.money + money } : { cases, money });
  };
  for (const row of rows) {
    const [nth, apart] = row;
    for (const [pair, slot, cases, money] of JSON.parse(apart ?? '[]') as [number, string, number, number][]) {
      add(pair, slot, cases, money);
    }
    if (nth === 0) continue;
    ledger.slots.forEach((slot, index) => {
      const cases = row[2 + 2 * index] as number;
      const money = row[3 + 2 * index] as number;
      if (cases !== 0 || money !== 0) add(nth, slot, cases, money);
    });
  }
  return totals;
}

const statements = new WeakMap<RegisterDefinition, Map<boolean, string>>();

/** The text is long, and the same for every request. */
function statementOf(register: RegisterDefinition, byMonth: boolean): string {
  const known = statements.get(register) ?? new Map<boolean, string>();
  statements.set(register, known);
  const text = known.get(byMonth) ?? readStatement(register, { byMonth });
  known.set(byMonth, text);
  return text;
}
