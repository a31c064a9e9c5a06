/**
 * A guesser who knows our schema by heart asks for every name of it with a letter missing, in every place where GraphQL
 * takes a name. Where suggestions are off, no error may name what was not asked for.
 */
import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLNamedType,
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type OneProcessGraph, startInOneProcess } from './harness/graph';
import { sendRaw } from './harness/raw-request';

const schema = buildSchema(readFileSync(path.resolve(__dirname, '..', 'schema.graphql'), 'utf8'));
const BUILT_IN = new Set(['String', 'Int', 'Float', 'Boolean', 'ID']);
const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__') && !BUILT_IN.has(name));

/** Every name of the schema that a guesser would like to hear. */
const secrets = new Set(types.flatMap(namesOf));

function namesOf(type: GraphQLNamedType): string[] {
  if (isEnumType(type)) return [type.name, ...type.getValues().map(({ name }) => name)];
  if (isInputObjectType(type)) return [type.name, ...Object.keys(type.getFields())];
  if (!isObjectType(type)) return [type.name];
  return [
    type.name,
    ...Object.values(type.getFields()).flatMap(({ name, args }) => [name, ...args.map((arg) => arg.name)]),
  ];
}

const misspelt = (name: string): string => `${name.slice(0, -1)}${name.endsWith('x') ? 'y' : 'x'}`;

interface Guess {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
}

const few = <T>(all: readonly T[], count: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / count) }, (_, nth) => all.slice(nth * count, (nth + 1) * count));

const objectTypes = types.filter(isObjectType);
const inputTypes = types.filter(isInputObjectType);
const enumTypes = types.filter(isEnumType);

/** In a document that is refused as a whole, any type can be asked as if it were there. */
function guessesOfArguments(): Guess[] {
  return objectTypes.flatMap((type) => {
    const fields = Object.values(type.getFields()).filter(({ args }) => args.length > 0);
    return few(fields, 15).map((some) => ({
      query: `{ ... on ${type.name} { ${some
        .map(({ name, args }) => `${name}(${args.map((arg) => `${misspelt(arg.name)}: 1`).join(' ')})`)
        .join(' ')} } }`,
    }));
  });
}

/** Where a value of a type can be given: an argument of the root without which its field needs no other. */
interface Place {
  readonly kind: 'query' | 'mutation';
  readonly field: string;
  readonly argument: GraphQLArgument;
}
const places: readonly Place[] = (['query', 'mutation'] as const).flatMap((kind) =>
  Object.values((kind === 'query' ? schema.getQueryType() : schema.getMutationType())!.getFields()).flatMap((field) =>
    field.args
      .filter((argument) => field.args.every((one) => one === argument || !isRequiredArgument(one)))
      .map((argument) => ({ kind, field: field.name, argument })),
  ),
);

/** Each value in a field of its own. */
function literals({ kind, field, argument }: Place, values: readonly unknown[]): Guess {
  const fields = values.map((value, nth) => `f${nth}: ${field}(${argument.name}: ${printed(value)}) { __typename }`);
  return { query: `${kind} { ${fields.join(' ')} }` };
}

function variables({ kind, field, argument }: Place, values: readonly unknown[]): Guess {
  const named = values.map((value, nth) => [`v${nth}`, value] as const);
  const fields = named.map(([name], nth) => `f${nth}: ${field}(${argument.name}: $${name}) { __typename }`);
  return {
    query: `${kind} (${named.map(([name]) => `$${name}: ${String(argument.type)}`).join(' ')}) { ${fields.join(' ')} }`,
    variables: Object.fromEntries(named),
  };
}

/** The way from an argument down to a place for a value of the type: `{ first: { second: … } }`. */
function within(
  from: GraphQLArgument | GraphQLInputField,
  wanted: GraphQLNamedType,
  seen: readonly string[] = [],
): string[] | null {
  const type = getNamedType(from.type);
  if (type === wanted) return [];
  if (!isInputObjectType(type) || seen.includes(type.name)) return null;
  for (const field of Object.values(type.getFields())) {
    const below = within(field, wanted, [...seen, type.name]);
    if (below) return [field.name, ...below];
  }
  return null;
}

