import type { SampleEvent } from '../event';
import type { Random } from '../random';
import { choice } from './choice';
import { LAST_WORKING_YEAR, type WorkingYear, dayOf, isoOf, workingYear } from './days';
import { formalities } from '../cases/decisions';
import { type Fate, LARGE_AMOUNT, fates } from './shape';

type Place =
  'DECIDED' | 'WITH_CONDITIONS' | 'NO_CONDITIONS' | 'POSTPONED' | 'POSTPONED_BY_CONSENT' | 'SUSPENDED' | 'ENDED';

/** Sub-departments ceased to be agencies of their own, and with that withdrawing upward. */
const LAST_WITHDRAWAL = dayOf('2025-06-30');
const NOT_YET: ReadonlySet<Place> = new Set(['NO_CONDITIONS', 'POSTPONED', 'SUSPENDED']);
const ASIDE: ReadonlySet<Place> = new Set([...NOT_YET, 'POSTPONED_BY_CONSENT']);

const measure = choice([
  ['SEIZURE_OF_ASSETS', 58],
  ['DEDUCTION_FROM_ACCOUNT', 14],
  ['DEDUCTION_FROM_INCOME', 14],
  ['HANDOVER_OF_OBJECT', 9],
  ['EXPLOITATION_OF_ASSETS', 2],
  ['ACT_OR_FORBEARANCE', 3],
]);
const notYetBy = choice<'NOT_YET_WITH_CONDITIONS_DECIDED' | 'POSTPONED' | 'SUSPENDED'>([
  ['NOT_YET_WITH_CONDITIONS_DECIDED', 94],
  ['POSTPONED', 5],
  ['SUSPENDED', 1],
]);
const years = new Map<number, WorkingYear>();
function yearOf(year: number): WorkingYear {
  let known = years.get(year);
  if (!known) years.set(year, (known = workingYear(year)));
  return known;
}

export interface Opening {
  readonly kind: string;
  readonly initiation: string;
  readonly overlays: readonly string[];
}

/** A made-up case of the national sample while its history is being written. */
export class NationalCase {
  readonly events: SampleEvent[] = [];
  /** Dong not paid yet. */
  outstanding = 0;
  private place: Place = 'DECIDED';
  private before: Place = 'DECIDED';
  private day = 0;

  constructor(
    readonly subject: string,
    public officer: string,
    private readonly colleague: string,
    readonly opening: Opening,
    private readonly random: Random,
    private readonly nextId: () => string,
  ) {}

  get lastDay(): number {
    return this.day;
  }

  /** Opened by a judgment that was received, or a request that was filed, some days before the decision. */
  decide(receivedOn: number, decidedOn: number, amount: number): void {
    const number = this.number;
    const { kind, initiation, overlays } = this.opening;
    this.add(initiation === 'EX_OFFICIO' ? 'JUDGMENT_RECEIVED' : 'REQUEST_FILED', receivedOn, {
      kind,
      initiation,
      ...(overlays.length > 0 ? { overlays } : {}),
      judgmentNumber: `BA-${number}`,
    });
    this.add('DECISION_ISSUED', decidedOn, { amount, officer: this.officer, decisionNumber: `QD-${number}` });
    this.outstanding = amount;
  }

  /** Opened by another office's entrusting. */
  receive(receivedOn: number, amount: number): void {
    const { kind, initiation, overlays } = this.opening;
    this.add('ENTRUSTMENT_RECEIVED', receivedOn, {
      kind,
      initiation,
      ...(overlays.length > 0 ? { overlays } : {}),
      amount,
      officer: this.officer,
      decisionNumber: `QD-${this.number}`,
    });
    this.outstanding = amount;
  }

  /** Lives on to the end of the sample, or to its own; true when it ends by being entrusted to `elsewhere`. */
  live(from: number, elsewhere: string): boolean {
    for (let year = from; year <= LAST_WORKING_YEAR; year += 1) {
      const fate = this.pass(yearOf(year), elsewhere);
      if (this.place === 'ENDED') return fate === 'ENTRUSTED';
    }
    return false;
  }

  private get number(): string {
    return this.subject.slice(this.subject.indexOf('.') + 1);
  }

