import {
  type DetailRow,
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
import { exemptionTransitions } from '../exemption/exemption.transitions';
import type { RecoverySlot } from '../statistics/recovery.slots';
import { DAYS_TO_DISTRIBUTE, distributionDueOn, heldOf, outstandingOf, restOf } from './obligation.amounts';
import type { ObligationEntity } from './obligation.entity';
import { ALL_STATES, OPEN_STATES } from './obligation.enums';
import type { ObligationEvent } from './obligation.event';
import {
  distributionFault,
  distributionReversalFault,
  receiptFault,
  receiptReversalFault,
  zeroFault,
} from './obligation.faults';

/** The column that an amount goes to, by what became of the money. */
const distributedTo = { REMITTED: 'remitted', PAID: 'paid', COSTS: 'costs' } as const;

/** Grounds for taking back a receipt or a distribution weeks later; a slip of the pen is corrected instead. */
const REVERSAL_GROUNDS = {
  PAID_BY_MISTAKE: 'Paid by mistake, twice or too much (nộp nhầm, nộp trùng, nộp thừa).',
  WRONG_RECIPIENT: 'Handed to the wrong recipient (chi trả nhầm người).',
  TRANSFER_FAILED: 'The transfer failed or came back (chuyển khoản không thành, bị trả lại).',
  JUDGMENT_CHANGED: 'The judgment was quashed or changed (bản án bị hủy, sửa).',
  SALE_ANNULLED: 'The sale of the asset was annulled (kết quả bán tài sản bị hủy).',
} as const;

const distributions: Readonly<Record<string, DistributionKind>> = {
  REMITTED_TO_BUDGET: 'REMITTED',
  PAID_TO_CREDITOR: 'PAID',
  COSTS_DEDUCTED: 'COSTS',
};

/** Whatever moves money moves the day by which the rest has to be handed on. */
function moved(state: ObligationEntity, changes: Partial<ObligationEntity>): Partial<ObligationEntity> {
  return { ...changes, dueOn: distributionDueOn({ ...state, ...changes }) };
}

/** What a reversed receipt or distribution leaves at its place, so that the numbers of the others stay. */
function emptied<T extends { readonly amount: number }>(rows: readonly T[], number: number): readonly T[] {
  return rows.map((row, index) => (index === number - 1 ? { ...row, amount: 0 } : row));
}

function distribution(event: string, nameVi: string, basis: LegalBasis): Transition<ObligationEntity, ObligationEvent> {
  const kind = distributions[event]!;
  const column = distributedTo[kind];
  return {
    event,
    nameVi,
    rows: ['28'],
    time: `within ${DAYS_TO_DISTRIBUTE} days of collection`,
    from: ALL_STATES,
    to: SAME,
    requires: ['amount'],
    ...(event === 'REMITTED_TO_BUDGET' ? { allows: ['remittanceList'] } : {}),
    legalBasis: basis,
    guard: (one, state) => distributionFault(one, state!),
    effect: ({ amount }, state) =>
      moved(state!, {
        [column]: state![column] + amount!,
        distributionCount: state!.distributionCount + 1,
        distributions: [...state!.distributions, { amount: amount!, kind }],
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
    exempted: 0,
    endedOn: null,
    receiptCount: 0,
    distributionCount: 0,
    dueOn: null,
    receipts: [],
    distributions: [],
    exemptions: [],
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
      rows: ['27'],
      time: 'cash to the fund of the agency the same day',
      from: ['WITH_CONDITIONS'],
      to: SAME,
      requires: ['amount'],
      allows: ['receiptNumber', 'payer', 'electronic'],
      legalBasis: legalBasis('Circular 04/2023 art. 17', 'Decree 152/2026 art. 50'),
      guard: (event, state) => receiptFault(event, state!),
      effect: ({ amount, occurredOn }, state) =>
        moved(state!, {
          collected: state!.collected + amount!,
          receiptCount: state!.receiptCount + 1,
          receipts: [...state!.receipts, { amount: amount!, on: occurredOn }],
          ...(amount === outstandingOf(state!) ? { state: 'COLLECTED', endedOn: occurredOn } : {}),
        }),
    },
    {
      event: 'RECEIPT_REVERSED',
      nameVi: 'hoàn trả tiền đã thu',
      grounds: REVERSAL_GROUNDS,
      from: ALL_STATES,
      to: SAME,
      requires: ['receipt'],
      legalBasis: legalBasis('Circular 04/2023 art. 17', 'Decree 152/2026 art. 50'),
      guard: (event, state) => receiptReversalFault(event, state!),
      effect: ({ receipt }, state) =>
        moved(state!, {
          collected: state!.collected - state!.receipts[receipt! - 1]!.amount,
          receipts: emptied(state!.receipts, receipt!),
          // What was collected in full is outstanding again.
          ...(state!.state === 'COLLECTED' ? { state: 'WITH_CONDITIONS', endedOn: null } : {}),
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
      event: 'DISTRIBUTION_REVERSED',
      nameVi: 'thu hồi tiền đã chi trả, nộp ngân sách, trừ chi phí',
      grounds: REVERSAL_GROUNDS,
      from: ALL_STATES,
      to: SAME,
      requires: ['distribution'],
      legalBasis: legalBasis('Circular 04/2023 art. 17-19', 'Decree 152/2026 art. 29-30'),
      guard: (event, state) => distributionReversalFault(event, state!),
      effect: ({ distribution: number }, state) => {
        const { kind, amount } = state!.distributions[number! - 1]!;
        const column = distributedTo[kind];
        return moved(state!, {
          [column]: state![column] - amount,
          distributions: emptied(state!.distributions, number!),
        });
      },
    },
    ...exemptionTransitions,
    {
      event: 'OBLIGATION_ENDED',
      nameVi: 'đình chỉ, miễn, ủy thác khoản phải thi hành',
      from: OPEN_STATES,
      to: 'ENDED',
      requires: ['ground'],
      legalBasis: legalBasis('Law 26/2008 art. 50, 55-57, 61', 'Law 106/2025 art. 48-49'),
      effect: ({ occurredOn }) => ({ endedOn: occurredOn }),
    },
  ],
  details: (event, after) => {
    if (event.type === 'RECEIPT_RECORDED') return [receiptRow(event, after)];
    if (event.type === 'RECEIPT_REVERSED') return [reversedRow('receipt', event.receipt!, event, after)];
    if (event.type === 'DISTRIBUTION_REVERSED') {
      return [reversedRow('distribution', event.distribution!, event, after)];
    }
    const kind = distributions[event.type];
    return kind ? [distributionRow(event, after, kind)] : [];
  },
  positions: (state) => [
    {
      dimensions: { category: state.category },
      overlays: state.overlays,
      placements: [...standing(state), ...distributed(state), ...exempted(state)],
    },
  ],
  deadlines: [
    {
      name: 'DISTRIBUTION',
      nameVi: 'thời hạn chi trả, nộp ngân sách số tiền đã thu',
      legalBasis: legalBasis('Law 26/2008 art. 47.5', 'Law 106/2025 art. 54'),
      // Set anew by whatever changes what is held longest; later receipts wait behind it.
      dueOn: (event, after) => (isHeldAnew(event, after) ? after.dueOn : null),
      metBy: [...Object.keys(distributions), 'RECEIPT_REVERSED'],
      runsIn: ALL_STATES,
    },
  ],
};

function isHeldAnew({ type, amount }: ObligationEvent, after: ObligationEntity): boolean {
  if (type === 'RECEIPT_RECORDED') return heldOf(after) === amount;
  return type in distributions || type.endsWith('_REVERSED');
}

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
      reversed_on: null,
    },
  };
}

function reversedRow(
  table: 'receipt' | 'distribution',
  number: number,
  { occurredOn }: ObligationEvent,
  { territory, id }: ObligationEntity,
): DetailRow {
  return { table, row: { territory, id: `${id}.${number}`, reversed_on: occurredOn }, amends: true };
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
      remittance_list: event.remittanceList ?? null,
      reversed_on: null,
    },
  };
}

