import { type IsoDate, SAME, addDays, addMonths, legalBasis } from '@thads/shared';
import type { CaseEntity } from '../case.entity';
import * as grounds from '../case.grounds';
import * as guards from '../case.guards';
import { outstandingOf } from '../case.money';
import { ENFORCED, UNVERIFIED } from '../case.states';
import { type CaseTransition, VERIFICATION_DAYS, ended } from '../case.transition';

/** Between verifications of a case not yet with conditions (old law art. 44.2). */
const REVERIFICATION_MONTHS = 6;
const SLOW_REVERIFICATION_MONTHS = 12;

function reverification(occurredOn: IsoDate, state: Pick<CaseEntity, 'noConditionsGround'>): IsoDate {
  return addMonths(occurredOn, guards.isSlow(state) ? SLOW_REVERIFICATION_MONTHS : REVERIFICATION_MONTHS);
}

/** Whether there are conditions, and what becomes of a case that does not have them yet. */
export const verification: readonly CaseTransition[] = [
  {
    event: 'SECURITY_MEASURE_APPLIED',
    rows: ['8'],
    nameVi: 'áp dụng biện pháp bảo đảm',
    from: UNVERIFIED,
    to: SAME,
    isDecision: true,
    grounds: grounds.securityGrounds,
    time: 'any time, without prior notice, against dissipation',
    legalBasis: legalBasis('Law 26/2008 art. 45.2, 66', 'Law 106/2025 art. 67'),
    effect: (_event, state) => ({ securityMeasures: state!.securityMeasures + 1 }),
  },
  {
    event: 'VERIFICATION_STARTED',
    rows: ['9'],
    nameVi: 'xác minh điều kiện thi hành án',
    from: ['DECIDED', 'VOLUNTARY'],
    to: 'VERIFYING',
    time: 'within 10 days after the voluntary period of 10 days; provisional measures at once',
    legalBasis: legalBasis('Law 26/2008 art. 44.1', 'Law 106/2025 art. 38'),
  },
  {
    event: 'CLASSIFIED_WITH_CONDITIONS',
    rows: ['10'],
    nameVi: 'xác minh: có điều kiện thi hành',
    from: UNVERIFIED,
    to: 'WITH_CONDITIONS',
    time: 'record of the verification, with confirmation',
    legalBasis: legalBasis('Law 26/2008 art. 44', 'Law 106/2025 art. 38'),
    effect: () => ({ verificationDueOn: null }),
  },
  {
    event: 'NOT_YET_WITH_CONDITIONS_DECIDED',
    rows: ['11'],
    nameVi: 'quyết định chưa có điều kiện thi hành',
    from: [...UNVERIFIED, ...ENFORCED],
    to: 'NO_CONDITIONS',
    isDecision: true,
    grounds: grounds.notYetGrounds,
    time: '5 working days from the ground',
    legalBasis: legalBasis('Law 26/2008 art. 44a; Decree 62/2015 art. 9.4', 'Law 106/2025 art. 38'),
    effect: ({ ground, occurredOn }) => ({
      noConditionsOn: occurredOn,
      noConditionsGround: ground ?? null,
      reverifications: 0,
      verificationDueOn: reverification(occurredOn, { noConditionsGround: ground ?? null }),
    }),
  },
  {
    event: 'REVERIFIED',
    rows: ['12'],
    nameVi: 'xác minh lại, chưa có điều kiện',
    from: ['NO_CONDITIONS'],
    to: SAME,
    time: 'every 6 months; every 12 months for prisoners and unknown addresses; the creditor is told after two rounds',
    legalBasis: legalBasis('Law 26/2008 art. 44.2', 'Law 106/2025 art. 38.3'),
    effect: ({ occurredOn }, state) => ({
      reverifications: state!.reverifications + 1,
      verificationDueOn: reverification(occurredOn, state!),
    }),
  },
  {
    event: 'NEW_INFORMATION',
    rows: ['13', '17'],
    nameVi: 'có thông tin mới về điều kiện thi hành án',
    from: ['NO_CONDITIONS', 'DORMANT'],
    to: 'VERIFYING',
    time: 'verify within 10 days',
    legalBasis: legalBasis('Decree 62/2015 art. 9.4, 9.6', 'Law 106/2025 art. 38.2; Decree 152/2026 art. 22.1'),
    effect: ({ occurredOn }) => ({
      isSeparate: false,
      noConditionsOn: null,
      noConditionsGround: null,
      verificationDueOn: addDays(occurredOn, VERIFICATION_DAYS),
    }),
  },
  {
    event: 'CONTINUED',
    rows: ['14'],
    nameVi: 'quyết định tiếp tục thi hành án',
    from: ['NO_CONDITIONS'],
    to: 'WITH_CONDITIONS',
    isDecision: true,
    time: 'when conditions return',
    legalBasis: legalBasis('Decree 62/2015 art. 9.4', 'Law 106/2025 art. 38'),
    effect: () => ({ noConditionsOn: null, noConditionsGround: null, verificationDueOn: null }),
  },
  {
    event: 'MOVED_TO_SEPARATE_BOOK',
    rows: ['15'],
    nameVi: 'chuyển sổ theo dõi riêng',
    from: ['NO_CONDITIONS'],
    to: 'DORMANT',
    time: 'after 1 year (2 for prisoners and unknown addresses) and two verifications; since July 2026 2 years, ex officio only',
    legalBasis: legalBasis('Decree 62/2015 art. 9.5-9.6', 'Decree 152/2026 art. 22.1'),
    guard: guards.separateBookFits,
    effect: (_event, state) => ({
      isSeparate: true,
      timesSeparated: state!.timesSeparated + 1,
      separatedAmount: state!.separatedAmount + outstandingOf(state!),
      verificationDueOn: null,
    }),
  },
  {
    event: 'REQUEST_RETURNED',
    rows: ['16'],
    nameVi: 'gửi lại đơn yêu cầu thi hành án',
    from: ['NO_CONDITIONS'],
    to: 'CLOSED_RETURNED',
    isDecision: true,
    time: 'since July 2026, after 2 years; a new request needs proof of conditions',
    legalBasis: legalBasis(null, 'Decree 152/2026 art. 22.2, 32.1'),
    guard: guards.returnFits,
    effect: ended,
  },
];
