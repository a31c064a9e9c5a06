import { documentedEnum, VOID_STATE } from '@thads/shared';

export const FindingKind = documentedEnum('FindingKind', 'What was found (loại phát hiện qua kiểm tra).', {
  SHORTCOMING: 'Shortcoming (thiếu sót).',
  VIOLATION: 'Violation (vi phạm).',
});
export type FindingKind = keyof typeof FindingKind;

export const FindingSeverity = documentedEnum('FindingSeverity', 'Severity of a finding (mức độ).', {
  MINOR: 'Minor (ít nghiêm trọng).',
  SERIOUS: 'Serious (nghiêm trọng).',
});
export type FindingSeverity = keyof typeof FindingSeverity;

export const FindingState = documentedEnum(
  'FindingState',
  'Present state of a finding, that is of its recommendation (trạng thái thực hiện kiến nghị).',
  {
    NOTED: 'Without a recommendation, nothing to follow up (ghi nhận, không kiến nghị).',
    OPEN: 'Recommendation to be carried out (đang thực hiện).',
    REPORTED_DONE: 'Reported done by the unit, not verified yet (đã báo cáo thực hiện).',
    VERIFIED_CLOSED: 'Verified and closed (đã kiểm tra, kết thúc theo dõi).',
    ...VOID_STATE,
  },
);
/** What a life cycle sees; one that is void is not there for it. */
export type FindingState = Exclude<keyof typeof FindingState, 'VOID'>;

export const FindingConsequence = documentedEnum(
  'FindingConsequence',
  'What followed for those at fault (hình thức xử lý trách nhiệm).',
  {
    DRAWING_LESSONS: 'Drawing lessons (rút kinh nghiệm).',
    REPRIMAND: 'Reprimand (phê bình, khiển trách).',
    DISCIPLINE: 'Disciplinary procedure (xử lý kỷ luật).',
    COMPENSATION: 'Compensation of the damage (bồi thường, hoàn trả).',
    TRANSFER_TO_POLICE: 'Transfer to the investigating police (chuyển cơ quan điều tra).',
  },
);
export type FindingConsequence = keyof typeof FindingConsequence;
