import { type Definition, CIRCULARS, figure } from './definition';
import { defined } from './defined';

/** Form 10, the own system's part. */
const INSPECTIONS = [
  figure(
    'planned',
    'Planned',
    'Số cuộc theo kế hoạch',
    'Inspections planned in the period; cancelled ones stay counted.',
  ),
  figure('cancelled', 'Cancelled', 'Số cuộc bị hủy', 'Inspections cancelled in the period before they took place.'),
  figure(
    'conducted',
    'Conducted',
    'Số cuộc đã kiểm tra',
    'Inspections conducted in the period, self-inspections included.',
  ),
  figure('selfInspections', 'Self-inspections', 'Số cuộc tự kiểm tra', 'Of those conducted, self-inspections.'),
  figure('concluded', 'Concluded', 'Số kết luận kiểm tra', 'Inspections concluded in the period.'),
  figure('shortcomings', 'Shortcomings', 'Số thiếu sót', 'Shortcomings recorded in the period.'),
  figure('violations', 'Violations', 'Số vi phạm', 'Violations recorded in the period.'),
  figure(
    'recommendations',
    'Recommendations',
    'Số kiến nghị',
    'Findings with a recommendation, recorded in the period.',
  ),
  figure(
    'followedUp',
    'Followed up',
    'Số kiến nghị đã thực hiện xong',
    'Recommendations verified and closed in the period.',
  ),
  figure(
    'overdue',
    'Overdue',
    'Quá hạn',
    'Recommendations open past their last day at the end of the period; reported done is not open.',
  ),
  figure('plansIssued', 'Plans issued', 'Số kế hoạch kiểm tra đã ban hành', 'Yearly plans issued in the period.'),
  figure(
    'plansLate',
    'Plans late',
    'Số kế hoạch kiểm tra chậm gửi cấp trên',
    'Yearly plans not sent upward after their time (31 December), at the end of the period.',
  ),
  figure(
    'conclusionsFollowedUp',
    'Conclusions followed up',
    'Số kết luận đã theo dõi xong',
    'Conclusions whose follow-up ended in the period.',
  ),
  figure(
    'consequences',
    'Consequences',
    'Số trường hợp xử lý trách nhiệm',
    'Consequences decided in the period for those at fault.',
  ),
];

/** Form 10, for assemblies, procuracies and the own system alike. */
const SUPERVISION = [
  figure(
    'sessions',
    'Sessions',
    'Số cuộc',
    'Sessions of bodies outside recorded in the period, and inspections of the own system conducted in it.',
  ),
  figure(
    'units',
    'Units',
    'Số lượt đơn vị',
    'Offices supervised in the sessions of bodies outside, an office once a session; of the own system as many as sessions.',
  ),
  figure(
    'conclusions',
    'Conclusions',
    'Số kết luận',
    'Conclusions or recommendations received in the period, and inspections of the own system concluded in it.',
  ),
  figure(
    'findings',
    'Findings',
    'Số thiếu sót, vi phạm',
    'Shortcomings and violations that the conclusions of the period state; of the own system those recorded in it.',
  ),
  figure(
    'recommendations',
    'Recommendations',
    'Số kiến nghị',
    'Recommendations that the conclusions of the period make; of the own system findings with one, recorded in it.',
  ),
  figure(
    'followedUp',
    'Followed up',
    'Số kiến nghị đã thực hiện',
    'Recommendations of conclusions whose follow-up ended in the period; of the own system those verified and closed in it.',
  ),
  figure(
    'answersOverdue',
    'Answers overdue',
    'Chậm trả lời',
    'Conclusions from outside not answered after their time, at the end of the period.',
  ),
  figure('protests', 'Protests', 'Số kháng nghị', 'Protests of the procuracy received in the period.'),
  figure(
    'protestsAccepted',
    'Protests accepted',
    'Kháng nghị được chấp nhận toàn bộ',
    'Accepted in whole in the period.',
  ),
  figure(
    'protestsPartlyAccepted',
    'Protests accepted in part',
    'Kháng nghị được chấp nhận một phần',
    'Accepted in part in the period.',
  ),
  figure(
    'protestsRejected',
    'Protests not accepted',
    'Kháng nghị không được chấp nhận',
    'Not accepted in the period, less those that went on to the superior.',
  ),
  figure('protestsComplied', 'Protests complied with', 'Kháng nghị đã thực hiện', 'Complied with in the period.'),
  figure(
    'protestsOverdue',
    'Protests overdue',
    'Kháng nghị quá hạn trả lời',
    'Not answered after their time, at the end of the period; one that is before the superior is not answered.',
  ),
];

export const inspectionDefinitions: readonly Definition[] = [
  ...defined('InspectionStatistics', [10], CIRCULARS, INSPECTIONS),
  ...defined('SupervisionStatistics', [10], CIRCULARS, SUPERVISION),
];
