import { type GuardRefusal, addDays, addWorkingDays } from '@thads/shared';
import type { AssetEntity } from './asset.entity';
import type { AssetEvent } from './asset.event';
import { DAYS_TO_AGREE, agreementDueOn } from './asset.times';

/** Not auctioned below this (old law art. 101.3): dong. */
const LEAST_AUCTIONED = 2_000_000;
/** The creditor may take the asset from this reduction on (old law art. 104.2). */
const REDUCTIONS_BEFORE_TAKING = 2;
/** The most of the first starting price that one reduction takes off: a tenth (old law art. 104.1). */
const SMALLEST_SHARE = 10;
/** To ask for the one re-appraisal (old law art. 99.1). */
const WORKING_DAYS_TO_ASK = 5;

export function reappraisalFault({ requestedOn, occurredOn }: AssetEvent, state: AssetEntity): GuardRefusal | null {
  if (state.isReappraised) {
    return {
      rule: 'REAPPRAISED_BEFORE',
      message: `${state.id} was appraised a second time already.`,
      allowed: 'nothing: there is one re-appraisal',
    };
  }
  const first = state.appraisedOn!;
  const last = addWorkingDays(first, WORKING_DAYS_TO_ASK);
  return requestedOn! < first || requestedOn! > last || requestedOn! > occurredOn
    ? {
        rule: 'REQUEST_OUT_OF_TIME',
        message: `requestedOn is ${requestedOn}; the appraisal is of ${first}.`,
        allowed: `a day from ${first} to ${last}, not after occurredOn`,
        field: 'requestedOn',
      }
    : null;
}

export function contractFault(event: AssetEvent, state: AssetEntity): GuardRefusal | null {
  return state.appraisedValue! < LEAST_AUCTIONED
    ? {
        rule: 'NOT_WORTH_AN_AUCTION',
        message: `${state.id} is worth ${state.appraisedValue} dong.`,
        allowed: `an asset worth ${LEAST_AUCTIONED} dong or more; ASSET_SOLD_WITHOUT_AUCTION for this one`,
      }
    : saleDayFault(event);
}

export function directSaleFault({ ground, amount }: AssetEvent, state: AssetEntity): GuardRefusal | null {
  return ground === 'BELOW_2_MILLION' && state.appraisedValue! >= LEAST_AUCTIONED
    ? {
        rule: 'WORTH_AN_AUCTION',
        message: `${state.id} is worth ${state.appraisedValue} dong; it was sold for ${amount}.`,
        allowed: `an asset worth less than ${LEAST_AUCTIONED} dong, or PERISHABLE; AUCTION_CONTRACTED for this one`,
        field: 'ground',
      }
    : null;
}

function saleDayFault({ saleOn, occurredOn }: AssetEvent): GuardRefusal | null {
  return saleOn && saleOn < occurredOn
    ? {
        rule: 'SALE_IN_THE_PAST',
        message: `saleOn is ${saleOn}, before ${occurredOn}.`,
        allowed: `a day from ${occurredOn} on`,
        field: 'saleOn',
      }
    : null;
}

export function startingPriceFault({ startingPrice }: AssetEvent, state: AssetEntity): GuardRefusal | null {
  const before = state.startingPrice;
  if (before === null || startingPrice === before) return null;
  return startingPrice! > before
    ? {
        rule: 'STARTING_PRICE_RAISED',
        message: `startingPrice is ${startingPrice}, more than the ${before} dong of the round before.`,
        allowed: `a price from 0 to ${before}`,
        field: 'startingPrice',
      }
    : reductionFault(startingPrice!, state);
}

/** One reduction a round without a buyer, each of at most a tenth of the first price. */
function reductionFault(
  startingPrice: number,
  { startingPrice: before, firstStartingPrice, reductions, auctions }: AssetEntity,
): GuardRefusal | null {
  if (reductions >= auctions) {
    return {
      rule: 'REDUCTION_WITHOUT_ROUND',
      message: `startingPrice is ${startingPrice}; the price was reduced to ${before} dong and not offered since.`,
      allowed: `${before}, until a further AUCTION_FAILED`,
      field: 'startingPrice',
    };
  }
  const least = before! - Math.floor(firstStartingPrice! / SMALLEST_SHARE);
  return startingPrice < least
    ? {
        rule: 'REDUCTION_TOO_LARGE',
        message: `startingPrice is ${startingPrice}, ${before! - startingPrice} dong less than before; the first was ${firstStartingPrice}.`,
        allowed: `a price from ${least} to ${before}: a tenth of the first price less at most`,
        field: 'startingPrice',
      }
    : null;
}

export function priceReductionFault(event: AssetEvent, state: AssetEntity): GuardRefusal | null {
  const { ground, startingPrice, occurredOn } = event;
  if (state.startingPrice === null || startingPrice === state.startingPrice) {
    return {
      rule: 'PRICE_NOT_REDUCED',
      message: `startingPrice is ${startingPrice}; that of the last round was ${state.startingPrice ?? 'none'}.`,
      allowed: state.startingPrice === null ? 'first AUCTION_FAILED' : `a price below ${state.startingPrice}`,
      field: 'startingPrice',
    };
  }
  const due = agreementDueOn(state.lastRoundOn!);
  const isEarly = ground === 'NOT_AGREED' && occurredOn <= due;
  return isEarly
    ? {
        rule: 'PARTIES_MAY_AGREE',
        message: `The parties have ${DAYS_TO_AGREE} days to agree, to ${due}.`,
        allowed: `a day from ${addDays(due, 1)} on, or ground AGREED`,
        field: 'occurredOn',
      }
    : (startingPriceFault(event, state) ?? saleDayFault(event));
}

export function saleFault(event: AssetEvent, state: AssetEntity): GuardRefusal | null {
  const { amount, startingPrice } = event;
  const tooLow: GuardRefusal | null =
    amount! < startingPrice!
      ? {
          rule: 'AMOUNT_BELOW_STARTING_PRICE',
          message: `amount is ${amount}, less than the starting price of ${startingPrice} dong.`,
          allowed: `a price from ${startingPrice}`,
          field: 'amount',
        }
      : null;
  return startingPriceFault(event, state) ?? tooLow;
}

export function takingFault(_event: AssetEvent, { id, reductions }: AssetEntity): GuardRefusal | null {
  return reductions < REDUCTIONS_BEFORE_TAKING
    ? {
        rule: 'TOO_FEW_REDUCTIONS',
        message: `Reductions of the price of ${id} so far: ${reductions}.`,
        allowed: `${REDUCTIONS_BEFORE_TAKING} reductions or more`,
      }
    : null;
}

/** Up to one working day before the sale (old law art. 101.5). */
export function redemptionFault({ occurredOn }: AssetEvent, { id, saleOn }: AssetEntity): GuardRefusal | null {
  return saleOn && addWorkingDays(occurredOn, 1) > saleOn
    ? {
        rule: 'TOO_LATE_TO_REDEEM',
        message: `${id} is to be sold on ${saleOn}.`,
        allowed: `a day at least one working day before ${saleOn}`,
        field: 'occurredOn',
      }
    : null;
}
