import { provincesOf } from '@thads/shared';
import { type IMockStore, type Ref, addMocksToSchema, createMockStore } from '@graphql-tools/mock';
import {
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
  execute,
  getNamedType,
  isObjectType,
} from 'graphql';
import { definitionsOn, requireDefinition } from '../../gateway/src/definitions/definitions';
import { PLACES, ROWS, Values, rowsOf } from './values';

type Resolvers = Record<string, Record<string, (root: Ref, args: any) => unknown>>;

export interface MockedGraph {
  readonly schema: GraphQLSchema;
  /** Answers an operation; the same one in the same way, whatever was asked before. */
  execute(args: ExecutionArgs): ExecutionResult;
}

/** Answers any operation of a schema without a register behind it. */
export function mockedGraph(contract: GraphQLSchema): MockedGraph {
  const values = new Values(contract);
  const store = createMockStore({ schema: contract, mocks: values.mocks() });
  const schema = addMocksToSchema({ schema: contract, store, resolvers: resolversOf(contract, store) });
  return {
    schema,
    execute(args) {
      store.reset();
      values.restart();
      // Nothing that is mocked is waited for, so operations cannot disturb each other.
      return execute({ ...args, schema }) as ExecutionResult;
    },
  };
}

/** What the library cannot know: that an id is the id of the answer, what a page is, and what is the same everywhere. */
function resolversOf(schema: GraphQLSchema, store: IMockStore): Resolvers {
  const resolvers: Resolvers = { Query: {}, Mutation: {} };
  for (const field of Object.values(schema.getQueryType()!.getFields())) {
    const type = getNamedType(field.type);
    if (!isObjectType(type)) continue;
    const takes = (argument: string): boolean => field.args.some(({ name }) => name === argument);
    if (takes('id')) resolvers['Query']![field.name] = (_root, { id }) => store.get(type.name, id);
    if (takes('first')) {
      resolvers['Query']![field.name] = (_root, { first }) => {
        const nodes = rowsOf(Math.min(first ?? ROWS, ROWS), () => ({}));
        return store.get(type.name, JSON.stringify([field.name, first]), { nodes });
      };
    }
  }
  for (const { name } of Object.values(schema.getMutationType()!.getFields())) {
    resolvers['Mutation']![name] = (_root, { events }) => everyAccepted(events);
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (isObjectType(type) && type.name.endsWith('Connection')) resolvers[type.name] = connection(store);
  }
  for (const [type, { find, fields }] of Object.entries(PLACES)) {
    for (const field of fields) {
      resolvers[type] = {
        ...resolvers[type],
        [field]: (place) => find(place.$ref.key as string)?.[field] ?? store.get(place, field),
      };
    }
  }
  Object.assign(resolvers['Query']!, {
    provinces: (_root: Ref, { boundaries }: any) => provincesOf(boundaries).map(({ id }) => store.get('Province', id)),
    definition: (_root: Ref, { indicator, on }: any) => requireDefinition(indicator, on ?? TODAY),
    definitions: (_root: Ref, { on }: any) => definitionsOn(on ?? TODAY),
  });
  return resolvers;
}

/** A day that never changes: tests that are green today are green tomorrow. */
const TODAY = '2026-09-30';

function everyAccepted(events: readonly { readonly id: string }[]): object {
  const results = events.map(({ id }) => ({ id, status: 'ACCEPTED', refusal: null }));
  return { accepted: events.length, duplicates: 0, refused: [], results };
}

/** One page that is all there is. */
function connection(store: IMockStore): Resolvers[string] {
  const nodesOf = (page: Ref): Ref[] => store.get(page, 'nodes') as Ref[];
  return {
    edges: (page) => nodesOf(page).map((node, index) => ({ cursor: `mock-${index + 1}`, node })),
    totalCount: (page) => nodesOf(page).length,
  };
}
