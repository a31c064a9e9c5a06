import fc from 'fast-check';
import { MAX_PAGE, checkPageSize, decodeCursor, encodeCursor } from './cursor';

const raw = (content: unknown): string => Buffer.from(JSON.stringify(content)).toString('base64url');

describe('a cursor', () => {
  test('leads back to the row it was made of', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 96 }), fc.string({ unit: 'grapheme' }), (territory, id) => {
        fc.pre(!id.includes('\0'));
        expect(decodeCursor('cases', encodeCursor('cases', { territory, id }))).toEqual({ territory, id });
      }),
    );
  });

  test.each([
    ['empty', ''],
    ['not base64', '!!!'],
    ['not JSON', Buffer.from('cases,10').toString('base64url')],
    ['cut off', encodeCursor('cases', { territory: 10, id: 'VN63-10-01.C-1' }).slice(0, 8)],
    ['of an object', raw({ list: 'cases', territory: 10, id: 'x' })],
    ['without an id', raw(['cases', 10])],
    ['with a text for the territory', raw(['cases', '10', 'x'])],
    ['with a number for the id', raw(['cases', 10, 1])],
    ['with a fraction for the territory', raw(['cases', 1.5, 'x'])],
    ['with a territory that no column holds', raw(['cases', 1e9, 'x'])],
    ['with an id that no column holds', raw(['cases', 10, 'x\0'])],
    ['of nothing', raw(null)],
  ])('that is %s is refused as BAD_USER_INPUT, saying what to give instead', (_fault, cursor) => {
    expect(() => decodeCursor('cases', cursor)).toThrow(
      expect.objectContaining({
        message: expect.stringContaining('is not a cursor; use the endCursor of the page before, or leave it out.'),
        extensions: { code: 'BAD_USER_INPUT' },
      }),
    );
  });

  test('never breaks on any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => decodeCursor('cases', text)).toThrow(/is not a cursor/);
      }),
    );
  });

  test('of one list is refused by another, both named', () => {
    const cursor = encodeCursor('petitions', { territory: 10, id: 'VN63-10-01.D-1' });
    expect(() => decodeCursor('cases', cursor)).toThrow(
      'after: this cursor belongs to the list "petitions", not to "cases".',
    );
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