  private pass({ first, last }: WorkingYear, elsewhere: string): Fate {
    const { random } = this;
    this.day = Math.max(this.day, first);
    const weights = fates[this.outstanding >= LARGE_AMOUNT ? 'large' : 'small'];
    let fate = weights[NOT_YET.has(this.place) ? 'notYet' : 'active'](random);
    if (fate === 'WITHDRAWN' && last > LAST_WITHDRAWAL && this.day + 90 > LAST_WITHDRAWAL) fate = 'REVOKED';
    const through = fate === 'WITHDRAWN' ? Math.min(last, LAST_WITHDRAWAL) : last;
    if (random.next() < 0.25) this.add('OFFICER_ASSIGNED', this.later(through, 6), { officer: this.change() });
    switch (fate) {
      case 'NOT_YET':
        this.failToBeEnforced(through);
        break;
      case 'WITH':
        this.proceed(through);
        if (random.next() < 0.04 && !ASIDE.has(this.place)) this.setAside('POSTPONED_BY_CONSENT', through);
        break;
      case 'COMPLETED':
        this.proceed(through);
        this.end('COMPLETED', through);
        break;
      case 'ENTRUSTED':
        if (ASIDE.has(this.place) && this.place !== 'NO_CONDITIONS') this.goOn(through);
        this.end('ENTRUSTED_OUT', through, { toOffice: elsewhere });
        break;
      case 'TERMINATED':
        this.end('TERMINATED', through);
        break;
      case 'REVOKED':
        this.end('REVOKED', through);
        break;
      case 'WITHDRAWN':
        this.end('WITHDRAWN_UPWARD', through);
    }
    return fate;
  }

  /** Conditions there, or back again: classified, paid in parts, coerced, now and then set aside for a while. */
  private proceed(through: number): void {
    const { random } = this;
    if (ASIDE.has(this.place)) this.goOn(through);
    if (this.place === 'DECIDED' && random.next() < 0.82) this.classify(through);
    if (random.next() < 0.15) {
      this.setAside(random.next() < 0.5 ? 'POSTPONED_BY_CONSENT' : 'POSTPONED', through);
      this.goOn(through);
    }
    this.pay(random.below(this.outstanding < 5_000_000 ? 4 : 8), through);
    if (this.place === 'WITH_CONDITIONS' && random.next() < 0.04) this.coerce(through);
  }

  private failToBeEnforced(through: number): void {
    const { random } = this;
    if (NOT_YET.has(this.place)) {
      if (random.next() >= 0.45) return;
      this.goOn(through);
    } else if (ASIDE.has(this.place)) this.goOn(through);
    if (this.place === 'DECIDED' && random.next() < 0.3) this.classify(through);
    this.pay(random.next() < 0.25 ? 1 + random.below(3) : 0, through);
    this.setAside(notYetBy(random), through);
  }

  private pay(parts: number, through: number): void {
    for (let part = 0; part < parts && this.outstanding > 100_000; part += 1) {
      const share = this.outstanding < LARGE_AMOUNT ? 0.05 + 0.4 * this.random.next() : 0.08 * this.random.next();
      const amount = Math.max(1_000, Math.floor((this.outstanding * share) / 1_000) * 1_000);
      this.add('MONEY_PAID', this.later(through, parts - part + 2), { amount });
      this.outstanding -= amount;
    }
  }

  private coerce(through: number): void {
    this.add('COERCION_DECIDED', this.later(through, 3), {
      coercionMeasure: measure(this.random),
      mobilisedForces: this.random.next() < 0.02,
    });
  }

  private classify(through: number): void {
    this.add('CLASSIFIED_WITH_CONDITIONS', this.later(through, 6));
    this.place = 'WITH_CONDITIONS';
  }

  private setAside(
    type: 'NOT_YET_WITH_CONDITIONS_DECIDED' | 'POSTPONED' | 'POSTPONED_BY_CONSENT' | 'SUSPENDED',
    through: number,
  ): void {
    this.add(type, this.later(through, 3));
    this.before = this.place;
    this.place = type === 'NOT_YET_WITH_CONDITIONS_DECIDED' ? 'NO_CONDITIONS' : type;
  }

  private goOn(through: number): void {
    const wasDecidedAgainst = this.place === 'NO_CONDITIONS';
    this.add(wasDecidedAgainst ? 'CONTINUED' : 'RESUMED', this.later(through, 5));
    this.place = wasDecidedAgainst ? 'WITH_CONDITIONS' : this.before;
  }

  private end(type: string, through: number, fields: object = {}): void {
    this.add(type, this.later(through, 1), fields);
    this.place = 'ENDED';
  }

  private change(): string {
    this.officer = this.colleague;
    return this.colleague;
  }

  /** A day after the last one, such that about `steps` as long ones lead to the last day there is. */
  private later(through: number, steps: number): number {
    return this.day + this.random.below(Math.floor((2 * (through - this.day)) / (steps + 1)) + 1);
  }

  private add(type: string, day: number, fields: object = {}): void {
    const { subject, events } = this;
    this.day = day;
    const occurredOn = isoOf(day);
    events.push({
      id: this.nextId(),
      subject,
      type,
      occurredOn,
      ...formalities(subject, type, events.length),
      ...fields,
    });
  }
}
