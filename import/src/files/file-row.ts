/** A row of a file that has the form of its format; what it says is not looked at yet. */
export interface FileRow {
  /** From 1, the header counted. */
  readonly line: number;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Whether values have types, as in JSON; otherwise all are text, and an empty one is none. */
  readonly isTyped: boolean;
}

/** Told of the header of a table, before its first row. */
export type OnHeader = (header: readonly string[], line: number) => void;

export interface ReadOptions {
  /** Of a workbook; null: the first. */
  readonly sheet: string | null;
  readonly onHeader: OnHeader;
}

/** Reads a file row by row. Errors: `FileFault` for a file that has not the form of its format. */
export type RowReader = (file: string, options: ReadOptions) => AsyncIterable<FileRow>;

/** Takes rows with why they were refused; nothing is there under the file's name before `close`. */
export interface RowWriter {
  write(row: FileRow, notes: Readonly<Record<Note, string>>): Promise<void>;
  close(): Promise<void>;
}

/** Columns that say something of a row and are not part of it: written beside refused rows, ignored when read. */
export const NOTES = ['_line', '_column', '_rule', '_reason', '_allowed'] as const;
export type Note = (typeof NOTES)[number];

/** A column for remarks of people: that of the templates. */
export const COMMENT = '_comment';

export function isIgnored(column: string): boolean {
  return column === COMMENT || (NOTES as readonly string[]).includes(column);
}
