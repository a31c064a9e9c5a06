import { type Definition, CIRCULARS, figure, rate } from './definition';
import { defined } from './defined';

/** Forms 1 (cases) and 2 (money), which have the same lines. */
const TREE = [
  figure('handled', 'Handled', 'Tổng số thụ lý', 'carriedOver + newlyReceived', '1'),
  figure(
    'carriedOver',
    'Carried over',
    'Năm trước chuyển sang',
    'Open at the end of the day before the period.',
    '1.1',
  ),
  figure(
    'newlyReceived',
    'Newly received',
    'Mới thụ lý',
    'Enforcement decisions issued and entrustments received in the period, and cases that new information brings back from the separate tracking book.',
    '1.2',
  ),
  figure(
    'lines/2',
    'Deducted before enforcement',
    'Giảm trừ',
    'entrusted + revoked + withdrawnUpward + separated',
    '2',
  ),
  figure(
    'entrusted',
    'Entrusted out',
    'Ủy thác',
    'Entrusted to another agency in the period; of money also what is left of cases partly paid, which count as fullyEnforced.',
    '2.1',
  ),
  figure(
    'revoked',
    'Revoked or cancelled',
    'Thu hồi, hủy',
    'Enforcement decisions revoked or cancelled in the period; since July 2026 also requests sent back.',
    '2.2',
  ),
  figure(
    'withdrawnUpward',
    'Withdrawn upward',
    'Rút lên',
    'Taken over by the provincial level in the period; until June 2025.',
    '2.3',
  ),
  figure(
    'separated',
    'Moved to the separate tracking book',
    'Chuyển sổ theo dõi riêng',
    'Moved in the period out of the main stock, into the separate tracking book.',
    '2.4',
  ),
  figure(
    'toBeEnforced',
    'To be enforced',
    'Tổng số phải thi hành',
    'handled − entrusted − revoked − withdrawnUpward − separated',
    '3',
  ),
  figure('withConditions', 'With conditions', 'Có điều kiện thi hành', 'toBeEnforced − notYetWithConditions', '4'),
  figure(
    'fullyEnforced',
    'Fully enforced',
    'Thi hành xong',
    'Fully enforced in the period, and partly paid with the rest entrusted out; of money all that was paid or remitted in it, part payments too.',
    '4.1',
  ),
  figure(
    'terminated',
    'Terminated',
    'Đình chỉ',
    'Terminated in the period; of money what was then outstanding.',
    '4.2',
  ),
  figure('inProgress', 'In progress', 'Đang thi hành', 'Being enforced at the end of the period.', '4.3'),
  figure(
    'lines/4.4',
    'Postponed with the parties’ consent',
    'Hoãn theo thỏa thuận',
    'Postponed with the parties’ consent, at the end of the period.',
    '4.4',
  ),
  figure('lines/4.5', 'Reduced or exempted', 'Giảm, miễn', 'Money waived or taken off in the period; no cases.', '4.5'),
  figure(
    'lines/4.6',
    'Other with conditions',
    'Trường hợp khác',
    'In the time for voluntary performance, or being verified, at the end of the period.',
    '4.6',
  ),
  figure(
    'notYetWithConditions',
    'Not yet with conditions',
    'Chưa có điều kiện',
    'lines/5.1 + lines/5.2 + lines/5.3',
    '5',
  ),
  figure(
    'lines/5.1',
    'Decision under article 44a',
    'Quyết định chưa có điều kiện',
    'Under a decision that there are no conditions yet, at the end of the period.',
    '5.1',
  ),
  figure(
    'lines/5.2',
    'Postponed',
    'Hoãn thi hành án',
    'Postponed on other grounds than the parties’ consent, at the end of the period.',
    '5.2',
  ),
  figure(
    'lines/5.3',
    'Temporarily suspended',
    'Tạm đình chỉ',
    'Temporarily suspended at the end of the period.',
    '5.3',
  ),
  figure('carriedForward', 'Carried to next period', 'Chuyển kỳ sau', 'toBeEnforced − completed', '6'),
  figure('lines/6.1', 'Carried, with conditions', 'Chuyển kỳ sau, có điều kiện', 'withConditions − completed', '6.1'),
  figure(
    'lines/6.2',
    'Carried, not yet with conditions',
    'Chuyển kỳ sau, chưa có điều kiện',
    'notYetWithConditions',
    '6.2',
  ),
  figure(
    'completed',
    'Completed, the official figure',
    'Thi hành xong (gồm đình chỉ)',
    'fullyEnforced + terminated + lines/4.5',
  ),
  rate(
    'completionRate',
    'Completion rate, the official rate',
    'Tỷ lệ thi hành xong trên số có điều kiện',
    ['completed', 'withConditions'],
    '7',
  ),
  figure(
    'separateBook',
    'Separate tracking book',
    'Theo dõi riêng',
    'In the separate tracking book at the end of the period; outside lines 1 to 6.',
    '8',
  ),
];

