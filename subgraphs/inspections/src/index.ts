import {
  type SubgraphDefinition,
  accessLogResolver,
  exportResolver,
  changesResolver,
  journalHeadResolver,
  recordResolver,
  scopeReferenceResolvers,
} from '@thads/shared';
import { findingLifecycle } from './finding/finding.lifecycle';
import { FindingType } from './finding/finding.type';
import { inspectionLifecycle } from './inspection/inspection.lifecycle';
import { InspectionType } from './inspection/inspection.type';
import { createLoaders } from './context';
import { datasets } from './datasets';
import { FindingEntity } from './finding/finding.entity';
import { findingList } from './finding/finding.list';
import { resolveCaseReference, resolveOfficerReference } from './finding/finding.reference';
import {
  CaseFindingsResolver,
  DecidedConsequenceResolver,
  FindingResolver,
  OfficerFindingsResolver,
} from './finding/finding.resolver';
import { InspectionEntity } from './inspection/inspection.entity';
import { inspectionList } from './inspection/inspection.list';
import { InspectionEventInput, inspectionMutation } from './inspection/inspection.mutation';
import { InspectionResolver } from './inspection/inspection.resolver';
import { Inspections1700000001000 } from './migrations/1700000001-inspections';
import { InspectionsRunningTotals1700000002000 } from './migrations/1700000002-running-totals';
import { InspectionsListIndexes1700000003000 } from './migrations/1700000003-list-indexes';
import { InspectionsJournalCopies1700000004000 } from './migrations/1700000004-journal-copies';
import { InspectionsLifeCycles1700000005000 } from './migrations/1700000005-life-cycles';
import { InspectionsListFilters1700000006000 } from './migrations/1700000006-list-filters';
import { InspectionsAccessLog1700000009000 } from './migrations/1700000009-access-log';
import { InspectionsOptionalKeys1700000010000 } from './migrations/1700000010-optional-keys';
import { InspectionsExports1700000011000 } from './migrations/1700000011-exports';
import { InspectionsChangeFeed1700000012000 } from './migrations/1700000012-change-feed';
import { PlanEntity } from './plan/plan.entity';
import { planLifecycle } from './plan/plan.lifecycle';
import { planList } from './plan/plan.list';
import { InspectionPlanResolver } from './plan/plan.resolver';
import { InspectionPlanType } from './plan/plan.type';
import { ProtestEntity } from './protest/protest.entity';
import { protestLifecycle } from './protest/protest.lifecycle';
import { protestList } from './protest/protest.list';
import { CaseProtestsResolver, ProtestResolver } from './protest/protest.resolver';
import { ProtestType } from './protest/protest.type';
import { NationReference, ProvinceReference } from './references';
import { ReportEntryEntity, inspectionsRegister } from './register';
import {
  InspectionStatisticsResolver,
  scopeInspectionStatisticsResolvers,
} from './statistics/inspection-statistics.resolver';
import { inspectionChecks } from './statistics/inspection.checks';
import { smallFigures } from './statistics/small-figures';
import {
  SupervisionStatisticsResolver,
  scopeSupervisionStatisticsResolvers,
} from './statistics/supervision-statistics.resolver';
import { SupervisionEntity } from './supervision/supervision.entity';
import { supervisionLifecycle } from './supervision/supervision.lifecycle';
import { supervisionList } from './supervision/supervision.list';
import { SupervisionResolver } from './supervision/supervision.resolver';
import { SupervisionType } from './supervision/supervision.type';

/** Yearly plans, inspections and self-inspections, their findings and the follow-up; supervision from outside, protests. */
export const inspectionsSubgraph: SubgraphDefinition<ReturnType<typeof createLoaders>> = {
  name: 'inspections',
  register: inspectionsRegister,
  entities: [PlanEntity, InspectionEntity, FindingEntity, SupervisionEntity, ProtestEntity, ReportEntryEntity],
  migrations: [
    Inspections1700000001000,
    InspectionsRunningTotals1700000002000,
    InspectionsListIndexes1700000003000,
    InspectionsJournalCopies1700000004000,
    InspectionsLifeCycles1700000005000,
    InspectionsListFilters1700000006000,
    InspectionsAccessLog1700000009000,
    InspectionsOptionalKeys1700000010000,
    InspectionsExports1700000011000,
    InspectionsChangeFeed1700000012000,
  ],
  resolvers: [
    InspectionResolver,
    inspectionMutation,
    FindingResolver,
    DecidedConsequenceResolver,
    CaseFindingsResolver,
    OfficerFindingsResolver,
    InspectionPlanResolver,
    SupervisionResolver,
    ProtestResolver,
    CaseProtestsResolver,
    InspectionStatisticsResolver,
    ...scopeInspectionStatisticsResolvers,
    SupervisionStatisticsResolver,
    ...scopeSupervisionStatisticsResolvers,
    recordResolver(InspectionPlanType, planLifecycle, InspectionEventInput),
    recordResolver(InspectionType, inspectionLifecycle, InspectionEventInput),
    recordResolver(FindingType, findingLifecycle, InspectionEventInput),
    recordResolver(SupervisionType, supervisionLifecycle, InspectionEventInput),
    recordResolver(ProtestType, protestLifecycle, InspectionEventInput),
    journalHeadResolver('inspections'),
    changesResolver('inspections'),
    accessLogResolver('inspections'),
    exportResolver('inspections'),
  ],
  orphanedTypes: [NationReference, ProvinceReference],
  references: { ...scopeReferenceResolvers, Case: resolveCaseReference, Officer: resolveOfficerReference },
  smallFigures,
  createLoaders,
  lists: [findingList, inspectionList, planList, protestList, supervisionList],
  datasets,
  checks: inspectionChecks,
};
