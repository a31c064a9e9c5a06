import naughtyStrings from 'big-list-of-naughty-strings';
import fc from 'fast-check';
import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FileRow, Note } from './file-row';
import { FORMATS, type Format, readers, writers } from './formats';
import { neutralised, restored } from './spreadsheet-text';
import { fromWorkbookText, toWorkbookText } from './workbook-text';

const HEADER = ['subject', 'source', 'signer'];
const NOTES: Readonly<Record<Note, string>> = {
  _line: '7',
  _column: 'source',
  _rule: 'FIELD_MALFORMED',
  _reason: '=1+1, "quoted"\nand more',
  _allowed: '',
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'thads-round-trip-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What a refused file of these texts gives when it is imported: each stands first, in the middle and last in a row. */
async function roundTrip(format: Format, texts: readonly string[]): Promise<unknown[]> {
  const file = path.join(folder, `texts.${format}`);
  const writer = writers[format](file, HEADER);
  for (const text of texts) {
    await writer.write({ line: 1, fields: { subject: text, source: `a${text}`, signer: text }, isTyped: false }, NOTES);
  }
  await writer.close();
  const rows: FileRow[] = [];
  for await (const row of readers[format](file, { sheet: null, onHeader: () => undefined })) rows.push(row);
  return rows.map(({ fields }) => fields);
}

const composed = (text: string): string => text.normalize('NFC');
const expected = (texts: readonly string[]): unknown[] =>
  texts.map((text) => ({ subject: composed(text), source: composed(`a${text}`), signer: composed(text) }));

const HARD = [
  "'",
  "''=",
  "'=1",
  '=1+1',
  '\t1',
  '\r',
  '-5',
  '@a',
  'a;b',
  'a\nb',
  'a\r\nb',
  '\r\n',
  ' a ',
  '_x0041_',
  '_x005F_',
  '\x01\x7f',
  'e\u0301',
  '"',
  '""',
  ',',
  '\uFEFFa',
  'a\u2028b',
  '&lt;',
  '__proto__',
  'Nguyễn Văn Mẫu',
];

describe.each(FORMATS)('refused rows as %s', (format) => {
  const texts = [...HARD, ...naughtyStrings].map(composed);

  it('come back exactly as they were, the 461 naughty strings among them', async () => {
    expect(naughtyStrings.length).toBeGreaterThan(450);
    expect(await roundTrip(format, texts)).toEqual(expected(texts));
  });

  it('come back exactly where characters of several bytes lie across the pieces that files are read in', async () => {
    const long = Array.from({ length: 40 }, (_, nth) => 'ế'.repeat(nth) + '𝕿ạ'.repeat(3_000));
    expect(await roundTrip(format, long)).toEqual(expected(long));
  });

  it('come back exactly, whatever their texts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme-composite' }), { minLength: 1, maxLength: 20 }),
        async (some) => {
          // A row without any text is no row.
          const filled = some.map((text) => `${text}.`);
          expect(await roundTrip(format, filled)).toEqual(expected(filled));
        },
      ),
      { numRuns: 20 },
    );
  });
});

it('no cell that is written for spreadsheets begins like a formula', async () => {
  await roundTrip('csv', HARD);
  const cells = readFileSync(path.join(folder, 'texts.csv'), 'utf8').split(/,|\r\n/);
  expect(cells.filter((cell) => /^"?[=+\-@\t\r]/.test(cell))).toEqual([]);
});

it('what is neutralised, or escaped for a workbook, is restored to the same text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', 'a') }), (text) => {
      expect(restored(neutralised(text))).toBe(text);
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('_', 'x', '0', '4', '1', 'F', '\x02', '\r') }), (text) => {
      expect(fromWorkbookText(toWorkbookText(text))).toBe(text);
    }),
  );
});

it('an apostrophe that stands before anything else is left alone', () => {
  expect(["'a", "'", "it's"].map(restored)).toEqual(["'a", "'", "it's"]);
  expect(["'a", "'", "it's"].map(neutralised)).toEqual(["'a", "'", "it's"]);
});
