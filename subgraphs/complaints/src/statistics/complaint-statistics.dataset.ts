import { type DatasetDefinition, prefixed, statisticsDataset } from '@thads/shared';
import { complaintsRegister } from '../register';
import { compensationLines, petitionLines, receptionLines } from './petition.lines';

export const complaintStatisticsDataset: DatasetDefinition = statisticsDataset(complaintsRegister, {
  name: 'COMPLAINT_STATISTICS',
  statistics: 'petitionStatistics',
  title:
    'Statistics of petitions, reception and compensation by the finest that they are counted by (thống kê đơn thư).',
  lines: { ...petitionLines, ...prefixed('reception', receptionLines), ...prefixed('compensation', compensationLines) },
});
