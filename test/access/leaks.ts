import { type Principal, type Rule, belongingOf, findClass, findOffice, isPersonal, ruleFor } from '@thads/shared';
import { type GraphQLObjectType, type GraphQLSchema, getNamedType, isLeafType, isObjectType } from 'graphql';

const RECORD_ID = /\b(VN63-\d\d-\d\d)\.[\w.-]+/g;
const MASKED = /^(\*\*\*|#[0-9a-f]{12})$/;

/**
 * What of an answer its caller may not see, by the policy: values of denied classes, persons who are not masked, denouncers,
 * and records of other territories wherever their ids stand. Aliases are not understood.
 */
export function leaksIn(schema: GraphQLSchema, data: unknown, principal: Principal): string[] {
  const leaks: string[] = [];
  const isProvincial = belongingOf(principal.role) !== 'NONE' || principal.role === 'PUBLIC';

  const lookAtText = (text: string, at: string): void => {
    if (!isProvincial) return;
    for (const [id, office] of text.matchAll(RECORD_ID)) {
      if (!principal.territories.includes(findOffice(office!)?.territory ?? -1)) leaks.push(`${at}: ${id} is foreign`);
    }
  };
  const lookAt = (type: GraphQLObjectType, row: Readonly<Record<string, any>>, path: string): void => {
    for (const [name, value] of Object.entries(row)) {
      const field = type.getFields()[name];
      if (!field || value === null || value === undefined) continue;
      const at = `${path}.${name}`;
      const named = getNamedType(field.type);
      // Federation's own fields lead to entities, whose fields are looked at by themselves.
      const dataClass = name === '_entities' ? 'OPEN' : findClass(type.name, name)!;
      const rule: Rule = isDenouncers(type, name, row, principal) ? 'denied' : ruleFor(dataClass, principal.role);
      if (rule === 'denied') leaks.push(`${at}: ${dataClass} is not for ${principal.role}`);
      for (const one of Array.isArray(value) ? value.flat() : [value]) {
        if (one === null) continue;
        if (typeof one === 'string') lookAtText(one, at);
        if (rule === 'masked' && isPersonal(dataClass) && isLeafType(named) && !MASKED.test(String(one))) {
          leaks.push(`${at}: ${dataClass} is not masked`);
        }
        if (typeof one !== 'object') continue;
        const inner = isObjectType(named) ? named : schema.getType(one.__typename);
        if (isObjectType(inner)) lookAt(inner, one, at);
      }
    }
  };
  lookAt(schema.getQueryType()!, (data ?? {}) as Record<string, unknown>, '');
  return leaks;
}

/** Who sent a denunciation, or a letter that may tell of one, is for whoever is in charge of it alone. */
function isDenouncers(
  { name: type }: GraphQLObjectType,
  field: string,
  row: Readonly<Record<string, any>>,
  { role, officer }: Principal,
): boolean {
  if (type !== 'Petition' || field !== 'sender') return false;
  if (row['kind'] !== 'DENUNCIATION' && row['kind'] !== 'MIXED') return false;
  return role !== 'COMPLAINT_HANDLER' || row['handler']?.id !== officer;
}
