import type { GuardRefusal } from '@thads/shared';
import { heldOf, outstandingOf } from './obligation.amounts';
import type { ObligationEntity } from './obligation.entity';
import type { ObligationEvent } from './obligation.event';

export function zeroFault({ amount }: ObligationEvent): GuardRefusal | null {
  return amount === 0
    ? { rule: 'AMOUNT_ZERO', message: 'amount is 0.', allowed: 'an amount of at least 1 dong', field: 'amount' }
    : null;
}

export function receiptFault(event: ObligationEvent, state: ObligationEntity): GuardRefusal | null {
  const most = outstandingOf(state);
  return event.amount! > most
    ? {
        rule: 'AMOUNT_EXCEEDS_OUTSTANDING',
        message: `amount is ${event.amount}, more than the ${most} dong still outstanding.`,
        allowed: `an amount from 1 to ${most}`,
        field: 'amount',
      }
    : zeroFault(event);
}

export function distributionFault(event: ObligationEvent, state: ObligationEntity): GuardRefusal | null {
  const most = heldOf(state);
  return event.amount! > most
    ? {
        rule: 'AMOUNT_EXCEEDS_HELD',
        message: `amount is ${event.amount}, more than the ${most} dong collected and not yet distributed.`,
        allowed: most > 0 ? `an amount from 1 to ${most}` : 'nothing: nothing is held',
        field: 'amount',
      }
    : zeroFault(event);
}

type Numbered = 'receipt' | 'distribution';

/** What is reversed must be there, and not be reversed already. */
function standingFault(
  what: Numbered,
  number: number,
  rows: readonly { readonly amount: number }[],
): GuardRefusal | null {
  if (rows[number - 1]?.amount) return null;
  const standing = rows.flatMap(({ amount }, index) => (amount > 0 ? [index + 1] : []));
  return {
    rule: rows[number - 1] ? `${what.toUpperCase()}_REVERSED_BEFORE` : `${what.toUpperCase()}_UNKNOWN`,
    message: `There is no ${what} number ${number} that stands.`,
    allowed: standing.join(', ') || 'nothing: none stands',
    field: what,
  };
}

/** Money that was handed on cannot be given back: first what became of it is reversed. */
export function receiptReversalFault({ receipt }: ObligationEvent, state: ObligationEntity): GuardRefusal | null {
  const fault = standingFault('receipt', receipt!, state.receipts);
  if (fault) return fault;
  const { amount } = state.receipts[receipt! - 1]!;
  const held = heldOf(state);
  return amount > held
    ? {
        rule: 'AMOUNT_EXCEEDS_HELD',
        message: `Receipt number ${receipt} is of ${amount} dong, of which only ${held} are held; the rest was distributed.`,
        allowed: `first DISTRIBUTION_REVERSED, of ${amount - held} dong at least`,
      }
    : null;
}

export function distributionReversalFault(
  { distribution }: ObligationEvent,
  state: ObligationEntity,
): GuardRefusal | null {
  return standingFault('distribution', distribution!, state.distributions);
}
