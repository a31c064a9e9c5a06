/** Whatever is neither letter nor digit only separates words: no character is a wildcard. */
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** The words of a text in one way of writing: small letters, in Unicode's composed form. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().normalize('NFC').match(WORD) ?? [];
}

/** Accents and tones, which Unicode's decomposed form writes as characters of their own. */
const MARKS = Array.from({ length: 0x70 }, (_, index) => String.fromCodePoint(0x0300 + index)).join('');
const ALL_MARKS = new RegExp(`[${MARKS}]`, 'gu');
/** Old records write ð for đ. */
const BARRED_D = 'đð';

/** As a keyboard without diacritics gives it: `Nguyễn Đức` is `nguyen duc`. */
export function withoutDiacritics(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(ALL_MARKS, '').replace(/[đð]/gu, 'd').normalize('NFC');
}

/**
 * What a name is found by, as the beginning of one of these: each of its ends that starts with a word, as it is written
 * and without diacritics. So a text with diacritics finds what has the same, and a text without finds both.
 */
export function endingsOf(name: string): string[] {
  const words = wordsOf(name);
  const endings = words.map((_word, first) => words.slice(first).join(' '));
  return [...new Set([...endings, ...endings.map(withoutDiacritics)])];
}

/** Of a longer number the beginning is enough, and all that an index can hold. */
const LONGEST_NUMBER = 200;
const SPACES = ' \t\n\u00A0';
const ALL_SPACES = new RegExp(`[${SPACES}]`, 'gu');

/** What the number of a decision or judgment is found by: without spaces, letter case and diacritics. */
export function numberWord(number: string): string {
  return [...withoutDiacritics(number).replace(ALL_SPACES, '')].slice(0, LONGEST_NUMBER).join('');
}

/** The same of a column, as SQL that a generated column takes; small letters by PostgreSQL's own rules. */
export function numberWordSql(column: string): string {
  const letters = `lower(${column} collate pg_c_utf8)`;
  const dd = 'd'.repeat(BARRED_D.length);
  return (
    `left(normalize(translate(normalize(${letters}, nfd), '${BARRED_D}${MARKS}${SPACES}', '${dd}'), nfc), ` +
    `${LONGEST_NUMBER}) collate "C"`
  );
}
