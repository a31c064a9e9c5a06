import { documentedEnum, VOID_STATE } from '@thads/shared';

export const ObligationCategory = documentedEnum(
  'ObligationCategory',
  'What an obligation is for; the first five are owed to the state budget (loại khoản phải thi hành).',
  {
    COURT_FEE: 'Court fee (án phí, lệ phí tòa án).',
    FINE: 'Fine (tiền phạt).',
    CONFISCATION: 'Confiscation of money or property (tịch thu tiền, tài sản).',
    RETROSPECTIVE_COLLECTION: 'Illicit gains and arrears collected afterwards (truy thu).',
    DAMAGES_TO_STATE: 'Damages to the state (bồi thường cho Nhà nước).',
    CREDIT_CONTRACT: 'Debt to a bank or credit institution (hợp đồng tín dụng).',
    MAINTENANCE: 'Maintenance (cấp dưỡng).',
    WAGES: 'Wages, severance and disability allowances (tiền lương, trợ cấp thôi việc, mất sức lao động).',
    PERSONAL_INJURY:
      'Damages for life, health and mental suffering (bồi thường về tính mạng, sức khỏe, tổn thất tinh thần).',
    DAMAGES_TO_VICTIM: 'Other damages to a victim (bồi thường khác cho người bị hại).',
    OTHER: 'Other (khoản khác).',
  },
);
export type ObligationCategory = keyof typeof ObligationCategory;

export const OWED_TO_BUDGET: readonly ObligationCategory[] = [
  'COURT_FEE',
  'FINE',
  'CONFISCATION',
  'RETROSPECTIVE_COLLECTION',
  'DAMAGES_TO_STATE',
];

export const ObligationState = documentedEnum(
  'ObligationState',
  'Present state of an obligation (trạng thái khoản phải thi hành).',
  {
    WITH_CONDITIONS: 'Outstanding, the debtor can pay (có điều kiện).',
    NO_CONDITIONS: 'Outstanding, conditions are not yet there (chưa có điều kiện).',
    COLLECTED: 'Collected in full (đã thu đủ).',
    ENDED: 'Terminated, exempted or entrusted; what was outstanding has left the books (đã kết thúc).',
    ...VOID_STATE,
  },
);
/** What a life cycle sees; one that is void is not there for it. */
export type ObligationState = Exclude<keyof typeof ObligationState, 'VOID'>;

/** States in which something is still to be collected. */
export const OPEN_STATES = ['WITH_CONDITIONS', 'NO_CONDITIONS'] as const satisfies readonly ObligationState[];
/** All states: money that was collected is handed on, and taken back, whatever becomes of the rest. */
export const ALL_STATES = [...OPEN_STATES, 'COLLECTED', 'ENDED'] as const satisfies readonly ObligationState[];
