import type { Cell } from './column';
import { csvOf } from './csv';

export async function saveTable(
  format: 'csv' | 'xlsx',
  name: string,
  rows: readonly (readonly Cell[])[],
): Promise<void> {
  const file = format === 'csv' ? new Blob([csvOf(rows)], { type: 'text/csv;charset=utf-8' }) : await workbookOf(rows);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}.${format}`;
  link.click();
  URL.revokeObjectURL(link.href);
}

async function workbookOf(rows: readonly (readonly Cell[])[]): Promise<Blob> {
  const { writeWorkbook } = await import('./workbook');
  return writeWorkbook(rows);
}
