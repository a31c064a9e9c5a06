import { documentedEnum } from '@thads/shared';
import type { InspectionSlot } from './inspection.slots';

export const InspectionSlotName = documentedEnum(
  'InspectionSlot',
  'Where something of the register stands in the statistics; every figure is a sum over slots (vị trí thống kê).',
  {
    INSPECTION_PENDING: 'Inspection planned or decided, not conducted yet (chưa kiểm tra).',
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
    CONCLUSION_FOLLOWED_UP: 'Counter: conclusions whose follow-up is over (kết luận đã theo dõi xong).',
    SHORTCOMING: 'Counter: findings that are shortcomings (thiếu sót).',
    VIOLATION: 'Counter: findings that are violations (vi phạm).',
    CONSEQUENCE: 'Counter: consequences decided for those at fault (quyết định xử lý trách nhiệm).',
    PLAN_ISSUED: 'Counter: yearly plans issued (kế hoạch kiểm tra đã ban hành).',
    PLAN_LATE: 'Yearly plan not sent upward in its time (kế hoạch chậm gửi cấp trên).',
    PROCURACY_SESSION: 'Counter: supervision by the procuracy, sessions (số cuộc kiểm sát).',
    PROCURACY_UNIT: 'Counter: supervision by the procuracy, units (số đơn vị được kiểm sát).',
    PROCURACY_CONCLUSION: 'Counter: supervision by the procuracy, conclusions (số kết luận kiểm sát).',
    PROCURACY_FINDING: 'Counter: supervision by the procuracy, findings (số thiếu sót, vi phạm qua kiểm sát).',
    PROCURACY_RECOMMENDATION:
      'Counter: supervision by the procuracy, recommendations (số kiến nghị của viện kiểm sát).',
    PROCURACY_FOLLOWED_UP:
      'Counter: recommendations of the procuracy followed up (kiến nghị của viện kiểm sát đã thực hiện).',
    ASSEMBLY_SESSION: 'Counter: supervision by an assembly, sessions (số cuộc giám sát).',
    ASSEMBLY_UNIT: 'Counter: supervision by an assembly, units (số đơn vị được giám sát).',
    ASSEMBLY_CONCLUSION: 'Counter: supervision by an assembly, conclusions (số kết luận giám sát).',
    ASSEMBLY_FINDING: 'Counter: supervision by an assembly, findings (số thiếu sót, vi phạm qua giám sát).',
    ASSEMBLY_RECOMMENDATION: 'Counter: supervision by an assembly, recommendations (số kiến nghị giám sát).',
    ASSEMBLY_FOLLOWED_UP: 'Counter: recommendations of an assembly followed up (kiến nghị giám sát đã thực hiện).',
    ANSWER_OVERDUE: 'Conclusion of an outside body not answered in time (chậm trả lời kết luận, kiến nghị).',
    PROTEST_RECEIVED: 'Counter: protests of the procuracy received (kháng nghị đã nhận).',
    PROTEST_OVERDUE: 'Protest not answered in time (kháng nghị quá hạn trả lời).',
    PROTEST_ACCEPTED: 'Counter: protests accepted in whole (kháng nghị được chấp nhận toàn bộ).',
    PROTEST_PARTLY_ACCEPTED: 'Counter: protests accepted in part (kháng nghị được chấp nhận một phần).',
    PROTEST_REJECTED: 'Counter: protests rejected (kháng nghị không được chấp nhận).',
    PROTEST_COMPLIED: 'Counter: protests accepted and complied with (kháng nghị đã thực hiện).',
  } satisfies Record<InspectionSlot, string>,
);
export type InspectionSlotName = InspectionSlot;
