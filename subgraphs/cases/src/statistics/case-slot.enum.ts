import { documentedEnum } from '@thads/shared';
import type { CaseSlot } from './case.slots';

export const CaseSlotName = documentedEnum(
  'CaseSlot',
  'Where a case or its money stands in the statistics; every line of the statistical tree is a sum over slots (vị trí thống kê).',
  {
    IN_PROGRESS: 'With conditions, being enforced: line 4.3 (đang thi hành).',
    POSTPONED_BY_CONSENT: 'With conditions, postponed with consent: line 4.4 (hoãn theo thỏa thuận).',
    OTHER_WITH_CONDITIONS: 'With conditions, voluntary period or verification: line 4.6 (trường hợp khác).',
    NOT_YET_44A: 'Not yet with conditions, by decision: line 5.1 (chưa có điều kiện).',
    POSTPONED: 'Not yet with conditions, postponed: line 5.2 (hoãn).',
    SUSPENDED: 'Not yet with conditions, suspended: line 5.3 (tạm đình chỉ).',
    COMPLETED: 'Fully enforced: line 4.1 (thi hành xong).',
    TERMINATED: 'Terminated: line 4.2 (đình chỉ).',
    REDUCED: 'Reduced or exempted, money only: line 4.5 (giảm, miễn).',
    ENTRUSTED_OUT: 'Entrusted out: line 2.1 (ủy thác).',
    REVOKED: 'Revoked or cancelled: line 2.2 (thu hồi, hủy).',
    WITHDRAWN_UPWARD: 'Withdrawn upward: line 2.3 (rút lên).',
    SEPARATED: 'Left the main stock for the separate tracking book, all times together (chuyển sổ theo dõi riêng).',
    SEPARATE_BOOK: 'Memo: in the separate tracking book, line 8 (đang theo dõi riêng).',
    SECURITY_MEASURE: 'Counter: security measures (biện pháp bảo đảm).',
    DECISION_DUE: 'Counter: enforcement decisions that fell due (quyết định phải ra).',
    DECISION_ISSUED: 'Counter: of those, issued (quyết định đã ra).',
    COERCION: 'Counter: coercion decisions (quyết định cưỡng chế).',
    COERCION_WITH_FORCES: 'Counter: of those, with mobilised forces (cưỡng chế có huy động lực lượng).',
    ADMINISTRATIVE_PENDING: 'Administrative judgment monitored, not overdue (án hành chính đang theo dõi).',
    ADMINISTRATIVE_OVERDUE: 'Administrative judgment monitored, overdue (án hành chính quá hạn).',
    ADMINISTRATIVE_PERFORMED: 'Administrative judgment performed (án hành chính đã thi hành).',
    ADMINISTRATIVE_COMPELLED: 'Counter: compelling decisions (quyết định buộc thi hành án hành chính).',
  } satisfies Record<CaseSlot, string>,
);
export type CaseSlotName = CaseSlot;
