/**
 * XML has no room for control characters: a workbook writes them as `_x0001_`, and a text that looks like that with its
 * underscore so written.
 */
const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;
// eslint-disable-next-line no-control-regex
const NOT_IN_XML = /[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g;

export function toWorkbookText(text: string): string {
  return text.replace(NOT_IN_XML, (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}

export function fromWorkbookText(text: string): string {
  return text.replace(ESCAPED, (_all, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}
