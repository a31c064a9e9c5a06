import type { DatasetDefinition } from '@thads/shared';
import { inspectionDataset } from './inspection/inspection.dataset';
import { consequenceDataset, findingDataset } from './finding/finding.dataset';
import { planDataset } from './plan/plan.dataset';
import { protestDataset } from './protest/protest.dataset';
import { supervisionDataset } from './supervision/supervision.dataset';
import { inspectionStatisticsDataset } from './statistics/inspection-statistics.dataset';

/** What can be taken of the register as a whole. */
export const datasets: readonly DatasetDefinition[] = [
  inspectionDataset,
  findingDataset,
  consequenceDataset,
  planDataset,
  protestDataset,
  supervisionDataset,
  inspectionStatisticsDataset,
];
