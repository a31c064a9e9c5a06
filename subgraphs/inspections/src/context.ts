import { type SubgraphContext, referrerLoader, subjectLoader } from '@thads/shared';
import type { EntityManager } from 'typeorm';
import { FindingEntity } from './finding/finding.entity';
import { InspectionEntity } from './inspection/inspection.entity';
import { PlanEntity } from './plan/plan.entity';
import { ProtestEntity } from './protest/protest.entity';
import { SupervisionEntity } from './supervision/supervision.entity';

export function createLoaders(manager: EntityManager) {
  const findings = manager.getRepository(FindingEntity);
  const inspections = manager.getRepository(InspectionEntity);
  return {
    plan: subjectLoader(manager.getRepository(PlanEntity)),
    inspection: subjectLoader(inspections),
    inspectionsOfPlan: referrerLoader(inspections, 'planId'),
    finding: subjectLoader(findings),
    findingsOfInspection: referrerLoader(findings, 'inspectionId'),
    findingsOfCase: referrerLoader(findings, 'caseId'),
    findingsAgainstOfficer: referrerLoader(findings, 'againstOfficer'),
    supervision: subjectLoader(manager.getRepository(SupervisionEntity)),
    protest: subjectLoader(manager.getRepository(ProtestEntity)),
  };
}

export type InspectionsContext = SubgraphContext<ReturnType<typeof createLoaders>>;
