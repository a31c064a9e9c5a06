/** Whatever is neither letter nor digit only separates words: no character is a wildcard. */
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** The words of a text in one way of writing: small letters, in Unicode's composed form. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().normalize('NFC').match(WORD) ?? [];
}

/** As a keyboard without diacritics gives it: `Nguyễn Đức` is `nguyen duc`. Old records write ð for đ. */
export function withoutDiacritics(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/[đð]/gu, 'd').normalize('NFC');
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

/** What the number of a decision or judgment is found by: without spaces, letter case and diacritics. */
export function numberWord(number: string): string {
  const word = withoutDiacritics(number).replace(/\s+/gu, '');
  return word.length > LONGEST_NUMBER ? [...word].slice(0, LONGEST_NUMBER).join('') : word;
}
