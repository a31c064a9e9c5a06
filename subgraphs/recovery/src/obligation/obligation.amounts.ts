import type { ObligationEntity } from './obligation.entity';

/** Dong not collected yet; 0 once the obligation has ended, since what was outstanding then left the books. */
export function outstandingOf({ state, amount, collected }: ObligationEntity): number {
  return state === 'ENDED' ? 0 : amount - collected;
}

/** Dong collected and not distributed yet: collected = remitted + paid + costs + held. */
export function heldOf({ collected, remitted, paid, costs }: ObligationEntity): number {
  return collected - remitted - paid - costs;
}
