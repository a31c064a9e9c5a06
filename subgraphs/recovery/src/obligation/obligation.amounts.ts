import { type IsoDate, addDays } from '@thads/shared';
import type { ObligationEntity } from './obligation.entity';

/** Days in which collected money has to be handed on (old law art. 47.5, new law art. 54). */
export const DAYS_TO_DISTRIBUTE = 10;

/** Dong not collected yet; 0 once the obligation has ended, since what was outstanding then left the books. */
export function outstandingOf(state: ObligationEntity): number {
  return state.state === 'ENDED' ? 0 : restOf(state);
}

/** Dong neither collected nor taken off by the court, whether still owed or not. */
export function restOf({
  amount,
  collected,
  exempted,
}: Pick<ObligationEntity, 'amount' | 'collected' | 'exempted'>): number {
  return amount - collected - exempted;
}

type Flows = Pick<ObligationEntity, 'collected' | 'remitted' | 'paid' | 'costs'>;

/** Dong collected and not distributed yet: collected = remitted + paid + costs + held. */
export function heldOf({ collected, remitted, paid, costs }: Flows): number {
  return collected - remitted - paid - costs;
}

/** Last day to hand on the money held longest: what came in first goes out first. Null when nothing is held. */
export function distributionDueOn(state: Flows & Pick<ObligationEntity, 'receipts'>): IsoDate | null {
  let distributed = state.collected - heldOf(state);
  for (const { amount, on } of state.receipts) {
    if (amount > distributed) return addDays(on, DAYS_TO_DISTRIBUTE);
    distributed -= amount;
  }
  return null;
}
