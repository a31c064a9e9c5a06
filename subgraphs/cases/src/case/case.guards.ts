import {
  type GuardRefusal,
  type IsoDate,
  NEW_LAW_IN_FORCE,
  addDays,
  addMonths,
  addWorkingDays,
  daysBetween,
  findOffice,
  tetOf,
} from '@thads/shared';
import type { CaseEntity } from './case.entity';
import type { CaseEvent } from './case.event';
import { SLOW_GROUNDS } from './case.grounds';
import { heldOf, outstandingOf } from './case.money';

type Guard = (event: CaseEvent, state: CaseEntity | null) => GuardRefusal | null;

/** The first refusal, in the order given. */
export const all =
  (...guards: readonly Guard[]): Guard =>
  (event, state) =>
    guards.reduce<GuardRefusal | null>((refusal, guard) => refusal ?? guard(event, state), null);

/** Years within which enforcement has to be requested (old law art. 30, new law art. 34). */
const YEARS_TO_REQUEST = 5;
/** Sub-departments were agencies of their own until the end of June 2025; since then nothing is withdrawn upward. */
const WITHDRAWAL_ENDED = '2025-07-01';
/** Below it an asset is not auctioned (old law art. 101.3). */
const AUCTION_MINIMUM = 2_000_000;
/** Of the first price, by which each reduction may lower it (old law art. 104). */
const LARGEST_REDUCTION = 0.1;
const REDUCTIONS_BEFORE_TAKING = 2;
const DAYS_AROUND_TET = 15;
const PROTEST_MONTHS = 3;

function amountFault(amount: number, most: number, rule: string, what: string): GuardRefusal | null {
  return amount > most
    ? {
        rule,
        message: `amount is ${amount}, more than the ${most} dong ${what}.`,
        allowed: `an amount from 0 to ${most}`,
        field: 'amount',
      }
    : null;
}

export const paymentFits: Guard = ({ amount }, state) =>
  (state!.state === 'COLLECTED'
    ? amountFault(amount!, heldOf(state!), 'AMOUNT_EXCEEDS_COLLECTED', 'collected and not yet paid')
    : null) ?? amountFault(amount!, outstandingOf(state!), 'AMOUNT_EXCEEDS_OUTSTANDING', 'still outstanding');

export const collectionFits: Guard = ({ amount }, state) =>
  amountFault(amount!, outstandingOf(state!) - heldOf(state!), 'AMOUNT_EXCEEDS_OUTSTANDING', 'still to be collected');

/** A part: the whole has an event of its own. */
export const partFits: Guard = ({ amount }, state) => {
  const most = outstandingOf(state!) - heldOf(state!) - 1;
  return amount! > most || amount === 0
    ? {
        rule: 'NOT_A_PART',
        message: `amount is ${amount}; ${outstandingOf(state!)} dong are outstanding.`,
        allowed: most > 0 ? `an amount from 1 to ${most}; for the whole the event without a part` : 'nothing in part',
        field: 'amount',
      }
    : null;
};

export const officeIsKnown: Guard = ({ toOffice }) =>
  findOffice(toOffice!)
    ? null
    : {
        rule: 'OFFICE_UNKNOWN',
        message: `There is no office ${toOffice}.`,
        allowed: 'an office id, e.g. VN63-10-01',
        field: 'toOffice',
      };

export const officeIsAnother: Guard = ({ toOffice, subject }) =>
  subject.startsWith(`${toOffice}.`)
    ? {
        rule: 'OFFICE_IS_OWN',
        message: `${toOffice} is the office of ${subject} itself.`,
        allowed: 'another office',
        field: 'toOffice',
      }
    : null;

export const requestIsOnRequest: Guard = ({ initiation }) =>
  initiation === 'EX_OFFICIO'
    ? {
        rule: 'INITIATION_CONTRADICTS',
        message: 'initiation is EX_OFFICIO, but what is decided ex officio needs no request.',
        allowed: 'ON_REQUEST, or leave it out',
        field: 'initiation',
      }
    : null;

/** What does not run lies between the day the time began and the request. */
export const excludedDaysFit: Guard = ({ excludedDays, effectiveOn, occurredOn }) => {
  const most = Math.max(0, daysBetween(effectiveOn ?? occurredOn, occurredOn));
  return excludedDays && excludedDays > most
    ? {
        rule: 'EXCLUDED_DAYS_TOO_MANY',
        message: effectiveOn
          ? `excludedDays is ${excludedDays}; from ${effectiveOn} to the request of ${occurredOn} there are ${most} days.`
          : `excludedDays is ${excludedDays}, but effectiveOn, from which the time runs, is missing.`,
        allowed: effectiveOn ? `0 to ${most}` : 'effectiveOn beside it, or neither',
        field: 'excludedDays',
      }
    : null;
};

