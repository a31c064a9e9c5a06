import { territories } from '@thads/shared';
import { splitCount } from '../amounts';
import { type ReportedRow, provincePlans } from '../cases/plan';
import type { Random } from '../random';
import { type Tally, less, sumOf, tally } from '../tally';

/** National totals of the working year 2024 as first reported: what all provinces together must come to. */
const NATION_2024 = {
  toBeEnforced: tally(1_023_131, 500_300),
  withConditions: tally(741_240, 228_040),
  completed: tally(621_568, 117_349),
  terminated: tally(52_300, 6_150),
  deducted: tally(14_200, 9_800),
  carriedOver: tally(388_400, 262_000),
  corruption: {
    toBeEnforced: tally(14_680, 61_400),
    withConditions: tally(10_930, 38_800),
    completed: tally(9_211, 22_177),
  },
} as const;

/** The older provinces that stand before Lào Cai in the ranking by cases: their rates of completion in 2024. */
const AHEAD_OF_LAO_CAI: Readonly<Record<number, number>> = { 4: 0.9312, 11: 0.9265, 12: 0.9197, 6: 0.9141 };

/** Share of the country's cases and money of the largest offices; all others are small and alike. */
const LARGE: Readonly<Record<number, readonly [cases: number, money: number]>> = {
  79: [9, 27],
  1: [6, 14],
  74: [4, 7],
  75: [3.6, 5],
  80: [2.8, 2.5],
  92: [2.2, 2.2],
  48: [2.1, 3.5],
  40: [2, 1.2],
};

/** What a form of a whole working year says. */
export interface Year {
  readonly carriedOver: Tally;
  readonly toBeEnforced: Tally;
  readonly withConditions: Tally;
  readonly completed: Tally;
  readonly terminated: Tally;
  readonly deducted: Tally;
}

/** A territory's forms of the working year 2024. */
export interface TerritoryYear extends Year {
  readonly territory: number;
  readonly corruption: Pick<Year, 'toBeEnforced' | 'withConditions' | 'completed'>;
}

export type Measure = 'cases' | 'money';

/** Splits what the country has beyond the whole-case provinces over all other territories, exactly. */
export function territoryYears(random: Random): TerritoryYear[] {
  const whole = new Set(provincePlans.map(({ territory }) => territory));
  const others = territories.filter((territory) => !whole.has(territory));
  const weight = (territory: number, measure: Measure): number =>
    LARGE[territory]?.[measure === 'cases' ? 0 : 1] ?? (measure === 'cases' ? 1.25 : 0.7);
  const rest = restOfNation();

  const split = (key: keyof typeof rest, measure: Measure, scale: readonly number[]): number[] => {
    const unit = measure === 'cases' ? 1 : 1_000;
    const counts = splitCount(
      Math.floor(rest[key][measure] / unit),
      others.map((territory, index) => weight(territory, measure) * scale[index]!),
    );
    const amounts = counts.map((count) => count * unit);
    amounts[0]! += rest[key][measure] % unit;
    return amounts;
  };
  const even = others.map(() => 1);
  const varied = (least: number, most: number): number[] => others.map(() => least + random.next() * (most - least));
  const withConditions = {
    cases: split('withConditions', 'cases', even),
    money: split('withConditions', 'money', even),
  };
  const completed = {
    cases: ratesToAmounts(
      others,
      withConditions.cases,
      rest.completed.cases,
      (territory) => AHEAD_OF_LAO_CAI[territory] ?? 0.78 + random.next() * 0.11,
    ),
    money: ratesToAmounts(others, withConditions.money, rest.completed.money, () => 0.42 + random.next() * 0.2),
  };
  const notYet = {
    cases: split('notYet', 'cases', varied(0.9, 1.1)),
    money: split('notYet', 'money', varied(0.9, 1.1)),
  };
  const parts = Object.fromEntries(
    (
      [
        'terminated',
        'deducted',
        'carriedOver',
        'corruptionNotYet',
        'corruptionInProgress',
        'corruptionCompleted',
      ] as const
    ).map((key) => [key, { cases: split(key, 'cases', even), money: split(key, 'money', even) }]),
  );
  const at = (part: { cases: number[]; money: number[] }, index: number): Tally => ({
    cases: part.cases[index]!,
    money: part.money[index]!,
  });
  return others.map((territory, index) => {
    const corruptionDone = at(parts.corruptionCompleted!, index);
    const corruptionWith = sumOf(corruptionDone, at(parts.corruptionInProgress!, index));
    return {
      territory,
      withConditions: at(withConditions, index),
      completed: at(completed, index),
      toBeEnforced: sumOf(at(withConditions, index), at(notYet, index)),
      terminated: at(parts.terminated!, index),
      deducted: at(parts.deducted!, index),
      carriedOver: at(parts.carriedOver!, index),
      corruption: {
        completed: corruptionDone,
        withConditions: corruptionWith,
        toBeEnforced: sumOf(corruptionWith, at(parts.corruptionNotYet!, index)),
      },
    };
  });
}

