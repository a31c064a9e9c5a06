import { type RegisterDefinition, reportEntryEntity, reportEntryLifecycle } from '@thads/shared';
import { findingLifecycle } from './finding/finding.lifecycle';
import { inspectionLifecycle } from './inspection/inspection.lifecycle';
import { inspectionSlots } from './statistics/inspection.slots';

const ledger = { dimensions: ['kind'] } as const;

export const ReportEntryEntity = reportEntryEntity('inspections');

/** The register of inspections: what can happen in it and what it is counted by. */
export const inspectionsRegister: RegisterDefinition = {
  schema: 'inspections',
  ledger,
  lifecycles: [inspectionLifecycle, findingLifecycle, reportEntryLifecycle(ledger, inspectionSlots)],
};
