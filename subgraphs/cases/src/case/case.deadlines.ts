import { type DeadlineDefinition, NEW_LAW_IN_FORCE, addDays, addWorkingDays, legalBasis } from '@thads/shared';
import type { CaseEntity } from './case.entity';
import type { CaseEvent } from './case.event';

const RESUMING_WORKING_DAYS = 5;
const FILE_WORKING_DAYS = 2;
const PAYMENT_DAYS = 10;
const CONTRACT_DAYS = 10;
/** The case does not say what is sold: the longer of the two, that of real estate. */
const SALE_DAYS = 45;

const VERIFIES: readonly string[] = [
  'OFFICER_ASSIGNED',
  'DECISION_ISSUED',
  'ENTRUSTMENT_RECEIVED',
  'NOT_YET_WITH_CONDITIONS_DECIDED',
  'REVERIFIED',
  'NEW_INFORMATION',
];

/** The legal times of a case. */
export const caseDeadlines: readonly DeadlineDefinition<CaseEntity, CaseEvent>[] = [
  {
    name: 'Enforcement decision',
    nameVi: 'Ra quyết định thi hành án',
    legalBasis: legalBasis('Law 26/2008 art. 36', 'Law 106/2025 art. 33-34'),
    dueOn: ({ type }, { decisionDueOn }) =>
      type === 'JUDGMENT_RECEIVED' || type === 'REQUEST_FILED' ? decisionDueOn : null,
    metBy: ['DECISION_ISSUED', 'REQUEST_REFUSED'],
    runsIn: ['RECEIVED', 'REQUESTED'],
  },
  {
    name: 'Officer assigned and file opened',
    nameVi: 'Phân công chấp hành viên, lập hồ sơ',
    legalBasis: legalBasis(null, 'Decree 152/2026 art. 12'),
    dueOn: ({ type, occurredOn }, { state }) =>
      occurredOn >= NEW_LAW_IN_FORCE && state === 'DECIDED' && !['OFFICER_ASSIGNED', 'PARTIES_STATED'].includes(type)
        ? addWorkingDays(occurredOn, FILE_WORKING_DAYS)
        : null,
    metBy: ['OFFICER_ASSIGNED'],
    runsIn: ['DECIDED'],
  },
  {
    name: 'Verification of conditions',
    nameVi: 'Xác minh điều kiện thi hành án',
    legalBasis: legalBasis('Law 26/2008 art. 44', 'Law 106/2025 art. 38'),
    dueOn: ({ type }, { verificationDueOn, state }) =>
      VERIFIES.includes(type) && ['DECIDED', 'VOLUNTARY', 'VERIFYING', 'NO_CONDITIONS'].includes(state)
        ? verificationDueOn
        : null,
    metBy: [
      'VERIFICATION_STARTED',
      'CLASSIFIED_WITH_CONDITIONS',
      'NOT_YET_WITH_CONDITIONS_DECIDED',
      'REVERIFIED',
      'NEW_INFORMATION',
      'CONTINUED',
    ],
    runsIn: ['DECIDED', 'VOLUNTARY', 'VERIFYING', 'NO_CONDITIONS'],
  },
  {
    name: 'Auction contract',
    nameVi: 'Ký hợp đồng đấu giá',
    legalBasis: legalBasis('Law 26/2008 art. 101', 'Law 106/2025 art. 83'),
    dueOn: ({ type, occurredOn }) => (type === 'ASSET_APPRAISED' ? addDays(occurredOn, CONTRACT_DAYS) : null),
    metBy: ['AUCTION_CONTRACTED'],
    runsIn: ['APPRAISED'],
  },
  {
    name: 'Sale of the asset',
    nameVi: 'Bán tài sản',
    legalBasis: legalBasis('Law 26/2008 art. 101', 'Law 106/2025 art. 83-84'),
    dueOn: ({ type, occurredOn }) =>
      type === 'AUCTION_CONTRACTED' || type === 'PRICE_REDUCED' ? addDays(occurredOn, SALE_DAYS) : null,
    metBy: ['MONEY_COLLECTED', 'ASSET_TAKEN_BY_CREDITOR', 'ASSET_REDEEMED'],
    runsIn: ['ON_SALE'],
  },
  {
    name: 'Payment of what was collected',
    nameVi: 'Chi trả tiền đã thu',
    legalBasis: legalBasis('Law 26/2008 art. 47.5', 'Law 106/2025 art. 54'),
    dueOn: ({ occurredOn, type }, { state }) =>
      state === 'COLLECTED' && ['MONEY_COLLECTED', 'ASSET_TAKEN_BY_CREDITOR', 'ASSET_REDEEMED'].includes(type)
        ? addDays(occurredOn, PAYMENT_DAYS)
        : null,
    metBy: ['MONEY_PAID', 'COMPLETED'],
    runsIn: ['COLLECTED'],
  },
  {
    name: 'Decision to go on',
    nameVi: 'Ra quyết định tiếp tục thi hành án',
    legalBasis: legalBasis('Law 26/2008 art. 48.4', 'Law 106/2025 art. 46'),
    dueOn: ({ type }, { postponedUntil }) =>
      postponedUntil !== null && (type === 'POSTPONED' || type === 'POSTPONED_BY_CONSENT')
        ? addWorkingDays(postponedUntil, RESUMING_WORKING_DAYS)
        : null,
    metBy: ['RESUMED'],
    runsIn: ['POSTPONED', 'POSTPONED_BY_CONSENT'],
  },
];
