import { type EntityReference, officeOfSubject } from '@thads/shared';

/** Cases and officers are kept elsewhere: any id of their form may have findings. Null for another id. */
function wellFormed({ id }: EntityReference): EntityReference | null {
  return officeOfSubject(id) ? { id } : null;
}

export const resolveCaseReference = wellFormed;
export const resolveOfficerReference = wellFormed;
