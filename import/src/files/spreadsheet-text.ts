/**
 * Spreadsheets take a cell that begins with one of = + - @, a tab or a carriage return for a formula. What is written
 * gets an apostrophe before it, and what is read loses it again. A text that has apostrophes there already gets one more,
 * so that every text comes back as it was.
 */
const LOOKS_LIKE_FORMULA = /^'*[=+\-@\t\r]/;
const NEUTRALISED = /^'+[=+\-@\t\r]/;

export function neutralised(text: string): string {
  return LOOKS_LIKE_FORMULA.test(text) ? `'${text}` : text;
}

export function restored(text: string): string {
  return NEUTRALISED.test(text) ? text.slice(1) : text;
}
