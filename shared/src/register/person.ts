import type { GuardRefusal } from './lifecycle';

/** What events say of a person or an organisation. */
export interface StatedPerson {
  readonly name: string;
  readonly identityNumber?: string | null;
  readonly address?: string | null;
}

/** Characters of what is said. */
export const LONGEST_OF_PERSON = { name: 200, identityNumber: 50, address: 500 } as const;

/** A text about a person as it is kept. */
export function written(text: string | null | undefined): string | null {
  return text?.normalize('NFC').trim() ?? null;
}

/** The refusal names the place of what is wrong and never what it says: that may be of a person. */
export function personFault(person: StatedPerson, place: string): GuardRefusal | null {
  for (const [part, longest] of Object.entries(LONGEST_OF_PERSON) as [keyof typeof LONGEST_OF_PERSON, number][]) {
    const text = person[part];
    if (text === null || text === undefined) continue;
    const field = `${place}.${part}`;
    const length = [...written(text)!].length;
    if (length === 0) {
      const allowed = part === 'name' ? 'a name' : 'a text, or leave it out';
      return { rule: 'FIELD_EMPTY', message: `${field} is empty.`, allowed, field };
    }
    if (text.includes('\0')) {
      return {
        rule: 'TEXT_NOT_ALLOWED',
        message: `${field} contains a NUL character.`,
        allowed: 'text without control characters',
        field,
      };
    }
    if (length > longest) {
      return {
        rule: 'TEXT_TOO_LONG',
        message: `${field} has ${length} characters.`,
        allowed: `at most ${longest} characters`,
        field,
      };
    }
  }
  return null;
}
