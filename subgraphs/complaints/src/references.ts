import {
  CASE_DESCRIPTIONS,
  type EntityReference,
  OFFICER_DESCRIPTIONS,
  officeOfSubject,
  referenceTo,
  scopeReferences,
} from '@thads/shared';

export const { Nation: NationReference, Province: ProvinceReference, Office: OfficeReference } = scopeReferences();
export const CaseReference = referenceTo('Case', CASE_DESCRIPTIONS);
export const OfficerReference = referenceTo('Officer', OFFICER_DESCRIPTIONS);

/** Any well-formed id: whether there is such a case or officer, only the subgraph that owns them knows. */
export function resolveSubjectReference({ id }: EntityReference): EntityReference | null {
  return officeOfSubject(id) ? { id } : null;
}
