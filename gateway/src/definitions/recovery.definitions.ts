import { type Definition, CIRCULARS, figure, rate } from './definition';
import { defined } from './defined';

/** Form 3, for all obligations and by category. An obligation is outstanding, collected in full or ended; its money is split. */
const MONEY = [
  figure(
    'carriedOver',
    'Carried over',
    'Năm trước chuyển sang',
    'Outstanding at the end of the day before the period.',
  ),
  figure('newlyRecorded', 'Newly recorded', 'Mới thụ lý', 'Recorded in the period, with the amounts owed.'),
  figure('handled', 'Handled', 'Tổng số thụ lý', 'carriedOver + newlyRecorded'),
  figure(
    'ended',
    'Ended',
    'Đình chỉ, miễn, ủy thác',
    'Terminated, exempted or entrusted in the period, with what was outstanding; of money also what the court waived or took off.',
  ),
  figure('due', 'Due', 'Số phải thi hành', 'handled − ended'),
  figure('withConditions', 'With conditions', 'Có điều kiện', 'due − notYetWithConditions'),
  figure(
    'notYetWithConditions',
    'Not yet with conditions',
    'Chưa có điều kiện',
    'Outstanding without conditions at the end of the period.',
  ),
  figure(
    'collected',
    'Collected',
    'Đã thu',
    'Obligations collected in full in the period; all money collected in it, less what was given back in it.',
  ),
  figure(
    'remittedToBudget',
    'Remitted to the state budget',
    'Nộp ngân sách nhà nước',
    'Obligations remitted of for the first time; all money remitted in the period, less what came back in it.',
  ),
  figure(
    'paidToCreditors',
    'Paid to creditors',
    'Chi trả',
    'Obligations paid of for the first time; all money paid in the period, less what came back in it.',
  ),
  figure(
    'costsDeducted',
    'Deducted for costs',
    'Trừ chi phí thi hành án',
    'Obligations with such for the first time; all money deducted in the period, less what came back in it.',
  ),
  figure('carriedForward', 'Carried forward', 'Chuyển kỳ sau', 'due − collected'),
  rate('collectionRate', 'Collection rate', 'Tỷ lệ thu trên tổng số phải thi hành', ['collected', 'due']),
  rate('completionRate', 'Completion rate of recovery', 'Tỷ lệ thu trên số có điều kiện', [
    'collected',
    'withConditions',
  ]),
];

const ASSETS = [
  figure('assetsSeized', 'Assets seized', 'Tài sản kê biên', 'Assets seized in the period.'),
  figure('auctionsHeld', 'Auction rounds held', 'Lần đấu giá', 'Auction rounds held in the period.'),
  figure(
    'auctionsSold',
    'Auction rounds with a sale',
    'Đấu giá thành',
    'Of the auction rounds of the period, those with a sale.',
  ),
];

/** Form 6: on the day of the proposal, and of the court's decision. */
const EXEMPTIONS = [
  figure('proposed', 'Proposed to the court', 'Đã đề nghị', 'Proposed in the period, with the amounts proposed.'),
  figure(
    'acceptedInFull',
    'Accepted in full',
    'Chấp nhận toàn bộ',
    'Decided so in the period, with the amounts granted.',
  ),
  figure(
    'acceptedInPart',
    'Accepted in part',
    'Chấp nhận một phần',
    'Decided so in the period, with the amounts granted.',
  ),
  figure('refused', 'Refused', 'Không chấp nhận', 'Decided so in the period, with the amounts proposed.'),
];

export const recoveryDefinitions: readonly Definition[] = [
  ...defined('RecoveryStatistics', [3], CIRCULARS, MONEY),
  ...defined(
    'RecoveryStatistics',
    [],
    [{ legalSource: 'No form: counts of the register of recovery', validFrom: null }],
    ASSETS,
  ),
  ...defined('ExemptionStatistics', [6], CIRCULARS, EXEMPTIONS),
];
