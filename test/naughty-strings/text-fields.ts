import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
} from 'graphql';

/** A text that an event can carry, by where it stands in it: `['conclusionParts', 'causes']`. */
export interface TextField {
  readonly register: string;
  readonly path: readonly string[];
  /** Any text that says something; of an identifier only what is one. */
  readonly isFree: boolean;
}

const SUBMIT = /^submit(\w+)Events$/;

/** Every field of every event that takes text, however deep. */
export function textFields(schema: GraphQLSchema): TextField[] {
  return Object.values(schema.getMutationType()!.getFields()).flatMap(({ name, args }) => {
    const register = SUBMIT.exec(name)?.[1];
    if (!register) return [];
    return fieldsOf(args[0]!.type).map((field) => ({ register, ...field }));
  });
}

function fieldsOf(type: GraphQLInputType, above: readonly string[] = []): Omit<TextField, 'register'>[] {
  return Object.values((getNamedType(type) as GraphQLInputObjectType).getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    const path = [...above, field.name];
    if (isInputObjectType(named)) return fieldsOf(named, path);
    return named.name === 'String' || named.name === 'ID' ? [{ path, isFree: named.name === 'String' }] : [];
  });
}

/** The value that stands at a path; of a list its first. */
export function valueAt(value: unknown, path: readonly string[]): unknown {
  const one = Array.isArray(value) ? (value[0] as unknown) : value;
  const [name, ...rest] = path;
  return name === undefined ? one : valueAt((one as Record<string, unknown> | undefined)?.[name], rest);
}

/** A copy of the value with a text put at a path; of a list into its first. */
export function withText(value: unknown, [name, ...rest]: readonly string[], text: string): unknown {
  if (Array.isArray(value)) return [withText(value[0], name === undefined ? [] : [name, ...rest], text)];
  if (name === undefined) return text;
  const fields = value as Record<string, unknown> | undefined;
  return { ...fields, [name]: withText(fields?.[name], rest, text) };
}

/** The value without the texts that are empty, and without what holds nothing else. */
export function withoutEmpty(value: unknown): unknown {
  if (value === '') return undefined;
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).flatMap(([name, inner]) => {
    const left = withoutEmpty(inner);
    return left === undefined ? [] : [[name, left] as const];
  });
  if (kept.length === 0) return undefined;
  return Array.isArray(value) ? kept.map(([, inner]) => inner) : Object.fromEntries(kept);
}
