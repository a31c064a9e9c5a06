import path from 'node:path';
import { FileFault } from '../fault';
import { readCsv } from './csv.reader';
import type { RowReader, RowWriter } from './file-row';
import { readJsonLines } from './jsonl.reader';
import { csvWriter, jsonLinesWriter, xlsxWriter } from './writers';
import { readXlsx } from './xlsx.reader';

export const FORMATS = ['csv', 'jsonl', 'xlsx'] as const;
export type Format = (typeof FORMATS)[number];

const OF_EXTENSION: Readonly<Record<string, Format>> = {
  '.csv': 'csv',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.xlsx': 'xlsx',
};

export const readers: Readonly<Record<Format, RowReader>> = { csv: readCsv, jsonl: readJsonLines, xlsx: readXlsx };

export const writers: Readonly<Record<Format, (file: string, header: readonly string[]) => RowWriter>> = {
  csv: csvWriter,
  jsonl: jsonLinesWriter,
  xlsx: xlsxWriter,
};

/** Errors: `FileFault` when the name does not say it. */
export function formatOf(file: string): Format {
  const extension = path.extname(file);
  const format = OF_EXTENSION[extension.toLowerCase()];
  if (format) return format;
  throw new FileFault(
    { file },
    extension
      ? `There is no reader for files of the type ${extension}.`
      : 'The name does not say what type the file is of.',
    `.csv, .jsonl or .xlsx, or --format ${FORMATS.join('|')}`,
  );
}
