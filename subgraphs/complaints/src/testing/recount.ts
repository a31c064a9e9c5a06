import { type Amount, EVENT_REVERSED, type IsoDate, type RegisterEvent, type ReportingPeriod } from '@thads/shared';
import type { AnyEvent } from './histories';

/**
 * The statistics counted the way a clerk would: subject by subject, from what happened to it, by the definitions of the
 * forms. Knows nothing of slots, placements and movements.
 */

/** The histories of the subjects as they hold, without what was taken back. */
export function historiesOf(events: readonly RegisterEvent[]): AnyEvent[][] {
  const bySubject = new Map<string, AnyEvent[]>();
  for (const event of events) {
    const history = bySubject.get(event.subject) ?? [];
    bySubject.set(event.subject, history);
    if (event.type === EVENT_REVERSED) history.pop();
    else history.push(event as AnyEvent);
  }
  return [...bySubject.values()].filter(({ length }) => length > 0);
}

const isPetition = ([first]: AnyEvent[]): boolean => first!.type === 'PETITION_RECEIVED';

export interface PetitionCount {
  readonly received: number;
  readonly withinCompetence: number;
  readonly toBeResolved: number;
  readonly resolved: number;
  readonly overdue: number;
  readonly carriedOver: number;
  readonly forwarded: number;
  readonly notAccepted: number;
  readonly foundRight: number;
  readonly foundPartlyRight: number;
  readonly foundWrong: number;
  readonly answered: number;
  readonly stopped: number;
  readonly carriedForward: number;
}

export function countPetitions(
  histories: readonly AnyEvent[][],
  { from, through }: ReportingPeriod,
  kind: string | null,
): PetitionCount {
  const petitions = histories.filter((one) => isPetition(one) && (kind === null || one[0]!.kind === kind));
  const isIn = (event: AnyEvent | undefined): boolean =>
    event !== undefined && from <= event.occurredOn && event.occurredOn <= through;
  const having = (type: string): AnyEvent[][] =>
    petitions.filter((history) => isIn(history.find((event) => event.type === type)));
  const isOpenAt = (history: AnyEvent[], day: IsoDate): boolean => {
    const past = history.filter(({ occurredOn }) => occurredOn <= day).map(({ type }) => type);
    const isOver = ['PETITION_RESOLVED', 'PETITION_WITHDRAWN', 'PETITION_STOPPED'].some((type) => past.includes(type));
    return past.includes('PETITION_ACCEPTED') && !isOver;
  };
  const carriedOver = petitions.filter((history) => isOpenAt(history, yesterday(from))).length;
  const withinCompetence = having('PETITION_ACCEPTED').length;
  const resolved = having('PETITION_RESOLVED');
  const found = (outcome: string): number =>
    resolved.filter((history) => history.some((event) => event.outcome === outcome)).length;
  const ofAccepted = (type: string): number =>
    having(type).filter((history) => history.some((event) => event.type === 'PETITION_ACCEPTED')).length;
  return {
    // A letter that was split is a letter no more: its parts were received in its place.
    received: having('PETITION_RECEIVED').length - having('PETITION_SPLIT').length,
    withinCompetence,
    toBeResolved: carriedOver + withinCompetence,
    resolved: resolved.length,
    overdue: petitions.filter((history) => isOpenAt(history, through) && dueOn(history, through) < through).length,
    carriedOver,
    forwarded: having('PETITION_FORWARDED').length,
    notAccepted: having('PETITION_NOT_ACCEPTED').length,
    foundRight: found('RIGHT'),
    foundPartlyRight: found('PARTLY_RIGHT'),
    foundWrong: found('WRONG'),
    answered: found('ANSWERED'),
    stopped: ofAccepted('PETITION_WITHDRAWN') + having('PETITION_STOPPED').length,
    carriedForward: petitions.filter((history) => isOpenAt(history, through)).length,
  };
}