/** Wrong values where a value of the type is wanted. */
function guessesOfValues(wanted: GraphQLNamedType, values: readonly unknown[]): Guess[] {
  for (const place of places) {
    const way = within(place.argument, wanted);
    if (!way) continue;
    const whole = values.map((value) => way.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value));
    return few(whole, 15).flatMap((some) => [literals(place, some), variables(place, some)]);
  }
  return [];
}

function printed(value: unknown): string {
  if (value instanceof EnumValue) return value.name;
  if (typeof value === 'object' && value !== null) {
    return `{ ${Object.entries(value)
      .map(([name, inner]) => `${name}: ${printed(inner)}`)
      .join(' ')} }`;
  }
  return JSON.stringify(value);
}

/** In a document without quotes; as a variable with them. */
class EnumValue {
  constructor(readonly name: string) {}
  toJSON(): string {
    return this.name;
  }
}

function guesses(): Guess[] {
  const ofEachType = (selection: (name: string) => string): Guess[] =>
    objectTypes.flatMap((type) =>
      few(Object.keys(type.getFields()), 40).map((names) => ({
        query: `{ ... on ${type.name} { ${names.map(selection).join(' ')} } }`,
      })),
    );
  return [
    ...ofEachType(misspelt),
    ...ofEachType((name) => name),
    ...ofEachType((name) => `${name} { x }`),
    ...guessesOfArguments(),
    ...inputTypes.flatMap((type) => {
      const names = few(Object.keys(type.getFields()), 20);
      return guessesOfValues(type, [
        {},
        'x',
        ...names.map((some) => Object.fromEntries(some.map((name) => [misspelt(name), 1]))),
      ]);
    }),
    ...enumTypes.flatMap((type) =>
      guessesOfValues(
        type,
        type.getValues().map(({ name }) => new EnumValue(misspelt(name))),
      ),
    ),
    ...few(types, 40).flatMap((some) => [
      { query: `{ ${some.map(({ name }) => `... on ${misspelt(name)} { id }`).join(' ')} }` },
      { query: `query (${some.map(({ name }, nth) => `$v${nth}: ${misspelt(name)}`).join(' ')}) { nation { id } }` },
    ]),
    { query: '{ nation @skp(if: true) { id @inclde(if: true) @deprecatd } }' },
  ];
}

/** Names of the schema in a message. Outside quotes, those like "type" or "number" are words of the sentence. */
function namesTold(message: string): string[] {
  const quoted = (message.match(/"[^"]*"/g) ?? []).join(' ').match(/\w+/g) ?? [];
  const anywhere = message.match(/\w*(?:[a-z][A-Z]|[A-Z]_[A-Z])\w*/g) ?? [];
  return [...quoted, ...anywhere].filter((word) => secrets.has(word));
}

/** The names that errors give away, by what was asked. */
async function findings(graph: OneProcessGraph): Promise<{ asked: number; refused: number; given: string[] }> {
  const all = guesses();
  const given = new Set<string>();
  let refused = 0;
  for (const guess of all) {
    const { errors } = await sendRaw(graph.url, { body: guess, token: graph.token });
    if (errors.length > 0) refused += 1;
    const own = new Set(JSON.stringify(guess).match(/\w+/g));
    for (const { message } of errors) {
      for (const name of namesTold(message)) if (!own.has(name)) given.add(`${name}: ${message}`);
    }
  }
  return { asked: all.length, refused, given: [...given] };
}

describe('a guesser', () => {
  it.each([
    ['is told names of the schema where suggestions are on, so that a test of it can fail', true],
    ['is told none where they are off', false],
  ])(
    '%s',
    async (_what, suggestions) => {
      const graph = await startInOneProcess('empty', { doors: { suggestions } });
      try {
        const { asked, refused, given } = await findings(graph);
        expect([asked > 400, refused]).toEqual([true, asked]);
        if (suggestions) expect(given.length).toBeGreaterThan(500);
        else expect(given).toEqual([]);
      } finally {
        await graph.stop();
      }
    },
    300_000,
  );
});
