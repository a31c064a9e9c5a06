import { createHash } from 'node:crypto';
import { badInput } from '../errors';

/** What a cursor belongs to. */
export interface CursorOwner {
  readonly list: string;
  /** Field and direction. */
  readonly order: string;
  /** Short hash of the conditions. */
  readonly filter: string;
}

/** A place in a list: the order key and the id of the row that a page ended with. Opaque to clients. */
export interface KeysetPosition {
  readonly key: string | number;
  readonly id: string;
}

export const MAX_PAGE = 1_000;

/** The short hash of the conditions of a list, which have to be written in one order. */
export function fingerprintOf(conditions: unknown): string {
  return createHash('sha256').update(JSON.stringify(conditions)).digest('base64url').slice(0, 8);
}

export function encodeCursor({ list, order, filter }: CursorOwner, { key, id }: KeysetPosition): string {
  return Buffer.from(JSON.stringify([list, order, filter, key, id])).toString('base64url');
}

/** Errors: `BAD_USER_INPUT` for a malformed cursor or one of another list, order or filter. */
export function decodeCursor(owner: CursorOwner, cursor: string, isKey: (value: unknown) => boolean): KeysetPosition {
  let content: unknown;
  try {
    content = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    content = null;
  }
  const [list, order, filter, key, id] = Array.isArray(content) ? (content as unknown[]) : [];
  if (typeof list === 'string' && list !== owner.list) throw foreign('list', list, owner.list);
  if (list === owner.list && typeof order === 'string' && order !== owner.order) {
    throw foreign('order', order, owner.order);
  }
  if (typeof filter !== 'string' || !isKey(key) || typeof id !== 'string' || id.includes('\0')) {
    throw badInput(
      `after: ${JSON.stringify(cursor)} is not a cursor; use the endCursor of the page before, or leave it out.`,
    );
  }
  if (filter !== owner.filter) {
    throw badInput(
      'after: this cursor belongs to the same list with another filter; use the endCursor of a page with this filter, or leave it out.',
    );
  }
  return { key: key as string | number, id };
}

function foreign(what: string, of: string, asked: string): Error {
  return badInput(`after: this cursor belongs to the ${what} ${JSON.stringify(of)}, not to ${JSON.stringify(asked)}.`);
}

/** Errors: `BAD_USER_INPUT` unless 1 to 1000. */
export function checkPageSize(first: number, argument = 'first'): number {
  if (Number.isInteger(first) && first >= 1 && first <= MAX_PAGE) return first;
  throw badInput(`${argument}: ${first} is out of range; ask for 1 to ${MAX_PAGE} rows a page.`);
}