/** Amounts by rate that add up to `total`: the largest base takes up what rounding and chance leave. */
function ratesToAmounts(
  others: readonly number[],
  bases: readonly number[],
  total: number,
  rateOf: (territory: number) => number,
): number[] {
  const fixed = others.map((territory) => AHEAD_OF_LAO_CAI[territory] !== undefined);
  const amounts = others.map((territory, index) => Math.floor(bases[index]! * rateOf(territory)));
  const free = amounts.map((amount, index) => (fixed[index] ? 0 : amount));
  const fixedSum = amounts.reduce((sum, amount, index) => sum + (fixed[index] ? amount : 0), 0);
  const factor = (total - fixedSum) / free.reduce((sum, amount) => sum + amount, 0);
  const scaled = amounts.map((amount, index) => (fixed[index] ? amount : Math.floor(amount * factor)));
  const largest = bases.indexOf(Math.max(...bases));
  scaled[largest]! += total - scaled.reduce((sum, amount) => sum + amount, 0);
  return scaled;
}

/** What the four whole-case provinces report for the working year 2024, taken off the nation. */
function restOfNation() {
  const totals = provincePlans.map((plan) =>
    yearOf(plan.populations.map(({ years, opening }) => ({ years, opening }))),
  );
  const corruption = provincePlans.map((plan) =>
    yearOf(plan.populations.filter(({ overlays }) => overlays.includes('CORRUPTION_ECONOMIC'))),
  );
  const rest = (whole: Tally, key: keyof Year): Tally => less(whole, ...totals.map((year) => year[key]));
  const restCorruption = (whole: Tally, key: keyof Year): Tally => less(whole, ...corruption.map((year) => year[key]));
  const { corruption: national } = NATION_2024;
  return {
    withConditions: rest(NATION_2024.withConditions, 'withConditions'),
    completed: rest(NATION_2024.completed, 'completed'),
    notYet: less(rest(NATION_2024.toBeEnforced, 'toBeEnforced'), rest(NATION_2024.withConditions, 'withConditions')),
    terminated: rest(NATION_2024.terminated, 'terminated'),
    deducted: rest(NATION_2024.deducted, 'deducted'),
    carriedOver: rest(NATION_2024.carriedOver, 'carriedOver'),
    corruptionCompleted: restCorruption(national.completed, 'completed'),
    corruptionInProgress: less(
      restCorruption(national.withConditions, 'withConditions'),
      restCorruption(national.completed, 'completed'),
    ),
    corruptionNotYet: less(
      restCorruption(national.toBeEnforced, 'toBeEnforced'),
      restCorruption(national.withConditions, 'withConditions'),
    ),
  };
}

type YearSource = Pick<(typeof provincePlans)[number]['populations'][number], 'years' | 'opening'>;

/** The working year 2024 of some populations together. */
function yearOf(populations: readonly YearSource[]): Year {
  const years = populations.map(({ years: all, opening }) => {
    let stock = sumOf(opening.withConditions, opening.notYet);
    for (const { from, rows } of all) {
      const last: ReportedRow = rows.at(-1)!;
      const toBeEnforced = less(sumOf(stock, last.newlyReceived), last.deducted);
      if (from === '2023-10-01') return { ...last, carriedOver: stock, toBeEnforced };
      stock = less(toBeEnforced, last.completed);
    }
    throw new Error('a population without the working year 2024');
  });
  const total = (key: keyof Year): Tally => sumOf(...years.map((year) => year[key]));
  return {
    carriedOver: total('carriedOver'),
    toBeEnforced: total('toBeEnforced'),
    withConditions: total('withConditions'),
    completed: total('completed'),
    terminated: total('terminated'),
    deducted: total('deducted'),
  };
}
