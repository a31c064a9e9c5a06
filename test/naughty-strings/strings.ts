import naughtyStrings from 'big-list-of-naughty-strings';

/** What the list lacks: nothing, blanks, what no database keeps, one letter in several ways, a great deal. */
const FURTHER = [
  '',
  ' ',
  '\u00a0\t\r\n',
  '\0',
  'a\0b',
  'a\ud800b',
  '\udc00',
  'e\u0301',
  'Nguye\u0302\u0303n Va\u0306n Ma\u0302\u0303u',
  '\u1e9b\u0323',
  '\u212b',
  '\ufeff',
  '\ufffd',
  'VN63-10-01.',
  'VN63-10-01.\u0430',
  'vn63-10-01.C-1',
  '00000000-0000-0000-0000-00000000000g',
  'Bản án số 12/2024/HSST '.repeat(2_000),
];

export const STRINGS: readonly string[] = [...new Set([...naughtyStrings, ...FURTHER])];

/** Whether a text says something, in characters that a database keeps. */
export function isText(text: string): boolean {
  return text.trim() !== '' && !/[\0\p{Surrogate}]/u.test(text);
}

export function inParts<T>(values: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, nth) =>
    values.slice(nth * size, (nth + 1) * size),
  );
}
