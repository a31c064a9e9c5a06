import { isIsoDate } from '../calendar/date';
import { EVENT_ID, EVENT_REVERSED, type Refusal, type RegisterEvent, officeOfSubject } from './event';
import type { Lifecycle } from './lifecycle';
import { textFault } from './text';

/** What is wrong with an event whatever its subject's state; null when nothing is. */
export function malformed(event: RegisterEvent, lifecycleOf: ReadonlyMap<string, Lifecycle>): Refusal | null {
  if (!EVENT_ID.test(event.id)) {
    return fault('id', 'EVENT_ID_MALFORMED', `${JSON.stringify(event.id)} is not a UUID.`, 'a UUID made by the client');
  }
  const isReversal = event.type === EVENT_REVERSED;
  if (!isReversal && !lifecycleOf.has(event.type)) {
    return fault(
      'type',
      'EVENT_TYPE_UNKNOWN',
      `There is no event type ${event.type} here.`,
      [...lifecycleOf.keys(), EVENT_REVERSED].join(', '),
    );
  }
  if (!officeOfSubject(event.subject)) {
    return fault(
      'subject',
      'SUBJECT_MALFORMED',
      `${JSON.stringify(event.subject)} is not a subject id.`,
      '<office id>.<local number of letters, digits, - and _, at most 48>, e.g. VN63-10-01.C-2024-00017',
    );
  }
  if (isReversal && !EVENT_ID.test(event.reverses ?? '')) {
    return fault(
      'reverses',
      'REVERSED_EVENT_MISSING',
      `reverses is ${JSON.stringify(event.reverses ?? null)}.`,
      'the id of the latest event of the subject, a UUID',
    );
  }
  if (!isIsoDate(event.occurredOn)) {
    return fault(
      'occurredOn',
      'DATE_MALFORMED',
      `occurredOn ${JSON.stringify(event.occurredOn)} is not a day.`,
      'an existing day as YYYY-MM-DD, e.g. 2025-06-30',
    );
  }
  const wrong = textFault(event);
  if (wrong) {
    return wrong.isBlank
      ? fault(wrong.field, 'FIELD_EMPTY', `${wrong.field} is empty.`, 'a text, or leave the field out')
      : fault(
          wrong.field,
          'TEXT_NOT_ALLOWED',
          `${wrong.field} contains U+0000 or half of a character (a lone surrogate).`,
          'text of whole characters without U+0000',
        );
  }
  if (event.officer && !officeOfSubject(event.officer)) {
    return fault(
      'officer',
      'REFERENCE_MALFORMED',
      `officer ${JSON.stringify(event.officer)} is not an identifier.`,
      '<office id>.<local number>, e.g. VN63-10-01.CHV-001',
    );
  }
  return null;
}

function fault(field: string, rule: string, message: string, allowed: string): Refusal {
  return { rule, message, allowed, legalBasis: null, field };
}
