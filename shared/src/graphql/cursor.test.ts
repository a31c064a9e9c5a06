import fc from 'fast-check';
import { type CursorOwner, MAX_PAGE, checkPageSize, decodeCursor, encodeCursor } from './cursor';

const raw = (content: unknown): string => Buffer.from(JSON.stringify(content)).toString('base64url');
const owner: CursorOwner = { list: 'cases', order: 'AMOUNT DESC', filter: 'Zm9vYmFy' };
const decode = (cursor: string) => decodeCursor(owner, cursor, Number.isInteger);

describe('a cursor', () => {
  test('leads back to the row it was made of', () => {
    fc.assert(
      fc.property(fc.integer(), fc.string({ unit: 'grapheme' }), (key, id) => {
        fc.pre(!id.includes('\0'));
        expect(decode(encodeCursor(owner, { key, id }))).toEqual({ key, id });
      }),
    );
  });

  test.each([
    ['empty', ''],
    ['not base64', '!!!'],
    ['not JSON', Buffer.from('cases,10').toString('base64url')],
    ['cut off', encodeCursor(owner, { key: 10, id: 'VN63-10-01.C-1' }).slice(0, 8)],
    ['of an object', raw({ list: 'cases', key: 10, id: 'x' })],
    ['without an id', raw(['cases', 'AMOUNT DESC', 'Zm9vYmFy', 10])],
    ['with a key that is not of the order', raw(['cases', 'AMOUNT DESC', 'Zm9vYmFy', '10', 'x'])],
    ['with a number for the id', raw(['cases', 'AMOUNT DESC', 'Zm9vYmFy', 10, 1])],
    ['with an id that no column holds', raw(['cases', 'AMOUNT DESC', 'Zm9vYmFy', 10, 'x\0'])],
    ['of nothing', raw(null)],
  ])('that is %s is refused as BAD_USER_INPUT, saying what to give instead', (_fault, cursor) => {
    expect(() => decode(cursor)).toThrow(
      expect.objectContaining({
        message: expect.stringContaining('is not a cursor; use the endCursor of the page before, or leave it out.'),
        extensions: { code: 'BAD_USER_INPUT' },
      }),
    );
  });

  test('never breaks on any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => decode(text)).toThrow(/is not a cursor/);
      }),
    );
  });

  test.each([
    ['list', { ...owner, list: 'petitions' }, 'after: this cursor belongs to the list "petitions", not to "cases".'],
    [
      'order',
      { ...owner, order: 'AMOUNT ASC' },
      'after: this cursor belongs to the order "AMOUNT ASC", not to "AMOUNT DESC".',
    ],
    ['filter', { ...owner, filter: 'YmFyZm9v' }, /belongs to the same list with another filter; use the endCursor/],
  ])('of another %s is refused', (_what, other, message) => {
    expect(() => decode(encodeCursor(other, { key: 10, id: 'VN63-10-01.D-1' }))).toThrow(message);
  });
});

describe('a page', () => {
  test.each([1, 50, MAX_PAGE])('of %i rows is given', (first) => {
    expect(checkPageSize(first)).toBe(first);
  });

  test.each([0, -1, MAX_PAGE + 1, 1.5, Number.NaN])('of %d rows is refused with the limits', (first) => {
    expect(() => checkPageSize(first)).toThrow(
      expect.objectContaining({
        message: `first: ${first} is out of range; ask for 1 to 1000 rows a page.`,
        extensions: { code: 'BAD_USER_INPUT' },
      }),
    );
  });
});
