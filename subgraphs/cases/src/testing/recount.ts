import { type Amount, type IsoDate, type ReportingPeriod, addDays } from '@thads/shared';
import type { CaseEvent } from '../case/case.event';
import type { Tree } from './ledger';

/**
 * The statistics counted the way a clerk would: case by case, from what happened to it, by the definitions of the forms.
 * Knows nothing of slots, placements and movements.
 */

type Standing =
  'verifying' | 'enforcing' | 'postponed by consent' | 'article 44a' | 'postponed' | 'suspended' | 'apart';

/** What a case looks like from a day on. */
interface Evening {
  readonly from: IsoDate;
  readonly standing: Standing | null;
  readonly owed: number;
}

/** Something that a form counts on a day. */
interface Fact {
  readonly on: IsoDate;
  readonly what:
    'received' | 'enforced' | 'terminated' | 'reduced' | 'entrusted' | 'revoked' | 'withdrawn' | 'separated';
  readonly cases: number;
  readonly money: number;
}

const GOES_TO: Readonly<Record<string, Standing>> = {
  CLASSIFIED_WITH_CONDITIONS: 'enforcing',
  CONTINUED: 'enforcing',
  MONEY_COLLECTED: 'enforcing',
  NOT_YET_WITH_CONDITIONS_DECIDED: 'article 44a',
  NEW_INFORMATION: 'verifying',
  POSTPONED_BY_CONSENT: 'postponed by consent',
  POSTPONED: 'postponed',
  SUSPENDED: 'suspended',
  MOVED_TO_SEPARATE_BOOK: 'apart',
};
const ENDS: Readonly<Record<string, Fact['what']>> = {
  COMPLETED: 'enforced',
  TERMINATED: 'terminated',
  ENTRUSTED_OUT: 'entrusted',
  REVOKED: 'revoked',
  REQUEST_RETURNED: 'revoked',
  WITHDRAWN_UPWARD: 'withdrawn',
};
const PARTS: Readonly<Record<string, Fact['what']>> = {
  MONEY_PAID: 'enforced',
  TERMINATED_IN_PART: 'terminated',
  REDUCTION_GRANTED: 'reduced',
  ENTRUSTED_IN_PART: 'entrusted',
};
const COLLECTS = ['MONEY_COLLECTED', 'ASSET_TAKEN_BY_CREDITOR', 'ASSET_REDEEMED'];
const WITH: readonly Standing[] = ['enforcing', 'postponed by consent', 'verifying'];
const NOT_YET: readonly Standing[] = ['article 44a', 'postponed', 'suspended'];

const isDecision = ({ type }: CaseEvent): boolean => type === 'DECISION_ISSUED' || type === 'ENTRUSTMENT_RECEIVED';

/** One case, told from its first event to its last. */
function storyOf(history: readonly CaseEvent[]): {
  readonly evenings: readonly Evening[];
  readonly facts: readonly Fact[];
} {
  const evenings: Evening[] = [];
  const facts: Fact[] = [];
  let standing: Standing | null = null;
  let before: Standing | null = null;
  let owed = 0;
  let paid = 0;
  let isCollected = false;
  for (const event of history) {
    const { type, occurredOn: on, amount } = event;
    const fact = (what: Fact['what'], cases: number, money: number): void =>
      void facts.push({ on, what, cases, money });
    if (isDecision(event)) {
      owed = amount!;
      standing = 'verifying';
      fact('received', 1, owed);
    }
    // Out of the book a case is in the main stock again, as a new one.
    if (type === 'NEW_INFORMATION' && standing === 'apart') fact('received', 1, owed);
    if (type === 'MOVED_TO_SEPARATE_BOOK') fact('separated', 1, owed);
    if (type === 'RESUMED') standing = before;
    const part = PARTS[type];
    if (part) {
      fact(part, 0, amount!);
      owed -= amount!;
      if (type === 'MONEY_PAID') paid += amount!;
    }
    if (COLLECTS.includes(type)) isCollected = true;
    const end = type === 'MONEY_PAID' && isCollected && owed === 0 ? 'enforced' : ENDS[type];
    if (type === 'MONEY_PAID') isCollected = false;
    if (end && standing !== null && standing !== 'apart') {
      // A case done in part with the rest entrusted out is completed for the sender (B.1, further rules on counting).
      const counted = end === 'entrusted' && paid > 0 ? 'enforced' : end;
      fact(counted, 1, 0);
      fact(end, 0, owed);
    }
    const next = GOES_TO[type];
    if (next) [before, standing] = [standing, next];
    evenings.push({ from: on, standing: end ? null : standing, owed });
    if (end) break;
  }
  return { evenings, facts };
}

