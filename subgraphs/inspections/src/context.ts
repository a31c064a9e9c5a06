import { type SubgraphContext, referrerLoader, subjectLoader } from '@thads/shared';
import type { EntityManager } from 'typeorm';
import { FindingEntity } from './finding/finding.entity';
import { InspectionEntity } from './inspection/inspection.entity';

export function createLoaders(manager: EntityManager) {
  const findings = manager.getRepository(FindingEntity);
  return {
    inspection: subjectLoader(manager.getRepository(InspectionEntity)),
    finding: subjectLoader(findings),
    findingsOfInspection: referrerLoader(findings, 'inspectionId'),
    findingsOfCase: referrerLoader(findings, 'caseId'),
    findingsAgainstOfficer: referrerLoader(findings, 'againstOfficer'),
  };
}

export type InspectionsContext = SubgraphContext<ReturnType<typeof createLoaders>>;
