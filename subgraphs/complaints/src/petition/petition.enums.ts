import { documentedEnum, VOID_STATE } from '@thads/shared';

export const PetitionKind = documentedEnum('PetitionKind', 'Kind of petition, by its content (loại đơn).', {
  COMPLAINT: 'Against a decision or act, by somebody affected (khiếu nại).',
  DENUNCIATION: 'Of a breach by an officer, by anybody (tố cáo).',
  REQUEST: 'Asks the agency for something (đề nghị).',
  RECOMMENDATION: 'Proposes a remedy or an improvement (kiến nghị).',
  REFLECTION: 'Reports how things are (phản ánh).',
  MIXED: 'Holds matters of several kinds, to be split by content (đơn có nhiều nội dung khác nhau).',
});
export type PetitionKind = keyof typeof PetitionKind;

export const PetitionState = documentedEnum('PetitionState', 'Present state of a petition (trạng thái đơn).', {
  RECEIVED: 'Received, not sorted yet (đã tiếp nhận).',
  ACCEPTED: 'Within competence, being resolved (đã thụ lý).',
  RESOLVED: 'Resolved (đã giải quyết).',
  FORWARDED: 'Not within competence, sent on (đã chuyển đơn).',
  FILED: 'Anonymous or repeated, kept without resolving (lưu đơn).',
  WITHDRAWN: 'Withdrawn by its sender (đã rút đơn).',
  NOT_ACCEPTED: 'Within competence, but a condition of acceptance is not met (không thụ lý).',
  STOPPED: 'Accepted, and its resolution stopped by decision (đình chỉ giải quyết).',
  SPLIT: 'A mixed letter that was split into petitions, which count in its place (đã tách đơn).',
  ...VOID_STATE,
});
/** What a life cycle sees; one that is void is not there for it. */
export type PetitionState = Exclude<keyof typeof PetitionState, 'VOID'>;

export const MeasureStage = documentedEnum(
  'MeasureStage',
  'Stage of the enforcement that a petition is about; complaints have another deadline in each (giai đoạn thi hành án).',
  {
    BEFORE_COERCION: 'Before coercive measures, security measures aside (trước khi áp dụng biện pháp cưỡng chế).',
    ACCOUNT_FREEZE: 'Freezing of an account, a security measure (phong tỏa tài khoản).',
    SECURITY: 'Other security measures (biện pháp bảo đảm thi hành án khác).',
    COERCION: 'Coercive measures (biện pháp cưỡng chế).',
  },
);
export type MeasureStage = keyof typeof MeasureStage;

export const PetitionOutcome = documentedEnum('PetitionOutcome', 'How a petition was resolved (kết quả giải quyết).', {
  RIGHT: 'Found right (đúng toàn bộ).',
  PARTLY_RIGHT: 'Found right in part (đúng một phần).',
  WRONG: 'Found wholly wrong (sai toàn bộ).',
  ANSWERED: 'Answered in writing, without a finding (đã trả lời).',
});
export type PetitionOutcome = keyof typeof PetitionOutcome;

export const CompetenceLevel = documentedEnum(
  'CompetenceLevel',
  'Whose head decides on a petition; since 1 July 2025 there is one local level (thẩm quyền giải quyết).',
  {
    DISTRICT: 'Head of the district sub-department, until 30 June 2025 (Chi cục trưởng Chi cục THADS).',
    PROVINCE: 'Head of the provincial agency, its regional offices included since July 2025 (Trưởng THADS tỉnh).',
    CENTRAL: 'Head of the central body (Cục trưởng Cục Quản lý THADS).',
    MINISTER: 'The Minister of Justice; not an office of the register (Bộ trưởng Bộ Tư pháp).',
  },
);
export type CompetenceLevel = keyof typeof CompetenceLevel;
