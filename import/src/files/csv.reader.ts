import { type CsvError, parse } from 'csv-parse';
import { pipeline } from 'node:stream/promises';
import { FileFault } from '../fault';
import type { FileRow, ReadOptions } from './file-row';
import { restored } from './spreadsheet-text';
import { rowOf } from './table-header';
import { readText } from './utf8-lines';

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** RFC 4180, UTF-8 with or without a byte order mark, one header row. */
export async function* readCsv(file: string, { onHeader }: ReadOptions): AsyncGenerator<FileRow> {
  const parser = parse({ info: true, relax_column_count: true, record_delimiter: ['\r\n', '\n'] });
  const reading = pipeline(texts(file), parser);
  // What it rejects with is thrown by the loop.
  reading.catch(() => undefined);
  let header: readonly string[] | null = null;
  let lastLine = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      const line = lastLine + 1;
      lastLine = info.lines;
      if (record.length === 1 && record[0] === '') continue;
      const cells = record.map(restored);
      if (header) yield rowOf(file, line, header, cells);
      else {
        header = cells;
        onHeader(header, line);
      }
    }
  } catch (error) {
    throw csvFault(file, error);
  }
}

async function* texts(file: string): AsyncGenerator<string> {
  for await (const { text } of readText(file)) yield text;
}

const QUOTES =
  'a field with quotes, commas or line breaks in double quotes, and a quote within it doubled, e.g. "a ""b"", c"';
const WHAT: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'A quoted field is not closed; it begins here or above.',
  CSV_INVALID_CLOSING_QUOTE: 'A quoted field goes on after its closing quote.',
  INVALID_OPENING_QUOTE: 'There is a quote within a field that is not quoted.',
};

function csvFault(file: string, error: unknown): unknown {
  const { code, lines } = error as CsvError & { lines?: number };
  const what = WHAT[code];
  return what ? new FileFault({ file, line: lines }, what, QUOTES) : error;
}
