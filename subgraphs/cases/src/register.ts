import { type RegisterDefinition, reportEntryEntity, reportEntryLifecycle } from '@thads/shared';
import { administrativeJudgmentLifecycle } from './administrative-judgment/administrative-judgment.lifecycle';
import { caseLifecycle } from './case/case.lifecycle';
import { officerLifecycle } from './officer/officer.lifecycle';
import { caseSlots } from './statistics/case.slots';
import { targetLifecycle } from './target/target.lifecycle';

const ledger = { dimensions: ['kind', 'initiation'] } as const;

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
    reportEntryLifecycle(ledger, caseSlots),
  ],
};
