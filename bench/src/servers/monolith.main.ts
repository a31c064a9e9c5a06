/** One Apollo Server on one schema, with the resolvers of all subgraphs: what the graph would be without federation. */
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { type LocalSubgraph, createLogger, startSubgraph } from '@thads/shared';
import { type GraphQLSchema, buildSchema, isLeafType, isObjectType } from 'graphql';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createDirectory, subgraphDefinitions } from '../house';
import { REGISTRAR_HEAD } from '../identity';
import { ROOT } from '../process';

type Contexts = Readonly<Record<string, object>>;

/** The schema that clients see, each field resolved by the subgraph that has it, in that subgraph's context. */
function merged(subgraphs: readonly LocalSubgraph[]): GraphQLSchema {
  const schema = buildSchema(readFileSync(path.join(ROOT, 'schema.graphql'), 'utf8'));
  for (const type of Object.values(schema.getTypeMap())) {
    for (const { name, schema: part } of subgraphs) {
      const from = part.getType(type.name);
      if (isLeafType(type) && isLeafType(from))
        Object.assign(type, {
          serialize: from.serialize,
          parseValue: from.parseValue,
          parseLiteral: from.parseLiteral,
        });
      if (!isObjectType(type) || !isObjectType(from) || type.name.startsWith('__')) continue;
      for (const [field, { resolve }] of Object.entries(from.getFields())) {
        const own = type.getFields()[field];
        if (own && resolve && !own.resolve) {
          own.resolve = (source, args, contexts: Contexts, info) => resolve(source, args, contexts[name], info);
        }
      }
    }
  }
  return schema;
}

void (async () => {
  const logger = createLogger('monolith', 'warn');
  const subgraphs: LocalSubgraph[] = [await createDirectory()];
  for (const definition of subgraphDefinitions) {
    const databaseUrl = process.env[`${definition.name.toUpperCase()}_DATABASE_URL`]!;
    subgraphs.push(await startSubgraph(definition, { databaseUrl, logger, follow: false }));
  }
  const apollo = new ApolloServer<Contexts>({
    schema: merged(subgraphs),
    plugins: [ApolloServerPluginLandingPageDisabled()],
    logger,
  });
  const { url } = await startStandaloneServer(apollo, {
    listen: { host: '127.0.0.1', port: Number(process.env.PORT) },
    context: async () =>
      Object.fromEntries(subgraphs.map((subgraph) => [subgraph.name, subgraph.createContext(REGISTRAR_HEAD)])),
  });
  process.stdout.write(`ready ${url.replace(/\/$/, '')}/graphql\n`);
})();
