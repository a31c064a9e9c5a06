import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  defaultFieldResolver,
  getNamedType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
} from 'graphql';
import { graphError } from '../errors';
import { findScope } from '../geography/geography';
import { type DataClass, isPersonal, isRestricted, ruleFor } from './data-class';
import { masked } from './mask';
import { POLICY } from './policy';
import type { Principal } from './principal';
import type { RequestHead } from './request-head';

/** What the guard needs of a resolver's context. */
export interface GuardedContext {
  readonly head: RequestHead;
  /** Resolves once the read of a person's data is in the access log; rejects when it cannot be, or has no purpose. */
  readonly logPersonRead: (type: string, id: string) => Promise<void>;
  /** Whether a figure of few people may be shown to everybody, see `publishedProvinces`. */
  readonly isPublished?: (field: string, scopeId: string, args: Readonly<Record<string, unknown>>) => Promise<boolean>;
}

/** Federation's own, by which entities are asked for: what they resolve to is guarded by type. */
const FEDERATION: ReadonlySet<string> = new Set(['_service', '_entities']);
/** The scopes of statistics and the roots: their fields are guarded one by one. */
const OPEN_PARENTS: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Nation', 'Province', 'Office']);

/**
 * Puts the policy around the resolvers of a subgraph's schema, in place. A field is asked about where data of its class is
 * first reached: at the roots, at entities that are referred to, and wherever the class changes on the way.
 * Throws for a field or argument that the policy does not know.
 */
export function guardSchema(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || type.name.startsWith('_')) continue;
    if (isObjectType(type)) guardType(type);
    else if (isInputObjectType(type)) for (const { name } of Object.values(type.getFields())) classOf(type.name, name);
  }
  return schema;
}

function guardType(type: GraphQLObjectType): void {
  const own = OPEN_PARENTS.has(type.name) ? 'OPEN' : (POLICY.get(type.name)?.own ?? 'OPEN');
  for (const field of Object.values(type.getFields())) {
    if (FEDERATION.has(field.name)) continue;
    const dataClass = classOf(type.name, field.name);
    const restrictedArguments = field.args.some(({ name, type: of }) => {
      return isRestricted(classOf(type.name, `${field.name}(${name})`)) || hasRestrictedFields(of);
    });
    if ((dataClass !== own && isRestricted(dataClass)) || restrictedArguments) guardField(type, field, dataClass);
  }
  if (isRestricted(own)) guardReferences(type, own);
}

function classOf(type: string, coordinate: string): DataClass {
  const dataClass = POLICY.get(type)?.classes.get(coordinate);
  if (!dataClass)
    throw new Error(`${type}.${coordinate} is not in the access policy (policy.ts); say what class of data it is`);
  return dataClass;
}

function guardField(type: GraphQLObjectType, field: GraphQLField<any, any>, dataClass: DataClass): void {
  const inner = field.resolve ?? defaultFieldResolver;
  const what = `${type.name}.${field.name}`;
  field.resolve = (root, args: Record<string, unknown>, context: GuardedContext, info: GraphQLResolveInfo) => {
    const { principal } = context.head;
    for (const argument of field.args) {
      if (args[argument.name] !== undefined) {
        checkInput(argument.type, args[argument.name], principal, `${what}(${argument.name})`);
      }
    }
    const rule = ruleFor(dataClass, principal.role);
    const answer = (): unknown => inner(root, args, context, info);
    if (rule === 'denied') throw denied(what, principal);
    if (rule === 'own' && isScope(type)) checkOwn(root.id, principal, what);
    if (isPersonal(dataClass)) {
      if (rule === 'masked') return masked(answer(), root.id, principal);
      return context.logPersonRead(type.name, root.id).then(answer);
    }
    if (rule === 'masked') return published(answer, { root, args, context, info });
    return answer();
  };
}

/** Where `buildSubgraphSchema` keeps what resolves references to an entity. */
interface FederationExtensions {
  subgraph?: { resolveReference?: (reference: object, context: GuardedContext, info: GraphQLResolveInfo) => unknown };
}

/** Entities come by reference from other subgraphs, so the way to them may have been guarded by nobody. */
function guardReferences(type: GraphQLObjectType, dataClass: DataClass): void {
  const { subgraph } = (type.extensions['apollo'] ?? {}) as FederationExtensions;
  const inner = subgraph?.resolveReference;
  if (!inner) return;
  subgraph.resolveReference = (reference, context, info) => {
    const { principal } = context.head;
    if (ruleFor(dataClass, principal.role) === 'denied') throw denied(type.name, principal);
    return inner(reference, context, info);
  };
}

function isScope({ name }: GraphQLObjectType): boolean {
  return name === 'Nation' || name === 'Province' || name === 'Office';
}

function checkOwn(scopeId: string, principal: Principal, what: string): void {
  const asked = findScope(scopeId)?.territories ?? [];
  if (asked.length > 0 && asked.every((territory) => principal.territories.includes(territory))) return;
  throw graphError('FORBIDDEN', `${what}: ${scopeId} is not within the territory of your token.`);
}

async function published(
  answer: () => unknown,
  {
    root,
    args,
    context,
    info,
  }: { root: { id: string }; args: Record<string, unknown>; context: GuardedContext; info: GraphQLResolveInfo },
): Promise<unknown> {
  if (await context.isPublished!(info.fieldName, root.id, args)) return answer();
  throw graphError(
    'FORBIDDEN',
    `${info.parentType.name}.${info.fieldName}: withheld from the public, since it would tell of fewer than five people or matters.`,
  );
}

function checkInput(type: GraphQLInputType, value: unknown, principal: Principal, what: string): void {
  const named = getNamedType(type);
  if (!isInputObjectType(named) || value === null) return;
  if (Array.isArray(value)) return value.forEach((one) => checkInput(named, one, principal, what));
  for (const [name, given] of Object.entries(value as Record<string, unknown>)) {
    const field = named.getFields()[name];
    if (given === undefined || given === null || !field) continue;
    if (ruleFor(classOf(named.name, name), principal.role) !== 'full') throw denied(`${what}.${name}`, principal);
    checkInput(field.type, given, principal, `${what}.${name}`);
  }
}

function hasRestrictedFields(type: GraphQLInputType, seen: ReadonlySet<string> = new Set()): boolean {
  const named = getNamedType(type);
  if (!isInputObjectType(named) || seen.has(named.name)) return false;
  return Object.values(named.getFields()).some(
    ({ name, type: of }) =>
      isRestricted(classOf(named.name, name)) || hasRestrictedFields(of, new Set([...seen, named.name])),
  );
}

function denied(what: string, { role }: Principal): Error {
  return role === 'PUBLIC'
    ? graphError(
        'UNAUTHENTICATED',
        `${what}: not for the public; send a token ("authorization: Bearer …") of a role that may have it.`,
      )
    : graphError('FORBIDDEN', `${what}: not for the role ${role}.`);
}
