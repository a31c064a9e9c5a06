import { documentedEnum } from '@thads/shared';

export const AdministrativeJudgmentState = documentedEnum(
  'AdministrativeJudgmentState',
  'State of a monitored administrative judgment (trạng thái theo dõi thi hành án hành chính).',
  {
    MONITORED: 'Monitored, not performed yet (đang theo dõi).',
    COMPELLED: 'The court has issued a compelling decision (có quyết định buộc thi hành).',
    PERFORMED: 'Performed (đã thi hành xong).',
  },
);
export type AdministrativeJudgmentState = keyof typeof AdministrativeJudgmentState;
