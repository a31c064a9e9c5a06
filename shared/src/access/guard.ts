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
import { type PeriodRequest, type ReportingPeriod, resolvePeriod, samePeriodLastYear } from '../calendar/period';
import { graphError } from '../errors';
import { findScope } from '../geography/geography';
import { ACCESS, type DataClass, isPersonal, isQuiet, isRestricted, isSending, ruleFor } from './data-class';
import { ruleInRow } from './denouncer';
import { masked } from './mask';
import { POLICY, findClass } from './policy';
import type { Principal } from './principal';
import type { RequestHead } from './request-head';

/** What the guard needs of a resolver's context. */
export interface GuardedContext {
  readonly head: RequestHead;
  /** Resolves once the read of a person's data is in the access log; rejects when it cannot be, or has no purpose. */
  readonly logPersonRead: (type: string, id: string) => Promise<void>;
  /** Resolves when everybody may see such figures of few people; rejects with `FORBIDDEN` and why they may not. */
  readonly checkPublished: (statistics: string, scopeId: string, period: ReportingPeriod) => Promise<void>;
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
    else if (dataClass === own && isPersonal(own)) maskField(field, own);
    else if (dataClass === own && isMasked(own) && getNamedType(field.type) === type) guardYearBefore(type, field, own);
  }
  if (isRestricted(own)) guardReferences(type, own);
}

function classOf(type: string, coordinate: string): DataClass {
  const dataClass = findClass(type, coordinate);
  if (!dataClass)
    throw new Error(`${type}.${coordinate} is not in the access policy (policy.ts); say what class of data it is`);
  return dataClass;
}

function guardField(type: GraphQLObjectType, field: GraphQLField<any, any>, fieldClass: DataClass): void {
  const inner = field.resolve ?? defaultFieldResolver;
  const what = `${type.name}.${field.name}`;
  const statistics = getNamedType(field.type);
  field.resolve = (root, args: Record<string, unknown>, context: GuardedContext, info: GraphQLResolveInfo) => {
    const { principal } = context.head;
    const { dataClass, rule } = ruleInRow(fieldClass, root, principal);
    const answer = (): unknown => inner(root, args, context, info);
    if (rule === 'denied' && isQuiet(dataClass)) return null;
    if (rule === 'denied') throw dataClass === 'DENOUNCER' ? notInCharge(what) : denied(what, principal);
    if (rule === 'own' && isScope(type)) checkOwn(root.id, principal, what);
    const asked = isSending(dataClass) ? [] : askedFor(field, args, principal, what);
    const isLogged = isPersonal(dataClass) ? rule !== 'masked' : asked.some(isPersonal);
    if (isLogged) return context.logPersonRead(type.name, root?.id ?? field.name).then(answer);
    if (rule !== 'masked') return answer();
    if (!isPersonal(dataClass)) {
      const period = resolvePeriod(args['period'] as PeriodRequest);
      return context.checkPublished(statistics.name, root.id, period).then(answer);
    }
    // Of an object every field is masked by itself.
    return isObjectType(statistics) ? answer() : masked(answer(), root.id, principal);
  };
}

/** What is known of a person, in an object that has been reached: noted when it was. */
function maskField(field: GraphQLField<any, any>, own: DataClass): void {
  const inner = field.resolve ?? defaultFieldResolver;
  field.resolve = (root, args, context: GuardedContext, info) => {
    const { principal } = context.head;
    const answer = inner(root, args, context, info);
    return ruleFor(own, principal.role) === 'masked' ? masked(answer, root.id, principal) : answer;
  };
}

/** Of figures that have been published, those of the year before are so or not by themselves. */
function guardYearBefore(type: GraphQLObjectType, field: GraphQLField<any, any>, own: DataClass): void {
  const inner = field.resolve ?? defaultFieldResolver;
  field.resolve = async (root: { scopeId: string; period: ReportingPeriod }, args, context: GuardedContext, info) => {
    if (ruleFor(own, context.head.principal.role) === 'masked') {
      await context.checkPublished(type.name, root.scopeId, samePeriodLastYear(root.period));
    }
    return inner(root, args, context, info) as unknown;
  };
}

/** Whether some roles have figures of the class only where they do not tell of few people. */
function isMasked(dataClass: DataClass): boolean {
  return !isPersonal(dataClass) && Object.values(ACCESS[dataClass]).includes('masked');
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

/** The classes of what is given in arguments. Errors: for what the caller may not ask for. */
function askedFor(
  field: GraphQLField<any, any>,
  args: Readonly<Record<string, unknown>>,
  principal: Principal,
  what: string,
): DataClass[] {
  return field.args.flatMap(({ name, type }) => classesIn(type, args[name], principal, `${what}(${name})`));
}

function classesIn(type: GraphQLInputType, value: unknown, principal: Principal, what: string): DataClass[] {
  const named = getNamedType(type);
  if (!isInputObjectType(named) || value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((one) => classesIn(named, one, principal, what));
  return Object.entries(value as Record<string, unknown>).flatMap(([name, given]) => {
    const field = named.getFields()[name];
    if (given === undefined || given === null || !field) return [];
    const dataClass = classOf(named.name, name);
    if (ruleFor(dataClass, principal.role) !== 'full') throw denied(`${what}.${name}`, principal);
    return [dataClass, ...classesIn(field.type, given, principal, `${what}.${name}`)];
  });
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

/** The same whether there is a sender or not: who may not know a denouncer may not know either that there is none. */
function notInCharge(what: string): Error {
  return graphError('FORBIDDEN', `${what}: only for the officer who is in charge of the petition.`);
}
