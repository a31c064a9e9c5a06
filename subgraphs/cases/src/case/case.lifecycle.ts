import {
  type GuardRefusal,
  type Lifecycle,
  type Placement,
  SAME,
  addDays,
  addWorkingDays,
  findOffice,
  legalBasis,
  overlayBits,
} from '@thads/shared';
import type { CaseSlot } from '../statistics/case.slots';
import type { CaseEntity } from './case.entity';
import type { CaseState } from './case.enums';
import type { CaseEvent } from './case.event';

/** Working days from the receipt of the judgment to the enforcement decision (old law art. 36, new law art. 33 and 34). */
const DECISION_WORKING_DAYS = 5;
/** Sub-departments were agencies of their own until the end of June 2025; since then nothing is withdrawn upward. */
const WITHDRAWAL_ENDED = '2025-07-01';

const ACTIVE = ['DECIDED', 'WITH_CONDITIONS'] as const;
const SIDE = ['POSTPONED_BY_CONSENT', 'POSTPONED', 'SUSPENDED'] as const;
const OPEN = [...ACTIVE, 'NO_CONDITIONS', ...SIDE] as const;

const openSlots: Partial<Record<CaseState, CaseSlot>> = {
  DECIDED: 'OTHER_WITH_CONDITIONS',
  WITH_CONDITIONS: 'IN_PROGRESS',
  NO_CONDITIONS: 'NOT_YET_44A',
  POSTPONED_BY_CONSENT: 'POSTPONED_BY_CONSENT',
  POSTPONED: 'POSTPONED',
  SUSPENDED: 'SUSPENDED',
};

const endSlots: Partial<Record<CaseState, CaseSlot>> = {
  TERMINATED: 'TERMINATED',
  ENTRUSTED_OUT: 'ENTRUSTED_OUT',
  REVOKED: 'REVOKED',
  WITHDRAWN: 'WITHDRAWN_UPWARD',
};

const opened = (event: CaseEvent): Partial<CaseEntity> => ({
  kind: event.kind!,
  initiation: event.initiation!,
  overlays: overlayBits(event.overlays),
  judgmentNumber: event.judgmentNumber ?? null,
});

const decided = (event: CaseEvent): Partial<CaseEntity> => ({
  amount: event.amount!,
  decidedOn: event.occurredOn,
  decisionNumber: event.decisionNumber ?? null,
  officer: event.officer ?? null,
});

const aside = (_event: CaseEvent, state: CaseEntity | null): Partial<CaseEntity> => ({ returnState: state!.state });
const ended = ({ occurredOn }: CaseEvent): Partial<CaseEntity> => ({ endedOn: occurredOn, returnState: null });

function paymentFits({ amount }: CaseEvent, state: CaseEntity | null): GuardRefusal | null {
  const outstanding = state!.amount - state!.paid;
  return amount! > outstanding
    ? {
        rule: 'AMOUNT_EXCEEDS_OUTSTANDING',
        message: `amount is ${amount}, more than the ${outstanding} dong still outstanding.`,
        allowed: `an amount from 0 to ${outstanding}`,
      }
    : null;
}

