import { type SubgraphContext, referrerLoader, subjectLoader } from '@thads/shared';
import type { EntityManager } from 'typeorm';
import { AssetEntity } from './asset/asset.entity';
import { AuctionRoundEntity } from './auction-round/auction-round.entity';
import { caseRecoveryLoader } from './case-recovery/case-recovery.loader';
import { DistributionEntity } from './distribution/distribution.entity';
import { ObligationEntity } from './obligation/obligation.entity';
import { ReceiptEntity } from './receipt/receipt.entity';
import { receiptLoader } from './receipt/receipt.loader';

export function createLoaders(manager: EntityManager) {
  return {
    obligation: subjectLoader(manager.getRepository(ObligationEntity)),
    obligationsOfCase: referrerLoader(manager.getRepository(ObligationEntity), 'caseId'),
    receipt: receiptLoader(manager.getRepository(ReceiptEntity)),
    receiptsOfObligation: referrerLoader(manager.getRepository(ReceiptEntity), 'obligationId'),
    distributionsOfObligation: referrerLoader(manager.getRepository(DistributionEntity), 'obligationId'),
    asset: subjectLoader(manager.getRepository(AssetEntity)),
    assetsOfCase: referrerLoader(manager.getRepository(AssetEntity), 'caseId'),
    auctionRoundsOfAsset: referrerLoader(manager.getRepository(AuctionRoundEntity), 'assetId'),
    recoveryOfCase: caseRecoveryLoader(manager),
  };
}

export type RecoveryContext = SubgraphContext<ReturnType<typeof createLoaders>>;
