import { type IsoDate, addDays, daysBetween, latest } from '@thads/shared';
import type { SampleEvent } from '../event';
import { eventId, type Random } from '../random';
import { formalities } from './decisions';
import type { Outcome, Segment } from './segments';

type Place = 'DECIDED' | 'WITH_CONDITIONS' | 'NO_CONDITIONS' | 'POSTPONED' | 'SUSPENDED' | 'ENDED';

/** A made-up case while its history is being written. */
export class CaseHistory {
  readonly events: SampleEvent[] = [];
  place: Place = 'DECIDED';
  outstanding = 0;
  isPartPaid = false;
  lastOn: IsoDate = '1900-01-01';

  constructor(
    readonly subject: string,
    readonly officer: string,
  ) {}

  get isNotYet(): boolean {
    return ['NO_CONDITIONS', 'POSTPONED', 'SUSPENDED'].includes(this.place);
  }

  get isOpen(): boolean {
    return this.place !== 'ENDED';
  }

  add(type: string, occurredOn: IsoDate, fields: Omit<Partial<SampleEvent>, 'type' | 'subject'> = {}): void {
    const { subject, events } = this;
    const nth = events.length;
    events.push({
      id: eventId(subject, nth),
      subject,
      type,
      occurredOn,
      ...formalities(subject, type, nth),
      ...fields,
    });
    this.lastOn = occurredOn;
  }

  /** Opens the case: judgment received or enforcement requested up to five working days before the decision. */
  open(
    decidedOn: IsoDate,
    amount: number,
    fields: Pick<SampleEvent, 'kind' | 'initiation' | 'overlays'>,
    random: Random,
  ): void {
    const local = this.subject.split('.')[1]!;
    const { kind, initiation } = fields;
    const isExOfficio = initiation === 'EX_OFFICIO';
    // Five working days at most, three in a bankruptcy.
    const before = random.below(isExOfficio && kind === 'BANKRUPTCY' ? 4 : 6);
    this.add(isExOfficio ? 'JUDGMENT_RECEIVED' : 'REQUEST_FILED', addDays(decidedOn, -before), {
      ...fields,
      judgmentNumber: `BA-${local}`,
    });
    this.add('DECISION_ISSUED', decidedOn, { amount, officer: this.officer, decisionNumber: `QD-${local}` });
    this.outstanding = amount;
  }

  pay(amount: number, occurredOn: IsoDate): void {
    this.add('MONEY_PAID', occurredOn, { amount });
    this.outstanding -= amount;
    this.isPartPaid = true;
  }

  /** Brings the case to where it has to be at the end of a segment, on days within it. */
  reach(outcome: Outcome, segment: Segment, random: Random, elsewhere: string): void {
    const earliest = latest(segment.from, this.lastOn);
    const days = random
      .shuffled([random.next(), random.next()])
      .sort((a, b) => a - b)
      .map((share) => addDays(earliest, Math.floor(share * (daysBetween(earliest, segment.through) + 1))));
    const [first, second] = days as [IsoDate, IsoDate];
    switch (outcome) {
      case 'WITH':
        if (this.isNotYet) this.return(first);
        if (this.place === 'DECIDED' && random.next() < 0.7) this.classify(second);
        return;
      case 'NOT_YET':
        if (!this.isNotYet) this.setAside(second, random);
        return;
      case 'FULLY_ENFORCED':
        if (this.isNotYet) this.return(first);
        if (this.place === 'DECIDED' && random.next() < 0.3) this.classify(first);
        return this.end('COMPLETED', second);
      case 'TERMINATED':
        return this.end('TERMINATED', second);
      case 'ENTRUSTED':
        if (this.place === 'POSTPONED' || this.place === 'SUSPENDED') this.return(first);
        return this.end('ENTRUSTED_OUT', second, { toOffice: elsewhere });
      case 'REVOKED':
        return this.end('REVOKED', second);
      case 'WITHDRAWN':
        return this.end('WITHDRAWN_UPWARD', second);
    }
  }

  private classify(on: IsoDate): void {
    this.add('CLASSIFIED_WITH_CONDITIONS', on);
    this.place = 'WITH_CONDITIONS';
  }

  private return(on: IsoDate): void {
    if (this.place === 'NO_CONDITIONS') {
      this.add('CONTINUED', on);
      this.place = 'WITH_CONDITIONS';
    } else {
      this.add('RESUMED', on);
      this.place = this.stateBeforeAside;
    }
  }

  private stateBeforeAside: Place = 'DECIDED';

  private setAside(on: IsoDate, random: Random): void {
    const type = random.weighted([
      ['NOT_YET_WITH_CONDITIONS_DECIDED', 94],
      ['POSTPONED', 5],
      ['SUSPENDED', 1],
    ] as const);
    this.stateBeforeAside = this.place;
    this.add(type, on);
    this.place = type === 'NOT_YET_WITH_CONDITIONS_DECIDED' ? 'NO_CONDITIONS' : type;
  }

  private end(type: string, on: IsoDate, fields: Partial<SampleEvent> = {}): void {
    this.add(type, on, fields);
    this.place = 'ENDED';
  }
}
