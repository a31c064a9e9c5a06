import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from '../logging/logger';

const OURS: ReadonlySet<unknown> = new Set([
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'TOO_COSTLY',
  'SUBGRAPH_UNAVAILABLE',
  'INTERNAL',
]);

/** GraphQL's own refusals of an operation are faults of the one who sent it. */
const BAD_REQUESTS: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
]);

/**
 * An error as it leaves the house: one of our codes, and nothing of SQL, stacks, tables or hosts. What is not meant
 * for callers is logged and replaced.
 */
export function presentError(
  formatted: GraphQLFormattedError,
  original: unknown,
  logger: Logger,
): GraphQLFormattedError {
  const { message, locations, path } = formatted;
  const { code, subgraph } = formatted.extensions ?? {};
  if (OURS.has(code) && code !== 'INTERNAL') {
    return { message, locations, path, extensions: { code, ...(subgraph === undefined ? {} : { subgraph }) } };
  }
  if (BAD_REQUESTS.has(code)) return { message, locations, path, extensions: { code: 'BAD_USER_INPUT' } };
  if (code !== 'INTERNAL') logger.error({ err: original, path }, 'unexpected error');
  return { message: 'Internal error; give the request id to the operator.', path, extensions: { code: 'INTERNAL' } };
}

export function formatSubgraphError(logger: Logger) {
  return (formatted: GraphQLFormattedError, original: unknown): GraphQLFormattedError =>
    presentError(formatted, original, logger);
}
