import DataLoader from 'dataloader';
import type { IsoDate } from '../calendar/date';
import type { Reader } from '../database/reader';
import { ALL_ROWS, type RowAccess } from '../access/row-access';
import type { Scope } from '../geography/geography';
import { type RegisterDefinition, dimensionsOf } from '../register/register';
import { monthBegun, readStatement } from './running-totals';
import { ANY_TERRITORY, type LedgerFilter, type LedgerUnit, type ViewKeys, keysFor } from './views';

/** How many subjects and how much money (dong). */
export interface Amount {
  readonly cases: number;
  readonly money: number;
}

/** P(d): the sum of all movements up to and including a day, by slot. */
export type Totals = ReadonlyMap<string, Amount>;

/** Answers P(d) for any scope. Everything asked in one turn of the event loop becomes one SQL statement. */
export interface TotalsReader {
  /** P(day) of the scope, for each of the days. */
  upTo(days: readonly IsoDate[], scope: Scope, filter: LedgerFilter): Promise<Totals[]>;
  /** Whether P(day) has been asked for already, so that asking again costs nothing. */
  knows(days: readonly IsoDate[], scope: Scope, filter: LedgerFilter): boolean;
}

/** P(day) of one unit under a filter: asked for, and later answered. */
interface Question {
  readonly day: IsoDate;
  readonly view: ViewKeys;
  readonly answered: Promise<unknown>;
  totals: Totals;
}

export const NOTHING: Amount = { cases: 0, money: 0 };
const NO_TOTALS: Totals = new Map();

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
export function createTotalsReader(reader: Reader, register: RegisterDefinition): TotalsReader {
  const dimensions = dimensionsOf(register.ledger);
  const unitsOfScope = new Map<string, readonly { readonly name: string; readonly view: ViewKeys }[]>();
  const unitsFor = (scope: Scope, filter: LedgerFilter) => {
    const counted = `${filter.overlay || 0} ${dimensions.map((name) => filter.dimensions?.[name] ?? '*').join(' ')}`;
    const name = `${scope.id} ${counted}`;
    const units =
      unitsOfScope.get(name) ??
      unitsOf(scope).map((unit) => ({
        name: `${unit.territory} ${unit.office} ${counted}`,
        view: keysFor(register.ledger, unit, filter),
      }));
    unitsOfScope.set(name, units);
    return units;
  };

  const asked = new Map<string, Question>();
  /** Loads what several callers ask for in one turn together; who asked for it first asks for all. */
  const loader = new DataLoader<readonly Question[], void>(
    async (batches) => {
      await answer(reader, register, batches.flat());
      return batches.map(() => undefined);
    },
    { cache: false },
  );

  return {
    async upTo(days, scope, filter) {
      const fresh: Question[] = [];
      let answered: Promise<unknown> | undefined;
      const questions = days.map((day) =>
        unitsFor(scope, filter).map(({ name, view }) => {
          const key = `${day} ${name}`;
          const known = asked.get(key);
          if (known) return known;
          answered ??= loader.load(fresh);
          const question: Question = { day, view, answered, totals: NO_TOTALS };
          asked.set(key, question);
          fresh.push(question);
          return question;
        }),
      );
      for (const pending of new Set(questions.flat().map((question) => question.answered))) await pending;
      return questions.map((parts) => addTotals(parts.map(({ totals }) => totals)));
    },
    knows: (days, scope, filter) =>
      days.every((day) => unitsFor(scope, filter).every(({ name }) => asked.has(`${day} ${name}`))),
  };
}

function unitsOf({ level, territories: parts, office }: Scope): LedgerUnit[] {
  if (level === 'NATION') return [{ territory: null, office: null }];
  return parts.map((territory) => ({ territory, office: office?.number ?? null }));
}

/** Number of a pair of key and day, what the running totals do not hold of it (JSON), and the sums slot by slot. */
type Row = [nth: number, apart: string | null, ...sums: number[]];

async function answer(reader: Reader, register: RegisterDefinition, questions: readonly Question[]): Promise<void> {
  const { schema, ledger } = register;
  const pairs = questions.flatMap(({ day, view }, question) => {
    const begun = monthBegun(day);
    return view.keys.map((key) => ({ key, day, begun, question }));
  });
  const byMonth = questions.some(({ view }) => !view.daily);
  const rows = await reader.as(accessTo(questions)).rows<Row>({
    name: `${schema}.totals${byMonth ? '.by_month' : ''}`,
    text: statementOf(register, byMonth),
    values: [
      listed(pairs.map(({ key }) => key.territory)),
      listed(pairs.map(({ key }) => key.office)),
      ...dimensionsOf(ledger).map((_dimension, index) => listed(pairs.map(({ key }) => key.values[index]!))),
      listed(pairs.map(({ key }) => key.overlay)),
      listed(pairs.map(({ day }) => day)),
      listed(pairs.map(({ begun }) => begun)),
      ...(byMonth ? [listed(pairs.map(({ question }) => String(!questions[question]!.view.daily)))] : []),
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
  totals.forEach((sums, index) => (questions[index]!.totals = sums));
}

/** The rows that the questions are about. Whether they may be asked has been decided; nothing else is to be seen. */
function accessTo(questions: readonly Question[]): RowAccess {
  const asked = new Set(questions.flatMap(({ view }) => view.keys.map(({ territory }) => territory)));
  return asked.has(ANY_TERRITORY) ? ALL_ROWS : { ...ALL_ROWS, territories: [...asked] };
}

/** An array as PostgreSQL writes it, of numbers, days and names; much quicker than what `pg` does for any value. */
function listed(values: readonly (number | string)[]): string {
  return `{${values.map((value) => (typeof value === 'number' ? value : JSON.stringify(value))).join(',')}}`;
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
