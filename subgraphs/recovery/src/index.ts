import {
  type SubgraphDefinition,
  accessLogResolver,
  exportResolver,
  changesResolver,
  journalHeadResolver,
  recordResolver,
  scopeReferenceResolvers,
} from '@thads/shared';
import { assetLifecycle } from './asset/asset.lifecycle';
import { AssetType } from './asset/asset.type';
import { obligationLifecycle } from './obligation/obligation.lifecycle';
import { ObligationType } from './obligation/obligation.type';
import { AssetEntity } from './asset/asset.entity';
import { assetList } from './asset/asset.list';
import { AssetResolver } from './asset/asset.resolver';
import { AuctionRoundEntity } from './auction-round/auction-round.entity';
import { resolveCaseReference } from './case-recovery/case-recovery.reference';
import { CaseRecoveryResolver, RecoveryOfCaseResolver } from './case-recovery/case-recovery.resolver';
import { createLoaders } from './context';
import { datasets } from './datasets';
import { recoveryChecks } from './statistics/recovery.checks';
import { DistributionEntity } from './distribution/distribution.entity';
import { Recovery1700000001000 } from './migrations/1700000001-recovery';
import { RecoveryRunningTotals1700000002000 } from './migrations/1700000002-running-totals';
import { RecoveryListIndexes1700000003000 } from './migrations/1700000003-list-indexes';
import { RecoveryJournalCopies1700000004000 } from './migrations/1700000004-journal-copies';
import {
  ExemptionStatisticsResolver,
  scopeExemptionStatisticsResolvers,
} from './exemption/exemption-statistics.resolver';
import { RecoveryLifeCycles1700000005000 } from './migrations/1700000005-life-cycles';
import { RecoveryListFilters1700000006000 } from './migrations/1700000006-list-filters';
import { RecoveryAccessLog1700000009000 } from './migrations/1700000009-access-log';
import { RecoveryOptionalKeys1700000010000 } from './migrations/1700000010-optional-keys';
import { RecoveryExports1700000011000 } from './migrations/1700000011-exports';
import { RecoveryChangeFeed1700000012000 } from './migrations/1700000012-change-feed';
import { ObligationEntity } from './obligation/obligation.entity';
import { obligationList } from './obligation/obligation.list';
import { RecoveryEventInput, recoveryMutation } from './obligation/obligation.mutation';
import { ObligationResolver } from './obligation/obligation.resolver';
import { PaymentOrderResolver } from './payment-order/payment-order.resolver';
import { ReceiptEntity } from './receipt/receipt.entity';
import { receiptList } from './receipt/receipt.list';
import { ReceiptResolver } from './receipt/receipt.resolver';
import { NationReference, ProvinceReference } from './references';
import { ReportEntryEntity, recoveryRegister } from './register';
import {
  RecoveryStatisticsResolver,
  scopeRecoveryStatisticsResolvers,
} from './statistics/recovery-statistics.resolver';

/** Money: obligations, receipts and what became of them, seized assets and their auctions. */
export const recoverySubgraph: SubgraphDefinition<ReturnType<typeof createLoaders>> = {
  name: 'recovery',
  register: recoveryRegister,
  entities: [AssetEntity, AuctionRoundEntity, DistributionEntity, ObligationEntity, ReceiptEntity, ReportEntryEntity],
  migrations: [
    Recovery1700000001000,
    RecoveryRunningTotals1700000002000,
    RecoveryListIndexes1700000003000,
    RecoveryJournalCopies1700000004000,
    RecoveryLifeCycles1700000005000,
    RecoveryListFilters1700000006000,
    RecoveryAccessLog1700000009000,
    RecoveryOptionalKeys1700000010000,
    RecoveryExports1700000011000,
    RecoveryChangeFeed1700000012000,
  ],
  resolvers: [
    ObligationResolver,
    recoveryMutation,
    ReceiptResolver,
    AssetResolver,
    RecoveryOfCaseResolver,
    CaseRecoveryResolver,
    PaymentOrderResolver,
    RecoveryStatisticsResolver,
    ...scopeRecoveryStatisticsResolvers,
    ExemptionStatisticsResolver,
    ...scopeExemptionStatisticsResolvers,
    recordResolver(ObligationType, obligationLifecycle, RecoveryEventInput),
    recordResolver(AssetType, assetLifecycle, RecoveryEventInput),
    journalHeadResolver('recovery'),
    changesResolver('recovery'),
    accessLogResolver('recovery'),
    exportResolver('recovery'),
  ],
  orphanedTypes: [NationReference, ProvinceReference],
  references: { ...scopeReferenceResolvers, Case: resolveCaseReference },
  createLoaders,
  lists: [assetList, obligationList, receiptList],
  datasets,
  checks: recoveryChecks,
};
