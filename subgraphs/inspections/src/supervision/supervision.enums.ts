import { documentedEnum, VOID_STATE } from '@thads/shared';

export const OutsideBody = documentedEnum(
  'OutsideBody',
  'A body outside that supervises (cơ quan giám sát, kiểm sát).',
  {
    ASSEMBLY: 'National Assembly, people’s council or one of their bodies (Quốc hội, hội đồng nhân dân).',
    PROCURACY: 'People’s procuracy (viện kiểm sát nhân dân).',
  },
);
export type OutsideBody = keyof typeof OutsideBody;

export const SupervisionState = documentedEnum(
  'SupervisionState',
  'Present state of a supervision from outside (trạng thái cuộc giám sát, kiểm sát).',
  {
    RECORDED: 'Session recorded, conclusion to come (đã ghi nhận).',
    CONCLUSION_RECEIVED: 'Conclusion or recommendation received, to be answered (đã nhận kết luận, kiến nghị).',
    ANSWERED: 'Answered, being carried out (đã trả lời).',
    FOLLOWED_UP: 'Carried out and followed up (đã thực hiện xong).',
    ...VOID_STATE,
  },
);
/** What a life cycle sees; one that is void is not there for it. */
export type SupervisionState = Exclude<keyof typeof SupervisionState, 'VOID'>;
