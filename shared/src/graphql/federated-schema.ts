import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLFieldMap,
  type GraphQLInputFieldMap,
  type GraphQLSchema,
  Kind,
  concatAST,
  parse,
  printSchema,
  visit,
} from 'graphql';
import { type ClassType, type NonEmptyArray, buildSchema, createResolversMap } from 'type-graphql';

/** Resolves the references to one entity, `{ id }` each; null for an unknown one. */
export type ReferenceResolver = (reference: { id: string }, context: never) => unknown;

export interface FederatedSchemaOptions {
  readonly resolvers: NonEmptyArray<Function>;
  /** Entities that are reachable from other subgraphs only. */
  readonly orphanedTypes?: ClassType[];
  readonly references: Readonly<Record<string, ReferenceResolver>>;
}

export interface FederatedSchema {
  readonly schema: GraphQLSchema;
  /** The subgraph's schema with its federation directives, for composition. */
  readonly typeDefs: DocumentNode;
}

const FEDERATION = parse(
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@inaccessible", "@key", "@shareable"])',
);

/**
 * A type-graphql schema as a Federation 2.7 subgraph. Neither of the usual printers can be used: they take a type's
 * `astNode` for its whole definition, and type-graphql's carry name and directives only. So the schema is printed
 * without directives and those of the `astNode`s are put back.
 */
export async function buildFederatedSchema(options: FederatedSchemaOptions): Promise<FederatedSchema> {
  const plain = await buildSchema({
    resolvers: options.resolvers,
    orphanedTypes: options.orphanedTypes ?? [],
    // graphql-js does not know @key and its like, so its own check would refuse the schema.
    skipCheck: true,
    validate: false,
  });
  // A contribution to a type that nothing leads to would be left out of the schema without a word.
  const lost = Object.keys(options.references).filter((type) => !plain.getType(type));
  if (lost.length > 0) throw new Error(`not in the schema: ${lost.join(', ')}; list them as orphanedTypes`);
  const resolvers = createResolversMap(plain) as Record<string, Record<string, unknown>>;
  for (const [type, resolveReference] of Object.entries(options.references)) {
    resolvers[type] = { ...resolvers[type], __resolveReference: resolveReference };
  }
  const typeDefs = concatAST([FEDERATION, withDirectives(plain)]);
  return { schema: buildSubgraphSchema({ typeDefs, resolvers: resolvers as never }), typeDefs };
}

function withDirectives(schema: GraphQLSchema): DocumentNode {
  let fields: GraphQLFieldMap<unknown, unknown> | GraphQLInputFieldMap = {};
  const add = <N extends { readonly directives?: readonly ConstDirectiveNode[] }>(
    node: N,
    directives: readonly ConstDirectiveNode[] = [],
  ): N => ({ ...node, directives: [...(node.directives ?? []), ...directives] });
  return visit(parse(printSchema(schema)), {
    enter(node) {
      switch (node.kind) {
        case Kind.OBJECT_TYPE_DEFINITION:
        case Kind.INTERFACE_TYPE_DEFINITION:
        case Kind.INPUT_OBJECT_TYPE_DEFINITION: {
          const type = schema.getType(node.name.value)!;
          fields = (type as unknown as { getFields(): typeof fields }).getFields();
          return add(node, type.astNode?.directives);
        }
        case Kind.FIELD_DEFINITION:
          return add(node, fields[node.name.value]?.astNode?.directives);
        default:
          return undefined;
      }
    },
  });
}
