import { splitCount } from '../amounts';
import type { History, SampleEvent } from '../event';
import { type Random, createRandom, eventId } from '../random';
import { NOTHING, type Tally, less } from '../tally';
import { type Measure, type TerritoryYear, type Year, territoryYears } from './territory-years';

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

/** Stocks and flows at each cut-off: total stock = opening + inflow − outflow, split into the two classes. */
function caseDays(book: Year): (readonly [string, readonly SlotAmount[]])[] {
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
function corruptionBook({ corruption }: TerritoryYear): Year {
  return { ...corruption, carriedOver: part(corruption.toBeEnforced, 0.45), terminated: NOTHING, deducted: NOTHING };
}

function withoutBook(a: Year, b: Year): Year {
  return {
    carriedOver: less(a.carriedOver, b.carriedOver),
    toBeEnforced: less(a.toBeEnforced, b.toBeEnforced),
    withConditions: less(a.withConditions, b.withConditions),
    completed: less(a.completed, b.completed),
    terminated: less(a.terminated, b.terminated),
    deducted: less(a.deducted, b.deducted),
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
      entries(`${officeOf(year.territory)}.BC-2024`, SOURCE, [], caseDays(withoutBook(year, book))),
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
