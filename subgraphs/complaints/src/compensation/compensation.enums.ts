import { documentedEnum, VOID_STATE } from '@thads/shared';

export const CompensationState = documentedEnum(
  'CompensationState',
  'Present state of a request for state compensation (trạng thái yêu cầu bồi thường).',
  {
    REQUESTED: 'Requested, not decided on yet (đã nhận yêu cầu).',
    ACCEPTED: 'Accepted, being settled (đã thụ lý).',
    REJECTED: 'A condition of acceptance is not met (không thụ lý).',
    STOPPED: 'Ended without a settlement (đình chỉ giải quyết).',
    SETTLED: 'The amount is decided, not all of it paid (đã có quyết định bồi thường).',
    PAID: 'Paid in full (đã chi trả xong).',
    ...VOID_STATE,
  },
);
/** What a life cycle sees; one that is void is not there for it. */
export type CompensationState = Exclude<keyof typeof CompensationState, 'VOID'>;
