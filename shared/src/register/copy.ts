import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Lines sent at once: enough to keep the server busy, little enough to keep the event loop free. */
const LINES_AT_ONCE = 200;

/** A value in COPY's text format. */
export function copyText(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'string') return escaped(value);
  return typeof value === 'object' ? escaped(JSON.stringify(value)) : String(value);
}

function escaped(text: string): string {
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character]!) : text;
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** Copies lines in COPY's text format, without their ends, into a table; made only as fast as the server takes them. */
export async function copyLines(
  client: pg.ClientBase,
  table: string,
  columns: readonly string[],
  count: number,
  lineAt: (index: number) => string,
): Promise<void> {
  if (count === 0) return;
  function* chunks(): Generator<Buffer> {
    for (let start = 0; start < count; start += LINES_AT_ONCE) {
      let chunk = '';
      for (let index = start; index < Math.min(start + LINES_AT_ONCE, count); index += 1) chunk += `${lineAt(index)}\n`;
      yield Buffer.from(chunk);
    }
  }
  await pipeline(Readable.from(chunks()), client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`)));
}