/** The cases of a register, each with its accepted events in order. */
export function historiesOf(events: readonly CaseEvent[]): CaseEvent[][] {
  const bySubject = new Map<string, CaseEvent[]>();
  for (const event of events) bySubject.set(event.subject, [...(bySubject.get(event.subject) ?? []), event]);
  return [...bySubject.values()];
}

const plus = (a: Amount, b: Amount): Amount => ({ cases: a.cases + b.cases, money: a.money + b.money });
const minus = (a: Amount, b: Amount): Amount => ({ cases: a.cases - b.cases, money: a.money - b.money });
const NONE: Amount = { cases: 0, money: 0 };

export function recount(events: readonly CaseEvent[], { from, through }: ReportingPeriod): Tree {
  const stories = historiesOf(events).map(storyOf);

  const open = (day: IsoDate, standings: readonly Standing[]): Amount => {
    const evenings = stories.map((story) => story.evenings.findLast((evening) => evening.from <= day));
    const those = evenings.filter((evening) => evening?.standing && standings.includes(evening.standing));
    return { cases: those.length, money: those.reduce((sum, evening) => sum + evening!.owed, 0) };
  };
  const happened = (what: Fact['what']): Amount =>
    stories
      .flatMap(({ facts }) => facts)
      .filter((fact) => fact.what === what && from <= fact.on && fact.on <= through)
      .reduce(plus, NONE);

  const carriedOver = open(addDays(from, -1), [...WITH, ...NOT_YET]);
  const newlyReceived = happened('received');
  const entrusted = happened('entrusted');
  const revoked = happened('revoked');
  const withdrawnUpward = happened('withdrawn');
  const separated = happened('separated');
  const fullyEnforced = happened('enforced');
  const terminated = happened('terminated');
  const reduced = happened('reduced');

  const handled = plus(carriedOver, newlyReceived);
  const deducted = [entrusted, revoked, withdrawnUpward, separated].reduce(plus);
  const toBeEnforced = minus(handled, deducted);
  const completed = [fullyEnforced, terminated, reduced].reduce(plus);
  const at = (...standings: Standing[]): Amount => open(through, standings);
  return {
    handled,
    carriedOver,
    newlyReceived,
    deducted,
    entrusted,
    revoked,
    withdrawnUpward,
    separated,
    separateBook: at('apart'),
    toBeEnforced,
    withConditions: plus(completed, at(...WITH)),
    fullyEnforced,
    terminated,
    inProgress: at('enforcing'),
    postponedByConsent: at('postponed by consent'),
    reduced,
    otherWithConditions: at('verifying'),
    notYetWithConditions: at(...NOT_YET),
    notYetDecided: at('article 44a'),
    postponed: at('postponed'),
    suspended: at('suspended'),
    carriedForward: at(...WITH, ...NOT_YET),
    carriedWithConditions: at(...WITH),
    carriedNotYet: at(...NOT_YET),
    completed,
  };
}

/** Five working days after the receipt, by the calendar on the wall. */
function lastDayInTime(receivedOn: IsoDate): IsoDate {
  const weekday = new Date(`${receivedOn}T00:00:00Z`).getUTCDay();
  return addDays(receivedOn, weekday === 6 ? 6 : weekday === 0 ? 5 : 7);
}

/** Enforcement decisions that were due in the period, and how many of them were issued. */
export function recountDecisions(events: readonly CaseEvent[], { from, through }: ReportingPeriod) {
  const fallDue = historiesOf(events).flatMap((history) => {
    // What is enforced on request is due from the request on.
    const receipt = history.find(
      ({ type, initiation }) =>
        type === 'REQUEST_FILED' || (type === 'JUDGMENT_RECEIVED' && initiation === 'EX_OFFICIO'),
    );
    if (!receipt) return [];
    const firstLateDay = addDays(lastDayInTime(receipt.occurredOn), 1);
    const decidedOn = history.find(({ type }) => type === 'DECISION_ISSUED')?.occurredOn ?? null;
    const revokedOn = history.find(({ type }) => ['REVOKED', 'REQUEST_REFUSED'].includes(type))?.occurredOn ?? null;
    if (decidedOn === null && revokedOn !== null && revokedOn < firstLateDay) return [];
    const dueOn = decidedOn !== null && decidedOn < firstLateDay ? decidedOn : firstLateDay;
    return from <= dueOn && dueOn <= through ? [{ isIssued: decidedOn !== null }] : [];
  });
  return { due: fallDue.length, issued: fallDue.filter(({ isIssued }) => isIssued).length };
}

export function recountCoercions(events: readonly CaseEvent[], { from, through }: ReportingPeriod) {
  const decided = events.filter(
    ({ type, occurredOn }) => type === 'COERCION_DECIDED' && from <= occurredOn && occurredOn <= through,
  );
  return { all: decided.length, withForces: decided.filter(({ mobilisedForces }) => mobilisedForces).length };
}
