import { DateScalar, VndScalar } from '@thads/shared';
import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  buildSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredInputField,
  isScalarType,
} from 'graphql';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { REGISTERS, REGISTER_NAMES, type RegisterName } from './registers';

const SCHEMA_FILE = path.resolve(__dirname, '..', '..', 'schema.graphql');

export type CellKind = 'text' | 'whole number' | 'money' | 'number' | 'boolean' | 'date' | 'code' | 'object';

const KINDS: Readonly<Record<string, CellKind>> = {
  ID: 'text',
  String: 'text',
  Int: 'whole number',
  VND: 'money',
  Float: 'number',
  Boolean: 'boolean',
  Date: 'date',
};

/** A field of a register's events. */
export interface Column {
  readonly name: string;
  readonly description: string;
  readonly kind: CellKind;
  readonly isList: boolean;
  /** In every event. The id is derived where it is left empty. */
  readonly isRequired: boolean;
  /** Of a code: what it may be. */
  readonly codes: readonly string[];
}

/** What a register takes, as its input type in the schema says. */
export interface EventForm {
  readonly register: RegisterName;
  readonly input: GraphQLInputObjectType;
  readonly columns: ReadonlyMap<string, Column>;
}

/** The committed schema, with scalars that take what those of the server take. */
export function readSchema(file: string = SCHEMA_FILE): GraphQLSchema {
  const schema = buildSchema(readFileSync(file, 'utf8'));
  for (const { name, parseValue } of [DateScalar, VndScalar]) {
    const scalar = schema.getType(name);
    if (isScalarType(scalar)) scalar.parseValue = parseValue;
  }
  return schema;
}

export function eventForm(schema: GraphQLSchema, register: RegisterName): EventForm {
  const input = schema.getType(`${REGISTERS[register]}EventInput`);
  if (!isInputObjectType(input)) throw new Error(`the schema has no input for the events of ${register}`);
  const columns = Object.values(input.getFields()).map((field): Column => {
    const { isList, kind, codes } = shapeOf(field.type);
    return {
      name: field.name,
      description: field.description ?? '',
      kind,
      isList,
      isRequired: isRequiredInputField(field) && field.name !== 'id',
      codes,
    };
  });
  return { register, input, columns: new Map(columns.map((column) => [column.name, column])) };
}

function shapeOf(type: GraphQLInputType): Pick<Column, 'isList' | 'kind' | 'codes'> {
  const named = getNamedType(type);
  const kind = isEnumType(named) ? 'code' : isInputObjectType(named) ? 'object' : KINDS[named.name];
  if (!kind) throw new Error(`the import does not know the scalar ${named.name}`);
  return {
    isList: isListType(getNullableType(type)),
    kind,
    codes: isEnumType(named) ? named.getValues().map(({ name }) => name) : [],
  };
}

/** The columns of a table: without those that only JSON can hold. */
export function tableColumns({ columns }: EventForm): Column[] {
  return [...columns.values()].filter(({ kind }) => kind !== 'object');
}

/** The types of events that a register takes. */
export function eventTypes({ columns }: EventForm): readonly string[] {
  return columns.get('type')!.codes;
}

/** The one register that has events of a type; null when there are none or several. */
export function registerOfType(schema: GraphQLSchema, type: unknown): RegisterName | null {
  const owners = REGISTER_NAMES.filter((name) => eventTypes(eventForm(schema, name)).includes(String(type)));
  return owners.length === 1 ? owners[0]! : null;
}

/** What a column takes, for people. */
export function allowedIn({ kind, isList, codes }: Column): string {
  const one = {
    text: 'text',
    'whole number': 'a whole number, e.g. 12',
    money: 'whole dong in digits only, e.g. 1234567',
    number: 'a number with a decimal point, e.g. 83.25',
    boolean: 'true or false',
    date: 'an existing day as YYYY-MM-DD, e.g. 2025-06-30',
    code: codes.join(', '),
    object: 'objects',
  }[kind];
  return isList ? `one or more, separated by ;: ${one}` : one;
}
