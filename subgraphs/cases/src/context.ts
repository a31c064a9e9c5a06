import { type Reader, type SubgraphContext, createOfficerTotals, referrerLoader, subjectLoader } from '@thads/shared';
import { AdministrativeJudgmentEntity } from './administrative-judgment/administrative-judgment.entity';
import { CaseEntity } from './case/case.entity';
import { CoercionEntity } from './coercion/coercion.entity';
import { OfficerEntity } from './officer/officer.entity';
import { PartyEntity } from './party/party.entity';
import { casesRegister } from './register';
import { targetLoader } from './target/target.loader';

export function createLoaders(manager: Reader) {
  return {
    case: subjectLoader(manager.getRepository(CaseEntity)),
    coercionsOfCase: referrerLoader(manager.getRepository(CoercionEntity), 'caseId'),
    partiesOfCase: referrerLoader(manager.getRepository(PartyEntity), 'caseId'),
    officer: subjectLoader(manager.getRepository(OfficerEntity)),
    officerTotals: createOfficerTotals(manager, casesRegister),
    administrativeJudgment: subjectLoader(manager.getRepository(AdministrativeJudgmentEntity)),
    target: targetLoader(manager),
  };
}

export type CasesContext = SubgraphContext<ReturnType<typeof createLoaders>>;
