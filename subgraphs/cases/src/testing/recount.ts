import { type Amount, type IsoDate, type ReportingPeriod, addDays } from '@thads/shared';
import type { CaseEvent } from '../case/case.event';
import type { Tree } from './ledger';

/**
 * The statistics counted the way a clerk would: case by case, from what happened to it, by the definitions of the forms.
 * Knows nothing of slots, placements and movements.
 */

type Standing = 'verifying' | 'enforcing' | 'postponed by consent' | 'article 44a' | 'postponed' | 'suspended';

/** What one case looks like in the evening of a day. */
interface Evening {
  readonly standing: Standing | null;
  readonly owed: number;
}

const GOES_TO: Readonly<Record<string, Standing>> = {
  CLASSIFIED_WITH_CONDITIONS: 'enforcing',
  CONTINUED: 'enforcing',
  NOT_YET_WITH_CONDITIONS_DECIDED: 'article 44a',
  POSTPONED_BY_CONSENT: 'postponed by consent',
  POSTPONED: 'postponed',
  SUSPENDED: 'suspended',
};
const ENDS = ['COMPLETED', 'TERMINATED', 'ENTRUSTED_OUT', 'REVOKED', 'WITHDRAWN_UPWARD'];
const WITH: readonly Standing[] = ['enforcing', 'postponed by consent', 'verifying'];
const NOT_YET: readonly Standing[] = ['article 44a', 'postponed', 'suspended'];

const isDecision = ({ type }: CaseEvent): boolean => type === 'DECISION_ISSUED' || type === 'ENTRUSTMENT_RECEIVED';
const paidIn = (events: readonly CaseEvent[]): number =>
  events.reduce((sum, { type, amount }) => sum + (type === 'MONEY_PAID' ? amount! : 0), 0);

function eveningOf(history: readonly CaseEvent[], day: IsoDate): Evening {
  const past = history.filter(({ occurredOn }) => occurredOn <= day);
  const decision = past.find(isDecision);
  if (!decision || past.some(({ type }) => ENDS.includes(type))) return { standing: null, owed: 0 };
  let standing: Standing = 'verifying';
  let before: Standing = standing;
  for (const { type } of past) {
    if (type === 'RESUMED') standing = before;
    const next = GOES_TO[type];
    if (next) [before, standing] = [standing, next];
  }
  return { standing, owed: decision.amount! - paidIn(past) };
}

/** The cases of a register, each with its accepted events in order. */
export function historiesOf(events: readonly CaseEvent[]): CaseEvent[][] {
  const bySubject = new Map<string, CaseEvent[]>();
  for (const event of events) bySubject.set(event.subject, [...(bySubject.get(event.subject) ?? []), event]);
  return [...bySubject.values()];
}

const plus = (a: Amount, b: Amount): Amount => ({ cases: a.cases + b.cases, money: a.money + b.money });
const minus = (a: Amount, b: Amount): Amount => ({ cases: a.cases - b.cases, money: a.money - b.money });

export function recount(events: readonly CaseEvent[], { from, through }: ReportingPeriod): Tree {
  const histories = historiesOf(events);
  const isIn = ({ occurredOn }: CaseEvent): boolean => from <= occurredOn && occurredOn <= through;

  const open = (day: IsoDate, standings: readonly Standing[]): Amount => {
    const evenings = histories.map((history) => eveningOf(history, day));
    const those = evenings.filter(({ standing }) => standing !== null && standings.includes(standing));
    return { cases: those.length, money: those.reduce((sum, { owed }) => sum + owed, 0) };
  };
  /** Cases under a decision that ended so in the period; the money is what was still owed. */
  const ended = (type: string): { history: CaseEvent[]; owed: number; wasPaid: boolean }[] =>
    histories
      .filter((history) => history.some((event) => event.type === type && isIn(event)) && history.some(isDecision))
      .map((history) => ({
        history,
        owed: history.find(isDecision)!.amount! - paidIn(history),
        wasPaid: paidIn(history) > 0,
      }));
  const tally = (those: readonly { owed: number }[], cases = those.length): Amount => ({
    cases,
    money: those.reduce((sum, { owed }) => sum + owed, 0),
  });

  const carriedOver = open(addDays(from, -1), [...WITH, ...NOT_YET]);
  const decisions = events.filter((event) => isDecision(event) && isIn(event));
  const newlyReceived = {
    cases: decisions.length,
    money: decisions.reduce((sum, { amount }) => sum + amount!, 0),
  };
  const allEntrusted = ended('ENTRUSTED_OUT');
  // A case done in part with the rest entrusted out is completed for the sender (B.1, further rules on counting).
  const doneByEntrusting = allEntrusted.filter(({ wasPaid }) => wasPaid).length;
  const entrusted = tally(allEntrusted, allEntrusted.length - doneByEntrusting);
  const revoked = tally(ended('REVOKED'));
  const withdrawnUpward = tally(ended('WITHDRAWN_UPWARD'));
  const enforced = tally(ended('COMPLETED'));
  const fullyEnforced = {
    cases: enforced.cases + doneByEntrusting,
    money: enforced.money + paidIn(events.filter(isIn)),
  };
  const terminated = tally(ended('TERMINATED'));
  const reduced = { cases: 0, money: 0 };

  const handled = plus(carriedOver, newlyReceived);
  const deducted = plus(plus(entrusted, revoked), withdrawnUpward);
  const toBeEnforced = minus(handled, deducted);
  const completed = plus(fullyEnforced, terminated);
  const at = (...standings: Standing[]): Amount => open(through, standings);
  return {
    handled,
    carriedOver,
    newlyReceived,
    deducted,
    entrusted,
    revoked,
    withdrawnUpward,
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
    const receipt = history.find(({ type }) => type === 'JUDGMENT_RECEIVED');
    if (!receipt) return [];
    const firstLateDay = addDays(lastDayInTime(receipt.occurredOn), 1);
    const decidedOn = history.find(({ type }) => type === 'DECISION_ISSUED')?.occurredOn ?? null;
    const revokedOn = history.find(({ type }) => type === 'REVOKED')?.occurredOn ?? null;
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
