import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from './data-source';

/** Lets subgraphs know which of a client's operations they work for. Has to be among Apollo Server's plugins. */
export const notesOperationName: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ contextValue, operationName }) => {
      contextValue.head = { ...contextValue.head, operation: operationName ?? '' };
    },
  }),
};
