import { graphError } from '@thads/shared';
import type { GraphQLError } from 'graphql';

/** A refusal that the same request again meets again. Apollo Server answers it with the status 400. */
export function tooCostly(message: string): GraphQLError {
  return graphError('TOO_COSTLY', message, { http: { status: 400 } });
}
