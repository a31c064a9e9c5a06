import { type SubgraphContext, referrerLoader, subjectLoader } from '@thads/shared';
import type { EntityManager } from 'typeorm';
import { CompensationEntity } from './compensation/compensation.entity';
import { PetitionEntity } from './petition/petition.entity';
import { ReceptionEntity } from './reception/reception.entity';
import { SenderEntity } from './sender/sender.entity';

export function createLoaders(manager: EntityManager) {
  const petitions = manager.getRepository(PetitionEntity);
  return {
    petition: subjectLoader(petitions),
    petitionsOfCase: referrerLoader(petitions, 'caseId'),
    petitionsAgainstOfficer: referrerLoader(petitions, 'againstOfficer'),
    petitionsSplitFrom: referrerLoader(petitions, 'splitFrom'),
    compensation: subjectLoader(manager.getRepository(CompensationEntity)),
    reception: subjectLoader(manager.getRepository(ReceptionEntity)),
    sender: subjectLoader(manager.getRepository(SenderEntity)),
  };
}

export type ComplaintsContext = SubgraphContext<ReturnType<typeof createLoaders>>;
