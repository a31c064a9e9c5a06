import { documentedEnum, VOID_STATE } from '@thads/shared';

export const ProtestLevel = documentedEnum('ProtestLevel', 'Which procuracy protests (cấp kháng nghị).', {
  SAME_LEVEL: 'The procuracy of the same level; it has 15 days (viện kiểm sát cùng cấp).',
  SUPERIOR: 'The procuracy directly above; it has 30 days (viện kiểm sát cấp trên trực tiếp).',
});
export type ProtestLevel = keyof typeof ProtestLevel;

export const ProtestOutcome = documentedEnum('ProtestOutcome', 'What is answered to a protest (kết quả trả lời).', {
  ACCEPTED: 'Accepted in whole (chấp nhận toàn bộ).',
  PARTLY_ACCEPTED: 'Accepted in part (chấp nhận một phần).',
  REJECTED: 'Not accepted (không chấp nhận).',
});
export type ProtestOutcome = keyof typeof ProtestOutcome;

export const ProtestState = documentedEnum('ProtestState', 'Present state of a protest (trạng thái kháng nghị).', {
  RECEIVED: 'Received, to be answered (đã nhận).',
  ACCEPTED: 'Accepted in whole or in part, to be complied with (chấp nhận).',
  REJECTED: 'Not accepted (không chấp nhận).',
  REFERRED: 'Not accepted, before the superior, who answers (đã báo cáo cấp trên).',
  REJECTED_BY_SUPERIOR: 'Not accepted by the superior either (cấp trên không chấp nhận).',
  COMPLIED: 'Accepted and complied with (đã thực hiện).',
  WITHDRAWN: 'Withdrawn by the procuracy (viện kiểm sát rút kháng nghị).',
  ...VOID_STATE,
});
/** What a life cycle sees; one that is void is not there for it. */
export type ProtestState = Exclude<keyof typeof ProtestState, 'VOID'>;
