import writeExcelFile, { type SheetData } from 'write-excel-file/browser';
import type { Cell } from './column';

const NARROWEST = 10;
const WIDEST = 48;

/** The first row are headings. Texts are texts: none is taken for a formula. */
export function writeWorkbook(rows: readonly (readonly Cell[])[]): Promise<Blob> {
  const [headings = [], ...body] = rows;
  const sheet: SheetData = [
    headings.map((value) => ({ value: String(value ?? ''), fontWeight: 'bold' as const })),
    ...body.map((row) =>
      row.map((value) => (value === null ? null : { value, type: typeof value === 'number' ? Number : String })),
    ),
  ];
  const columns = headings.map((_heading, index) => ({
    width: Math.min(
      WIDEST,
      Math.max(NARROWEST, ...rows.slice(0, 100).map((row) => String(row[index] ?? '').length + 2)),
    ),
  }));
  return writeExcelFile(sheet, { columns, stickyRowsCount: 1 }).toBlob();
}
