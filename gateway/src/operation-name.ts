import type { ApolloServerPlugin } from '@apollo/server';
import { graphError } from '@thads/shared';
import type { GatewayContext } from './data-source';

/**
 * Lets subgraphs know which of a client's operations they work for. Some clients send an empty name for none. Has to be
 * among Apollo Server's plugins.
 */
export const notesOperationName: ApolloServerPlugin<GatewayContext> = {
  async requestDidStart({ request }) {
    if (request.operationName === '') delete request.operationName;
    return {
      async didResolveOperation({ contextValue, operation, operationName }) {
        if (!operation) throw unknownOperation(request.operationName);
        contextValue.head = { ...contextValue.head, operation: operationName ?? '' };
      },
    };
  },
};

function unknownOperation(name: string | undefined): Error {
  const message =
    name === undefined
      ? 'The document has several operations; say by "operationName" which of them to run.'
      : `The document has no operation ${JSON.stringify(name)}; "operationName" must be the name of one of its operations.`;
  return graphError('BAD_USER_INPUT', message, { http: { status: 400 } });
}
