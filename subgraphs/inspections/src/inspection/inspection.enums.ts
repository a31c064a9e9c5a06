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
    DECIDED: 'Ordered by decision (đã có quyết định kiểm tra).',
    ANNOUNCED: 'Announced to the unit (đã công bố quyết định kiểm tra).',
    POSTPONED: 'Ordered, but put off to another day (hoãn kiểm tra).',
    CONDUCTED: 'Conducted, conclusion to come (đã kiểm tra).',
    ENDED: 'Work at the unit ended, conclusion to come (đã kết thúc kiểm tra trực tiếp).',
    CONCLUDED: 'Concluded, conclusion being followed up (đã kết luận).',
    FOLLOWED_UP: 'Concluded, follow-up over (đã kết thúc theo dõi kết luận).',
    CANCELLED: 'Cancelled before it was conducted (đã hủy).',
    ...VOID_STATE,
  },
);
/** What a life cycle sees; one that is void is not there for it. */
export type InspectionState = Exclude<keyof typeof InspectionState, 'VOID'>;

export const CANCELLATION_GROUNDS = {
  PLAN_ADJUSTED: 'The plan was adjusted (điều chỉnh kế hoạch).',
  OVERLAP: 'It would overlap another inspection or audit (trùng lặp, chồng chéo).',
  SUPERIOR_ORDER: 'By order of the superior (theo chỉ đạo của cấp trên).',
  OBJECTIVE_OBSTACLE: 'Disaster, epidemic or another objective obstacle (trở ngại khách quan).',
} as const;

export const POSTPONEMENT_GROUNDS = {
  UNIT_REQUEST: 'The unit asked for it with reason (theo đề nghị của đơn vị được kiểm tra).',
  TEAM_UNAVAILABLE: 'The team cannot work then (đoàn kiểm tra không bố trí được).',
  SUPERIOR_ORDER: 'By order of the superior (theo chỉ đạo của cấp trên).',
  OBJECTIVE_OBSTACLE: 'Disaster, epidemic or another objective obstacle (trở ngại khách quan).',
} as const;
