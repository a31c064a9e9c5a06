import type { IsoDate, OverlayName } from '@thads/shared';
import type { CaseEvent } from '../case/case.event';
import { formalities } from './formalities';

interface Told {
  readonly what: string;
  readonly overlays?: readonly OverlayName[];
  readonly happened: readonly (readonly [day: IsoDate, type: string, amount?: number])[];
}

/** Twelve cases with every fate there is, small enough to count on fingers. Amounts in dong. */
export const TWELVE_CASES: readonly Told[] = [
  {
    what: 'enforced within one year',
    happened: [
      ['2024-10-10', 'JUDGMENT_RECEIVED'],
      ['2024-10-14', 'DECISION_ISSUED', 1_000_000],
      ['2024-11-01', 'CLASSIFIED_WITH_CONDITIONS'],
      ['2025-03-03', 'COMPLETED'],
    ],
  },
  {
    what: 'carried over, paid in two parts in two years, still open',
    overlays: ['STATE_BUDGET'],
    happened: [
      ['2023-11-06', 'JUDGMENT_RECEIVED'],
      ['2023-11-08', 'DECISION_ISSUED', 10_000_000],
      ['2023-12-01', 'CLASSIFIED_WITH_CONDITIONS'],
      ['2024-02-01', 'MONEY_PAID', 3_000_000],
      ['2025-02-03', 'MONEY_PAID', 2_000_000],
    ],
  },
  {
    what: 'part paid, then terminated',
    overlays: ['STATE_BUDGET', 'CONVICTS'],
    happened: [
      ['2024-01-08', 'JUDGMENT_RECEIVED'],
      ['2024-01-10', 'DECISION_ISSUED', 8_000_000],
      ['2024-03-01', 'MONEY_PAID', 500_000],
      ['2024-12-16', 'TERMINATED'],
    ],
  },
  {
    what: 'without conditions since last year',
    overlays: ['CONVICTS'],
    happened: [
      ['2023-10-16', 'JUDGMENT_RECEIVED'],
      ['2023-10-18', 'DECISION_ISSUED', 40_000_000],
      ['2024-01-15', 'NOT_YET_WITH_CONDITIONS_DECIDED'],
    ],
  },
  {
    what: 'without conditions, continued, enforced this year',
    happened: [
      ['2023-10-02', 'JUDGMENT_RECEIVED'],
      ['2023-10-04', 'DECISION_ISSUED', 6_000_000],
      ['2024-02-05', 'NOT_YET_WITH_CONDITIONS_DECIDED'],
      ['2024-11-11', 'CONTINUED'],
      ['2025-01-20', 'COMPLETED'],
    ],
  },
  {
    what: 'entrusted out whole',
    happened: [
      ['2024-10-21', 'JUDGMENT_RECEIVED'],
      ['2024-10-23', 'DECISION_ISSUED', 70_000_000],
      ['2024-12-02', 'ENTRUSTED_OUT'],
    ],
  },
  {
    what: 'part paid, the rest entrusted out: completed here',
    overlays: ['CREDIT_INSTITUTION'],
    happened: [
      ['2024-10-07', 'JUDGMENT_RECEIVED'],
      ['2024-10-09', 'DECISION_ISSUED', 900_000_000],
      ['2025-01-06', 'MONEY_PAID', 200_000_000],
      ['2025-04-07', 'ENTRUSTED_OUT'],
    ],
  },
  {
    what: 'received by entrustment, postponed with consent',
    overlays: ['CREDIT_INSTITUTION'],
    happened: [
      ['2025-02-10', 'ENTRUSTMENT_RECEIVED', 50_000_000],
      ['2025-03-10', 'CLASSIFIED_WITH_CONDITIONS'],
      ['2025-05-12', 'POSTPONED_BY_CONSENT'],
    ],
  },
  {
    what: 'postponed last year, resumed, suspended this year',
    overlays: ['CORRUPTION_ECONOMIC'],
    happened: [
      ['2023-10-30', 'JUDGMENT_RECEIVED'],
      ['2023-11-01', 'DECISION_ISSUED', 300_000_000],
      ['2024-04-01', 'POSTPONED'],
      ['2024-08-01', 'RESUMED'],
      ['2025-06-02', 'SUSPENDED'],
    ],
  },
  {
    what: 'decision revoked',
    happened: [
      ['2024-11-18', 'JUDGMENT_RECEIVED'],
      ['2024-11-20', 'DECISION_ISSUED', 2_000_000],
      ['2024-12-20', 'REVOKED'],
    ],
  },
  {
    what: 'withdrawn upward last year',
    happened: [
      ['2023-12-04', 'JUDGMENT_RECEIVED'],
      ['2023-12-06', 'DECISION_ISSUED', 20_000_000],
      ['2024-05-06', 'WITHDRAWN_UPWARD'],
    ],
  },
  {
    what: 'received late in June 2025, decided in July: not in the figures yet',
    happened: [
      ['2025-06-27', 'JUDGMENT_RECEIVED'],
      ['2025-07-02', 'DECISION_ISSUED', 5_000_000],
    ],
  },
];

export const twelveCases: readonly CaseEvent[] = TWELVE_CASES.flatMap(({ overlays, happened }, nth) =>
  happened.map(([occurredOn, type, amount]) => ({
    id: `${nth + 1} ${type}`,
    subject: `VN63-10-01.C-${nth + 1}`,
    type,
    occurredOn,
    ...(amount === undefined ? {} : { amount }),
    ...(type === 'ENTRUSTED_OUT' ? { toOffice: 'VN63-01-01' } : {}),
    ...formalities(type),
    ...(type === 'JUDGMENT_RECEIVED' ? { kind: 'CIVIL' as const, initiation: 'EX_OFFICIO' as const, overlays } : {}),
    ...(type === 'ENTRUSTMENT_RECEIVED' ? { kind: 'CIVIL' as const, initiation: 'ON_REQUEST' as const, overlays } : {}),
  })),
);
