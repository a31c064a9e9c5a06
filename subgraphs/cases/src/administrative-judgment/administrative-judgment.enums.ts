import { documentedEnum, VOID_STATE } from '@thads/shared';

export const AdministrativeJudgmentState = documentedEnum(
  'AdministrativeJudgmentState',
  'State of a monitored administrative judgment (trạng thái theo dõi thi hành án hành chính).',
  {
    MONITORED: 'Monitored, not performed yet (đang theo dõi).',
    COMPELLED: 'The court has issued a compelling decision (có quyết định buộc thi hành).',
    PERFORMED: 'Performed (đã thi hành xong).',
    ...VOID_STATE,
  },
);
/** What a life cycle sees; one that is void is not there for it. */
export type AdministrativeJudgmentState = Exclude<keyof typeof AdministrativeJudgmentState, 'VOID'>;
