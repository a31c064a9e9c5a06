import { type LedgerDefinition, type RegisterDefinition, reportEntryEntity, reportEntryLifecycle } from '@thads/shared';
import { CaseKind, Initiation } from './case/case.enums';
import { administrativeJudgmentLifecycle } from './administrative-judgment/administrative-judgment.lifecycle';
import { caseLifecycle } from './case/case.lifecycle';
import { officerLifecycle } from './officer/officer.lifecycle';
import { caseSlots } from './statistics/case.slots';
import { targetLifecycle } from './target/target.lifecycle';

const ledger: LedgerDefinition = {
  slots: caseSlots,
  dimensions: { kind: Object.keys(CaseKind), initiation: Object.keys(Initiation) },
  views: [
    { by: ['overlay'], daily: true },
    { by: ['kind'], daily: true },
    { by: ['initiation'], daily: true },
    { by: ['territory', 'overlay'], daily: true },
    { by: ['territory', 'kind'], daily: true },
    { by: ['territory', 'initiation'], daily: true },
    { by: ['territory', 'office'], daily: true },
    { by: ['territory', 'office', 'kind', 'initiation', 'overlay'], daily: false },
  ],
};

export const ReportEntryEntity = reportEntryEntity('cases');

/** The register of cases: what can happen in it and what it is counted by. */
export const casesRegister: RegisterDefinition = {
  schema: 'cases',
  ledger,
  lifecycles: [
    caseLifecycle,
    officerLifecycle,
    targetLifecycle,
    administrativeJudgmentLifecycle,
    reportEntryLifecycle(ledger),
  ],
};
