import { type EntityReference, officeOfSubject } from '@thads/shared';

/** Any well-formed case id: whether the case exists is known in another subgraph. */
export function resolveCaseReference({ id }: EntityReference): EntityReference | null {
  return officeOfSubject(id) ? { id } : null;
}
