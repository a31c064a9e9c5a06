import { type ClassType, Directive, Field, ID, ObjectType } from 'type-graphql';
import { type Scope, findScope } from '../geography/geography';

/** An entity of another subgraph that this one contributes fields to. */
export interface EntityReference {
  id: string;
}

/** What the graph says of the entities that statistics belong to; every subgraph that names one says the same. */
export const SCOPE_DESCRIPTIONS = {
  Nation: { type: 'The whole country (toàn quốc).', id: 'Always VN (mã quốc gia).' },
  Province: {
    type:
      'A province or centrally run city in one of the two boundaries (tỉnh, thành phố). Ids are own identifiers: seven ' +
      'official codes were re-used for other units on 1 July 2025.',
    id: 'VN34-<code> since 1 July 2025, VN63-<code> before (mã định danh).',
  },
  Office: {
    type: 'A civil judgment enforcement office (cơ quan thi hành án dân sự).',
    id: 'VN63-<province code>-<number>; VN-00 is the central department (mã cơ quan).',
  },
} as const;

export const CASE_DESCRIPTIONS = {
  type: 'An enforcement case: one enforcement decision (việc thi hành án).',
  id: 'Identifier: <office id>.<local number> (mã việc).',
} as const;

export const OFFICER_DESCRIPTIONS = {
  type: 'An enforcement officer (chấp hành viên).',
  id: 'Identifier: <office id>.<local number> (mã chấp hành viên).',
} as const;

/**
 * The key of an entity that is owned elsewhere. Every subgraph makes its own: fields contributed to a class would
 * otherwise show up in the others when all run in one process.
 */
export function referenceTo(
  name: string,
  descriptions: { readonly type: string; readonly id: string },
): ClassType<EntityReference> {
  @ObjectType(name, { description: descriptions.type, simpleResolvers: true })
  @Directive('@key(fields: "id")')
  class Reference implements EntityReference {
    @Field(() => ID, { description: descriptions.id })
    id!: string;
  }
  return Reference;
}

/** Nation, Province and Office, for a subgraph that contributes statistics to them. */
export function scopeReferences() {
  return {
    Nation: referenceTo('Nation', SCOPE_DESCRIPTIONS.Nation),
    Province: referenceTo('Province', SCOPE_DESCRIPTIONS.Province),
    Office: referenceTo('Office', SCOPE_DESCRIPTIONS.Office),
  };
}

/** Known nation, province or office; null for an unknown id, so that one bad reference does not spoil its neighbours. */
export function resolveScopeReference(reference: EntityReference): EntityReference | null {
  return findScope(reference.id) ? { id: reference.id } : null;
}

export const scopeReferenceResolvers = {
  Nation: resolveScopeReference,
  Province: resolveScopeReference,
  Office: resolveScopeReference,
};

/** The scope of an entity that has been resolved by reference. */
export function scopeOf(reference: EntityReference): Scope {
  const scope = findScope(reference.id);
  if (!scope) throw new Error(`no nation, province or office has the id ${reference.id}`);
  return scope;
}
