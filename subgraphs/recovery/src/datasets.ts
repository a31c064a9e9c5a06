import type { DatasetDefinition } from '@thads/shared';
import { obligationDataset } from './obligation/obligation.dataset';
import { receiptDataset } from './receipt/receipt.dataset';
import { distributionDataset } from './distribution/distribution.dataset';
import { exemptionDataset } from './exemption/exemption.dataset';
import { assetDataset } from './asset/asset.dataset';
import { auctionRoundDataset } from './auction-round/auction-round.dataset';
import { recoveryStatisticsDataset } from './statistics/recovery-statistics.dataset';

/** What can be taken of the register as a whole. */
export const datasets: readonly DatasetDefinition[] = [
  obligationDataset,
  receiptDataset,
  distributionDataset,
  exemptionDataset,
  assetDataset,
  auctionRoundDataset,
  recoveryStatisticsDataset,
];
