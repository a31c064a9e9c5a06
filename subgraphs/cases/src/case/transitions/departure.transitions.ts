import { SAME, legalBasis } from '@thads/shared';
import * as grounds from '../case.grounds';
import * as guards from '../case.guards';
import { ACTIVE, OPEN } from '../case.states';
import { type CaseTransition, ended } from '../case.transition';

/** To another office, or off the books; and the confirmation of what was achieved. */
export const departure: readonly CaseTransition[] = [
  {
    event: 'ENTRUSTED_OUT',
    rows: ['34'],
    nameVi: 'ủy thác thi hành án',
    from: [...ACTIVE, 'NO_CONDITIONS'],
    to: 'ENTRUSTED_OUT',
    requires: ['toOffice'],
    isDecision: true,
    time: '5 working days, 24 hours for provisional measures; after local assets are dealt with',
    legalBasis: legalBasis('Law 26/2008 art. 55-57', 'Law 106/2025 art. 49; Decree 152/2026 art. 26'),
    guard: guards.all(guards.officeIsKnown, guards.officeIsAnother),
    effect: ended,
  },
  {
    event: 'ENTRUSTED_IN_PART',
    rows: ['34'],
    nameVi: 'ủy thác một phần',
    from: [...ACTIVE, 'NO_CONDITIONS'],
    to: SAME,
    requires: ['toOffice', 'amount'],
    isDecision: true,
    time: '5 working days; the enforcement decision is revoked for that part',
    legalBasis: legalBasis('Law 26/2008 art. 55-57', 'Law 106/2025 art. 49; Decree 152/2026 art. 26'),
    guard: guards.all(guards.officeIsKnown, guards.officeIsAnother, guards.partFits),
    effect: ({ amount }, state) => ({ entrustedAmount: state!.entrustedAmount + amount! }),
  },
  {
    event: 'ASSET_HANDLING_ENTRUSTED',
    rows: ['36'],
    nameVi: 'ủy thác xử lý tài sản',
    from: ACTIVE,
    to: SAME,
    requires: ['toOffice'],
    isDecision: true,
    time: 'the case stays; the money comes back in 5 working days',
    legalBasis: legalBasis('Law 26/2008 art. 55.2, 57.2', 'Decree 152/2026 art. 27'),
    guard: guards.all(guards.officeIsKnown, guards.officeIsAnother),
  },
  {
    event: 'REVOKED',
    rows: ['37'],
    nameVi: 'thu hồi, hủy quyết định',
    from: ['RECEIVED', 'REQUESTED', ...OPEN, 'DORMANT'],
    to: 'REVOKED',
    isDecision: true,
    grounds: grounds.revocationGrounds,
    legalBasis: legalBasis('Law 26/2008 art. 37', 'Law 106/2025 art. 52'),
    effect: ended,
  },
  {
    event: 'WITHDRAWN_UPWARD',
    rows: ['38'],
    nameVi: 'rút hồ sơ lên cấp tỉnh',
    from: OPEN,
    to: 'WITHDRAWN',
    isDecision: true,
    time: 'cases of districts, until June 2025',
    legalBasis: legalBasis('Law 26/2008 art. 35.2.h', null),
    guard: guards.withdrawalFits,
    effect: ended,
  },
  {
    event: 'RESULT_CONFIRMED',
    rows: ['39'],
    nameVi: 'xác nhận kết quả thi hành án',
    from: ['COMPLETED', 'TERMINATED'],
    to: SAME,
    time: '5 working days on request; 3 since July 2026',
    legalBasis: legalBasis('Law 26/2008 art. 52-53', 'Law 106/2025 art. 55; Decree 152/2026 art. 32'),
  },
];
