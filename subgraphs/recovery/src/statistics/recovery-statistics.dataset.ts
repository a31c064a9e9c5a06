import { type DatasetDefinition, prefixed, statisticsDataset } from '@thads/shared';
import { recoveryRegister } from '../register';
import { exemptionLines } from '../exemption/exemption.lines';
import { assetLines, recoveryLines } from './recovery.lines';

export const recoveryStatisticsDataset: DatasetDefinition = statisticsDataset(recoveryRegister, {
  name: 'RECOVERY_STATISTICS',
  statistics: 'recoveryStatistics',
  title: 'Statistics of obligations, assets and exemptions by the finest that they are counted by (thống kê thu hồi).',
  lines: { ...recoveryLines, ...assetLines, ...prefixed('exemption', exemptionLines) },
});
