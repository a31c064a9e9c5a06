import { type DatasetDefinition, prefixed, statisticsDataset, todayInVietnam } from '@thads/shared';
import { casesRegister } from '../register';
import { administrativeLines, circularOn, counterLines } from './case.lines';

export const caseStatisticsDataset: DatasetDefinition = statisticsDataset(casesRegister, {
  name: 'CASE_STATISTICS',
  statistics: 'caseStatistics',
  title:
    'Statistics of cases and of administrative judgments by the finest that they are counted by (thống kê việc và tiền).',
  lines: { ...circularOn(todayInVietnam()).lines, ...counterLines, ...prefixed('administrative', administrativeLines) },
});