export const isExOfficio: Guard = (_event, state) =>
  state!.initiation === 'EX_OFFICIO'
    ? null
    : {
        rule: 'REQUEST_MISSING',
        message: `${state!.id} is enforced on request, and nobody has requested it yet.`,
        allowed: 'REQUEST_FILED first',
        field: 'type',
      };

/** Periods of postponement and suspension do not run. */
export const requestIsInTime: Guard = (_event, state) => {
  const { effectiveOn, receivedOn, excludedDays } = state!;
  if (effectiveOn === null || receivedOn === null) return null;
  const lastDay = addDays(addMonths(effectiveOn, 12 * YEARS_TO_REQUEST), excludedDays);
  return receivedOn > lastDay
    ? {
        rule: 'REQUEST_OUT_OF_TIME',
        message: `The request of ${receivedOn} came after ${lastDay}, five years from ${effectiveOn}.`,
        allowed: 'REQUEST_REFUSED with the ground OUT_OF_TIME',
      }
    : null;
};

export const separateBookFits: Guard = ({ occurredOn }, state) => {
  const { noConditionsOn, reverifications, initiation } = state!;
  const isNew = occurredOn >= NEW_LAW_IN_FORCE;
  if (isNew && initiation === 'ON_REQUEST') {
    return {
      rule: 'NOT_EX_OFFICIO',
      message: `${state!.id} is enforced on request; since ${NEW_LAW_IN_FORCE} only ex officio cases are tracked apart.`,
      allowed: 'REQUEST_RETURNED',
    };
  }
  if (!isNew && reverifications < 2) {
    return {
      rule: 'TOO_FEW_VERIFICATIONS',
      message: `${state!.id} was verified anew ${reverifications} times since ${noConditionsOn}.`,
      allowed: 'REVERIFIED twice first',
    };
  }
  return waited(state!, occurredOn, isNew || isSlow(state!) ? 2 : 1);
};

export const returnFits: Guard = ({ occurredOn }, state) => {
  if (occurredOn < NEW_LAW_IN_FORCE) {
    return {
      rule: 'NOT_YET_IN_FORCE',
      message: `On ${occurredOn} the law did not know the return of a request.`,
      allowed: `a day from ${NEW_LAW_IN_FORCE} on`,
      field: 'occurredOn',
    };
  }
  if (state!.initiation !== 'ON_REQUEST') {
    return {
      rule: 'NOT_ON_REQUEST',
      message: `${state!.id} was decided ex officio; there is no request to return.`,
      allowed: 'MOVED_TO_SEPARATE_BOOK',
    };
  }
  return waited(state!, occurredOn, 2);
};

export function isSlow({ noConditionsGround }: Pick<CaseEntity, 'noConditionsGround'>): boolean {
  return noConditionsGround !== null && SLOW_GROUNDS.includes(noConditionsGround);
}

function waited({ id, noConditionsOn }: CaseEntity, occurredOn: IsoDate, years: number): GuardRefusal | null {
  const earliest = noConditionsOn === null ? occurredOn : addMonths(noConditionsOn, 12 * years);
  return occurredOn < earliest
    ? {
        rule: 'TOO_EARLY',
        message: `${id} is not yet with conditions since ${noConditionsOn}; ${years} years end on ${earliest}.`,
        allowed: `a day from ${earliest} on`,
        field: 'occurredOn',
      }
    : null;
}

/** With forces, nothing is carried out in the fifteen days before and after Tết. */
export const planFits: Guard = ({ plannedFor, occurredOn }, state) => {
  if (state!.coercionsWithForces === 0) {
    return {
      rule: 'NO_FORCES_MOBILISED',
      message: `No coercion of ${state!.id} was decided with mobilised forces; only those are planned.`,
      allowed: 'COERCION_DECIDED with mobilisedForces first',
    };
  }
  if (plannedFor! < occurredOn) {
    return {
      rule: 'PLANNED_FOR_THE_PAST',
      message: `plannedFor ${plannedFor} is before the plan of ${occurredOn}.`,
      allowed: `a day from ${occurredOn} on`,
      field: 'plannedFor',
    };
  }
  const tet = tetOf(plannedFor!);
  const [from, through] = [addDays(tet, -DAYS_AROUND_TET), addDays(tet, DAYS_AROUND_TET)];
  return plannedFor! >= from && plannedFor! <= through
    ? {
        rule: 'AROUND_TET',
        message: `plannedFor ${plannedFor} is within ${DAYS_AROUND_TET} days of Tết, ${tet}.`,
        allowed: `a day before ${from} or after ${through}`,
        field: 'plannedFor',
      }
    : null;
};

