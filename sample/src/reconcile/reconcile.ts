import { type Judged, reconcile as reconcileWith } from '@thads/reports';
import type { GraphQLClient } from 'graphql-request';

/** Every published figure beside the graph's; what of an answer is withheld is null, and the rest is there. */
export function reconcile(client: GraphQLClient): Promise<Judged[]> {
  return reconcileWith(async (query, variables) => {
    const { data, errors } = await client.rawRequest<any>(query, variables);
    if (!data) throw new Error(errors?.map(({ message }) => message).join(' ') ?? 'there was no answer');
    return data;
  });
}
