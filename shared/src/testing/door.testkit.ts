import { ApolloServer } from '@apollo/server';
import type { RequestHead } from '../access/request-head';
import { createLogger } from '../logging/logger';
import { formatSubgraphError } from '../subgraph/error-format';
import { type RunningSubgraph, type SubgraphDefinition, startSubgraph } from '../subgraph/subgraph';

/** What came back: the data, the errors as they leave the house, and everything of it as text. */
export interface Answer {
  readonly data: any;
  readonly errors: readonly { readonly code: unknown; readonly message: string; readonly path: string }[];
  readonly text: string;
}

/** A subgraph with the errors that its server gives, and everything that it logs. */
export interface Door {
  readonly subgraph: RunningSubgraph;
  readonly logged: readonly string[];
  readonly statements: string[];
  ask(head: RequestHead, query: string, variables?: Record<string, unknown>): Promise<Answer>;
  stop(): Promise<void>;
}

export async function openDoor<L>(definition: SubgraphDefinition<L>, databaseUrl: string): Promise<Door> {
  const logged: string[] = [];
  const statements: string[] = [];
  const logger = createLogger('test', 'trace', { write: (line: string) => void logged.push(line) });
  const subgraph = await startSubgraph(definition, {
    databaseUrl,
    logger,
    follow: false,
    onStatement: (sql) => void statements.push(sql),
  });
  const apollo = new ApolloServer<object>({
    schema: subgraph.schema,
    includeStacktraceInErrorResponses: false,
    formatError: formatSubgraphError(logger),
    stopOnTerminationSignals: false,
    logger,
  });
  await apollo.start();
  return {
    subgraph,
    logged,
    statements,
    async ask(head, query, variables) {
      const { body } = await apollo.executeOperation(
        { query, variables },
        { contextValue: subgraph.createContext(head) },
      );
      if (body.kind !== 'single') throw new Error('the answer came in parts');
      const { data = null, errors = [] } = body.singleResult;
      return {
        data,
        errors: errors.map(({ message, path = [], extensions }) => ({
          code: extensions?.['code'],
          message,
          path: path.join('.'),
        })),
        text: JSON.stringify(body.singleResult),
      };
    },
    async stop() {
      await apollo.stop();
      await subgraph.stop();
    },
  };
}
