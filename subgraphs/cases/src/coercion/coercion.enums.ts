import { documentedEnum } from '@thads/shared';

export const CoercionMeasure = documentedEnum('CoercionMeasure', 'The six coercive measures (biện pháp cưỡng chế).', {
  DEDUCTION_FROM_ACCOUNT: 'Money taken from accounts, papers recovered (khấu trừ tiền trong tài khoản).',
  DEDUCTION_FROM_INCOME: 'Deducted from income (trừ vào thu nhập).',
  SEIZURE_OF_ASSETS: 'Assets seized and disposed of (kê biên, xử lý tài sản).',
  EXPLOITATION_OF_ASSETS: 'Assets exploited (khai thác tài sản).',
  HANDOVER_OF_OBJECT: 'Object, papers or land-use right handed over (buộc chuyển giao vật).',
  ACT_OR_FORBEARANCE: 'Made to do or not to do an act (buộc thực hiện hoặc không thực hiện công việc).',
});
export type CoercionMeasure = keyof typeof CoercionMeasure;
