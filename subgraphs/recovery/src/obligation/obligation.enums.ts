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
    DAMAGES_TO_VICTIM: 'Damages to a victim (bồi thường cho người bị hại).',
    OTHER: 'Other (khoản khác).',
  },
);
export type ObligationCategory = keyof typeof ObligationCategory;

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
