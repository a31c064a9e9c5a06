import { documentedEnum, VOID_STATE } from '@thads/shared';

export const PetitionKind = documentedEnum('PetitionKind', 'Kind of petition, by its content (loại đơn).', {
  COMPLAINT: 'Against a decision or act, by somebody affected (khiếu nại).',
  DENUNCIATION: 'Of a breach by an officer, by anybody (tố cáo).',
  REQUEST: 'Asks the agency for something (đề nghị).',
  RECOMMENDATION: 'Proposes a remedy or an improvement (kiến nghị).',
  REFLECTION: 'Reports how things are (phản ánh).',
});
export type PetitionKind = keyof typeof PetitionKind;

export const PetitionState = documentedEnum('PetitionState', 'Present state of a petition (trạng thái đơn).', {
  RECEIVED: 'Received, not sorted yet (đã tiếp nhận).',
  ACCEPTED: 'Within competence, being resolved (đã thụ lý).',
  RESOLVED: 'Resolved (đã giải quyết).',
  FORWARDED: 'Not within competence, sent on (đã chuyển đơn).',
  FILED: 'Anonymous or repeated, kept without resolving (lưu đơn).',
  WITHDRAWN: 'Withdrawn by its sender (đã rút đơn).',
  ...VOID_STATE,
});
/** What a life cycle sees; one that is void is not there for it. */
export type PetitionState = Exclude<keyof typeof PetitionState, 'VOID'>;

export const MeasureStage = documentedEnum(
  'MeasureStage',
  'Stage of the enforcement that a petition is about; complaints have another deadline in each (giai đoạn thi hành án).',
  {
    BEFORE_COERCION: 'Before coercive measures, security measures aside (trước khi áp dụng biện pháp cưỡng chế).',
    SECURITY: 'Security measures (biện pháp bảo đảm thi hành án).',
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