/** Short form of the life cycle: the transitions that the published figures rest on. */
export const caseLifecycle: Lifecycle<CaseEntity, CaseEvent> = {
  subjectType: 'case',
  nameVi: 'việc thi hành án',
  table: 'enforcement_case',
  initial: {
    overlays: 0,
    judgmentNumber: null,
    receivedOn: null,
    decisionDueOn: null,
    decidedOn: null,
    decisionNumber: null,
    officer: null,
    amount: 0,
    paid: 0,
    coercions: 0,
    coercionsWithForces: 0,
    returnState: null,
    endedOn: null,
  },
  transitions: [
    {
      event: 'JUDGMENT_RECEIVED',
      nameVi: 'nhận bản án, quyết định',
      from: [],
      to: 'RECEIVED',
      requires: ['kind', 'initiation'],
      allows: ['overlays', 'judgmentNumber'],
      legalBasis: legalBasis('Law 26/2008 art. 28-29', 'Decree 152/2026 art. 7'),
      effect: (event) => ({
        ...opened(event),
        receivedOn: event.occurredOn,
        decisionDueOn: addWorkingDays(event.occurredOn, DECISION_WORKING_DAYS),
      }),
    },
    {
      event: 'ENTRUSTMENT_RECEIVED',
      nameVi: 'nhận ủy thác thi hành án',
      from: [],
      to: 'DECIDED',
      requires: ['kind', 'initiation', 'amount'],
      allows: ['overlays', 'judgmentNumber'],
      legalBasis: legalBasis('Law 26/2008 art. 57', 'Decree 152/2026 art. 26.5'),
      effect: (event) => ({ ...opened(event), ...decided(event) }),
    },
    {
      event: 'DECISION_ISSUED',
      nameVi: 'ra quyết định thi hành án',
      from: ['RECEIVED'],
      to: 'DECIDED',
      requires: ['amount'],
      legalBasis: legalBasis('Law 26/2008 art. 36', 'Law 106/2025 art. 33-34'),
      effect: decided,
    },
    {
      event: 'OFFICER_ASSIGNED',
      nameVi: 'phân công chấp hành viên',
      from: OPEN,
      to: SAME,
      requires: ['officer'],
      legalBasis: legalBasis('Law 26/2008 art. 36', 'Decree 152/2026 art. 12'),
      effect: ({ officer }) => ({ officer: officer! }),
    },
    {
      event: 'CLASSIFIED_WITH_CONDITIONS',
      nameVi: 'xác minh: có điều kiện thi hành',
      from: ['DECIDED'],
      to: 'WITH_CONDITIONS',
      legalBasis: legalBasis('Law 26/2008 art. 44', 'Law 106/2025 art. 38'),
    },
    {
      event: 'NOT_YET_WITH_CONDITIONS_DECIDED',
      nameVi: 'quyết định chưa có điều kiện thi hành',
      from: ACTIVE,
      to: 'NO_CONDITIONS',
      legalBasis: legalBasis('Law 26/2008 art. 44a; Decree 62/2015 art. 9.4', 'Law 106/2025 art. 38'),
    },
    {
      event: 'CONTINUED',
      nameVi: 'quyết định tiếp tục thi hành án',
      from: ['NO_CONDITIONS'],
      to: 'WITH_CONDITIONS',
      legalBasis: legalBasis('Decree 62/2015 art. 9.4', 'Law 106/2025 art. 38'),
    },
    {
      event: 'COERCION_DECIDED',
      nameVi: 'quyết định cưỡng chế',
      from: ['WITH_CONDITIONS'],
      to: SAME,
      requires: ['coercionMeasure'],
      allows: ['mobilisedForces'],
      legalBasis: legalBasis('Law 26/2008 art. 46, 71, 72', 'Decree 152/2026 art. 42'),
      effect: ({ mobilisedForces }, state) => ({
        coercions: state!.coercions + 1,
        coercionsWithForces: state!.coercionsWithForces + (mobilisedForces ? 1 : 0),
      }),
    },
    {
      event: 'MONEY_PAID',
      nameVi: 'chi trả, nộp ngân sách một phần',
      from: ACTIVE,
      to: SAME,
      requires: ['amount'],
      legalBasis: legalBasis('Law 26/2008 art. 47', 'Law 106/2025 art. 54'),
      guard: paymentFits,
      effect: ({ amount }, state) => ({ paid: state!.paid + amount! }),
    },
    {
      event: 'COMPLETED',
      nameVi: 'thi hành xong',
      from: ACTIVE,
      to: 'COMPLETED',
      legalBasis: legalBasis('Law 26/2008 art. 52', 'Law 106/2025 art. 55'),
      effect: (event, state) => ({ ...ended(event), paid: state!.amount }),
    },
    {
      event: 'TERMINATED',
      nameVi: 'đình chỉ thi hành án',
      from: OPEN,
      to: 'TERMINATED',
      legalBasis: legalBasis('Law 26/2008 art. 50', 'Law 106/2025 art. 48'),
      effect: ended,
    },
    {
      event: 'POSTPONED_BY_CONSENT',
      nameVi: 'hoãn theo thỏa thuận của đương sự',
      from: ACTIVE,
      to: 'POSTPONED_BY_CONSENT',
      legalBasis: legalBasis('Law 26/2008 art. 48.1.c', 'Law 106/2025 art. 46'),
      effect: aside,
    },
    {
      event: 'POSTPONED',
      nameVi: 'hoãn thi hành án',
      from: ACTIVE,
      to: 'POSTPONED',
      legalBasis: legalBasis('Law 26/2008 art. 48', 'Law 106/2025 art. 46'),
      effect: aside,
    },
    {
      event: 'SUSPENDED',
      nameVi: 'tạm đình chỉ thi hành án',
      from: ACTIVE,
      to: 'SUSPENDED',
      legalBasis: legalBasis('Law 26/2008 art. 49', 'Law 106/2025 art. 47'),
      effect: aside,
    },
    {
      event: 'RESUMED',
      nameVi: 'tiếp tục sau hoãn, tạm đình chỉ',
      from: SIDE,
      to: SAME,
      legalBasis: legalBasis('Law 26/2008 art. 48.4, 49.3', 'Law 106/2025 art. 46-47'),
      effect: (_event, state) => ({ state: state!.returnState!, returnState: null }),
    },
    {
      event: 'ENTRUSTED_OUT',
      nameVi: 'ủy thác thi hành án',
      from: [...ACTIVE, 'NO_CONDITIONS'],
      to: 'ENTRUSTED_OUT',
      requires: ['toOffice'],
      legalBasis: legalBasis('Law 26/2008 art. 55-57', 'Law 106/2025 art. 49'),
      guard: ({ toOffice }) =>
        findOffice(toOffice!)
          ? null
          : {
              rule: 'OFFICE_UNKNOWN',
              message: `There is no office ${toOffice}.`,
              allowed: 'an office id, e.g. VN63-10-01',
            },
      effect: ended,
    },
    {
      event: 'REVOKED',
      nameVi: 'thu hồi, hủy quyết định',
      from: ['RECEIVED', ...OPEN],
      to: 'REVOKED',
      legalBasis: legalBasis('Law 26/2008 art. 37', 'Law 106/2025 art. 52'),
      effect: ended,
    },
    {
      event: 'WITHDRAWN_UPWARD',
      nameVi: 'rút hồ sơ lên cấp tỉnh',
      from: OPEN,
      to: 'WITHDRAWN',
      legalBasis: legalBasis('Law 26/2008 art. 35.2.h', null),
      guard: ({ occurredOn }) =>
        occurredOn < WITHDRAWAL_ENDED
          ? null
          : {
              rule: 'WITHDRAWAL_ENDED',
              message: `On ${occurredOn} there is one local level only; nothing can be withdrawn upward.`,
              allowed: `a day before ${WITHDRAWAL_ENDED}`,
            },
      effect: ended,
    },
  ],
  references: ({ officer }) => (officer ? [{ subjectType: 'officer', id: officer }] : []),
  details: (event, after) =>
    event.type === 'COERCION_DECIDED'
      ? [
          {
            table: 'coercion',
            row: {
              territory: after.territory,
              id: `${after.id}.${String(after.coercions).padStart(3, '0')}`,
              case_id: after.id,
              measure: event.coercionMeasure,
              mobilised_forces: event.mobilisedForces ?? false,
              decided_on: event.occurredOn,
              decision_number: event.decisionNumber ?? null,
            },
          },
        ]
      : [],
  positions: (state) => [
    {
      dimensions: { kind: state.kind, initiation: state.initiation },
      overlays: state.overlays,
      placements: [...standing(state), ...counters(state)],
    },
  ],
};

