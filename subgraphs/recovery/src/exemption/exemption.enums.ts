import { documentedEnum } from '@thads/shared';

export const ExemptionKind = documentedEnum(
  'ExemptionKind',
  'What the court is asked for (hình thức miễn, giảm nghĩa vụ thi hành án).',
  {
    WAIVER: 'To waive all that is left (miễn).',
    REDUCTION: 'To take off a part of what is left (giảm).',
  },
);
export type ExemptionKind = keyof typeof ExemptionKind;

export const ExemptionOutcome = documentedEnum(
  'ExemptionOutcome',
  'What became of a proposal to waive or reduce (kết quả xét miễn, giảm).',
  {
    PROPOSED: 'Proposed, the court has not decided (đã đề nghị, chưa có quyết định).',
    ACCEPTED: 'Accepted in full (chấp nhận toàn bộ).',
    PART: 'Accepted in part (chấp nhận một phần).',
    REFUSED: 'Refused (không chấp nhận).',
  },
);
export type ExemptionOutcome = keyof typeof ExemptionOutcome;
