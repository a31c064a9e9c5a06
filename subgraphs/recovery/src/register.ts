import { type RegisterDefinition, reportEntryEntity, reportEntryLifecycle } from '@thads/shared';
import { assetLifecycle } from './asset/asset.lifecycle';
import { obligationLifecycle } from './obligation/obligation.lifecycle';
import { recoverySlots } from './statistics/recovery.slots';

const ledger = { dimensions: ['category'] } as const;

export const ReportEntryEntity = reportEntryEntity('recovery');

/** The register of recovery: what can happen in it and what it is counted by. */
export const recoveryRegister: RegisterDefinition = {
  schema: 'recovery',
  ledger,
  lifecycles: [obligationLifecycle, assetLifecycle, reportEntryLifecycle(ledger, recoverySlots)],
};
