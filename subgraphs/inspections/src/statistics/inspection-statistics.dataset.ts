import { type DatasetDefinition, prefixed, statisticsDataset } from '@thads/shared';
import { inspectionsRegister } from '../register';
import { bodyLines, inspectionLines, outsideLines } from './inspection.lines';

export const inspectionStatisticsDataset: DatasetDefinition = statisticsDataset(inspectionsRegister, {
  name: 'INSPECTION_STATISTICS',
  statistics: 'inspectionStatistics',
  title:
    'Statistics of inspections, supervision and protests by the finest that they are counted by (thống kê kiểm tra).',
  lines: {
    ...inspectionLines,
    ...prefixed('assembly', bodyLines.ASSEMBLY),
    ...prefixed('procuracy', bodyLines.PROCURACY),
    ...outsideLines,
  },
});
