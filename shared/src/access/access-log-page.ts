import { type IsoDate, addDays } from '../calendar/date';
import type { Reader } from '../database/reader';
import { badInput } from '../errors';
import { type Connection, type PageArguments, pageOf } from '../graphql/connection';
import { type CursorOwner, checkPageSize, decodeCursor, encodeCursor, fingerprintOf } from '../graphql/cursor';
import type { AccessLogLine } from './access-log';
import { ROLE_NAMES, findRole } from './roles';

/** Which lines of an access log are asked for; all given conditions hold. Days are those of Vietnam, both inclusive. */
export interface AccessLogConditions {
  readonly principal?: string | null;
  readonly role?: string | null;
  readonly from?: IsoDate | null;
  readonly through?: IsoDate | null;
  readonly subject?: string | null;
}

/** A line as it is shown; the hash in hexadecimal digits. */
export interface ShownAccessLogLine extends Omit<AccessLogLine, 'at'> {
  readonly at: Date;
  readonly hash: string;
}

interface Statement {
  readonly test: string;
  readonly values: readonly unknown[];
}

/** One page by position. Errors: `BAD_USER_INPUT` for page size, cursor, an unknown role and text that cannot be kept. */
export async function accessLogPage(
  reader: Reader,
  schema: string,
  filter: AccessLogConditions,
  { first, after }: PageArguments,
): Promise<Connection<ShownAccessLogLine>> {
  const size = checkPageSize(first ?? 50);
  const { test, values } = conditions(schema, filter);
  const owner: CursorOwner = {
    list: `${schema} access log`,
    order: 'POSITION ASC',
    filter: fingerprintOf([test, values]),
  };
  const isPosition = (key: unknown): boolean => Number.isSafeInteger(key);
  const begun = after === null || after === undefined ? 0 : decodeCursor(owner, after, isPosition).key;
  const rows = await reader.query<ShownAccessLogLine[]>(
    `select position, at, principal, role, operation, request_id as "requestId", article, file, origin, subjects,
       encode(hash, 'hex') as hash
     from ${schema}.access_log where position > $${values.length + 1} and ${test}
     order by position limit $${values.length + 2}`,
    [...values, begun, size + 1],
  );
  const cursorOf = ({ position }: ShownAccessLogLine): string =>
    encodeCursor(owner, { key: position, id: String(position) });
  return pageOf(rows, size, after, cursorOf, async () => {
    const [{ total }] = await reader.query<[{ total: number }]>(
      `select count(*) as total from ${schema}.access_log where ${test}`,
      [...values],
    );
    return total;
  });
}

function conditions(schema: string, { principal, role, from, through, subject }: AccessLogConditions): Statement {
  const tests: string[] = ['true'];
  const values: unknown[] = [];
  const add = (test: (value: string) => string, value: unknown): void =>
    void tests.push(test(`$${values.push(value)}`));
  // An empty text is a condition, too, which nothing meets.
  if (isGiven(principal)) add((value) => `principal = ${value}`, readable(principal, 'principal'));
  if (isGiven(role)) {
    const known = findRole(role);
    if (!known)
      throw badInput(`filter.role: ${JSON.stringify(role)} is no role; it must be one of ${ROLE_NAMES.join(', ')}.`);
    add((value) => `role = ${value}`, known);
  }
  if (from) add((value) => `at >= ${value}::timestamptz`, beginningOf(from));
  if (through) add((value) => `at < ${value}::timestamptz`, beginningOf(addDays(through, 1)));
  if (isGiven(subject)) {
    // What belongs to a subject has the subject's id, a dot and more: from the dot to the character after it.
    const id = readable(subject, 'subject');
    add(
      (value) =>
        `position in (select position from ${schema}.access_log_subject
           where id = ${value} or (id >= ${value} || '.' and id < ${value} || '/'))`,
      id,
    );
  }
  return { test: tests.join(' and '), values };
}

function isGiven(text: string | null | undefined): text is string {
  return text !== null && text !== undefined;
}

function beginningOf(day: IsoDate): string {
  return `${day}T00:00:00+07:00`;
}

function readable(text: string, field: string): string {
  if (!text.includes('\0')) return text;
  throw badInput(`filter.${field}: it holds the character U+0000, which no value has.`);
}
