import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { RowFault } from './fault';
import type { FileRow, Note, RowWriter } from './files/file-row';
import { type Format, writers } from './files/formats';

/**
 * The refused rows of a file, in the same format and with the same columns, each with what was wrong, so that they can be
 * corrected there and imported as they are. Written under another name until it is whole; one of an earlier import, which
 * somebody may be correcting, is kept as `.old`.
 */
export class RefusedFile {
  private writer: RowWriter | undefined;

  constructor(
    readonly file: string,
    private readonly format: Format,
    private readonly header: () => readonly string[],
  ) {}

  async add(row: FileRow, { column, rule, reason, allowed }: RowFault): Promise<void> {
    this.writer ??= writers[this.format](this.unfinished, this.header());
    const notes: Record<Note, string> = {
      _line: String(row.line),
      _column: column ?? '',
      _rule: rule,
      _reason: reason,
      _allowed: allowed ?? '',
    };
    await this.writer.write(row, notes);
  }

  /** Returns the file's name; null when no row was refused. */
  async close(): Promise<string | null> {
    await this.writer?.close();
    if (existsSync(this.file)) await rename(this.file, `${this.file}.old`);
    if (this.writer) await rename(this.unfinished, this.file);
    else await rm(this.unfinished, { force: true });
    return this.writer ? this.file : null;
  }

  private get unfinished(): string {
    return `${this.file}.part`;
  }
}
