import type { Cell } from './column';

/** Without it Excel does not take the file for UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Spreadsheets would take such a text for a formula. Numbers are numbers, whatever they begin with. */
const LOOKS_LIKE_FORMULA = /^'*[=+\-@\t\r]/;

export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return `${BYTE_ORDER_MARK}${rows.map((row) => `${row.map(fieldOf).join(',')}\r\n`).join('')}`;
}

function fieldOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = LOOKS_LIKE_FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
