import type { DatasetDefinition } from '@thads/shared';
import { caseDataset } from './case/case.dataset';
import { partyDataset } from './party/party.dataset';
import { coercionDataset } from './coercion/coercion.dataset';
import { officerDataset } from './officer/officer.dataset';
import { administrativeJudgmentDataset } from './administrative-judgment/administrative-judgment.dataset';
import { caseStatisticsDataset } from './statistics/case-statistics.dataset';

/** What can be taken of the register as a whole. */
export const datasets: readonly DatasetDefinition[] = [
  caseDataset,
  partyDataset,
  coercionDataset,
  officerDataset,
  administrativeJudgmentDataset,
  caseStatisticsDataset,
];
