import { messageOf } from '@thads/shared';
import type { Cell, CellValue, Row } from 'exceljs';
import { open } from 'node:fs/promises';
import { FileFault } from '../fault';
import type { FileRow, ReadOptions } from './file-row';
import { restored } from './spreadsheet-text';
import { rowOf } from './table-header';
import { WorkbookReader } from './workbook-reader';
import { fromWorkbookText } from './workbook-text';

const ZIP = '504b0304';

/** A sheet of a workbook, its first row with cells the header; the sheet is never in memory as a whole. */
export async function* readXlsx(file: string, { sheet: wanted, onHeader }: ReadOptions): AsyncGenerator<FileRow> {
  if ((await firstBytes(file)) !== ZIP) {
    throw new FileFault(
      { file },
      'It is not a workbook of the form .xlsx.',
      'a workbook saved as "Excel Workbook (.xlsx)"',
    );
  }
  const workbook = new WorkbookReader(file);
  let isFound = false;
  try {
    for await (const sheet of workbook) {
      const name = sheet.name ?? workbook.sheetNames[Number(sheet.id) - 1];
      if (isFound || name !== (wanted ?? workbook.sheetNames[0])) continue;
      isFound = true;
      yield* readSheet(file, sheet, onHeader);
    }
  } catch (error) {
    if (error instanceof FileFault) throw error;
    throw new FileFault(
      { file },
      `The workbook cannot be read (${messageOf(error)}).`,
      'the workbook opened and saved once more, or saved as "CSV UTF-8 (comma delimited)"',
    );
  }
  if (isFound) return;
  throw new FileFault(
    { file },
    `There is no sheet ${wanted ?? 'at all'}.`,
    `--sheet with one of ${workbook.sheetNames.join(', ')}`,
  );
}

async function* readSheet(file: string, sheet: AsyncIterable<Row>, onHeader: ReadOptions['onHeader']) {
  let header: readonly string[] | null = null;
  for await (const row of sheet) {
    const cells: string[] = [];
    row.eachCell((cell, column) => {
      while (cells.length < column) cells.push('');
      cells[column - 1] = restored(textOf(file, header?.[column - 1] ?? lettersOf(cell), cell).normalize('NFC'));
    });
    while (cells.at(-1) === '') cells.pop();
    if (cells.length === 0) continue;
    if (!header) {
      header = cells;
      onHeader(header, row.number);
      continue;
    }
    // A sheet does not tell empty cells at the end of a row from none.
    while (cells.length < header.length) cells.push('');
    yield rowOf(file, row.number, header, cells);
  }
}

function lettersOf({ address }: Cell): string {
  return address.replace(/\d+$/, '');
}

/** What a cell says, as it would stand in a CSV file. */
function textOf(file: string, column: string, cell: Cell): string {
  const value = cell.value as Exclude<CellValue, undefined>;
  const line = Number(cell.row);
  if (value === null) return '';
  if (typeof value === 'string') return fromWorkbookText(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return dayOf(value);
  if ('richText' in value) return fromWorkbookText(value.richText.map(({ text }) => text ?? '').join(''));
  if ('error' in value) {
    throw new FileFault({ file, line, column }, `The cell holds the error ${value.error}.`, 'a value');
  }
  if ('formula' in value || 'sharedFormula' in value) {
    throw new FileFault(
      { file, line, column },
      'The cell holds a formula; what it gives can change.',
      'its value: copy the cells, then "Paste Special, Values"',
    );
  }
  throw new FileFault({ file, line, column }, 'The cell holds something other than a value.', 'a text, number or day');
}

/** A day; with a time of day it is none, and is shown with it. */
function dayOf(date: Date): string {
  if (Number.isNaN(date.getTime())) return 'not a date';
  const text = date.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text;
}

async function firstBytes(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.toString('hex', 0, bytesRead);
  } finally {
    await handle.close();
  }
}
