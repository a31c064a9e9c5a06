import { type SubgraphDefinition, scopeReferenceResolvers, journalHeadResolver, recordResolver } from '@thads/shared';
import { receptionLifecycle } from './reception/reception.lifecycle';
import { ReceptionType } from './reception/reception.type';
import { petitionLifecycle } from './petition/petition.lifecycle';
import { PetitionType } from './petition/petition.type';
import { CompensationEntity } from './compensation/compensation.entity';
import { compensationLifecycle } from './compensation/compensation.lifecycle';
import { compensationList } from './compensation/compensation.list';
import { compensationMutation } from './compensation/compensation.mutation';
import { CompensationResolver } from './compensation/compensation.resolver';
import { CompensationType } from './compensation/compensation.type';
import { createLoaders } from './context';
import { Complaints1700000001000 } from './migrations/1700000001-complaints';
import { ComplaintsRunningTotals1700000002000 } from './migrations/1700000002-running-totals';
import { ComplaintsListIndexes1700000003000 } from './migrations/1700000003-list-indexes';
import { ComplaintsJournalCopies1700000004000 } from './migrations/1700000004-journal-copies';
import { ComplaintsLifeCycles1700000005000 } from './migrations/1700000005-life-cycles';
import { ComplaintsListFilters1700000006000 } from './migrations/1700000006-list-filters';
import { ComplaintsOutcomes1700000007000 } from './migrations/1700000007-outcomes';
import { PetitionEntity } from './petition/petition.entity';
import { petitionList } from './petition/petition.list';
import { petitionMutation } from './petition/petition.mutation';
import { PetitionResolver } from './petition/petition.resolver';
import { CasePetitionsResolver, OfficerPetitionsResolver } from './petition/petition-referrers.resolver';
import { ReceptionEntity } from './reception/reception.entity';
import { receptionList } from './reception/reception.list';
import { receptionMutation } from './reception/reception.mutation';
import { ReceptionResolver } from './reception/reception.resolver';
import { NationReference, ProvinceReference, resolveSubjectReference } from './references';
import { ReportEntryEntity, complaintsRegister } from './register';
import { CompensationStatisticsResolver } from './statistics/compensation-statistics.resolver';
import { PetitionStatisticsResolver } from './statistics/petition-statistics.resolver';
import { ReceptionStatisticsResolver } from './statistics/reception-statistics.resolver';
import { scopeStatisticsResolvers } from './statistics/scope-statistics.resolver';

/** Petitions (complaints, denunciations, requests, recommendations, reflections) and the reception of citizens. */
export const complaintsSubgraph: SubgraphDefinition<ReturnType<typeof createLoaders>> = {
  name: 'complaints',
  register: complaintsRegister,
  entities: [PetitionEntity, ReceptionEntity, CompensationEntity, ReportEntryEntity],
  migrations: [
    Complaints1700000001000,
    ComplaintsRunningTotals1700000002000,
    ComplaintsListIndexes1700000003000,
    ComplaintsJournalCopies1700000004000,
    ComplaintsLifeCycles1700000005000,
    ComplaintsListFilters1700000006000,
    ComplaintsOutcomes1700000007000,
  ],
  resolvers: [
    PetitionResolver,
    petitionMutation,
    PetitionStatisticsResolver,
    CasePetitionsResolver,
    OfficerPetitionsResolver,
    ReceptionResolver,
    receptionMutation,
    ReceptionStatisticsResolver,
    CompensationResolver,
    compensationMutation,
    CompensationStatisticsResolver,
    ...scopeStatisticsResolvers,
    recordResolver(PetitionType, petitionLifecycle),
    recordResolver(ReceptionType, receptionLifecycle),
    recordResolver(CompensationType, compensationLifecycle),
    journalHeadResolver('complaints'),
  ],
  orphanedTypes: [NationReference, ProvinceReference],
  references: { ...scopeReferenceResolvers, Case: resolveSubjectReference, Officer: resolveSubjectReference },
  createLoaders,
  lists: [petitionList, receptionList, compensationList],
};
