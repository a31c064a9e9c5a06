import {
  type GraphQLOutputType,
  type GraphQLSchema,
  buildClientSchema,
  getIntrospectionQuery,
  getNamedType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import type { GraphClient } from './graph-client';

/** The schema as clients see it: what is written over it covers what is added to it. */
export async function introspect(client: GraphClient): Promise<GraphQLSchema> {
  return buildClientSchema(await client.data(getIntrospectionQuery()));
}

/** Every field that can be asked without arguments, down to a depth; but for those named. Empty for a scalar. */
export function selectionOf(type: GraphQLOutputType, depth: number, without: ReadonlySet<string> = new Set()): string {
  const named = getNamedType(type);
  if (!isObjectType(named) || depth === 0) return '';
  const fields = Object.values(named.getFields()).flatMap(({ name, args, type: inner }) => {
    if (without.has(name) || args.some(isRequiredArgument)) return [];
    const selection = selectionOf(inner, depth - 1, without);
    return isObjectType(getNamedType(inner)) && selection === '' ? [] : [`${name} ${selection}`];
  });
  return fields.length === 0 ? '' : `{ ${fields.join(' ')} }`;
}
