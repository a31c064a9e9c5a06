import { documentedEnum, VOID_STATE } from '@thads/shared';

export const ReceptionState = documentedEnum(
  'ReceptionState',
  'Present state of a reception of citizens (trạng thái lần tiếp công dân).',
  {
    RECORDED: 'Entered in the book (đã ghi sổ).',
    ...VOID_STATE,
  },
);
/** What a life cycle sees; one that is void is not there for it. */
export type ReceptionState = Exclude<keyof typeof ReceptionState, 'VOID'>;
