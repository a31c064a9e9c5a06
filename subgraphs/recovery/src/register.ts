import { type LedgerDefinition, type RegisterDefinition, reportEntryEntity, reportEntryLifecycle } from '@thads/shared';
import { ObligationCategory } from './obligation/obligation.enums';
import { assetLifecycle } from './asset/asset.lifecycle';
import { obligationLifecycle } from './obligation/obligation.lifecycle';
import { recoverySlots } from './statistics/recovery.slots';

const ledger: LedgerDefinition = {
  slots: recoverySlots,
  dimensions: { category: Object.keys(ObligationCategory) },
  views: [
    { by: ['overlay'], daily: true },
    { by: ['category'], daily: true },
    { by: ['territory', 'overlay'], daily: true },
    { by: ['territory', 'category'], daily: true },
    { by: ['territory', 'office'], daily: true },
    { by: ['territory', 'office', 'category', 'overlay'], daily: false },
  ],
};

export const ReportEntryEntity = reportEntryEntity('recovery');

/** The register of recovery: what can happen in it and what it is counted by. */
export const recoveryRegister: RegisterDefinition = {
  schema: 'recovery',
  ledger,
  lifecycles: [obligationLifecycle, assetLifecycle, reportEntryLifecycle(ledger)],
};
