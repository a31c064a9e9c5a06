import { documentedEnum, VOID_STATE } from '@thads/shared';

export const InspectionPlanState = documentedEnum(
  'InspectionPlanState',
  'Present state of a yearly plan (trạng thái kế hoạch kiểm tra).',
  {
    DRAFTED: 'Drafted, not issued yet (dự thảo).',
    ISSUED: 'Issued by decision, not sent upward yet (đã ban hành).',
    SENT_UPWARD: 'Issued and sent to the superior (đã gửi cấp trên).',
    CLOSED: 'Carried out and closed (đã kết thúc).',
    ...VOID_STATE,
  },
);
/** What a life cycle sees; one that is void is not there for it. */
export type InspectionPlanState = Exclude<keyof typeof InspectionPlanState, 'VOID'>;
