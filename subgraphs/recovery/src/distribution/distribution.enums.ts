import { documentedEnum } from '@thads/shared';

export const DistributionKind = documentedEnum(
  'DistributionKind',
  'What became of collected money (hình thức xử lý số tiền đã thu).',
  {
    REMITTED: 'Remitted to the state budget (nộp ngân sách nhà nước).',
    PAID: 'Paid to a creditor (chi trả cho người được thi hành án).',
    COSTS: 'Deducted for the costs of enforcement (trừ chi phí thi hành án).',
  },
);
export type DistributionKind = keyof typeof DistributionKind;
