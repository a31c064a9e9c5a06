import { stringify } from 'csv-stringify/sync';
import { stream } from 'exceljs';
import { closeSync, createWriteStream, openSync, writeSync } from 'node:fs';
import { type FileRow, NOTES, type RowWriter } from './file-row';
import { neutralised } from './spreadsheet-text';
import { toWorkbookText } from './workbook-text';

const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = '\r\n';

/** Rows as they stand in a CSV file, each with its line end. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((cells) => cells.map(neutralised)),
    { record_delimiter: LINE_END, quoted_match: /[\r\n]/ },
  );
}

/** With a byte order mark: without it Excel does not take the file for UTF-8. */
export function csvWriter(file: string, header: readonly string[]): RowWriter {
  const output = openSync(file, 'w');
  writeSync(output, BYTE_ORDER_MARK + csvText([[...header, ...NOTES]]));
  return {
    async write(row, notes) {
      writeSync(output, csvText([[...cellsOf(row, header), ...NOTES.map((note) => notes[note])]]));
    },
    close: async () => closeSync(output),
  };
}

export function jsonLinesWriter(file: string): RowWriter {
  const output = openSync(file, 'w');
  return {
    async write({ fields }, notes) {
      writeSync(output, `${JSON.stringify({ ...fields, ...notes })}\n`);
    },
    close: async () => closeSync(output),
  };
}

export function xlsxWriter(file: string, header: readonly string[]): RowWriter {
  // Opened here, so that a folder that cannot be written is told at once.
  const output = createWriteStream(file, { fd: openSync(file, 'w') });
  const workbook = new stream.xlsx.WorkbookWriter({ stream: output, useSharedStrings: true });
  const sheet = workbook.addWorksheet('refused');
  const add = (cells: readonly string[]): void => {
    // An empty cell is none.
    sheet.addRow(cells.map((text) => (text === '' ? null : toWorkbookText(neutralised(text))))).commit();
  };
  add([...header, ...NOTES]);
  return {
    async write(row, notes) {
      add([...cellsOf(row, header), ...NOTES.map((note) => notes[note])]);
    },
    async close() {
      sheet.commit();
      await workbook.commit();
    },
  };
}

function cellsOf({ fields }: FileRow, header: readonly string[]): string[] {
  return header.map((name) => String(fields[name] ?? ''));
}
