import { documentedEnum } from '@thads/shared';
import type { InspectionSlot } from './inspection.slots';

export const InspectionSlotName = documentedEnum(
  'InspectionSlot',
  'Where an inspection or a finding stands in the statistics; every figure is a sum over slots (vị trí thống kê).',
  {
    INSPECTION_PENDING: 'Inspection planned, not conducted yet (chưa kiểm tra).',
    INSPECTION_CONDUCTED: 'Inspection conducted, conclusion to come (đã kiểm tra, chưa kết luận).',
    INSPECTION_CONCLUDED: 'Inspection conducted and concluded (đã kết luận).',
    INSPECTION_CANCELLED: 'Inspection cancelled (đã hủy).',
    FINDING_NOTED: 'Finding without a recommendation (ghi nhận, không kiến nghị).',
    RECOMMENDATION_OPEN: 'Finding whose recommendation is open, not past its due date (đang thực hiện).',
    RECOMMENDATION_OVERDUE: 'Finding whose recommendation is open past its due date (quá hạn).',
    RECOMMENDATION_REPORTED_DONE: 'Finding whose recommendation is reported done (đã báo cáo thực hiện).',
    RECOMMENDATION_CLOSED: 'Finding whose recommendation is verified and closed (đã kiểm tra, kết thúc theo dõi).',
    SELF_INSPECTION: 'Counter: of those conducted, self-inspections (cuộc tự kiểm tra đã tiến hành).',
    INSPECTION_PLANNED: 'Counter: inspections planned, cancelled ones included (cuộc kiểm tra theo kế hoạch).',
    SHORTCOMING: 'Counter: findings that are shortcomings (thiếu sót).',
    VIOLATION: 'Counter: findings that are violations (vi phạm).',
  } satisfies Record<InspectionSlot, string>,
);
export type InspectionSlotName = InspectionSlot;
