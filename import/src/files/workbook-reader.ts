import { type Row, stream } from 'exceljs';
import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

export interface SheetReader extends AsyncIterable<Row> {
  readonly id: number | string;
  readonly name?: string;
}

/** What exceljs's reader has and its types do not tell. */
interface Internals extends AsyncIterable<SheetReader> {
  readonly model?: { readonly sheets?: readonly { readonly name: string }[] };
  _parseSharedStrings(entry: Readable): AsyncGenerator<unknown>;
  _parseWorkbook(entry: Readable): Promise<void>;
  _parseWorksheet(chunks: AsyncIterable<Buffer | string>, number: string): Generator<unknown>;
}

const ExcelReader = stream.xlsx.WorkbookReader as unknown as new (file: string, options: object) => Internals;

/**
 * exceljs's streaming reader, which decodes every piece of a file by itself and so breaks the characters that lie across
 * two of them (exceljs issues 2084 and 2316, open): here it gets text, decoded as a whole.
 */
export class WorkbookReader extends ExcelReader {
  constructor(file: string) {
    super(file, { worksheets: 'emit', sharedStrings: 'cache', hyperlinks: 'ignore', styles: 'cache' });
  }

  /** In the order of the workbook; known once a sheet is. */
  get sheetNames(): readonly string[] {
    return this.model?.sheets?.map(({ name }) => name) ?? [];
  }

  override _parseSharedStrings(entry: Readable): AsyncGenerator<unknown> {
    return super._parseSharedStrings(entry.setEncoding('utf8'));
  }

  override _parseWorkbook(entry: Readable): Promise<void> {
    return super._parseWorkbook(entry.setEncoding('utf8'));
  }

  override _parseWorksheet(chunks: AsyncIterable<Buffer | string>, number: string): Generator<unknown> {
    return super._parseWorksheet(decoded(chunks), number);
  }
}

async function* decoded(chunks: AsyncIterable<Buffer | string>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  for await (const chunk of chunks) yield decoder.write(chunk as Buffer);
  yield decoder.end();
}
