import { type RegisterDefinition, reportEntryEntity, reportEntryLifecycle } from '@thads/shared';
import { petitionLifecycle } from './petition/petition.lifecycle';
import { receptionLifecycle } from './reception/reception.lifecycle';
import { petitionSlots } from './statistics/petition.slots';

const ledger = { dimensions: ['kind'] } as const;

export const ReportEntryEntity = reportEntryEntity('complaints');

/** The register of complaints: what can happen in it and what it is counted by. */
export const complaintsRegister: RegisterDefinition = {
  schema: 'complaints',
  ledger,
  lifecycles: [petitionLifecycle, receptionLifecycle, reportEntryLifecycle(ledger, petitionSlots)],
};