type SlotPlacement = Placement & { slot: RecoverySlot };

/** The obligation in one slot; its money split: what is collected is collected, the rest is where it stands. */
function standing(obligation: ObligationEntity): SlotPlacement[] {
  const { state, collected, exempted: waived } = obligation;
  const slots = {
    WITH_CONDITIONS: 'OUTSTANDING_WITH_CONDITIONS',
    NO_CONDITIONS: 'OUTSTANDING_NOT_YET',
    COLLECTED: 'COLLECTED',
    ENDED: 'ENDED',
  } as const;
  return [
    { slot: 'COLLECTED', count: 0, money: collected },
    { slot: 'ENDED', count: 0, money: waived },
    { slot: slots[state], count: 1, money: restOf(obligation) },
  ];
}

/** Counted once an obligation, with the first amount; the money counts each time. */
function distributed({ remitted, paid, costs }: ObligationEntity): SlotPlacement[] {
  const counter = (slot: RecoverySlot, money: number): SlotPlacement => ({ slot, count: money > 0 ? 1 : 0, money });
  return [counter('REMITTED', remitted), counter('PAID', paid), counter('COSTS', costs)];
}

/** Every proposal is counted as proposed and, once decided, by its outcome as well. */
function exempted({ exemptions }: ObligationEntity): SlotPlacement[] {
  return exemptions.flatMap(({ outcome, proposed, granted }): SlotPlacement[] => [
    { slot: 'EXEMPTION_PROPOSED', count: 1, money: proposed },
    ...(outcome === 'PROPOSED'
      ? []
      : [{ slot: `EXEMPTION_${outcome}` as const, count: 1, money: outcome === 'REFUSED' ? proposed : granted }]),
  ]);
}
