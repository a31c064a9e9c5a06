import { type Definition, CIRCULARS, figure, rate } from './definition';
import { defined } from './defined';

/** Form 8, for all kinds and by kind. */
const PETITIONS = [
  figure('received', 'Received', 'Tổng số đơn tiếp nhận', 'Received in the period, whatever became of them.'),
  figure(
    'forwarded',
    'Forwarded',
    'Chuyển đơn không thuộc thẩm quyền',
    'Sent on in the period as not within competence.',
  ),
  figure('notAccepted', 'Not accepted', 'Không thụ lý', 'Not accepted in the period.'),
  figure(
    'withinCompetence',
    'Within competence',
    'Thuộc thẩm quyền',
    'Accepted in the period as within competence, those withdrawn later included.',
  ),
  figure(
    'carriedOver',
    'Carried over',
    'Kỳ trước chuyển sang',
    'Accepted and open at the end of the day before the period.',
  ),
  figure('toBeResolved', 'To be resolved', 'Số đơn phải giải quyết', 'carriedOver + withinCompetence'),
  figure('resolved', 'Resolved', 'Đã giải quyết', 'Resolved in the period.'),
  figure('foundRight', 'Found right', 'Đúng toàn bộ', 'Of those resolved in the period, found right.'),
  figure(
    'foundPartlyRight',
    'Found right in part',
    'Đúng một phần',
    'Of those resolved in the period, found right in part.',
  ),
  figure('foundWrong', 'Found wrong', 'Sai toàn bộ', 'Of those resolved in the period, found wholly wrong.'),
  figure(
    'answered',
    'Answered',
    'Đã trả lời',
    'Of those resolved in the period, answered in writing without a finding.',
  ),
  figure('stopped', 'Stopped', 'Rút đơn, đình chỉ giải quyết', 'Withdrawn or stopped in the period, after acceptance.'),
  figure('carriedForward', 'Carried forward', 'Chuyển kỳ sau', 'toBeResolved − resolved − stopped'),
  figure('overdue', 'Overdue', 'Quá hạn', 'Of those carried forward, past their last day at the end of the period.'),
  rate('resolutionRate', 'Resolution rate', 'Tỷ lệ giải quyết', ['resolved', 'toBeResolved']),
];

/** Form 9. Citizens and matters include those of mass groups: 5 or more persons each. */
const RECEPTIONS = [
  figure('visits', 'Visits', 'Số lượt tiếp', 'Visits in the period, those to the head and those online included.'),
  figure('citizens', 'Citizens', 'Số người được tiếp', 'Citizens received in the period; one visit may bring several.'),
  figure('matters', 'Matters', 'Số vụ việc', 'Matters brought in the period.'),
  figure('massGroups', 'Mass groups', 'Số đoàn đông người', 'Groups of 5 or more persons received in the period.'),
  figure(
    'massGroupCitizens',
    'Citizens of mass groups',
    'Số người của đoàn đông người',
    'Of the citizens, those of mass groups.',
  ),
  figure(
    'massGroupMatters',
    'Matters of mass groups',
    'Số vụ việc của đoàn đông người',
    'Of the matters, those of mass groups.',
  ),
  figure(
    'visitsToHead',
    'Visits to the head',
    'Số lượt do thủ trưởng tiếp',
    'Of the visits, those received by the head.',
  ),
  figure('visitsOnline', 'Visits online', 'Số lượt tiếp trực tuyến', 'Of the visits, those online.'),
];

/** Form 11: every number counts in the period in which it came about. */
const COMPENSATIONS = [
  figure('requested', 'Requested', 'Yêu cầu bồi thường', 'Requests of the period, with the amounts asked for.'),
  figure('accepted', 'Accepted', 'Đã thụ lý', 'Requests accepted in the period, with the amounts asked for.'),
  figure(
    'rejected',
    'Not accepted',
    'Không thụ lý',
    'Requests not accepted in the period, with the amounts asked for.',
  ),
  figure(
    'settled',
    'Settled',
    'Đã có quyết định bồi thường',
    'Settled by decision in the period, with the amounts decided.',
  ),
  figure('paid', 'Paid', 'Đã chi trả', 'Paid in the period; a request counts with its first payment.'),
  figure(
    'recourse',
    'Recourse',
    'Quyết định hoàn trả',
    'Recourse decided in the period; a request counts with the first decision.',
  ),
  figure(
    'recourseCollected',
    'Recourse collected',
    'Đã thu hoàn trả',
    'Recourse collected in the period; a request counts with the first payment.',
  ),
];

export const complaintDefinitions: readonly Definition[] = [
  ...defined('PetitionStatistics', [8], CIRCULARS, PETITIONS),
  ...defined('ReceptionStatistics', [9], CIRCULARS, RECEPTIONS),
  ...defined('CompensationStatistics', [11], CIRCULARS, COMPENSATIONS),
];
