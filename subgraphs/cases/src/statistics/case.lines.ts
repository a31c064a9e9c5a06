import { type IsoDate, type LineDefinition, closing, flow, line, opening } from '@thads/shared';
import { ADMINISTRATIVE, DEDUCTED, DONE, OPEN_NOT_YET, OPEN_WITH_CONDITIONS } from './case.slots';

/** A line of the statistical tree with its number in forms 1 and 2 (DOMAIN: row tree, cases and money). */
export interface TreeLine extends LineDefinition {
  readonly number: string | null;
  readonly name: string;
  readonly nameVi: string;
}

const OPEN = [...OPEN_WITH_CONDITIONS, ...OPEN_NOT_YET];
const EVERY = [...OPEN, ...DONE, ...DEDUCTED];

function treeLine(number: string | null, name: string, nameVi: string, definition: LineDefinition): TreeLine {
  return { number, name, nameVi, ...definition };
}

/**
 * Forms 1 (cases) and 2 (money). The printed rows of the three circulars were not obtained; the tree is the one that
 * national reports of 2015 to 2019 and the published definition of the indicator agree with.
 */
const tree = {
  handled: treeLine('1', 'Handled', 'Tổng số thụ lý', line(...opening(...OPEN), ...flow(...EVERY))),
  carriedOver: treeLine('1.1', 'Carried over', 'Năm trước chuyển sang', line(...opening(...OPEN))),
  newlyReceived: treeLine('1.2', 'Newly received', 'Mới thụ lý', line(...flow(...EVERY))),
  deducted: treeLine('2', 'Deducted before enforcement', 'Giảm trừ', line(...flow(...DEDUCTED))),
  entrusted: treeLine('2.1', 'Entrusted out', 'Ủy thác', line(...flow('ENTRUSTED_OUT'))),
  revoked: treeLine('2.2', 'Revoked or cancelled', 'Thu hồi, hủy', line(...flow('REVOKED'))),
  withdrawnUpward: treeLine('2.3', 'Withdrawn upward', 'Rút lên', line(...flow('WITHDRAWN_UPWARD'))),
  separated: treeLine(
    '2.4',
    'Moved to the separate tracking book',
    'Chuyển sổ theo dõi riêng',
    line(...flow('SEPARATED')),
  ),
  toBeEnforced: treeLine('3', 'To be enforced', 'Tổng số phải thi hành', line(...closing(...OPEN), ...flow(...DONE))),
  withConditions: treeLine(
    '4',
    'With conditions',
    'Có điều kiện thi hành',
    line(...closing(...OPEN_WITH_CONDITIONS), ...flow(...DONE)),
  ),
  fullyEnforced: treeLine('4.1', 'Fully enforced', 'Thi hành xong', line(...flow('COMPLETED'))),
  terminated: treeLine('4.2', 'Terminated', 'Đình chỉ', line(...flow('TERMINATED'))),
  inProgress: treeLine('4.3', 'In progress', 'Đang thi hành', line(...closing('IN_PROGRESS'))),
  postponedByConsent: treeLine(
    '4.4',
    'Postponed with the parties’ consent',
    'Hoãn theo thỏa thuận',
    line(...closing('POSTPONED_BY_CONSENT')),
  ),
  reduced: treeLine('4.5', 'Reduced or exempted', 'Giảm, miễn', line(...flow('REDUCED'))),
  otherWithConditions: treeLine(
    '4.6',
    'Other with conditions',
    'Trường hợp khác',
    line(...closing('OTHER_WITH_CONDITIONS')),
  ),
  notYetWithConditions: treeLine(
    '5',
    'Not yet with conditions',
    'Chưa có điều kiện',
    line(...closing(...OPEN_NOT_YET)),
  ),
  notYetDecided: treeLine(
    '5.1',
    'Decision under article 44a',
    'Quyết định chưa có điều kiện',
    line(...closing('NOT_YET_44A')),
  ),
  postponed: treeLine('5.2', 'Postponed', 'Hoãn thi hành án', line(...closing('POSTPONED'))),
  suspended: treeLine('5.3', 'Temporarily suspended', 'Tạm đình chỉ', line(...closing('SUSPENDED'))),
  carriedForward: treeLine('6', 'Carried to next period', 'Chuyển kỳ sau', line(...closing(...OPEN))),
  carriedWithConditions: treeLine(
    '6.1',
    'Carried, with conditions',
    'Chuyển kỳ sau, có điều kiện',
    line(...closing(...OPEN_WITH_CONDITIONS)),
  ),
  carriedNotYet: treeLine(
    '6.2',
    'Carried, not yet with conditions',
    'Chuyển kỳ sau, chưa có điều kiện',
    line(...closing(...OPEN_NOT_YET)),
  ),
  separateBook: treeLine('8', 'Separate tracking book', 'Theo dõi riêng', line(...closing('SEPARATE_BOOK'))),
  completed: treeLine(null, 'Completed (4.1 + 4.2 + 4.5)', 'Thi hành xong (gồm đình chỉ)', line(...flow(...DONE))),
} satisfies Record<string, TreeLine>;

export type CaseTree = typeof tree;
export type CaseLineName = keyof CaseTree;

/** Which slots make which line, by the circular in force at the end of a period. */
export interface CircularMapping {
  readonly circular: string;
  readonly validFrom: IsoDate;
  readonly lines: CaseTree;
}

/** Newest first. No difference between the three is known for these lines; a known one becomes another `lines`. */
const circulars: readonly CircularMapping[] = [
  { circular: '05/2026/TT-BTP', validFrom: '2026-07-01', lines: tree },
  { circular: '05/2024/TT-BTP', validFrom: '2024-07-26', lines: tree },
  { circular: '06/2019/TT-BTP', validFrom: '1900-01-01', lines: tree },
];

export function circularOn(day: IsoDate): CircularMapping {
  return circulars.find(({ validFrom }) => validFrom <= day)!;
}

/** Counts beside the tree: forms 7 and 12. */
export const counterLines = {
  decisionsDue: line(...flow('DECISION_DUE')),
  decisionsIssued: line(...flow('DECISION_ISSUED')),
  securityMeasures: line(...flow('SECURITY_MEASURE')),
  coercions: line(...flow('COERCION')),
  coercionsWithForces: line(...flow('COERCION_WITH_FORCES')),
};

const [PENDING, OVERDUE, PERFORMED, COMPELLED] = ADMINISTRATIVE;

/** Form 12, administrative judgments monitored. */
export const administrativeLines = {
  monitored: line(...opening(PENDING, OVERDUE), ...flow(PENDING, OVERDUE, PERFORMED)),
  compellingDecisions: line(...flow(COMPELLED)),
  performed: line(...flow(PERFORMED)),
  overdue: line(...closing(OVERDUE)),
};