const COERCION = [
  figure('coercionDecisions', 'Coercion decisions', 'Quyết định cưỡng chế', 'Coercion decisions issued in the period.'),
  figure(
    'coercionsWithMobilisedForces',
    'Coercions with mobilised forces',
    'Cưỡng chế có huy động lực lượng',
    'Of the coercion decisions of the period, those for which forces are mobilised.',
  ),
  figure('securityMeasures', 'Security measures', 'Biện pháp bảo đảm', 'Security measures applied in the period.'),
];

const TARGETS = [
  figure(
    'target',
    'Yearly target',
    'Chỉ tiêu',
    'The target of the working year that is in force on the last day of the period.',
  ),
  rate('progressToTarget', 'Progress to the yearly target', 'Tỷ lệ đạt so với chỉ tiêu năm', [
    'completionRate',
    'target',
  ]),
  figure('pointsOverTarget', 'Points over the target', 'Số điểm phần trăm vượt chỉ tiêu', 'completionRate − target'),
];

const ADMINISTRATIVE = [
  figure(
    'monitored',
    'Administrative judgments monitored',
    'Số việc theo dõi thi hành án hành chính',
    'Open at the end of the day before the period, and new in it.',
  ),
  figure(
    'compellingDecisions',
    'Compelling decisions',
    'Quyết định buộc thi hành',
    'Compelling decisions of courts in the period.',
  ),
  figure('performed', 'Performed', 'Đã thi hành xong', 'Performed in the period.'),
  figure('overdue', 'Overdue', 'Quá hạn', 'Not performed after their time, at the end of the period.'),
];

export const caseDefinitions: readonly Definition[] = [
  ...defined('CaseStatistics', [1, 2], CIRCULARS, TREE),
  ...defined('CaseStatistics', [7], CIRCULARS, COERCION),
  ...defined(
    'CaseStatistics',
    [],
    [{ legalSource: 'No form: a share that provinces’ reports print', validFrom: null }],
    [rate('withConditionsShare', 'Share with conditions', 'Tỷ lệ có điều kiện', ['withConditions', 'toBeEnforced'])],
  ),
  ...defined(
    'CaseStatistics',
    [],
    [
      {
        legalSource: 'Decisions that assign the targets of a working year, for the nation and each province',
        validFrom: null,
      },
    ],
    TARGETS,
  ),
  ...defined(
    'CaseStatistics',
    [],
    [
      { legalSource: 'Law 26/2008/QH12 art. 36', validFrom: null },
      { legalSource: 'Law 106/2025/QH15 art. 33-34', validFrom: '2026-07-01' },
    ],
    [
      figure(
        'decisionsDue',
        'Enforcement decisions due',
        'Quyết định thi hành án phải ra',
        'Enforcement decisions issued in the period, or late since a day of it.',
      ),
      figure(
        'decisionsIssued',
        'Enforcement decisions issued',
        'Quyết định thi hành án đã ra',
        'Of the enforcement decisions due in the period, those that were issued.',
      ),
      rate('decisionRate', 'Decision rate', 'Tỷ lệ ra quyết định thi hành án', ['decisionsIssued', 'decisionsDue']),
    ],
  ),
  ...defined(
    'CaseStatistics',
    [],
    [{ legalSource: 'No form: a comparison of the graph', validFrom: null }],
    [
      figure(
        'rank',
        'Rank',
        'Xếp hạng',
        'Place among the provinces of the same boundaries by completionRate, unrounded, 1 = best; equal rates share a place.',
      ),
    ],
  ),
  ...defined('AdministrativeJudgmentStatistics', [12], CIRCULARS, ADMINISTRATIVE),
];
