import type { ApolloServerPlugin, GraphQLRequest } from '@apollo/server';
import type { GatewayContext } from '../data-source';

const HIDDEN = '"…"';

/** What GraphQL.js finds fault with: a document that does not fit the schema, variables that do not fit their types. */
const FAULTS_OF_OPERATIONS: ReadonlySet<unknown> = new Set(['GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);

/** For gateways without suggestions: errors that find fault with an operation name nothing that it does not name itself. */
export const hidesSchemaNames: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: async () => ({
    async didEncounterErrors({ errors, request, source }) {
      const named = namesIn(request, source);
      for (const error of errors) {
        // With a path it is from a resolver of ours, which speaks of the caller's own values.
        if (error.path === undefined && FAULTS_OF_OPERATIONS.has(error.extensions.code)) {
          error.message = withoutOthers(error.message, named);
        }
      }
    },
  }),
};

const NAME = /[_\p{L}][\p{L}\p{N}_]*/gu;

function namesIn({ variables = {} }: GraphQLRequest, source = ''): ReadonlySet<string> {
  return new Set(`${source} ${JSON.stringify(variables)}`.match(NAME));
}

const QUOTED = /"((?:[^"\\]|\\.)*)"/g;

/** GraphQL.js quotes whatever it names, and names what may have been meant in a last sentence of its own. */
function withoutOthers(message: string, named: ReadonlySet<string>): string {
  return message
    .replace(/ Did you mean [^?]*\?/g, '')
    .replace(QUOTED, (quoted, content: string) =>
      (content.match(NAME) ?? []).every((name) => named.has(name)) ? quoted : HIDDEN,
    );
}
