import type { DatasetDefinition } from '@thads/shared';
import { petitionDataset } from './petition/petition.dataset';
import { receptionDataset } from './reception/reception.dataset';
import { compensationDataset } from './compensation/compensation.dataset';
import { complaintStatisticsDataset } from './statistics/complaint-statistics.dataset';

/** What can be taken of the register as a whole. */
export const datasets: readonly DatasetDefinition[] = [
  petitionDataset,
  receptionDataset,
  compensationDataset,
  complaintStatisticsDataset,
];
