import type { CaseEntity } from './case.entity';

type Money = Pick<
  CaseEntity,
  'amount' | 'paid' | 'collected' | 'terminatedAmount' | 'entrustedAmount' | 'reducedAmount'
>;

/** Dong that still have to be enforced here. */
export function outstandingOf({ amount, paid, terminatedAmount, entrustedAmount, reducedAmount }: Money): number {
  return amount - paid - terminatedAmount - entrustedAmount - reducedAmount;
}

/** Dong collected and not yet paid or remitted. */
export function heldOf({ collected, paid }: Money): number {
  return collected - paid;
}
