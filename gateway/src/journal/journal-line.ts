import { type ChainLink, isIsoDate } from '@thads/shared';

/** A link of the chain as a line of an exported journal holds it. */
export interface JournalLine {
  readonly position: number;
  readonly eventId: string;
  readonly subject: string;
  readonly type: string;
  readonly occurredOn: string;
  /** JSON as text: it is hashed as it is. */
  readonly content: string;
  /** In UTC, to the millisecond. */
  readonly recordedAt: string;
  readonly submittedBy: string;
  /** In hexadecimal digits. */
  readonly hash: string;
}

type Field = keyof JournalLine;

const isText = (value: unknown): boolean => typeof value === 'string';

const FORMS: Readonly<Record<Field, { readonly isRight: (value: unknown) => boolean; readonly right: string }>> = {
  position: { isRight: (value) => Number.isSafeInteger(value) && Number(value) >= 1, right: 'a whole number from 1' },
  eventId: { isRight: isText, right: 'text' },
  subject: { isRight: isText, right: 'text' },
  type: { isRight: isText, right: 'text' },
  occurredOn: { isRight: isIsoDate, right: 'a day as YYYY-MM-DD' },
  content: { isRight: isText, right: 'JSON as text' },
  recordedAt: { isRight: isMoment, right: 'a moment as 2025-06-30T08:15:00.000Z' },
  submittedBy: { isRight: isText, right: 'text' },
  hash: { isRight: isHash, right: '64 hexadecimal digits' },
};
const FIELDS = Object.keys(FORMS) as Field[];

/** Whether it is a hash in the form that the graph's journal heads have. */
export function isHash(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}

function isMoment(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const time = Date.parse(value);
  return !Number.isNaN(time) && new Date(time).toISOString() === value;
}

/** The line, or what is wrong with its form. */
export function parseJournalLine(text: string): JournalLine | { readonly malformed: string } {
  let line: unknown;
  try {
    line = JSON.parse(text);
  } catch {
    return { malformed: 'it is not JSON' };
  }
  if (line === null || typeof line !== 'object' || Array.isArray(line)) return { malformed: 'it is not a JSON object' };
  const fields = line as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(fields).find((field) => !Object.hasOwn(FORMS, field));
  if (unknown !== undefined) return { malformed: `it has a field ${unknown}` };
  const wrong = FIELDS.find((field) => !FORMS[field].isRight(fields[field]));
  if (wrong) return { malformed: `${wrong} is ${JSON.stringify(fields[wrong])}, not ${FORMS[wrong].right}` };
  return line as JournalLine;
}

export function linkOf({ recordedAt, hash: _ofTheLink, ...link }: JournalLine): ChainLink {
  return { ...link, recordedAt: new Date(recordedAt) };
}
