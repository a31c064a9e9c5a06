import { badInput } from '../errors';

/** A place in a list: the key of the row that a page ended with. Opaque to clients. */
export interface KeysetPosition {
  readonly territory: number;
  readonly id: string;
}

export const MAX_PAGE = 1_000;

export function encodeCursor(list: string, { territory, id }: KeysetPosition): string {
  return Buffer.from(JSON.stringify([list, territory, id])).toString('base64url');
}

/** Errors: `BAD_USER_INPUT` for a malformed cursor or one of another list. */
export function decodeCursor(list: string, cursor: string): KeysetPosition {
  let content: unknown;
  try {
    content = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    content = null;
  }
  const [of, territory, id] = Array.isArray(content) ? (content as unknown[]) : [];
  if (typeof of !== 'string' || !isTerritory(territory) || typeof id !== 'string' || id.includes('\0')) {
    throw badInput(
      `after: ${JSON.stringify(cursor)} is not a cursor; use the endCursor of the page before, or leave it out.`,
    );
  }
  if (of !== list) throw badInput(`after: this cursor belongs to the list "${of}", not to "${list}".`);
  return { territory, id };
}

/** A value that the column takes: anything else would be an error of the database instead of the sender. */
function isTerritory(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 32_767;
}

/** Errors: `BAD_USER_INPUT` unless 1 to 1000. */
export function checkPageSize(first: number, argument = 'first'): number {
  if (Number.isInteger(first) && first >= 1 && first <= MAX_PAGE) return first;
  throw badInput(`${argument}: ${first} is out of range; ask for 1 to ${MAX_PAGE} rows a page.`);
}
