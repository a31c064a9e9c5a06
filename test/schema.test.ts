import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type GraphQLNamedType,
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedDirective,
} from 'graphql';

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

describe('the schema documents itself', () => {
  const undescribed: string[] = [];
  const check = (name: string, description: string | null | undefined): void => {
    if (!description || description.length < 10) undescribed.push(name);
  };
  for (const type of Object.values(schema.getTypeMap()).filter(ours)) {
    if (['String', 'Int', 'Float', 'Boolean', 'ID'].includes(type.name)) continue;
    if (type !== schema.getQueryType() && type !== schema.getMutationType()) check(type.name, type.description);
    if (isEnumType(type)) for (const value of type.getValues()) check(`${type.name}.${value.name}`, value.description);
    if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        check(`${type.name}.${field.name}`, field.description);
        for (const argument of 'args' in field ? field.args : [])
          check(`${type.name}.${field.name}(${argument.name})`, argument.description);
      }
    }
  }

  it('every type, field, argument, input field and enum value has a description', () => {
    expect(undescribed).toEqual([]);
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
