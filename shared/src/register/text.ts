import type { RegisterEvent } from './event';

/** Every character before these is its own composed form. */
const MAY_BE_COMPOSED = /[\u0300-\uffff]/;

/**
 * The event with its texts in one Unicode form (NFC): what one machine writes as `ế` and another as `e`, circumflex and
 * acute is the same text, and the same event. The id stays as it was sent.
 */
export function composed<E extends RegisterEvent>(event: E): E {
  const same = composedValue(event);
  return same === event ? event : { ...same, id: event.id };
}

function composedValue<T>(value: T): T {
  if (typeof value === 'string') return (MAY_BE_COMPOSED.test(value) ? value.normalize('NFC') : value) as T;
  if (value === null || typeof value !== 'object') return value;
  let changed: Record<string, unknown> | null = null;
  for (const [key, inner] of Object.entries(value)) {
    const other = composedValue(inner);
    if (other === inner) continue;
    changed ??= (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as unknown as Record<string, unknown>;
    changed[key] = other;
  }
  return (changed ?? value) as T;
}

/** What PostgreSQL does not hold as text: U+0000, and halves of characters. */
const NOT_TEXT = /[\0\p{Surrogate}]/u;

export interface TextFault {
  /** Where the text stands in the event, e.g. `conclusionParts.causes`. */
  readonly field: string;
  readonly isBlank: boolean;
}

/** The first text of an event that says nothing or cannot be kept; null when there is none. */
export function textFault(event: RegisterEvent): TextFault | null {
  return faultIn(event, '');
}

function faultIn(value: unknown, field: string): TextFault | null {
  if (typeof value === 'string') {
    if (value.trim() === '') return { field, isBlank: true };
    return NOT_TEXT.test(value) ? { field, isBlank: false } : null;
  }
  if (value === null || typeof value !== 'object') return null;
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner !== 'string' && typeof inner !== 'object') continue;
    const fault = faultIn(inner, field === '' ? key : `${field}.${key}`);
    if (fault) return fault;
  }
  return null;
}
