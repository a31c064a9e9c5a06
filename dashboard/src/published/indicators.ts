import type { PublishedFigure } from '@thads/reports';
import type { Language } from '../address/address';

type Two = Readonly<Record<Language, string>>;

/** The indicators of the reports, as they are named there. */
const INDICATORS: Readonly<Record<string, Two>> = {
  annual_plan_achievement: { vi: 'So với chỉ tiêu cả năm', en: 'against the yearly target' },
  completed: { vi: 'Thi hành xong', en: 'Completed' },
  completion_rate: { vi: 'Tỷ lệ thi hành xong', en: 'Completion rate' },
  completion_rate_vs_target: { vi: 'Tỷ lệ thi hành xong so chỉ tiêu', en: 'Completion rate against the target' },
  handled_total: { vi: 'Tổng thụ lý', en: 'Handled' },
  newly_received: { vi: 'Thụ lý mới', en: 'Newly received' },
  to_be_executed: { vi: 'Phải thi hành', en: 'To be enforced' },
  with_conditions: { vi: 'Có điều kiện thi hành', en: 'With conditions' },
  with_conditions_share: { vi: 'Tỷ lệ có điều kiện', en: 'Share with conditions' },
  without_conditions: { vi: 'Chưa có điều kiện', en: 'Not yet with conditions' },
  citizens_received: { vi: 'Số công dân được tiếp', en: 'Citizens received' },
  coercive_enforcement_decisions: { vi: 'Quyết định cưỡng chế', en: 'Coercion decisions' },
  coercive_enforcements_with_mobilised_forces: {
    vi: 'Cưỡng chế huy động lực lượng',
    en: 'Coercions with mobilised forces',
  },
  enforcement_decisions_issued_rate: { vi: 'Tỷ lệ ra quyết định thi hành', en: 'Enforcement decisions issued' },
  national_rank_cases: { vi: 'Xếp hạng toàn quốc về việc', en: 'National rank, cases' },
  national_rank_money: { vi: 'Xếp hạng toàn quốc về tiền', en: 'National rank, money' },
  petition_resolution_rate: { vi: 'Tỷ lệ giải quyết đơn', en: 'Petitions, resolution rate' },
  petitions_received: { vi: 'Đơn tiếp nhận', en: 'Petitions received' },
  petitions_resolved: { vi: 'Đơn đã giải quyết', en: 'Petitions resolved' },
  petitions_to_be_resolved: { vi: 'Đơn phải giải quyết', en: 'Petitions to be resolved' },
};

const MEASURES: Readonly<Record<string, Two>> = {
  cases: { vi: 'việc', en: 'cases' },
  money: { vi: 'tiền', en: 'money' },
};

const OVERLAYS: Readonly<Record<string, Two>> = {
  CREDIT_INSTITUTION: { vi: 'tín dụng, ngân hàng', en: 'credit institutions' },
  CORRUPTION_ECONOMIC: { vi: 'tham nhũng, kinh tế', en: 'corruption and economic' },
  STATE_BUDGET: { vi: 'ngân sách nhà nước', en: 'state budget' },
  CONVICTS: { vi: 'phạm nhân', en: 'convicts' },
};

const CHANGE: Two = { vi: 'tăng, giảm so cùng kỳ', en: 'change against last year' };

const RECOVERY: Two = { vi: 'thu hồi', en: 'recovery' };

export function indicatorWords({ indicator, change, overlay, subgraph }: PublishedFigure, language: Language): string {
  const whole = indicator.replace(/_change$/, '');
  const [first = '', ...rest] = whole.split('_');
  const measure = INDICATORS[whole] ? undefined : MEASURES[first];
  const name = INDICATORS[measure ? rest.join('_') : whole]?.[language] ?? whole;
  const parts = [
    measure?.[language],
    overlay && OVERLAYS[overlay]?.[language],
    subgraph === 'recovery' && RECOVERY[language],
    change && CHANGE[language],
  ].filter(Boolean);
  return parts.length === 0 ? name : `${name} (${parts.join('; ')})`;
}
