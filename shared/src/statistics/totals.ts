import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { IsoDate } from '../calendar/date';
import { readRows } from '../database/read-rows';
import { type Scope, territories } from '../geography/geography';
import type { RegisterDefinition } from '../register/register';
import { monthBegun, readStatement } from './running-totals';
import { type LedgerFilter, type LedgerUnit, type TotalsKey, keysFor } from './views';

/** How many subjects and how much money (dong). */
export interface Amount {
  readonly cases: number;
  readonly money: number;
}

/** P(d): the sum of all movements up to and including a day, by slot. */
export type Totals = ReadonlyMap<string, Amount>;

/** A running total on a day. */
interface Pair {
  readonly key: TotalsKey;
  readonly byMonth: boolean;
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
const NO_TOTALS: Totals = new Map();

export function addTotals(parts: readonly Totals[]): Totals {
  if (parts.length === 1) return parts[0]!;
  const sum = new Map<string, Amount>();
  for (const part of parts) addInto(sum, part);
  return sum;
}

function addInto(sum: Map<string, Amount>, part: Iterable<[string, Amount]>): void {
  for (const [slot, { cases, money }] of part) {
    const before = sum.get(slot) ?? NOTHING;
    sum.set(slot, { cases: before.cases + cases, money: before.money + money });
  }
}

/** One reader per request: what it has read it does not read again. */
export function createTotalsReader(dataSource: DataSource, register: RegisterDefinition): TotalsReader {
  const asked = new Map<string, Promise<Totals>>();
  const loader = new DataLoader<Pair, Totals, string>((pairs) => readPairs(dataSource, register, pairs), {
    cacheKeyFn: pairKey,
    cacheMap: asked,
  });
  const pairsOf = (day: IsoDate, unit: LedgerUnit, filter: LedgerFilter): Pair[] => {
    const { daily, keys } = keysFor(register.ledger, unit, filter);
    return keys.map((key) => ({ key, byMonth: !daily, day }));
  };
  const ofUnits = async (day: IsoDate, units: readonly LedgerUnit[], filter: LedgerFilter): Promise<Totals> =>
    addTotals(await Promise.all(units.flatMap((unit) => pairsOf(day, unit, filter)).map((pair) => loader.load(pair))));
  return {
    upTo: (day, scope, filter) => ofUnits(day, unitsOf(scope), filter),
    knows: (day, scope, filter) =>
      unitsOf(scope).every((unit) => pairsOf(day, unit, filter).every((pair) => asked.has(pairKey(pair)))),
    async byTerritory(day, filter) {
      const each = territories.map(async (territory) => {
        const totals = await ofUnits(day, [{ territory, office: null }], filter);
        return [territory, totals] as const;
      });
      return new Map(await Promise.all(each));
    },
  };
}

function unitsOf({ territories: parts, office }: Scope): LedgerUnit[] {
  return parts.map((territory) => ({ territory, office: office?.number ?? null }));
}

function pairKey({ key: { territory, office, values, overlay }, day }: Pair): string {
  return `${territory} ${office} ${values.join(' ')} ${overlay} ${day}`;
}

/** Number of a pair, what the running totals do not hold of it (JSON), and the sums slot by slot. */
type Row = [nth: number, apart: string | null, ...sums: number[]];

async function readPairs(
  dataSource: DataSource,
  register: RegisterDefinition,
  pairs: readonly Pair[],
): Promise<Totals[]> {
  const { schema, ledger } = register;
  const byMonth = pairs.some((pair) => pair.byMonth);
  const rows = await readRows<Row>(dataSource, {
    name: `${schema}.totals${byMonth ? '.by_month' : ''}`,
    text: readStatement(register, { byMonth }),
    values: [
      pairs.map(({ key }) => key.territory),
      pairs.map(({ key }) => key.office),
      ...Object.keys(ledger.dimensions).map((_dimension, index) => pairs.map(({ key }) => key.values[index]!)),
      pairs.map(({ key }) => key.overlay),
      pairs.map(({ day }) => day),
      pairs.map(({ day }) => monthBegun(day)),
      ...(byMonth ? [pairs.map((pair) => pair.byMonth)] : []),
    ],
  });
  const totals = pairs.map(() => NO_TOTALS);
  for (const [nth, , ...sums] of rows) if (nth > 0) totals[nth - 1] = totalsOf(ledger.slots, sums);
  const apart = rows.find(([nth]) => nth === 0)?.[1];
  for (const [nth, slot, cases, money] of JSON.parse(apart ?? '[]') as [number, string, number, number][]) {
    const sum = new Map(totals[nth - 1]);
    addInto(sum, [[slot, { cases, money }]]);
    totals[nth - 1] = sum;
  }
  return totals;
}

function totalsOf(slots: readonly string[], sums: readonly number[]): Totals {
  const totals = new Map<string, Amount>();
  slots.forEach((slot, index) => {
    const cases = sums[2 * index]!;
    const money = sums[2 * index + 1]!;
    if (cases !== 0 || money !== 0) totals.set(slot, { cases, money });
  });
  return totals;
}
