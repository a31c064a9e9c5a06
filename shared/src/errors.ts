import { GraphQLError, type GraphQLErrorExtensions } from 'graphql';

/** The codes that errors of the graph carry in `extensions.code`. */
export type ErrorCode =
  'BAD_USER_INPUT' | 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'TOO_COSTLY' | 'SUBGRAPH_UNAVAILABLE' | 'INTERNAL';

export function graphError(code: ErrorCode, message: string, extensions: GraphQLErrorExtensions = {}): GraphQLError {
  return new GraphQLError(message, { extensions: { ...extensions, code } });
}

/** The message must say what was wrong and what would be right. */
export function badInput(message: string): GraphQLError {
  return graphError('BAD_USER_INPUT', message);
}

/** A fault of the surroundings that an operator can mend: shown as one line, without a stack. */
export class OperatorError extends Error {}

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
