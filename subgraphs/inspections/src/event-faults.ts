import { type GuardRefusal, findOffice, officeOfSubject } from '@thads/shared';

export function officeFault(field: string, id: string | null | undefined): GuardRefusal | null {
  return id === null || id === undefined || findOffice(id)
    ? null
    : { rule: 'OFFICE_UNKNOWN', message: `There is no office ${id}.`, allowed: 'an office id, e.g. VN63-10-01', field };
}

export const unitFault = ({ unit }: { readonly unit?: string | null }): GuardRefusal | null =>
  officeFault('unit', unit);

/** Cases and officers are kept elsewhere; here it can only be seen whether an id is of their form. */
export function idFault(ids: Readonly<Record<string, string | null | undefined>>): GuardRefusal | null {
  const wrong = Object.entries(ids).find(([, id]) => id !== null && id !== undefined && !officeOfSubject(id));
  return wrong
    ? {
        rule: 'REFERENCE_MALFORMED',
        message: `${wrong[0]} ${JSON.stringify(wrong[1])} is not an identifier.`,
        allowed: '<office id>.<local number>, e.g. VN63-10-01.C-2024-00017',
        field: wrong[0],
      }
    : null;
}

/** A day that is set for something to be done is not over when it is set. */
export function dayAheadFault(field: string, day: string | null | undefined, occurredOn: string): GuardRefusal | null {
  return day !== null && day !== undefined && day < occurredOn
    ? {
        rule: 'DAY_NOT_AHEAD',
        message: `${field} ${day} is before the day it was set on, ${occurredOn}.`,
        allowed: `a day from ${occurredOn} on`,
        field,
      }
    : null;
}

/** How many of those that are in the way a refusal names. */
const NAMED = 3;

/** Subject of a sentence with its verb: "A is", "A, B and 7 more are". */
export function listed(ids: readonly string[]): string {
  const named = ids.slice(0, NAMED).join(', ');
  const more = ids.length - NAMED;
  return `${named}${more > 0 ? ` and ${more} more` : ''} ${ids.length === 1 ? 'is' : 'are'}`;
}
