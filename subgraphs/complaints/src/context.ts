import { type SubgraphContext, referrerLoader, subjectLoader } from '@thads/shared';
import type { EntityManager } from 'typeorm';
import { PetitionEntity } from './petition/petition.entity';
import { ReceptionEntity } from './reception/reception.entity';

export function createLoaders(manager: EntityManager) {
  const petitions = manager.getRepository(PetitionEntity);
  return {
    petition: subjectLoader(petitions),
    petitionsOfCase: referrerLoader(petitions, 'caseId'),
    petitionsAgainstOfficer: referrerLoader(petitions, 'againstOfficer'),
    reception: subjectLoader(manager.getRepository(ReceptionEntity)),
  };
}

export type ComplaintsContext = SubgraphContext<ReturnType<typeof createLoaders>>;
