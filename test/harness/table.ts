/** A table that people can read in a snapshot: text to the left, numbers to the right with thousands separated. */
export function table(headings: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const text = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('en-GB') : cell)));
  const widths = headings.map((heading, column) => Math.max(heading.length, ...text.map((row) => row[column]!.length)));
  const pad = (row: readonly string[], numeric: (column: number) => boolean): string =>
    row
      .map((cell, column) => (numeric(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)))
      .join('  ')
      .trimEnd();
  const isNumeric = (column: number): boolean => typeof rows[0]?.[column] === 'number';
  return [pad(headings, isNumeric), ...text.map((row) => pad(row, isNumeric))].join('\n');
}
