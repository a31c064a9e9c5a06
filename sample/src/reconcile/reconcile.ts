import { type Judged, reconcile as reconcileWith } from '@thads/reports';
import type { GraphQLClient } from 'graphql-request';

/** Every published figure beside the graph's. */
export function reconcile(client: GraphQLClient): Promise<Judged[]> {
  return reconcileWith((query, variables) => client.request(query, variables));
}