/** The days on which petitions are due, and on which those extended would have been. */
export function dueDays(histories: readonly AnyEvent[][]): IsoDate[] {
  const accepted = histories.filter((one) => isPetition(one) && one.some(({ type }) => type === 'PETITION_ACCEPTED'));
  return [
    ...new Set(accepted.flatMap((history) => [dueOn(history, '1900-01-01'), dueOn(history, '2200-12-31')])),
  ].sort();
}

/** By the articles, on the calendar on the wall; what was extended by that day is due later. */
function dueOn(history: AnyEvent[], day: IsoDate): IsoDate {
  const { kind, round, measureStage, complex } = history[0]!;
  const { occurredOn } = history.find(({ type }) => type === 'PETITION_ACCEPTED')!;
  const isLonger =
    complex || history.some(({ type, occurredOn: on }) => type === 'PETITION_EXTENDED' && on <= day) ? 30 : 0;
  if (kind === 'DENUNCIATION') return daysLater(occurredOn, 60 + isLonger);
  if (kind !== 'COMPLAINT') return workingDaysLater(occurredOn, 5);
  switch (measureStage ?? 'BEFORE_COERCION') {
    case 'BEFORE_COERCION':
      return daysLater(occurredOn, round === 2 ? 30 : 15);
    case 'COERCION':
      return daysLater(occurredOn, (round === 2 ? 45 : 30) + isLonger);
    default:
      return workingDaysLater(occurredOn, 5);
  }
}

function daysLater(day: IsoDate, days: number): IsoDate {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

function workingDaysLater(day: IsoDate, days: number): IsoDate {
  let last = day;
  for (let worked = 0; worked < days;) {
    last = daysLater(last, 1);
    if (![0, 6].includes(new Date(`${last}T12:00:00Z`).getUTCDay())) worked += 1;
  }
  return last;
}

const yesterday = (day: IsoDate): IsoDate => daysLater(day, -1);

export function countReceptions(histories: readonly AnyEvent[][], { from, through }: ReportingPeriod) {
  const those = histories
    .map(([first]) => first!)
    .filter(({ type, occurredOn }) => type === 'RECEPTION_RECORDED' && from <= occurredOn && occurredOn <= through);
  const sum = (of: (event: AnyEvent) => number | null | undefined): number =>
    those.reduce((all, event) => all + (of(event) ?? 0), 0);
  return {
    visits: sum(({ visits }) => visits),
    citizens: sum(({ citizens }) => citizens),
    matters: sum(({ matters }) => matters),
    massGroups: sum(({ massGroups }) => massGroups),
    massGroupCitizens: sum(({ massGroupCitizens }) => massGroupCitizens),
    massGroupMatters: sum(({ massGroupMatters }) => massGroupMatters),
    visitsToHead: sum(({ visits, receivedByHead }) => (receivedByHead ? visits : 0)),
    visitsOnline: sum(({ visits, online }) => (online ? visits : 0)),
  };
}

export function countCompensation(histories: readonly AnyEvent[][], { from, through }: ReportingPeriod) {
  /** Requests to which it first happened in the period, and the money of every time it did. */
  const of = (type: string, amountOf = (event: AnyEvent, _history: AnyEvent[]): number => event.amount!): Amount => {
    const tally = { cases: 0, money: 0 };
    for (const history of histories) {
      const times = history.filter((event) => event.type === type);
      const inPeriod = times.filter(({ occurredOn }) => from <= occurredOn && occurredOn <= through);
      if (times.length > 0 && inPeriod.includes(times[0]!)) tally.cases += 1;
      for (const event of inPeriod) tally.money += amountOf(event, history);
    }
    return tally;
  };
  const asked = (_event: AnyEvent, history: AnyEvent[]): number => history[0]!.amount!;
  return {
    requested: of('COMPENSATION_REQUESTED'),
    accepted: of('COMPENSATION_ACCEPTED', asked),
    rejected: of('COMPENSATION_REJECTED', asked),
    settled: of('COMPENSATION_SETTLED'),
    paid: of('COMPENSATION_PAID'),
    recourse: of('RECOURSE_DECIDED'),
    recourseCollected: of('RECOURSE_COLLECTED'),
  };
}
