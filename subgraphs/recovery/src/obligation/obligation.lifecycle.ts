import {
  type DetailRow,
  type GuardRefusal,
  type LegalBasis,
  type Lifecycle,
  type Placement,
  SAME,
  type Transition,
  legalBasis,
  overlayBits,
} from '@thads/shared';
import { caseFault } from '../case-recovery/case-id';
import type { DistributionKind } from '../distribution/distribution.enums';
import type { RecoverySlot } from '../statistics/recovery.slots';
import { heldOf, outstandingOf } from './obligation.amounts';
import type { ObligationEntity } from './obligation.entity';
import type { ObligationEvent } from './obligation.event';

const OPEN = ['WITH_CONDITIONS', 'NO_CONDITIONS'] as const;

/** The column that an amount goes to, by what became of the money. */
const distributedTo = { REMITTED: 'remitted', PAID: 'paid', COSTS: 'costs' } as const;

const distributions: Readonly<Record<string, DistributionKind>> = {
  REMITTED_TO_BUDGET: 'REMITTED',
  PAID_TO_CREDITOR: 'PAID',
  COSTS_DEDUCTED: 'COSTS',
};

function zeroFault({ amount }: ObligationEvent): GuardRefusal | null {
  return amount === 0
    ? { rule: 'AMOUNT_ZERO', message: 'amount is 0.', allowed: 'an amount of at least 1 dong' }
    : null;
}

function receiptFault(event: ObligationEvent, state: ObligationEntity | null): GuardRefusal | null {
  const most = outstandingOf(state!);
  return event.amount! > most
    ? {
        rule: 'AMOUNT_EXCEEDS_OUTSTANDING',
        message: `amount is ${event.amount}, more than the ${most} dong still outstanding.`,
        allowed: `an amount from 1 to ${most}`,
      }
    : zeroFault(event);
}

function distributionFault(event: ObligationEvent, state: ObligationEntity | null): GuardRefusal | null {
  const most = heldOf(state!);
  return event.amount! > most
    ? {
        rule: 'AMOUNT_EXCEEDS_HELD',
        message: `amount is ${event.amount}, more than the ${most} dong collected and not yet distributed.`,
        allowed: most > 0 ? `an amount from 1 to ${most}` : 'nothing: nothing is held',
      }
    : zeroFault(event);
}

function distribution(event: string, nameVi: string, basis: LegalBasis): Transition<ObligationEntity, ObligationEvent> {
  const column = distributedTo[distributions[event]!];
  return {
    event,
    nameVi,
    // Money held is handed on whatever becomes of the rest of the obligation.
    from: ['WITH_CONDITIONS', 'NO_CONDITIONS', 'COLLECTED', 'ENDED'],
    to: SAME,
    requires: ['amount'],
    legalBasis: basis,
    guard: distributionFault,
    effect: ({ amount }, state) => ({
      [column]: state![column] + amount!,
      distributionCount: state!.distributionCount + 1,
    }),
  };
}

