import { CASE_DESCRIPTIONS, referenceTo, scopeReferences } from '@thads/shared';

export const { Nation: NationReference, Province: ProvinceReference, Office: OfficeReference } = scopeReferences();

export const CaseReference = referenceTo('Case', CASE_DESCRIPTIONS);
