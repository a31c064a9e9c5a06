import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  valueFromASTUntyped,
} from 'graphql';
import { type ArgumentValues, ownCost, rowsWithin, usualRows } from './cost';

/** What an operation is measured by, its fragments spread as often as it names them. */
export interface Measures {
  /** Fields within one another, those of the introspection not counted. */
  readonly depth: number;
  readonly introspectionDepth: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly directives: number;
  readonly selections: number;
  readonly cost: number;
}

/** Of a selection set. `fields` are those directly in it. */
interface Sums extends Omit<Measures, 'rootFields'> {
  readonly fields: number;
}

const NOTHING: Sums = {
  fields: 0,
  depth: 0,
  introspectionDepth: 0,
  aliases: 0,
  directives: 0,
  selections: 0,
  cost: 0,
};

export interface OperationToMeasure {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Each fragment is measured once for each number of rows around it, however often it is spread. What @skip and @include
 * leave out counts too. The document need not be valid: what is unknown counts as one value, a fragment within itself
 * as nothing.
 */
export function measureOperation({ schema, document, operation, variables }: OperationToMeasure): Measures {
  const fragments = new Map(
    document.definitions
      .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const values = { ...defaultsOf(operation), ...variables };
  const known = new Map<string, Sums>();

  function ofSelections(
    { selections }: SelectionSetNode,
    type: GraphQLNamedType | undefined,
    rows: number | null,
  ): Sums {
    return selections.map((selection) => ofSelection(selection, type, rows)).reduce(added, NOTHING);
  }

  function ofSelection(selection: SelectionNode, type: GraphQLNamedType | undefined, rows: number | null): Sums {
    const own = { ...NOTHING, selections: 1, directives: selection.directives?.length ?? 0 };
    if (selection.kind === Kind.FIELD) return ofField(selection, own, type, rows);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return added(own, ofFragment(selection.name.value, rows));
    const { typeCondition, selectionSet } = selection;
    const inner = typeCondition ? schema.getType(typeCondition.name.value) : type;
    return added(own, ofSelections(selectionSet, inner, rows));
  }

  function ofFragment(name: string, rows: number | null): Sums {
    const key = `${name} ${rows}`;
    const measured = known.get(key);
    if (measured) return measured;
    const fragment = fragments.get(name);
    if (!fragment) return NOTHING;
    known.set(key, NOTHING);
    const sums = ofSelections(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value), rows);
    known.set(key, sums);
    return sums;
  }

  function ofField(node: FieldNode, own: Sums, parent: GraphQLNamedType | undefined, rows: number | null): Sums {
    const field = isObjectType(parent) ? parent.getFields()[node.name.value] : undefined;
    const args = field ? argumentsOf(field, node, values) : {};
    const isList = field !== undefined && isListType(getNullableType(field.type));
    const within = rowsWithin(args);
    const inner = node.selectionSet
      ? ofSelections(node.selectionSet, field && getNamedType(field.type), isList ? null : within)
      : NOTHING;
    const times = isList ? (rows ?? within ?? usualRows(parent!.name, field, args)) : 1;
    // Introspection is answered from memory; the rules of GraphQL.js bound how its lists can be nested.
    const isIntrospection = node.name.value === '__schema' || node.name.value === '__type';
    return {
      fields: 1,
      depth: isIntrospection ? 1 : 1 + inner.depth,
      introspectionDepth: isIntrospection ? 1 + inner.depth : inner.introspectionDepth,
      aliases: inner.aliases + (node.alias ? 1 : 0),
      directives: inner.directives + own.directives,
      selections: inner.selections + own.selections,
      cost: times * (inner.cost + (field ? ownCost(field, args) : 1)),
    };
  }

  const { fields, ...sums } = ofSelections(
    operation.selectionSet,
    schema.getRootType(operation.operation) ?? undefined,
    null,
  );
  return { ...sums, rootFields: fields, directives: sums.directives + (operation.directives?.length ?? 0) };
}

function added(one: Sums, other: Sums): Sums {
  return {
    fields: one.fields + other.fields,
    depth: Math.max(one.depth, other.depth),
    introspectionDepth: Math.max(one.introspectionDepth, other.introspectionDepth),
    aliases: one.aliases + other.aliases,
    directives: one.directives + other.directives,
    selections: one.selections + other.selections,
    cost: one.cost + other.cost,
  };
}

function defaultsOf({ variableDefinitions = [] }: OperationDefinitionNode): Record<string, unknown> {
  return Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  );
}

function argumentsOf(
  { args }: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Readonly<Record<string, unknown>>,
): ArgumentValues {
  const given = new Map(node.arguments?.map(({ name, value }) => [name.value, valueFromASTUntyped(value, variables)]));
  return Object.fromEntries(args.map(({ name, defaultValue }) => [name, given.get(name) ?? defaultValue]));
}