/** The case and its money: what is paid is completed, the rest is where the case stands. */
function standing({ state, amount, paid, decidedOn }: CaseEntity): (Placement & { slot: CaseSlot })[] {
  if (decidedOn === null) return [];
  if (state === 'COMPLETED') return [{ slot: 'COMPLETED', count: 1, money: amount }];
  const slot = openSlots[state] ?? endSlots[state]!;
  // Partly done with the rest entrusted out counts as completed here and as new where it went (GSO indicator note).
  const completedByEntrusting = state === 'ENTRUSTED_OUT' && paid > 0 ? 1 : 0;
  return [
    { slot: 'COMPLETED', count: completedByEntrusting, money: paid },
    { slot, count: 1 - completedByEntrusting, money: amount - paid },
  ];
}

/**
 * A decision is counted as due on the day it is issued, or on the first day it is late; an issued one counts on that
 * same day, so that issued decisions are always a part of those due.
 */
function counters(state: CaseEntity): (Placement & { slot: CaseSlot })[] {
  const { decisionDueOn, decidedOn, endedOn, coercions, coercionsWithForces } = state;
  const coerced: (Placement & { slot: CaseSlot })[] = [
    { slot: 'COERCION', count: coercions },
    { slot: 'COERCION_WITH_FORCES', count: coercionsWithForces },
  ];
  if (decisionDueOn === null) return coerced;
  const firstLateDay = addDays(decisionDueOn, 1);
  // Sent back in time it never falls due; sent back late it stays due on the day it fell due.
  if (decidedOn === null && endedOn !== null && endedOn < firstLateDay) return coerced;
  const from = decidedOn !== null && decidedOn < firstLateDay ? decidedOn : firstLateDay;
  return [
    ...coerced,
    { slot: 'DECISION_DUE', count: 1, from },
    { slot: 'DECISION_ISSUED', count: decidedOn === null ? 0 : 1, from },
  ];
}
