import { type GuardRefusal, officeOfSubject } from '@thads/shared';

/** The id of a subject of elsewhere: whether there is such a one, only its own register knows. */
export function malformedReference(field: string, id: string | null | undefined): GuardRefusal | null {
  if (id === null || id === undefined || officeOfSubject(id)) return null;
  return {
    rule: 'REFERENCE_MALFORMED',
    message: `${field} ${JSON.stringify(id)} is not an identifier.`,
    allowed: '<office id>.<local number>, e.g. VN63-10-01.C-2024-00017',
    field,
  };
}
