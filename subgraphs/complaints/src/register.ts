import { type LedgerDefinition, type RegisterDefinition, reportEntryEntity, reportEntryLifecycle } from '@thads/shared';
import { compensationLifecycle } from './compensation/compensation.lifecycle';
import { PetitionKind } from './petition/petition.enums';
import { petitionLifecycle } from './petition/petition.lifecycle';
import { receptionLifecycle } from './reception/reception.lifecycle';
import { petitionSlots } from './statistics/petition.slots';

const ledger: LedgerDefinition = {
  slots: petitionSlots,
  dimensions: { kind: Object.keys(PetitionKind) },
  views: [
    { by: [], daily: true },
    { by: ['kind'], daily: true },
    { by: ['territory'], daily: true },
    { by: ['territory', 'kind'], daily: true },
    { by: ['territory', 'office'], daily: true },
    { by: ['territory', 'office', 'kind', 'overlay'], daily: false },
  ],
};

export const ReportEntryEntity = reportEntryEntity('complaints');

/** The register of complaints: what can happen in it and what it is counted by. */
export const complaintsRegister: RegisterDefinition = {
  schema: 'complaints',
  ledger,
  lifecycles: [petitionLifecycle, receptionLifecycle, compensationLifecycle, reportEntryLifecycle(ledger)],
};
