import { documentedEnum } from '@thads/shared';

/** By register: the datasets that its subgraph has. */
export const DATASETS = {
  cases: {
    CASES: 'Enforcement cases (việc thi hành án).',
    PARTIES: 'Parties of cases (đương sự).',
    COERCIONS: 'Coercion decisions (quyết định cưỡng chế).',
    OFFICERS: 'Enforcement officers (chấp hành viên).',
    ADMINISTRATIVE_JUDGMENTS: 'Monitored administrative judgments (bản án hành chính).',
    CASE_STATISTICS: 'Statistics of cases by office and day (thống kê việc và tiền).',
  },
  complaints: {
    PETITIONS: 'Petitions (đơn).',
    RECEPTIONS: 'Receptions of citizens (tiếp công dân).',
    COMPENSATIONS: 'Requests for state compensation (yêu cầu bồi thường).',
    COMPLAINT_STATISTICS: 'Statistics of petitions, reception and compensation by office and day (thống kê đơn thư).',
  },
  inspections: {
    INSPECTIONS: 'Inspections (cuộc kiểm tra).',
    FINDINGS: 'Findings of inspections (tồn tại, sai phạm).',
    CONSEQUENCES: 'What was decided about those at fault (xử lý trách nhiệm).',
    INSPECTION_PLANS: 'Yearly plans of inspections (kế hoạch kiểm tra).',
    PROTESTS: 'Protests of the procuracy (kháng nghị).',
    SUPERVISIONS: 'Supervisions by bodies outside (giám sát, kiểm sát).',
    INSPECTION_STATISTICS: 'Statistics of inspections and supervision by office and day (thống kê kiểm tra).',
  },
  recovery: {
    OBLIGATIONS: 'What debtors owe (khoản phải thi hành).',
    RECEIPTS: 'Money received from debtors (biên lai).',
    DISTRIBUTIONS: 'What became of the money (nộp ngân sách, chi trả, chi phí).',
    EXEMPTIONS: 'Proposals to waive or reduce what is owed (đề nghị xét miễn, giảm).',
    ASSETS: 'Seized assets (tài sản kê biên).',
    AUCTION_ROUNDS: 'Rounds of auctions (lần bán đấu giá).',
    RECOVERY_STATISTICS: 'Statistics of obligations and assets by office and day (thống kê thu hồi).',
  },
} as const satisfies Record<string, Record<string, string>>;

const values = Object.assign({}, ...Object.values(DATASETS)) as Record<string, string>;

export const Dataset = documentedEnum(
  'Dataset',
  'What can be taken as a whole: the rows of a register, or its statistics (tập dữ liệu).',
  values,
);
export type Dataset = string;

/** The register that a dataset is of. Throws for one that is none. */
export function registerOfDataset(dataset: Dataset): string {
  const found = Object.entries(DATASETS).find(([, datasets]) => dataset in datasets);
  if (!found) throw new Error(`no register has the dataset ${dataset}`);
  return found[0];
}
