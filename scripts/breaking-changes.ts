/** What of a new schema breaks clients of an old one, by the policy of decision 21. */
import { type Change, ChangeType, CriticalityLevel, diff } from '@graphql-inspector/core';
import { type GraphQLSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';

export interface SchemaChanges {
  /** Each a sentence. */
  readonly breaking: readonly string[];
  /** What a client may notice that does not keep to the rules, e.g. an enum value that it does not know. */
  readonly noticeable: readonly string[];
  readonly harmless: number;
}

const REMOVALS: ReadonlySet<unknown> = new Set([
  ChangeType.FieldRemoved,
  ChangeType.FieldArgumentRemoved,
  ChangeType.InputFieldRemoved,
  ChangeType.EnumValueRemoved,
]);

/** What a deprecation has to say at its end. */
const LAST_DAY = /\bStays until (\d{4}-\d{2}-\d{2})\.$/;

export async function changesOf(
  released: GraphQLSchema,
  current: GraphQLSchema,
  today: string,
): Promise<SchemaChanges> {
  const changes = await diff(released, current);
  const isBreaking = (change: Change): boolean =>
    change.criticality.level === CriticalityLevel.Breaking && !isTimelyRemoval(change, released, today);
  const isNoticeable = ({ criticality: { level } }: Change): boolean => level === CriticalityLevel.Dangerous;
  const breaking = changes.filter(isBreaking).map(sentence);
  const noticeable = changes.filter(isNoticeable).map(sentence);
  return { breaking, noticeable, harmless: changes.length - breaking.length - noticeable.length };
}

function sentence({ path, message }: Change): string {
  return `${path === undefined ? '' : `${path}: `}${message}.`;
}

/** Deprecations that do not say how long what they deprecate stays. */
export function endlessDeprecations(schema: GraphQLSchema): string[] {
  return [...deprecations(schema)].flatMap(([coordinate, reason]) => (LAST_DAY.test(reason) ? [] : [coordinate]));
}

/** Of what was deprecated when clients last looked, and is past the day until which it was promised. */
function isTimelyRemoval({ type, path }: Change, released: GraphQLSchema, today: string): boolean {
  if (!REMOVALS.has(type) || path === undefined) return false;
  const lastDay = LAST_DAY.exec(deprecations(released).get(path) ?? '')?.[1];
  return lastDay !== undefined && lastDay < today;
}

/** Reasons by coordinate, `Type.field.argument` for arguments. */
function deprecations(schema: GraphQLSchema): ReadonlyMap<string, string> {
  const reasons = new Map<string, string>();
  const note = (coordinate: string, { deprecationReason }: { deprecationReason?: string | null }): void => {
    if (typeof deprecationReason === 'string') reasons.set(coordinate, deprecationReason);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (isEnumType(type)) for (const value of type.getValues()) note(`${type.name}.${value.name}`, value);
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      note(`${type.name}.${field.name}`, field);
      if ('args' in field)
        for (const argument of field.args) note(`${type.name}.${field.name}.${argument.name}`, argument);
    }
  }
  return reasons;
}
