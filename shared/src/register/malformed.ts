import { EVENT_ID, type Refusal, type RegisterEvent, officeOfSubject } from './event';
import type { Lifecycle } from './lifecycle';

/** What is wrong with an event whatever its subject's state; null when nothing is. */
export function malformed(event: RegisterEvent, lifecycleOf: ReadonlyMap<string, Lifecycle>): Refusal | null {
  if (!EVENT_ID.test(event.id)) {
    return fault('EVENT_ID_MALFORMED', `${JSON.stringify(event.id)} is not a UUID.`, 'a UUID made by the client');
  }
  if (!lifecycleOf.has(event.type)) {
    return fault(
      'EVENT_TYPE_UNKNOWN',
      `There is no event type ${event.type} here.`,
      [...lifecycleOf.keys()].join(', '),
    );
  }
  if (!officeOfSubject(event.subject)) {
    return fault(
      'SUBJECT_MALFORMED',
      `${JSON.stringify(event.subject)} is not a subject id.`,
      '<office id>.<local number of letters, digits, - and _, at most 48>, e.g. VN63-10-01.C-2024-00017',
    );
  }
  for (const [field, value] of Object.entries(event)) {
    if (value === '') return fault('FIELD_EMPTY', `${field} is empty.`, 'a text, or leave the field out');
    if (typeof value === 'string' && value.includes('\0')) {
      return fault('TEXT_NOT_ALLOWED', `${field} contains a NUL character.`, 'text without control characters');
    }
  }
  return null;
}

function fault(rule: string, message: string, allowed: string): Refusal {
  return { rule, message, allowed, legalBasis: null };
}
