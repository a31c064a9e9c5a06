import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLError } from 'graphql';
import type { GatewayContext } from '../data-source';
import type { Limits } from './limits';
import { type Measures, measureOperation } from './measures';
import { tooCostly } from './too-costly';

const SENTENCES: Readonly<Record<keyof Measures, (found: string, allowed: string) => string>> = {
  depth: (found, allowed) => `The operation nests fields ${found} deep; ${allowed} are allowed.`,
  introspectionDepth: (found, allowed) => `The introspection nests fields ${found} deep; ${allowed} are allowed.`,
  aliases: (found, allowed) => `The operation has ${found} aliases, its fragments spread; ${allowed} are allowed.`,
  rootFields: (found, allowed) =>
    `The operation asks for ${found} fields of the root, its fragments spread; ${allowed} are allowed. Send several operations.`,
  directives: (found, allowed) =>
    `The operation has ${found} directives, its fragments spread; ${allowed} are allowed.`,
  selections: (found, allowed) =>
    `The operation selects ${found} fields, its fragments spread; ${allowed} are allowed.`,
  cost: (found, allowed) =>
    `The operation costs ${found}; ${allowed} is allowed. Ask for smaller pages (first), fewer lists within lists, or fewer figures at once.`,
};

/** The first limit that an operation is beyond, as an error; null when it may be run. */
export function refusalOf(measures: Measures, limits: Limits): GraphQLError | null {
  for (const name of Object.keys(SENTENCES) as (keyof Measures)[]) {
    const found = measures[name];
    if (found > limits[name]) return tooCostly(SENTENCES[name](printed(found), printed(limits[name])));
  }
  return null;
}

/** Whole digits, also of numbers beyond all belief. */
function printed(value: number): string {
  return value > Number.MAX_SAFE_INTEGER ? `more than ${Number.MAX_SAFE_INTEGER}` : String(value);
}

/** Looks at every operation once, after it is known to fit the schema and before it is planned. */
export function examinesOperations(limits: Limits): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: async () => ({
      async didResolveOperation({ schema, document, operation, request: { variables = {} } }) {
        // A document without the operation that is named is refused elsewhere.
        if (!operation) return;
        const refusal = refusalOf(measureOperation({ schema, document, operation, variables }), limits);
        if (refusal) throw refusal;
      },
    }),
  };
}