export const reappraisalFits: Guard = (_event, state) =>
  state!.reappraised
    ? {
        rule: 'REAPPRAISED_BEFORE',
        message: `The asset of ${state!.id} has been appraised anew; once is what can be asked for.`,
        allowed: 'AUCTION_CONTRACTED',
      }
    : null;

export const auctionFits: Guard = (_event, state) =>
  state!.assetPrice! < AUCTION_MINIMUM
    ? {
        rule: 'BELOW_AUCTION_MINIMUM',
        message: `The asset is worth ${state!.assetPrice} dong; below ${AUCTION_MINIMUM} nothing is auctioned.`,
        allowed: 'a sale without auction: MONEY_COLLECTED',
      }
    : null;

export const reductionFits: Guard = ({ amount }, state) => {
  const { assetPrice, assetFirstPrice } = state!;
  const least = Math.ceil(assetPrice! - LARGEST_REDUCTION * assetFirstPrice!);
  return amount! >= assetPrice! || amount! < least
    ? {
        rule: 'PRICE_REDUCTION_OUT_OF_RANGE',
        message: `amount, the new price, is ${amount}; the price is ${assetPrice}, a reduction at most a tenth of ${assetFirstPrice}.`,
        allowed: `a price from ${least} to ${assetPrice! - 1}`,
        field: 'amount',
      }
    : null;
};

export const takingFits: Guard = (_event, state) =>
  state!.priceReductions < REDUCTIONS_BEFORE_TAKING
    ? {
        rule: 'TOO_FEW_REDUCTIONS',
        message: `The price has been reduced ${state!.priceReductions} times; the creditor may take the asset from the second time on.`,
        allowed: 'PRICE_REDUCED first',
      }
    : null;

export const redemptionFits: Guard = ({ occurredOn }, state) => {
  const { saleOn } = state!;
  return saleOn !== null && addWorkingDays(occurredOn, 1) > saleOn
    ? {
        rule: 'REDEEMED_TOO_LATE',
        message: `The sale is on ${saleOn}; the debtor may redeem up to one working day before.`,
        allowed: 'a day at least one working day before the sale',
        field: 'occurredOn',
      }
    : null;
};

export const protestPostponementFits: Guard = ({ ground, occurredOn, postponedUntil }, state) => {
  if (ground !== 'PROTEST_REQUEST') return null;
  if (state!.protestPostponed) {
    return {
      rule: 'PROTEST_REQUEST_REPEATED',
      message: `${state!.id} was postponed for a protest authority before; that can be asked for once.`,
      allowed: 'another ground, or SUSPENDED once there is a protest',
      field: 'ground',
    };
  }
  const last = addMonths(occurredOn, PROTEST_MONTHS);
  return !postponedUntil || postponedUntil > last
    ? {
        rule: 'POSTPONED_TOO_LONG',
        message: `postponedUntil is ${postponedUntil ?? 'missing'}; for a protest authority it is at most ${PROTEST_MONTHS} months.`,
        allowed: `postponedUntil up to ${last}`,
        field: 'postponedUntil',
      }
    : null;
};

export const untilIsAhead: Guard = ({ occurredOn, postponedUntil }) =>
  postponedUntil && postponedUntil < occurredOn
    ? {
        rule: 'POSTPONED_UNTIL_THE_PAST',
        message: `postponedUntil ${postponedUntil} is before the decision of ${occurredOn}.`,
        allowed: `a day from ${occurredOn} on`,
        field: 'postponedUntil',
      }
    : null;

export const withdrawalFits: Guard = ({ occurredOn }) =>
  occurredOn < WITHDRAWAL_ENDED
    ? null
    : {
        rule: 'WITHDRAWAL_ENDED',
        message: `On ${occurredOn} there is one local level only; nothing can be withdrawn upward.`,
        allowed: `a day before ${WITHDRAWAL_ENDED}`,
        field: 'occurredOn',
      };
