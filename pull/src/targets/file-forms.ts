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

export const FILE_FORMS = { parquet } as const;
export type FileFormName = keyof typeof FILE_FORMS;

function list(files: readonly string[]): string {
  return `[${files.map(text).join(', ')}]`;
}
