import { type IsoDate, NEW_LAW_IN_FORCE, SAME, type Transition, addWorkingDays, latest } from '@thads/shared';
import type { CaseEntity } from '../case/case.entity';
import type { CaseEvent } from '../case/case.event';
import { outstandingOf } from '../case/case.money';

type CaseTransition = Transition<CaseEntity, CaseEvent>;

/**
 * Working days within which the list of debtors without conditions says what has been decided: Circular 04/2023 art. 6,
 * since July 2026 Decree 152/2026 art. 23. What happens on the list happens as the last of these days begins, so that a
 * decision that is taken back in time has never been public.
 */
const PUBLICATION = 5;
const CHANGE = 3;
const REMOVAL = { until2026: 2, since2026: 3 };

/** The first day on which a debtor is public by a decision of that day. */
export function publicFrom(decidedOn: IsoDate): IsoDate {
  return addWorkingDays(decidedOn, PUBLICATION);
}

/** The first day on which a change of what is public is seen. */
export function changedFrom(day: IsoDate): IsoDate {
  return addWorkingDays(day, CHANGE);
}

/** The first day on which a debtor is public no more, after a completion, termination or continuation of that day. */
export function removedFrom(day: IsoDate): IsoDate {
  return addWorkingDays(day, day < NEW_LAW_IN_FORCE ? REMOVAL.until2026 : REMOVAL.since2026);
}

/** From which day on what a listing says now is seen: not before the debtor is public at all. */
export function shownFrom({ listedOn, listings }: CaseEntity, before: CaseEntity | null, day: IsoDate): IsoDate {
  const first = publicFrom(listedOn!);
  return before?.listedOn && listings !== before.listings ? latest(first, changedFrom(day)) : first;
}

/** The transitions of a case, each with what it changes of the case's place on the list. */
export function withListing(transitions: readonly CaseTransition[]): CaseTransition[] {
  return transitions.map((transition) => ({
    ...transition,
    effect(event, state) {
      const change = transition.effect?.(event, state) ?? {};
      // Most events of most cases are far from it.
      if (state === null || (state.listedOn === null && !isAbout(transition, state))) return change;
      const to = transition.to === SAME ? state.state : (transition.to as CaseEntity['state']);
      return { ...change, ...listingAfter(state, { ...state, state: to, ...change }) };
    },
  }));
}

const LISTED_IN: readonly string[] = ['NO_CONDITIONS', 'DORMANT'];

function isAbout({ to }: CaseTransition, { state }: CaseEntity): boolean {
  return LISTED_IN.includes(to) || LISTED_IN.includes(state);
}

function listingAfter(
  before: CaseEntity,
  after: CaseEntity,
): Pick<CaseEntity, 'listedOn' | 'listedGround' | 'listings'> {
  const stands = after.returnState ?? after.state;
  // New information has to be verified first: until the enforcement goes on, the decision stands.
  const isListed = LISTED_IN.includes(stands) || (stands === 'VERIFYING' && before.listedOn !== null);
  if (after.endedOn !== null || !isListed) return { listedOn: null, listedGround: null, listings: before.listings };
  const listedGround = after.noConditionsGround ?? before.listedGround;
  const isSame =
    before.listedOn !== null && before.listedGround === listedGround && outstandingOf(before) === outstandingOf(after);
  return {
    listedOn: before.listedOn ?? after.noConditionsOn,
    listedGround,
    listings: before.listings + (isSame ? 0 : 1),
  };
}
