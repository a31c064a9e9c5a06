import {
  accessLogResolver,
  evidenceResolver,
  exportResolver,
  OWN_OFFICER,
  ofOwnOfficer,
  type SubgraphDefinition,
  scopeReferenceResolvers,
  changesResolver,
  journalHeadResolver,
  recordResolver,
} from '@thads/shared';
import { administrativeJudgmentLifecycle } from './administrative-judgment/administrative-judgment.lifecycle';
import { AdministrativeJudgmentType } from './administrative-judgment/administrative-judgment.type';
import { officerLifecycle } from './officer/officer.lifecycle';
import { OfficerType } from './officer/officer.type';
import { caseLifecycle } from './case/case.lifecycle';
import { CaseType } from './case/case.type';
import { AdministrativeJudgmentEntity } from './administrative-judgment/administrative-judgment.entity';
import { administrativeJudgmentList } from './administrative-judgment/administrative-judgment.list';
import {
  AdministrativeJudgmentResolver,
  AdministrativeJudgmentStatisticsResolver,
  scopeAdministrativeJudgmentResolvers,
} from './administrative-judgment/administrative-judgment.resolver';
import { CaseEntity } from './case/case.entity';
import { caseList } from './case/case.list';
import { CaseEventInput, caseMutation } from './case/case.mutation';
import { resolveCaseReference } from './case/case.reference';
import { CaseResolver } from './case/case.resolver';
import { CoercionEntity } from './coercion/coercion.entity';
import { createLoaders } from './context';
import { datasets } from './datasets';
import { caseChecks } from './statistics/case.checks';
import { Cases1700000001000 } from './migrations/1700000001-cases';
import { CasesRunningTotals1700000002000 } from './migrations/1700000002-running-totals';
import { CasesListIndexes1700000003000 } from './migrations/1700000003-list-indexes';
import { CasesJournalCopies1700000004000 } from './migrations/1700000004-journal-copies';
import { CasesLifeCycles1700000005000 } from './migrations/1700000005-life-cycles';
import { CasesListFilters1700000006000 } from './migrations/1700000006-list-filters';
import { CasesParties1700000007000 } from './migrations/1700000007-parties';
import { CasesPublicDebtors1700000008000 } from './migrations/1700000008-public-debtors';
import { CasesAccessLog1700000009000 } from './migrations/1700000009-access-log';
import { CasesOptionalKeys1700000010000 } from './migrations/1700000010-optional-keys';
import { CasesExports1700000011000 } from './migrations/1700000011-exports';
import { CasesChangeFeed1700000012000 } from './migrations/1700000012-change-feed';
import { OfficerEntity } from './officer/officer.entity';
import { resolveOfficerReference } from './officer/officer.reference';
import { OfficerResolver } from './officer/officer.resolver';
import { PartyEntity } from './party/party.entity';
import { publicDebtorPolicies } from './public-debtor/public-debtor.policy';
import { PublicDebtorResolver } from './public-debtor/public-debtor.resolver';
import { NationReference, OfficeReference, ProvinceReference } from './references';
import { ReportEntryEntity, casesRegister } from './register';
import {
  CaseStatisticsResolver,
  OfficerCaseStatisticsResolver,
  OfficerOfStatisticsResolver,
  scopeCaseStatisticsResolvers,
} from './statistics/case-statistics.resolver';
import { TargetEntity, TargetValueEntity } from './target/target.entity';
import { caseFigures } from './statistics/case.figures';

/** Enforcement cases with their parties, officers, coercions, targets, and the monitoring of administrative judgments. */
export const casesSubgraph: SubgraphDefinition<ReturnType<typeof createLoaders>> = {
  name: 'cases',
  register: casesRegister,
  entities: [
    AdministrativeJudgmentEntity,
    CaseEntity,
    CoercionEntity,
    OfficerEntity,
    PartyEntity,
    ReportEntryEntity,
    TargetEntity,
    TargetValueEntity,
  ],
  migrations: [
    Cases1700000001000,
    CasesRunningTotals1700000002000,
    CasesListIndexes1700000003000,
    CasesJournalCopies1700000004000,
    CasesLifeCycles1700000005000,
    CasesListFilters1700000006000,
    CasesParties1700000007000,
    CasesPublicDebtors1700000008000,
    CasesAccessLog1700000009000,
    CasesOptionalKeys1700000010000,
    CasesExports1700000011000,
    CasesChangeFeed1700000012000,
  ],
  resolvers: [
    CaseResolver,
    caseMutation,
    CaseStatisticsResolver,
    OfficerCaseStatisticsResolver,
    OfficerOfStatisticsResolver,
    OfficerResolver,
    PublicDebtorResolver,
    AdministrativeJudgmentResolver,
    AdministrativeJudgmentStatisticsResolver,
    ...scopeCaseStatisticsResolvers,
    ...scopeAdministrativeJudgmentResolvers,
    recordResolver(CaseType, caseLifecycle, CaseEventInput),
    recordResolver(OfficerType, officerLifecycle, CaseEventInput),
    recordResolver(AdministrativeJudgmentType, administrativeJudgmentLifecycle, CaseEventInput),
    journalHeadResolver('cases'),
    changesResolver('cases'),
    accessLogResolver('cases'),
    evidenceResolver(casesRegister, caseFigures),
    exportResolver('cases'),
  ],
  orphanedTypes: [NationReference, OfficeReference, ProvinceReference],
  references: { ...scopeReferenceResolvers, Case: resolveCaseReference, Officer: resolveOfficerReference },
  rowPolicies: {
    open: { target_value: 'targets are published' },
    conditions: {
      enforcement_case: OWN_OFFICER,
      ...Object.fromEntries(
        ['party', 'party_word', 'coercion'].map((table) => [
          table,
          ofOwnOfficer('cases.enforcement_case', `${table}.case_id`),
        ]),
      ),
    },
    everybody: publicDebtorPolicies,
  },
  createLoaders,
  lists: [administrativeJudgmentList, caseList],
  datasets,
  checks: caseChecks,
};
