import { SAME, legalBasis } from '@thads/shared';
import * as guards from '../case.guards';
import { outstandingOf } from '../case.money';
import { ACTIVE } from '../case.states';
import { type CaseTransition, collected, ended } from '../case.transition';

/** What is collected, paid out and remitted, to the last dong. */
export const money: readonly CaseTransition[] = [
  {
    event: 'MONEY_COLLECTED',
    rows: ['27'],
    nameVi: 'thu tiền thi hành án',
    from: ACTIVE,
    to: 'COLLECTED',
    requires: ['amount'],
    time: 'receipt; cash to the agency fund the same day',
    legalBasis: legalBasis('Circular 04/2023 art. 17', 'Decree 152/2026 art. 50'),
    guard: guards.collectionFits,
    effect: collected,
  },
  {
    event: 'MONEY_PAID',
    rows: ['28'],
    nameVi: 'chi trả, nộp ngân sách',
    from: ['COLLECTED'],
    to: 'PART_PAID',
    requires: ['amount'],
    time: 'within 10 days of collection',
    legalBasis: legalBasis('Law 26/2008 art. 47.5', 'Law 106/2025 art. 54; Decree 152/2026 art. 29-30'),
    guard: guards.paymentFits,
    effect: (event, state) => {
      const paid = state!.paid + event.amount!;
      const isDone = outstandingOf({ ...state!, paid }) === 0;
      return { paid, ...(isDone ? { ...ended(event), state: 'COMPLETED' } : {}) };
    },
  },
  {
    event: 'MONEY_PAID',
    rows: ['28'],
    nameVi: 'thu và chi trả, nộp ngân sách một phần',
    from: ACTIVE.filter((state) => state !== 'COLLECTED'),
    to: SAME,
    requires: ['amount'],
    time: 'collected and paid in one step',
    legalBasis: legalBasis('Law 26/2008 art. 47', 'Law 106/2025 art. 54'),
    guard: guards.paymentFits,
    effect: ({ amount }, state) => {
      const paid = state!.paid + amount!;
      return { paid, collected: Math.max(state!.collected, paid) };
    },
  },
  {
    event: 'COMPLETED',
    rows: ['7', '28'],
    nameVi: 'thi hành xong',
    from: ACTIVE,
    to: 'COMPLETED',
    time: 'performed voluntarily, or the rest is collected and paid',
    legalBasis: legalBasis('Law 26/2008 art. 45, 52', 'Law 106/2025 art. 36, 55'),
    effect: (event, state) => {
      const paid = state!.paid + outstandingOf(state!);
      return { ...ended(event), paid, collected: paid };
    },
  },
];
