import { territories } from '@thads/shared';
import { billion, splitCount } from '../amounts';
import { type ReportedRow, type Tally, provincePlans } from '../cases/plan';
import type { History, SampleEvent } from '../event';
import { type Random, createRandom, eventId } from '../random';

/** National totals of the working year 2024 as first reported: what all provinces together must come to. */
const NATION_2024 = {
  toBeEnforced: tally(1_023_131, 500_300),
  withConditions: tally(741_240, 228_300),
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

function tally(cases: number, billions: number): Tally {
  return { cases, money: billion(billions) };
}

interface TerritoryYear {
  readonly territory: number;
  readonly carriedOver: Tally;
  readonly toBeEnforced: Tally;
  readonly withConditions: Tally;
  readonly completed: Tally;
  readonly terminated: Tally;
  readonly deducted: Tally;
  readonly corruption: { readonly toBeEnforced: Tally; readonly withConditions: Tally; readonly completed: Tally };
}

type Measure = 'cases' | 'money';

/** Splits what the country has beyond the whole-case provinces over all other territories, exactly. */
function territoryYears(random: Random): TerritoryYear[] {
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
  const sum = (...tallies: readonly Tally[]): Tally => ({
    cases: tallies.reduce((total, one) => total + one.cases, 0),
    money: tallies.reduce((total, one) => total + one.money, 0),
  });
  return others.map((territory, index) => {
    const corruptionDone = at(parts.corruptionCompleted!, index);
    const corruptionWith = sum(corruptionDone, at(parts.corruptionInProgress!, index));
    return {
      territory,
      withConditions: at(withConditions, index),
      completed: at(completed, index),
      toBeEnforced: sum(at(withConditions, index), at(notYet, index)),
      terminated: at(parts.terminated!, index),
      deducted: at(parts.deducted!, index),
      carriedOver: at(parts.carriedOver!, index),
      corruption: {
        completed: corruptionDone,
        withConditions: corruptionWith,
        toBeEnforced: sum(corruptionWith, at(parts.corruptionNotYet!, index)),
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
  const less = (whole: Tally, parts: readonly Tally[]): Tally => ({
    cases: whole.cases - parts.reduce((sum, part) => sum + part.cases, 0),
    money: whole.money - parts.reduce((sum, part) => sum + part.money, 0),
  });
  const rest = (whole: Tally, key: keyof Year): Tally =>
    less(
      whole,
      totals.map((year) => year[key]),
    );
  const restCorruption = (whole: Tally, key: keyof Year): Tally =>
    less(
      whole,
      corruption.map((year) => year[key]),
    );
  const { corruption: national } = NATION_2024;
  return {
    withConditions: rest(NATION_2024.withConditions, 'withConditions'),
    completed: rest(NATION_2024.completed, 'completed'),
    notYet: less(rest(NATION_2024.toBeEnforced, 'toBeEnforced'), [rest(NATION_2024.withConditions, 'withConditions')]),
    terminated: rest(NATION_2024.terminated, 'terminated'),
    deducted: rest(NATION_2024.deducted, 'deducted'),
    carriedOver: rest(NATION_2024.carriedOver, 'carriedOver'),
    corruptionCompleted: restCorruption(national.completed, 'completed'),
    corruptionInProgress: less(restCorruption(national.withConditions, 'withConditions'), [
      restCorruption(national.completed, 'completed'),
    ]),
    corruptionNotYet: less(restCorruption(national.toBeEnforced, 'toBeEnforced'), [
      restCorruption(national.withConditions, 'withConditions'),
    ]),
  };
}

interface Year {
  readonly carriedOver: Tally;
  readonly toBeEnforced: Tally;
  readonly withConditions: Tally;
  readonly completed: Tally;
  readonly terminated: Tally;
  readonly deducted: Tally;
}

type YearSource = Pick<(typeof provincePlans)[number]['populations'][number], 'years' | 'opening'>;

/** The working year 2024 of some populations together. */
function yearOf(populations: readonly YearSource[]): Year {
  const zero: Tally = { cases: 0, money: 0 };
  const plus = (a: Tally, b: Tally, sign = 1): Tally => ({
    cases: a.cases + sign * b.cases,
    money: a.money + sign * b.money,
  });
  const years = populations.map(({ years: all, opening }) => {
    let stock = plus(opening.withConditions, opening.notYet);
    for (const { from, rows } of all) {
      const last: ReportedRow = rows.at(-1)!;
      const toBeEnforced = plus(plus(stock, last.newlyReceived), last.deducted, -1);
      if (from === '2023-10-01') return { ...last, carriedOver: stock, toBeEnforced };
      stock = plus(toBeEnforced, last.completed, -1);
    }
    throw new Error('a population without the working year 2024');
  });
  const total = (key: keyof Year): Tally => years.reduce((sum, year) => plus(sum, year[key]), zero);
  return {
    carriedOver: total('carriedOver'),
    toBeEnforced: total('toBeEnforced'),
    withConditions: total('withConditions'),
    completed: total('completed'),
    terminated: total('terminated'),
    deducted: total('deducted'),
  };
}

/** Cut-offs of the inter-agency reports with the share of the year's inflow and completions reached by then. */
const CUT_OFFS = [
  ['2023-12-31', 0.27, 0.15],
  ['2024-03-31', 0.52, 0.38],
  ['2024-07-31', 0.85, 0.72],
  ['2024-09-30', 1, 1],
] as const;

interface SlotAmount extends Tally {
  readonly slot: string;
}

/** Entries of one office: its stock before the year, then at each cut-off what every slot has grown by since. */
function entries(
  subject: string,
  source: string,
  overlays: readonly string[],
  days: readonly (readonly [string, readonly SlotAmount[]])[],
): SampleEvent[] {
  let before = new Map<string, Tally>();
  return days.map(([occurredOn, slots], nth) => {
    const reportLines = slots
      .map(({ slot, cases, money }) => ({
        slot,
        overlays,
        count: cases - (before.get(slot)?.cases ?? 0),
        money: money - (before.get(slot)?.money ?? 0),
      }))
      .filter(({ count, money }) => count !== 0 || money !== 0);
    before = new Map(slots.map(({ slot, cases, money }) => [slot, { cases, money }]));
    return { id: eventId(subject, nth), subject, type: 'REPORT_ENTRY_RECORDED', occurredOn, source, reportLines };
  });
}

function part({ cases, money }: Tally, share: number): Tally {
  return { cases: Math.round(cases * share), money: Math.round((money * share) / 1_000) * 1_000 };
}

const SOURCE = 'Made-up division of the national report of the working year 2024 (preliminary)';

function officeOf(territory: number): string {
  return `VN63-${String(territory).padStart(2, '0')}-00`;
}

interface Book {
  readonly carriedOver: Tally;
  readonly toBeEnforced: Tally;
  readonly withConditions: Tally;
  readonly completed: Tally;
  readonly terminated: Tally;
  readonly deducted: Tally;
}

/** Stocks and flows at each cut-off: total stock = opening + inflow − outflow, split into the two classes. */
function caseDays(book: Book): (readonly [string, readonly SlotAmount[]])[] {
  const closing = {
    cases: book.toBeEnforced.cases - book.completed.cases,
    money: book.toBeEnforced.money - book.completed.money,
  };
  const inflow = {
    cases: closing.cases + book.completed.cases + book.deducted.cases - book.carriedOver.cases,
    money: closing.money + book.completed.money + book.deducted.money - book.carriedOver.money,
  };
  const notYetEnd = {
    cases: book.toBeEnforced.cases - book.withConditions.cases,
    money: book.toBeEnforced.money - book.withConditions.money,
  };
  const notYetStart = part(book.carriedOver, notYetEnd.cases / Math.max(closing.cases, 1));
  const at = (day: string, inShare: number, outShare: number): readonly [string, readonly SlotAmount[]] => {
    const fresh = inShare === 1 ? inflow : part(inflow, inShare);
    const done = outShare === 1 ? book.completed : part(book.completed, outShare);
    const terminated = outShare === 1 ? book.terminated : part(book.terminated, outShare);
    const deducted = outShare === 1 ? book.deducted : part(book.deducted, outShare);
    const entrusted = part(deducted, 0.7);
    const stock = (measure: Measure): number =>
      book.carriedOver[measure] + fresh[measure] - done[measure] - deducted[measure];
    const notYet = (measure: Measure): number =>
      inShare === 1
        ? notYetEnd[measure]
        : Math.round(notYetStart[measure] + (notYetEnd[measure] - notYetStart[measure]) * inShare);
    return [
      day,
      [
        { slot: 'IN_PROGRESS', cases: stock('cases') - notYet('cases'), money: stock('money') - notYet('money') },
        { slot: 'NOT_YET_44A', cases: notYet('cases'), money: notYet('money') },
        { slot: 'COMPLETED', cases: done.cases - terminated.cases, money: done.money - terminated.money },
        { slot: 'TERMINATED', ...terminated },
        { slot: 'ENTRUSTED_OUT', ...entrusted },
        { slot: 'REVOKED', cases: deducted.cases - entrusted.cases, money: deducted.money - entrusted.money },
        { slot: 'DECISION_DUE', cases: fresh.cases, money: 0 },
        { slot: 'DECISION_ISSUED', cases: fresh.cases, money: 0 },
      ],
    ];
  };
  return [at('2023-09-30', 0, 0), ...CUT_OFFS.map(([day, inShare, outShare]) => at(day, inShare, outShare))];
}

/** The corruption and economic cases of a territory as a book of their own, so that they can be taken off the rest. */
function corruptionBook({ corruption }: TerritoryYear): Book {
  const none: Tally = { cases: 0, money: 0 };
  return { ...corruption, carriedOver: part(corruption.toBeEnforced, 0.45), terminated: none, deducted: none };
}

function less(a: Book, b: Book): Book {
  const minus = (key: keyof Book): Tally => ({
    cases: a[key].cases - b[key].cases,
    money: a[key].money - b[key].money,
  });
  return {
    carriedOver: minus('carriedOver'),
    toBeEnforced: minus('toBeEnforced'),
    withConditions: minus('withConditions'),
    completed: minus('completed'),
    terminated: minus('terminated'),
    deducted: minus('deducted'),
  };
}

export interface NationEntries {
  readonly cases: readonly History[];
  readonly recovery: readonly History[];
  readonly petitions: readonly History[];
}

const CORRUPTION = ['CORRUPTION_ECONOMIC'];

export function nationEntries(seed: number): NationEntries {
  const random = createRandom(seed);
  const years = territoryYears(random);
  const corruption = years.map((year) => ({ year, book: corruptionBook(year) }));
  return {
    cases: corruption.flatMap(({ year, book }) => [
      entries(`${officeOf(year.territory)}.BC-2024`, SOURCE, [], caseDays(less(year, book))),
      entries(`${officeOf(year.territory)}.BC-2024-CE`, SOURCE, CORRUPTION, caseDays(book)),
    ]),
    recovery: corruption.map(({ year, book }) =>
      entries(
        `${officeOf(year.territory)}.BC-2024-CE`,
        SOURCE,
        CORRUPTION,
        caseDays(book).map(([day, slots]) => [day, recoverySlots(slots)]),
      ),
    ),
    petitions: petitionEntries(years, random),
  };
}

/** The same money as the register of recovery counts it; all of it is remitted or paid when collected. */
function recoverySlots(slots: readonly SlotAmount[]): SlotAmount[] {
  const of = (name: string): Tally => slots.find(({ slot }) => slot === name)!;
  const remitted = part(of('COMPLETED'), 0.7);
  return [
    { slot: 'OUTSTANDING_WITH_CONDITIONS', ...pick(of('IN_PROGRESS')) },
    { slot: 'OUTSTANDING_NOT_YET', ...pick(of('NOT_YET_44A')) },
    { slot: 'COLLECTED', ...pick(of('COMPLETED')) },
    { slot: 'REMITTED', ...remitted },
    { slot: 'PAID', cases: of('COMPLETED').cases - remitted.cases, money: of('COMPLETED').money - remitted.money },
  ];
}

function pick({ cases, money }: Tally): Tally {
  return { cases, money };
}

/** National report of 2024: 7,359 citizens received, 12,486 letters, 2,481 within competence, 2,398 of them resolved. */
const PETITIONS_2024 = {
  received: 12_486 - 135,
  withinCompetence: 2_481 - 135,
  resolved: 2_398 - 135,
  citizens: 7_359 - 15,
};

function petitionEntries(years: readonly TerritoryYear[], random: Random): History[] {
  const weights = years.map(({ toBeEnforced }) => toBeEnforced.cases * (0.7 + random.next() * 0.6));
  const split = (total: number): number[] => splitCount(total, weights);
  const resolved = split(PETITIONS_2024.resolved);
  const pending = split(PETITIONS_2024.withinCompetence - PETITIONS_2024.resolved);
  const forwarded = split(PETITIONS_2024.received - PETITIONS_2024.withinCompetence);
  const citizens = split(PETITIONS_2024.citizens);
  return years.map(({ territory }, index) => {
    const subject = `${officeOf(territory)}.BC-2024`;
    const line = (slot: string, count: number, kind?: string) => ({ slot, count, ...(kind ? { kind } : {}) });
    const complaints = Math.round(resolved[index]! * 0.62);
    return [
      {
        id: eventId(subject, 0),
        subject,
        type: 'REPORT_ENTRY_RECORDED',
        occurredOn: '2024-09-30',
        source: SOURCE,
        reportLines: [
          line('RESOLVED', complaints, 'COMPLAINT'),
          line('RESOLVED', resolved[index]! - complaints, 'RECOMMENDATION'),
          line('PENDING', pending[index]!, 'COMPLAINT'),
          line('FORWARDED', forwarded[index]!, 'COMPLAINT'),
          line('RECEPTION_VISITS', Math.round(citizens[index]! * 1.05)),
          line('RECEPTION_CITIZENS', citizens[index]!),
          line('RECEPTION_MATTERS', Math.round(citizens[index]! * 0.9)),
        ].filter(({ count }) => count > 0),
      },
    ];
  });
}
