import { addDays, latest } from '@thads/shared';
import type { CaseHistory } from '../cases/case-events';
import type { History, SampleEvent } from '../event';
import { type Random, createRandom, eventId } from '../random';

/** A case and what happened to it. */
export type CaseStory = Pick<CaseHistory, 'subject' | 'events'>;

const OPENED = new Set(['DECISION_ISSUED', 'ENTRUSTMENT_RECEIVED']);
const SET_ASIDE = new Set(['NOT_YET_WITH_CONDITIONS_DECIDED', 'POSTPONED', 'SUSPENDED']);
const RETURNED = new Set(['CONTINUED', 'RESUMED']);
const ENDED = new Set(['TERMINATED', 'ENTRUSTED_OUT', 'REVOKED', 'WITHDRAWN_UPWARD']);

/** Writes events about one subject with running ids. */
function writer(subject: string): {
  events: SampleEvent[];
  add(type: string, occurredOn: string, fields?: object): void;
} {
  const events: SampleEvent[] = [];
  return {
    events,
    add: (type, occurredOn, fields = {}) =>
      void events.push({ id: eventId(subject, events.length), subject, type, occurredOn, ...fields }),
  };
}

function categoryOf(overlays: readonly string[], random: Random): string {
  if (overlays.includes('CREDIT_INSTITUTION')) return 'CREDIT_CONTRACT';
  if (overlays.includes('CORRUPTION_ECONOMIC'))
    return random.pick(['DAMAGES_TO_STATE', 'DAMAGES_TO_VICTIM', 'CONFISCATION']);
  return random.pick(['COURT_FEE', 'COURT_FEE', 'FINE', 'RETROSPECTIVE_COLLECTION']);
}

const PRIVATE = new Set(['CREDIT_CONTRACT', 'DAMAGES_TO_VICTIM']);

/**
 * The obligations behind the cases of special categories: what the register of cases counts as completed is here
 * receipt by receipt, so that both registers say the same of the same money.
 */
export function obligationsOf(cases: readonly CaseStory[], seed: number): History[] {
  const random = createRandom(seed);
  return cases.flatMap(({ subject, events }) => {
    const overlays = (events[0]!.overlays ?? []) as readonly string[];
    return overlays.length === 0 ? [] : [obligationOf(subject, events, overlays, random)];
  });
}

function obligationOf(
  caseId: string,
  caseEvents: readonly SampleEvent[],
  overlays: readonly string[],
  random: Random,
): History {
  const subject = caseId.replace('.', '.O-');
  const { events, add } = writer(subject);
  const category = categoryOf(overlays, random);
  let outstanding = 0;
  let isAside = false;
  const setAside = (type: string, occurredOn: string): void => {
    add(type, occurredOn);
    isAside = !isAside;
  };
  const collect = (amount: number, occurredOn: string): void => {
    add('RECEIPT_RECORDED', occurredOn, { amount, receiptNumber: `BL-${subject.split('.')[1]}-${events.length}` });
    add(PRIVATE.has(category) ? 'PAID_TO_CREDITOR' : 'REMITTED_TO_BUDGET', occurredOn, { amount });
    outstanding -= amount;
  };
  for (const event of caseEvents) {
    if (OPENED.has(event.type)) {
      outstanding = event.amount as number;
      add('OBLIGATION_RECORDED', event.occurredOn, { category, amount: outstanding, overlays, case: caseId });
    } else if (SET_ASIDE.has(event.type)) setAside('OBLIGATION_NOT_YET_WITH_CONDITIONS', event.occurredOn);
    // A case postponed by consent kept its conditions.
    else if (RETURNED.has(event.type) && isAside) setAside('OBLIGATION_WITH_CONDITIONS', event.occurredOn);
    else if (event.type === 'MONEY_PAID') collect(event.amount as number, event.occurredOn);
    else if (event.type === 'COMPLETED') collect(outstanding, event.occurredOn);
    else if (ENDED.has(event.type)) add('OBLIGATION_ENDED', event.occurredOn, { ground: event.type });
  }
  return events;
}

/** Assets of cases with a seizure: appraised, put up for auction, sold or taken or still waiting. */
export function assetsOf(cases: readonly CaseStory[], lastDay: string, seed: number): History[] {
  const random = createRandom(seed);
  return cases.flatMap(({ subject: caseId, events: caseEvents }) => {
    const seizure = caseEvents.find(({ coercionMeasure }) => coercionMeasure === 'SEIZURE_OF_ASSETS');
    if (!seizure) return [];
    const subject = caseId.replace('.', '.A-');
    const { events, add } = writer(subject);
    const overlays = caseEvents[0]!.overlays;
    const step = (days: number): string => latest(addDays(events.at(-1)!.occurredOn, days));
    const within = (days: number): boolean => step(days) <= lastDay;
    add('ASSET_SEIZED', seizure.occurredOn, {
      description: random.pick(['Quyền sử dụng đất (giả định)', 'Nhà ở (giả định)', 'Xe ô tô (giả định)']),
      assetKind: random.pick(['REAL_ESTATE', 'REAL_ESTATE', 'MOVABLE']),
      case: caseId,
      overlays,
    });
    let price = Math.round((0.2 + random.skewed()) * 900) * 1_000_000;
    if (within(30)) add('ASSET_APPRAISED', step(30), { amount: price });
    for (let round = 1; round <= 3 && within(45) && events.length > 1; round += 1) {
      if (random.next() < 0.45) {
        add('AUCTION_SOLD', step(45), { startingPrice: price, amount: Math.round(price * (1 + random.next() * 0.2)) });
        return [events];
      }
      add('AUCTION_FAILED', step(45), { startingPrice: price });
      price = Math.round(price * 0.93);
    }
    if (events.filter(({ type }) => type === 'AUCTION_FAILED').length === 3 && within(10))
      add('ASSET_TAKEN_BY_CREDITOR', step(10));
    return [events];
  });
}
