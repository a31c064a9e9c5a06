import { badInput } from '../errors';
import { numberWord, wordsOf } from '../search/words';
import type { FilterField, WordSource } from './conditions';

const LEAST_LETTERS = 2;
const MOST_CHARACTERS = 200;

/** A part of a name: some words of it, of the last one its beginning. */
export const partOfName = (...words: WordSource[]): FilterField => ({
  ...searched(words, (text) => wordsOf(text).join(' ')),
});

/** The beginning of a number that the row has, or of its id. */
export const beginningOfNumber = (...words: WordSource[]): FilterField => ({
  ...searched(words, numberWord),
  findsIds: true,
});

function searched(words: readonly WordSource[], wordOf: (text: string) => string): FilterField {
  return {
    column: 'word',
    operator: 'begins',
    words,
    read: (given: string, name: string) => {
      // What was typed may name a person: no error repeats it.
      if (given.length > MOST_CHARACTERS) {
        throw badInput(`${name}: it has ${given.length} characters; give at most ${MOST_CHARACTERS}.`);
      }
      const word = wordOf(given);
      if ([...word.replaceAll(' ', '')].length < LEAST_LETTERS) {
        throw badInput(
          `${name}: it is too short to be searched for; give at least ${LEAST_LETTERS} letters or digits.`,
        );
      }
      return [word];
    },
  };
}
