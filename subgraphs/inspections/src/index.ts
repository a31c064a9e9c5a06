import { type SubgraphDefinition, scopeReferenceResolvers, journalHeadResolver, recordResolver } from '@thads/shared';
import { findingLifecycle } from './finding/finding.lifecycle';
import { FindingType } from './finding/finding.type';
import { inspectionLifecycle } from './inspection/inspection.lifecycle';
import { InspectionType } from './inspection/inspection.type';
import { createLoaders } from './context';
import { FindingEntity } from './finding/finding.entity';
import { findingList } from './finding/finding.list';
import { resolveCaseReference, resolveOfficerReference } from './finding/finding.reference';
import { CaseFindingsResolver, FindingResolver, OfficerFindingsResolver } from './finding/finding.resolver';
import { InspectionEntity } from './inspection/inspection.entity';
import { inspectionList } from './inspection/inspection.list';
import { inspectionMutation } from './inspection/inspection.mutation';
import { InspectionResolver } from './inspection/inspection.resolver';
import { Inspections1700000001000 } from './migrations/1700000001-inspections';
import { InspectionsRunningTotals1700000002000 } from './migrations/1700000002-running-totals';
import { InspectionsListIndexes1700000003000 } from './migrations/1700000003-list-indexes';
import { InspectionsJournalCopies1700000004000 } from './migrations/1700000004-journal-copies';
import { NationReference, ProvinceReference } from './references';
import { ReportEntryEntity, inspectionsRegister } from './register';
import {
  InspectionStatisticsResolver,
  scopeInspectionStatisticsResolvers,
} from './statistics/inspection-statistics.resolver';

/** Inspections and self-inspections, their findings, and the follow-up of recommendations. */
export const inspectionsSubgraph: SubgraphDefinition<ReturnType<typeof createLoaders>> = {
  name: 'inspections',
  register: inspectionsRegister,
  entities: [InspectionEntity, FindingEntity, ReportEntryEntity],
  migrations: [
    Inspections1700000001000,
    InspectionsRunningTotals1700000002000,
    InspectionsListIndexes1700000003000,
    InspectionsJournalCopies1700000004000,
  ],
  resolvers: [
    InspectionResolver,
    inspectionMutation,
    FindingResolver,
    CaseFindingsResolver,
    OfficerFindingsResolver,
    InspectionStatisticsResolver,
    ...scopeInspectionStatisticsResolvers,
    recordResolver(InspectionType, inspectionLifecycle),
    recordResolver(FindingType, findingLifecycle),
    journalHeadResolver('inspections'),
  ],
  orphanedTypes: [NationReference, ProvinceReference],
  references: { ...scopeReferenceResolvers, Case: resolveCaseReference, Officer: resolveOfficerReference },
  createLoaders,
  lists: [findingList, inspectionList],
};