export const obligationLifecycle: Lifecycle<ObligationEntity, ObligationEvent> = {
  subjectType: 'obligation',
  nameVi: 'khoản phải thi hành',
  table: 'obligation',
  initial: {
    overlays: 0,
    caseId: null,
    collected: 0,
    remitted: 0,
    paid: 0,
    costs: 0,
    endedOn: null,
    receiptCount: 0,
    distributionCount: 0,
  },
  transitions: [
    {
      event: 'OBLIGATION_RECORDED',
      nameVi: 'ghi nhận khoản phải thi hành',
      from: [],
      to: 'WITH_CONDITIONS',
      requires: ['category', 'amount'],
      allows: ['overlays', 'case'],
      legalBasis: legalBasis('Law 26/2008 art. 36', 'Law 106/2025 art. 33-34'),
      guard: (event) => caseFault(event.case) ?? zeroFault(event),
      effect: (event) => ({
        category: event.category!,
        amount: event.amount!,
        overlays: overlayBits(event.overlays),
        caseId: event.case ?? null,
        recordedOn: event.occurredOn,
      }),
    },
    {
      event: 'OBLIGATION_NOT_YET_WITH_CONDITIONS',
      nameVi: 'chưa có điều kiện thi hành',
      from: ['WITH_CONDITIONS'],
      to: 'NO_CONDITIONS',
      legalBasis: legalBasis('Law 26/2008 art. 44a; Decree 62/2015 art. 9.4', 'Law 106/2025 art. 38'),
    },
    {
      event: 'OBLIGATION_WITH_CONDITIONS',
      nameVi: 'có điều kiện thi hành trở lại',
      from: ['NO_CONDITIONS'],
      to: 'WITH_CONDITIONS',
      legalBasis: legalBasis('Decree 62/2015 art. 9.4', 'Law 106/2025 art. 38'),
    },
    {
      event: 'RECEIPT_RECORDED',
      nameVi: 'thu tiền, lập biên lai',
      from: ['WITH_CONDITIONS'],
      to: SAME,
      requires: ['amount'],
      allows: ['receiptNumber', 'payer', 'electronic'],
      legalBasis: legalBasis('Circular 04/2023 art. 17', 'Decree 152/2026 art. 50'),
      guard: receiptFault,
      effect: ({ amount, occurredOn }, state) => ({
        collected: state!.collected + amount!,
        receiptCount: state!.receiptCount + 1,
        ...(amount === outstandingOf(state!) ? { state: 'COLLECTED', endedOn: occurredOn } : {}),
      }),
    },
    distribution('REMITTED_TO_BUDGET', 'nộp ngân sách nhà nước', legalBasis('Circular 04/2023 art. 17-19', null)),
    distribution(
      'PAID_TO_CREDITOR',
      'chi trả cho người được thi hành án',
      legalBasis('Law 26/2008 art. 47.5', 'Law 106/2025 art. 54; Decree 152/2026 art. 29-30'),
    ),
    distribution(
      'COSTS_DEDUCTED',
      'trừ chi phí thi hành án',
      legalBasis('Law 26/2008 art. 47', 'Law 106/2025 art. 54'),
    ),
    {
      event: 'OBLIGATION_ENDED',
      nameVi: 'đình chỉ, miễn, ủy thác khoản phải thi hành',
      from: OPEN,
      to: 'ENDED',
      requires: ['ground'],
      legalBasis: legalBasis('Law 26/2008 art. 50, 55-57, 61', 'Law 106/2025 art. 48-49'),
      effect: ({ occurredOn }) => ({ endedOn: occurredOn }),
    },
  ],
  details: (event, after) => {
    if (event.type === 'RECEIPT_RECORDED') return [receiptRow(event, after)];
    const kind = distributions[event.type];
    return kind ? [distributionRow(event, after, kind)] : [];
  },
  positions: (state) => [
    {
      dimensions: { category: state.category },
      overlays: state.overlays,
      placements: [...standing(state), ...distributed(state)],
    },
  ],
};

function receiptRow(event: ObligationEvent, after: ObligationEntity): DetailRow {
  return {
    table: 'receipt',
    row: {
      territory: after.territory,
      id: `${after.id}.${after.receiptCount}`,
      obligation_id: after.id,
      number: after.receiptCount,
      office: after.office,
      amount: event.amount,
      received_on: event.occurredOn,
      receipt_number: event.receiptNumber ?? null,
      payer: event.payer ?? null,
      electronic: event.electronic ?? false,
    },
  };
}

function distributionRow(event: ObligationEvent, after: ObligationEntity, kind: DistributionKind): DetailRow {
  return {
    table: 'distribution',
    row: {
      territory: after.territory,
      id: `${after.id}.${after.distributionCount}`,
      obligation_id: after.id,
      number: after.distributionCount,
      kind,
      amount: event.amount,
      distributed_on: event.occurredOn,
    },
  };
}

type SlotPlacement = Placement & { slot: RecoverySlot };

/** The obligation in one slot; its money split: what is collected is collected, the rest is where it stands. */
function standing({ state, amount, collected }: ObligationEntity): SlotPlacement[] {
  if (state === 'COLLECTED') return [{ slot: 'COLLECTED', count: 1, money: amount }];
  const slots = {
    WITH_CONDITIONS: 'OUTSTANDING_WITH_CONDITIONS',
    NO_CONDITIONS: 'OUTSTANDING_NOT_YET',
    ENDED: 'ENDED',
  } as const;
  return [
    { slot: 'COLLECTED', count: 0, money: collected },
    { slot: slots[state], count: 1, money: amount - collected },
  ];
}

/** Counted once an obligation, with the first amount; the money counts each time. */
function distributed({ remitted, paid, costs }: ObligationEntity): SlotPlacement[] {
  const counter = (slot: RecoverySlot, money: number): SlotPlacement => ({ slot, count: money > 0 ? 1 : 0, money });
  return [counter('REMITTED', remitted), counter('PAID', paid), counter('COSTS', costs)];
}
