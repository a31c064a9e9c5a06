import { type WriteStream, createWriteStream, mkdirSync } from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import type { Change } from '../graph/contract';
import type { ProvinceOf } from './province-of';

/** Changes of a dataset that were fetched and are not yet in the target, in two files of JSON Lines. */
export interface Spool {
  /** A line for each change: `_n`, its place in the order of the feed, `_subject`, and `_province`, which that is of. */
  readonly subjects: string;
  /** A line for each row that a change carries, with the same before the fields. */
  readonly rows: string;
  readonly changes: number;
}

/** Only the last state of a subject counts, and which it is the target finds out: nothing here grows with the changes. */
export class SpoolWriter {
  private changes = 0;
  private readonly files: readonly [WriteStream, WriteStream];

  constructor(
    folder: string,
    private readonly provinceOf: ProvinceOf,
  ) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const open = (name: string): WriteStream => createWriteStream(path.join(folder, name), { mode: 0o600 });
    this.files = [open('subjects.jsonl'), open('rows.jsonl')];
  }

  async add(changes: readonly Change[]): Promise<void> {
    const subjects: string[] = [];
    const rows: string[] = [];
    for (const { subject, rows: now } of changes) {
      this.changes += 1;
      const [of, province] = [subject, this.provinceOf(subject)].map((id) => JSON.stringify(id));
      const head = `"_n":${this.changes},"_subject":${of},"_province":${province}`;
      subjects.push(`{${head}}\n`);
      // The line is taken as it came: parsed and written again, a number beyond 2^53 would be another.
      for (const row of now) rows.push(`{${head},${row.slice(1)}\n`);
    }
    const [first, second] = this.files;
    for (const [file, lines] of [
      [first, subjects],
      [second, rows],
    ] as const) {
      if (!file.write(lines.join(''))) await once(file, 'drain');
    }
  }

  async close(): Promise<Spool> {
    for (const file of this.files) file.end();
    await Promise.all(this.files.map((file) => finished(file)));
    const [subjects, rows] = this.files.map(({ path: file }) => String(file)) as [string, string];
    return { subjects, rows, changes: this.changes };
  }
}
