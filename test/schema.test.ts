import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type GraphQLNamedType,
  buildSchema,
  isEnumType,
  isInputObjectType,
  isObjectType,
  isSpecifiedDirective,
} from 'graphql';
import { SUBGRAPHS } from './harness/graph';
import { undescribed } from './harness/undescribed';

const root = path.resolve(__dirname, '..');
const schema = buildSchema(readFileSync(path.join(root, 'schema.graphql'), 'utf8'));
const contract = buildSchema(readFileSync(path.join(__dirname, 'contract.graphql'), 'utf8'));
const ours = (type: GraphQLNamedType): boolean => !type.name.startsWith('__');

/** What front-end teams rely on: every name and shape of the contract is in the graph exactly so. */
describe('the contract of the graph', () => {
  it.each(
    Object.values(contract.getTypeMap())
      .filter(ours)
      .map((type) => [type.name, type] as const),
  )('%s is as promised', (name, promised) => {
    const actual = schema.getType(name);
    expect(actual?.constructor.name).toBe(promised.constructor.name);
    if (isEnumType(promised) && isEnumType(actual)) {
      expect(actual.getValues().map((value) => value.name)).toEqual(
        expect.arrayContaining(promised.getValues().map((value) => value.name)),
      );
    }
    if (
      (isObjectType(promised) && isObjectType(actual)) ||
      (isInputObjectType(promised) && isInputObjectType(actual))
    ) {
      for (const field of Object.values(promised.getFields())) {
        const found = actual.getFields()[field.name];
        expect([`${name}.${field.name}`, String(found?.type)]).toEqual([`${name}.${field.name}`, String(field.type)]);
        for (const argument of 'args' in field ? field.args : []) {
          const given = found && 'args' in found ? found.args.find((one) => one.name === argument.name) : undefined;
          expect([`${name}.${field.name}(${argument.name})`, String(given?.type), given?.defaultValue]).toEqual([
            `${name}.${field.name}(${argument.name})`,
            String(argument.type),
            argument.defaultValue,
          ]);
        }
      }
    }
  });
});

const SCHEMAS = [
  'schema.graphql',
  'gateway/supergraph.graphql',
  'gateway/bulk.graphql',
  'gateway/directory.graphql',
  ...SUBGRAPHS.map((name) => `subgraphs/${name}/schema.graphql`),
];

describe('the schema documents itself', () => {
  it.each(SCHEMAS)(
    'every type, field, argument, input field and enum value of %s has a description with its Vietnamese term',
    (file) => {
      expect(undescribed(readFileSync(path.join(root, file), 'utf8'))).toEqual([]);
    },
  );

  it.each(SCHEMAS)('what lacks one is found in %s, and nothing else is', (file) => {
    const sdl = `${readFileSync(path.join(root, file), 'utf8')}
      "Has a description (có)." type Bare { plain(bare: Int, "Has a description (có)." said: Int): Int "Has no Vietnamese term." brief: Int }
      enum BareEnum { "Has a description (có)." SAID BARE }
      "Has a description (có)." input BareInput { bare: Int }
      extend type Query { bare: Int }
      scalar BareScalar`;
    expect(undescribed(sdl)).toEqual([
      'Bare.plain',
      'Bare.plain.bare',
      'Bare.brief',
      'BareEnum',
      'BareEnum.BARE',
      'BareInput.bare',
      'Query.bare',
      'BareScalar',
    ]);
  });

  it('every field that a subgraph contributes to a shared entity is nullable', () => {
    const owned: Readonly<Record<string, readonly string[]>> = {
      Nation: ['id', 'name', 'nameVi'],
      Province: ['id', 'code', 'name', 'nameVi', 'boundaries', 'predecessors', 'successor', 'offices'],
      Office: ['id', 'name', 'nameVi', 'province'],
      Case: ['id'],
      Officer: ['id'],
    };
    for (const [name, own] of Object.entries(owned)) {
      const type = schema.getType(name);
      if (!isObjectType(type)) throw new Error(`${name} is missing`);
      const required = Object.values(type.getFields()).filter(
        (field) => !own.includes(field.name) && String(field.type).endsWith('!'),
      );
      expect([name, required.map((field) => field.name)]).toEqual([name, []]);
    }
  });

  it('leaves directives of federation out of what clients see', () => {
    expect(schema.getDirectives().filter((directive) => !isSpecifiedDirective(directive))).toEqual([]);
  });
});
