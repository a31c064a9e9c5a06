import { scopeReferences } from '@thads/shared';

export const { Nation: NationReference, Province: ProvinceReference, Office: OfficeReference } = scopeReferences();
