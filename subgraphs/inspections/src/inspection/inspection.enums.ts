import { documentedEnum, VOID_STATE } from '@thads/shared';

export const InspectionKind = documentedEnum('InspectionKind', 'Who inspects whom (hình thức kiểm tra).', {
  SELF: 'Self-inspection (tự kiểm tra).',
  INTERNAL: 'Internal inspection (kiểm tra nội bộ).',
  SUBORDINATES: 'Inspection of subordinate units (kiểm tra đơn vị cấp dưới).',
  INTER_AGENCY: 'Inter-agency inspection (kiểm tra liên ngành).',
});
export type InspectionKind = keyof typeof InspectionKind;

export const InspectionTheme = documentedEnum('InspectionTheme', 'What is inspected (chuyên đề kiểm tra).', {
  VERIFICATION_AND_CLASSIFICATION: 'Verification and classification of cases (xác minh, phân loại án).',
  APPRAISAL_AND_AUCTION: 'Appraisal and auction of assets (thẩm định giá, bán đấu giá tài sản).',
  CASH_AND_RECEIPTS: 'Cash and receipts (thu, chi tiền và biên lai).',
  GENERAL: 'All of the work (kiểm tra toàn diện).',
});
export type InspectionTheme = keyof typeof InspectionTheme;

export const InspectionState = documentedEnum(
  'InspectionState',
  'Present state of an inspection (trạng thái cuộc kiểm tra).',
  {
    PLANNED: 'Planned (theo kế hoạch).',
    CONDUCTED: 'Conducted, conclusion to come (đã kiểm tra).',
    CONCLUDED: 'Concluded (đã kết luận).',
    CANCELLED: 'Cancelled before it was conducted (đã hủy).',
    ...VOID_STATE,
  },
);
/** What a life cycle sees; one that is void is not there for it. */
export type InspectionState = Exclude<keyof typeof InspectionState, 'VOID'>;
