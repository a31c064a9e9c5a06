import {
  accessLogResolver,
  exportResolver,
  NO_DENUNCIATION,
  type SubgraphDefinition,
  changesResolver,
  journalHeadResolver,
  recordResolver,
  scopeReferenceResolvers,
  sendersOf,
} from '@thads/shared';
import { receptionLifecycle } from './reception/reception.lifecycle';
import { ReceptionType } from './reception/reception.type';
import { petitionLifecycle } from './petition/petition.lifecycle';
import { PetitionType } from './petition/petition.type';
import { CompensationEntity } from './compensation/compensation.entity';
import { compensationLifecycle } from './compensation/compensation.lifecycle';
import { compensationList } from './compensation/compensation.list';
import { CompensationEventInput, compensationMutation } from './compensation/compensation.mutation';
import { CompensationResolver } from './compensation/compensation.resolver';
import { CompensationType } from './compensation/compensation.type';
import { createLoaders } from './context';
import { datasets } from './datasets';
import { Complaints1700000001000 } from './migrations/1700000001-complaints';
import { ComplaintsRunningTotals1700000002000 } from './migrations/1700000002-running-totals';
import { ComplaintsListIndexes1700000003000 } from './migrations/1700000003-list-indexes';
import { ComplaintsJournalCopies1700000004000 } from './migrations/1700000004-journal-copies';
import { ComplaintsLifeCycles1700000005000 } from './migrations/1700000005-life-cycles';
import { ComplaintsListFilters1700000006000 } from './migrations/1700000006-list-filters';
import { ComplaintsOutcomes1700000007000 } from './migrations/1700000007-outcomes';
import { ComplaintsAccessLog1700000009000 } from './migrations/1700000009-access-log';
import { ComplaintsOptionalKeys1700000010000 } from './migrations/1700000010-optional-keys';
import { ComplaintsExports1700000011000 } from './migrations/1700000011-exports';
import { ComplaintsChangeFeed1700000012000 } from './migrations/1700000012-change-feed';
import { ComplaintsSenders1700000008000 } from './migrations/1700000008-senders';
import { PetitionEntity } from './petition/petition.entity';
import { petitionList } from './petition/petition.list';
import { PetitionEventInput, petitionMutation } from './petition/petition.mutation';
import { PetitionResolver } from './petition/petition.resolver';
import { CasePetitionsResolver, OfficerPetitionsResolver } from './petition/petition-referrers.resolver';
import { ReceptionEntity } from './reception/reception.entity';
import { receptionList } from './reception/reception.list';
import { ReceptionEventInput, receptionMutation } from './reception/reception.mutation';
import { ReceptionResolver } from './reception/reception.resolver';
import { NationReference, ProvinceReference, resolveSubjectReference } from './references';
import { ReportEntryEntity, complaintsRegister } from './register';
import { SenderEntity } from './sender/sender.entity';
import { CompensationStatisticsResolver } from './statistics/compensation-statistics.resolver';
import { PetitionStatisticsResolver } from './statistics/petition-statistics.resolver';
import { ReceptionStatisticsResolver } from './statistics/reception-statistics.resolver';
import { scopeStatisticsResolvers } from './statistics/scope-statistics.resolver';
import { smallFigures } from './statistics/small-figures';

/** Petitions (complaints, denunciations, requests, recommendations, reflections) and the reception of citizens. */
export const complaintsSubgraph: SubgraphDefinition<ReturnType<typeof createLoaders>> = {
  name: 'complaints',
  register: complaintsRegister,
  entities: [PetitionEntity, SenderEntity, ReceptionEntity, CompensationEntity, ReportEntryEntity],
  migrations: [
    Complaints1700000001000,
    ComplaintsRunningTotals1700000002000,
    ComplaintsListIndexes1700000003000,
    ComplaintsJournalCopies1700000004000,
    ComplaintsLifeCycles1700000005000,
    ComplaintsListFilters1700000006000,
    ComplaintsOutcomes1700000007000,
    ComplaintsAccessLog1700000009000,
    ComplaintsOptionalKeys1700000010000,
    ComplaintsExports1700000011000,
    ComplaintsChangeFeed1700000012000,
    ComplaintsSenders1700000008000,
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
    recordResolver(PetitionType, petitionLifecycle, PetitionEventInput),
    recordResolver(ReceptionType, receptionLifecycle, ReceptionEventInput),
    recordResolver(CompensationType, compensationLifecycle, CompensationEventInput),
    journalHeadResolver('complaints'),
    changesResolver('complaints'),
    accessLogResolver('complaints'),
    exportResolver('complaints'),
  ],
  orphanedTypes: [NationReference, ProvinceReference],
  references: { ...scopeReferenceResolvers, Case: resolveSubjectReference, Officer: resolveSubjectReference },
  rowPolicies: {
    conditions: {
      petition: NO_DENUNCIATION,
      petition_sender: sendersOf('complaints.petition', 'petition_sender'),
    },
  },
  smallFigures,
  createLoaders,
  lists: [petitionList, receptionList, compensationList],
  datasets,
};
