import { hash } from 'node:crypto';
import type { IsoDate } from '../calendar/date';
import { badInput } from '../errors';
import type { OfficeRecord } from '../geography/geography';
import { findOffice } from '../geography/geography';

/** What every event of every register carries; a register's own events add their fields. */
export interface RegisterEvent {
  /** Made by the client, a UUID; the same id again is a duplicate. */
  readonly id: string;
  /** What it happened to: `<office id>.<local number>`, e.g. `VN63-10-01.C-2024-00017`. */
  readonly subject: string;
  readonly type: string;
  readonly occurredOn: IsoDate;
  readonly officer?: string | null;
  readonly decisionNumber?: string | null;
  /** Who signed the decision or record. */
  readonly signer?: string | null;
  /** Where the life cycle lists grounds, the code of one of them. */
  readonly ground?: string | null;
  /** Only of `EVENT_REVERSED`: the id of the event that did not happen as recorded. */
  readonly reverses?: string | null;
  /** The subject's version that the event was decided on; not a part of what happened, and not kept. */
  readonly expectedVersion?: number | null;
}

/** The correction that every register knows: the latest event of a subject is taken back, the statistics with it. */
export const EVENT_REVERSED = 'EVENT_REVERSED';

/** Why an event was refused: the rule by name, what was wrong, what would be right, and the legal basis where there is one. */
export interface Refusal {
  readonly rule: string;
  readonly message: string;
  readonly allowed: string | null;
  readonly legalBasis: string | null;
  /** The field of the event that has to be mended; absent where it is not one field. */
  readonly field?: string;
}

export interface EventOutcome {
  readonly id: string;
  readonly status: 'ACCEPTED' | 'DUPLICATE' | 'REFUSED';
  /** The subject's version after the event; null when refused. */
  readonly version: number | null;
  readonly refusal: Refusal | null;
}

export const EVENT_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const LOCAL_NUMBER = /^[A-Za-z0-9][A-Za-z0-9_-]{0,47}$/;

/** The office that a subject id begins with; null when the id is not of the form `<office id>.<local number>`. */
export function officeOfSubject(subject: string): OfficeRecord | null {
  const dot = subject.indexOf('.');
  if (dot < 0 || !LOCAL_NUMBER.test(subject.slice(dot + 1))) return null;
  return findOffice(subject.slice(0, dot));
}

/** An event as the journal keeps it: what every event has in columns of its own, the rest as JSON. */
export interface JournalEvent {
  /** A UUID has no letter case; here it is in lower case. */
  readonly eventId: string;
  readonly subject: string;
  readonly type: string;
  readonly occurredOn: IsoDate;
  /** Keys sorted, absent and null values left out, so that the same event sent by two clients has the same text. */
  readonly content: string;
}

/** The columns of `JournalEvent`, for `select`. */
export const JOURNAL_EVENT =
  'event_id as "eventId", subject_id as subject, type, occurred_on::text as "occurredOn", content';

export function journalEvent(event: RegisterEvent): JournalEvent {
  const { id, subject, type, occurredOn, expectedVersion: _notKept, ...rest } = event;
  return { eventId: id.toLowerCase(), subject, type, occurredOn, content: JSON.stringify(canonical(rest)) };
}

function canonical(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(canonical);
  const fields = value as Readonly<Record<string, unknown>>;
  const sorted: Record<string, unknown> = {};
  for (const field of Object.keys(fields).sort()) {
    const inner = fields[field];
    if (inner !== null && inner !== undefined) sorted[field] = canonical(inner);
  }
  return sorted;
}

/** The event that a journal entry keeps. */
export function storedEvent<E extends RegisterEvent = RegisterEvent>(entry: JournalEvent): E {
  const { eventId: id, subject, type, occurredOn, content } = entry;
  return { id, subject, type, occurredOn, ...(JSON.parse(content) as object) } as E;
}

export function sha256(...parts: readonly (string | Buffer)[]): Buffer {
  const [only] = parts;
  const whole = parts.length === 1 ? only! : Buffer.concat(parts.map((part) => Buffer.from(part as Buffer)));
  // By way of text: faster than a buffer of its own, and smaller.
  return Buffer.from(hash('sha256', whole, 'hex'), 'hex');
}

/** A subject id as an argument. Errors: `BAD_USER_INPUT` when it is not of the form of subject ids. */
export function subjectId(id: string): string {
  if (officeOfSubject(id)) return id;
  throw badInput(
    `id: ${JSON.stringify(id)} is not an identifier; it has the form <office id>.<local number>, e.g. VN63-10-01.C-2024-00017.`,
  );
}
