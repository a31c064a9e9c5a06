import { inScope, requireOffice } from '@thads/shared';
import type { SelectQueryBuilder } from 'typeorm';
import type { FindingEntity } from './finding.entity';
import type { FindingFilter } from './finding.type';

/** Adds the conditions to a list of findings, alias `row`. Errors: `BAD_USER_INPUT` for unknown provinces and offices. */
export function restrictFindings(
  query: SelectQueryBuilder<FindingEntity>,
  { province, office, unit, states, ...filter }: FindingFilter,
): SelectQueryBuilder<FindingEntity> {
  inScope(query, province, office);
  if (unit) query.andWhere('row.unit = :unit', { unit: requireOffice(unit).number });
  if (states) query.andWhere('row.state = any(:states)', { states });
  if (filter.inspection) query.andWhere('row.inspectionId = :inspection', { inspection: filter.inspection });
  if (filter.officer) query.andWhere('row.againstOfficer = :officer', { officer: filter.officer });
  if (filter.case) query.andWhere('row.caseId = :case', { case: filter.case });
  if (filter.findingKind) query.andWhere('row.findingKind = :findingKind', { findingKind: filter.findingKind });
  if (filter.severity) query.andWhere('row.severity = :severity', { severity: filter.severity });
  if (filter.recordedFrom) query.andWhere('row.recordedOn >= :recordedFrom', { recordedFrom: filter.recordedFrom });
  if (filter.recordedThrough) {
    query.andWhere('row.recordedOn <= :recordedThrough', { recordedThrough: filter.recordedThrough });
  }
  if (filter.dueFrom) query.andWhere('row.dueOn >= :dueFrom', { dueFrom: filter.dueFrom });
  if (filter.dueThrough) query.andWhere('row.dueOn <= :dueThrough', { dueThrough: filter.dueThrough });
  return query;
}
