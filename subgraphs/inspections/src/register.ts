import { type LedgerDefinition, type RegisterDefinition, reportEntryEntity, reportEntryLifecycle } from '@thads/shared';
import { FindingKind } from './finding/finding.enums';
import { InspectionKind } from './inspection/inspection.enums';
import { findingLifecycle } from './finding/finding.lifecycle';
import { inspectionLifecycle } from './inspection/inspection.lifecycle';
import { planLifecycle } from './plan/plan.lifecycle';
import { protestLifecycle } from './protest/protest.lifecycle';
import { supervisionLifecycle } from './supervision/supervision.lifecycle';
import { inspectionSlots } from './statistics/inspection.slots';

const ledger: LedgerDefinition = {
  slots: inspectionSlots,
  dimensions: { kind: [...Object.keys(InspectionKind), ...Object.keys(FindingKind)] },
  views: [
    { by: [], daily: true },
    { by: ['territory'], daily: true },
    { by: ['territory', 'office'], daily: true },
    { by: ['territory', 'office', 'kind', 'overlay'], daily: false },
  ],
};

export const ReportEntryEntity = reportEntryEntity('inspections');

/** The register of inspections: what can happen in it and what it is counted by. */
export const inspectionsRegister: RegisterDefinition = {
  schema: 'inspections',
  ledger,
  lifecycles: [
    planLifecycle,
    inspectionLifecycle,
    findingLifecycle,
    supervisionLifecycle,
    protestLifecycle,
    reportEntryLifecycle(ledger),
  ],
};
