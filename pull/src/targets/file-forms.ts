import type { ExportFormat, Field } from '../graph/contract';
import { name, text, typed } from './duck';

/** How DuckDB reads and writes the files of a folder so that they stay as the graph exports them. */
export interface FileForm {
  readonly format: Extract<ExportFormat, 'PARQUET' | 'CSV'>;
  readonly extension: string;
  /** A source of the rows of files. */
  read(files: readonly string[], fields: readonly Field[]): string;
  /** Of a row with typed fields, what a file has. */
  written(fields: readonly Field[]): string;
  /** Of `copy … to`. */
  readonly options: string;
}

const parquet: FileForm = {
  format: 'PARQUET',
  extension: 'parquet',
  read: (files, fields) => `(select ${typed(fields)} from read_parquet(${list(files)}))`,
  written: (fields) => fields.map((field) => name(field.name)).join(', '),
  options: 'format parquet, compression zstd, row_group_size 100000',
};

/** Of texts, as the files have them: without types, so that what is not touched is written as it was read. */
const csv: FileForm = {
  format: 'CSV',
  extension: 'csv',
  read: (files) =>
    `read_csv(${list(files)}, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = false)`,
  written: (fields) => fields.map((field) => `${csvText(field)} as ${name(field.name)}`).join(', '),
  options: 'format csv, header',
};

/** As the graph writes it: text that a spreadsheet would take for a formula after an apostrophe, lists with bars between. */
function csvText(field: Field): string {
  const value = name(field.name);
  switch (field.type) {
    case 'TEXT':
      return `case when regexp_matches(${value}, '^[-=+@\t\r]') then '''' || ${value} else ${value} end`;
    case 'TEXT_LIST':
      return `array_to_string(${value}, '|')`;
    case 'TIMESTAMP':
      return `strftime(${value} at time zone 'UTC', '%Y-%m-%dT%H:%M:%S.%gZ')`;
    default:
      return `cast(${value} as varchar)`;
  }
}

export const FILE_FORMS = { parquet, csv } as const;
export type FileFormName = keyof typeof FILE_FORMS;

function list(files: readonly string[]): string {
  return `[${files.map(text).join(', ')}]`;
}
