import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isNonNullType,
  isObjectType,
  print,
  astFromValue,
} from 'graphql';
import { selectionOf } from '../harness/introspection';

/** A place in the arguments of a query that takes a scalar. */
export interface QueryArgument {
  readonly field: string;
  readonly path: string;
  readonly scalar: string;
  /** The query's field with a variable in that place. */
  readonly callWith: (variable: string) => string;
}

type Input = GraphQLArgument | GraphQLInputField;

const EXAMPLES: Readonly<Record<string, string>> = {
  String: '"CaseStatistics.handled"',
  ID: '"VN63-10-01.C-1"',
  Int: '1',
  VND: '1',
  Date: '"2024-03-04"',
};

/** Fields that every register has from the same code: one of them stands for the four. */
const OF_ANOTHER_REGISTER = /^(complaints|inspections|recovery)(AccessLog|Evidence)$/;

/** Every place in the arguments of every query where a value of one of these scalars can be put; previews aside. */
export function queryArguments(schema: GraphQLSchema, scalars: readonly string[]): QueryArgument[] {
  return Object.values(schema.getQueryType()!.getFields()).flatMap(({ name, args, type }) => {
    if (name.startsWith('preview') || OF_ANOTHER_REGISTER.test(name)) return [];
    const named = getNamedType(type);
    const fields = isObjectType(named) ? named.getFields() : {};
    const selection = 'nodes' in fields ? '{ nodes { __typename } }' : 'id' in fields ? '{ id }' : selectionOf(type, 1);
    return placesIn(args, scalars).map(({ path, scalar, write }) => ({
      field: name,
      path,
      scalar,
      callWith: (variable) => `${name}(${write(`$${variable}`)}) ${selection}`,
    }));
  });
}

interface Place {
  readonly path: string;
  readonly scalar: string;
  readonly write: (value: string) => string;
}

function placesIn(inputs: readonly Input[], scalars: readonly string[]): Place[] {
  const others = (chosen: Input): string[] =>
    inputs
      .filter((input) => input !== chosen && isNonNullType(input.type))
      .map((input) => `${input.name}: ${example(input)}`);
  return inputs.flatMap((input): Place[] => {
    const named = getNamedType(input.type);
    const rest = others(input);
    const written = (value: string): string => [`${input.name}: ${value}`, ...rest].join(', ');
    if (isInputObjectType(named)) {
      return placesIn(Object.values(named.getFields()), scalars).map(({ path, scalar, write }) => ({
        path: `${input.name}.${path}`,
        scalar,
        write: (value) => written(`{ ${write(value)} }`),
      }));
    }
    return scalars.includes(named.name) ? [{ path: input.name, scalar: named.name, write: written }] : [];
  });
}

function example({ type, defaultValue }: Input): string {
  const named = getNamedType(type);
  if (defaultValue !== undefined) return print(astFromValue(defaultValue, type)!);
  if ('getValues' in named) return named.getValues()[0]!.name;
  return EXAMPLES[named.name] ?? '{}';
}
