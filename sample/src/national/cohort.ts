import { addDays } from '@thads/shared';
import type { History } from '../event';
import { type Random, createRandom } from '../random';
import { assetsOf, obligationsOf } from '../recovery/recovery';
import { normal } from './choice';
import { LAST_DAY, type WorkingYear, isoOf, workingYear } from './days';
import { type NationalSettings, eventIds } from './event-ids';
import { NationalCase } from './national-case';
import { officerOf } from './officers';
import { LARGEST_CASE, NEW_CASES_A_YEAR, SMALLEST_CASE, type Territory, caseClass, nationalTerritories } from './shape';

/** One case in so many is kept in mind for petitions and findings. */
const KEPT_IN_MIND = 20;
const LATE_DECISIONS = 0.03;

/** A case that something else can be about. */
export interface KnownCase {
  readonly subject: string;
  readonly officer: string;
  readonly decidedOn: number;
}

/**
 * The cases that were decided in one territory in one working year, each to the end of the sample, and the obligations
 * and seized assets behind them. What is about the cases is known once they have been gone through.
 */
export class Cohort {
  readonly year: WorkingYear;
  readonly known: KnownCase[] = [];
  private readonly recovered: History[] = [];
  private readonly random: Random;
  private readonly nextCaseEventId: () => string;
  private entrusted = 0;

  constructor(
    readonly territory: Territory,
    year: number,
    readonly settings: NationalSettings,
  ) {
    this.year = workingYear(year);
    this.random = createRandom(Math.imul(settings.seed, 31) + territory.number * 100_003 + year * 7);
    this.nextCaseEventId = eventIds('cases', year, territory.number, settings);
  }

  /** Cases that will be made up, those received by entrustment aside. */
  get size(): number {
    return this.territory.offices.reduce((sum, { share }) => sum + this.casesOf(share), 0);
  }

  private casesOf(officeShare: number): number {
    return Math.max(1, Math.round(NEW_CASES_A_YEAR * this.settings.scale * this.territory.share * officeShare));
  }

  /** Goes through the cases once. */
  *cases(): Generator<History> {
    for (const { office, share } of this.territory.offices) {
      const count = this.casesOf(share);
      for (let nth = 1; nth <= count; nth += 1) {
        const subject = `${office.id}.N-${this.year.year}-${String(nth).padStart(6, '0')}`;
        yield* this.caseAndItsHeirs(subject, office.number, nth);
      }
    }
  }

  /** Obligations and assets of the cases gone through. */
  *recovery(): Generator<History> {
    const nextId = eventIds('recovery', this.year.year, this.territory.number, this.settings);
    for (const history of this.recovered) yield history.map((event) => ({ ...event, id: nextId() }));
  }

  private *caseAndItsHeirs(subject: string, office: number, nth: number): Generator<History> {
    const { random, year } = this;
    const { kind, overlays, exOfficio, median, deviation } = caseClass(random);
    const opening = {
      kind: kind(random),
      initiation: random.next() < exOfficio ? 'EX_OFFICIO' : 'ON_REQUEST',
      overlays,
    };
    const drawn = median * this.territory.amounts * Math.exp(deviation * normal(random));
    const amount = Math.floor(Math.min(LARGEST_CASE, Math.max(SMALLEST_CASE, drawn)) / 1_000) * 1_000;
    const decidedOn = year.first + random.below(year.last - year.first + 1);
    const late = random.next() < LATE_DECISIONS ? 8 + random.below(12) : 0;
    const made = this.newCase(subject, office, opening);
    made.decide(decidedOn - random.below(7) - late, decidedOn, amount);
    if (nth % KEPT_IN_MIND === 0) this.known.push({ subject, officer: made.officer, decidedOn });

    let elsewhere = this.elsewhere(office);
    let isPassedOn = made.live(year.year, elsewhere.id);
    yield this.recorded(made);
    for (let sender = made; isPassedOn;) {
      this.entrusted += 1;
      const number = `U${this.territory.number}-${String(this.entrusted).padStart(5, '0')}`;
      const heir = this.newCase(`${elsewhere.id}.N-${year.year}-${number}`, elsewhere.number, opening);
      const receivedOn = Math.min(LAST_DAY, sender.lastDay + 2 + random.below(10));
      heir.receive(receivedOn, sender.outstanding);
      const own = elsewhere.number;
      elsewhere = this.elsewhere(own);
      isPassedOn = heir.live(workingYearOfDay(receivedOn), elsewhere.id);
      yield this.recorded(heir);
      sender = heir;
    }
  }

  private newCase(subject: string, office: number, opening: NationalCase['opening']): NationalCase {
    const { random } = this;
    const [officer, colleague] = [officerOf(office, random), officerOf(office, random)];
    return new NationalCase(subject, officer, colleague, opening, random, this.nextCaseEventId);
  }

  /** Another office; most of what is entrusted stays near. */
  private elsewhere(own: number): { readonly id: string; readonly number: number } {
    const { random } = this;
    for (;;) {
      const territory = random.next() < 0.6 ? this.territory : random.pick(nationalTerritories);
      const { office } = random.pick(territory.offices);
      if (office.number !== own) return office;
    }
  }

  private recorded(made: NationalCase): History {
    const { events } = made;
    const seed = this.random.below(4_294_967_296);
    if (made.opening.overlays.length > 0) this.recovered.push(...obligationsOf([made], seed));
    if (events.some(({ type }) => type === 'COERCION_DECIDED'))
      this.recovered.push(...assetsOf([made], isoOf(LAST_DAY), seed));
    return events;
  }
}

function workingYearOfDay(day: number): number {
  return Number(addDays(isoOf(day), 92).slice(0, 4));
}
