import {
  BREAK,
  type ConstDirectiveNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  Kind,
  OperationTypeNode,
  TypeInfo,
  buildSchema,
  getNamedType,
  isEnumType,
  isLeafType,
  isObjectType,
  parse,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { LRUCache } from 'lru-cache';

/** The scopes of statistics: the entities that are not records of a register. */
const SCOPES: ReadonlySet<string> = new Set(['Nation', 'Province', 'Office']);

function isScopeOrLeaf(type: GraphQLNamedType): boolean {
  return isLeafType(type) || SCOPES.has(type.name);
}

/** What statistics are made of: scopes, and whatever has no identity of its own. Records and pages of them are not. */
function isOfStatistics(type: GraphQLNamedType): boolean {
  if (isScopeOrLeaf(type)) return true;
  if (!isObjectType(type) || type.name.startsWith('__')) return false;
  return !('id' in type.getFields()) && !type.name.endsWith('Connection');
}

/** No dashboard is longer; whatever is, is not looked at. */
const LONGEST_TOKENS = 10_000;
/** Of texts of operations that are known to be of statistics, or not to be. */
const KNOWN_TEXTS = { max: 2_000, maxSize: 4 * 2 ** 20 };

interface Known {
  readonly subgraphs: readonly string[] | null;
}

/** Which operations ask for statistics only, and which subgraphs their answers come from. */
export class StatisticsOperations {
  private readonly schema: GraphQLSchema;
  private readonly subgraphNames: ReadonlyMap<string, string>;
  private readonly known = new LRUCache<string, Known>({
    ...KNOWN_TEXTS,
    sizeCalculation: (_known, text) => text.length + 64,
  });

  constructor(supergraphSdl: string) {
    this.schema = buildSchema(supergraphSdl, { assumeValid: true, noLocation: true });
    this.subgraphNames = namesOfGraphs(this.schema);
  }

  /** In an order that is always the same; null when the operation is not of statistics only. */
  subgraphsOf(query: string): readonly string[] | null {
    let known = this.known.get(query);
    if (!known) {
      known = { subgraphs: this.look(query) };
      this.known.set(query, known);
    }
    return known.subgraphs;
  }

  /** All operations and fragments of the document together, so it needs not have been validated. */
  private look(query: string): readonly string[] | null {
    const document = parsed(query);
    if (!document) return null;
    const involved = new Set<string>();
    let ofStatistics = true;
    const stop = (): typeof BREAK => {
      ofStatistics = false;
      return BREAK;
    };
    const types = new TypeInfo(this.schema);
    visit(
      document,
      visitWithTypeInfo(types, {
        OperationDefinition: ({ operation }) => (operation === OperationTypeNode.QUERY ? undefined : stop()),
        Field: () => {
          const field = types.getFieldDef();
          if (!field || !isOfStatistics(getNamedType(field.type))) return stop();
          // Statistics are of scopes. What else is asked directly, such as how far a journal has come, can change without an event.
          if (types.getParentType() === this.schema.getQueryType() && !isScopeOrLeaf(getNamedType(field.type)))
            return stop();
          for (const graph of graphsOf(field)) involved.add(this.subgraphNames.get(graph)!);
          return undefined;
        },
      }),
    );
    return ofStatistics ? [...involved].sort() : null;
  }
}

function parsed(query: string): ReturnType<typeof parse> | null {
  try {
    return parse(query, { noLocation: true, maxTokens: LONGEST_TOKENS });
  } catch {
    return null;
  }
}

/** Where the planner may fetch a field: a field without the directive comes with its parent. */
function graphsOf({ astNode }: GraphQLField<unknown, unknown>): string[] {
  return argumentsOf(astNode?.directives, 'join__field', 'graph');
}

/** `CASES` → `cases` */
function namesOfGraphs(schema: GraphQLSchema): ReadonlyMap<string, string> {
  const graphs = schema.getType('join__Graph');
  if (!isEnumType(graphs)) throw new Error('the supergraph names no subgraphs');
  return new Map(
    graphs.getValues().map(({ name, astNode }) => [name, argumentsOf(astNode?.directives, 'join__graph', 'name')[0]!]),
  );
}

function argumentsOf(
  directives: readonly ConstDirectiveNode[] | undefined,
  directive: string,
  argument: string,
): string[] {
  return (directives ?? [])
    .filter(({ name }) => name.value === directive)
    .flatMap((node) => node.arguments ?? [])
    .filter(({ name }) => name.value === argument)
    .flatMap(({ value }) => (value.kind === Kind.ENUM || value.kind === Kind.STRING ? [value.value] : []));
}
