import { messageOf } from '@thads/shared';
import { FileFault } from '../fault';
import { type FileRow, isIgnored } from './file-row';
import { readText } from './utf8-lines';

const RIGHT = 'one event a line, as a JSON object';

/** JSON Lines: one event a line, in the form that the mutation takes. Empty lines are passed over. */
export async function* readJsonLines(file: string): AsyncGenerator<FileRow> {
  for await (const { text, firstLine } of readText(file)) {
    let line = firstLine - 1;
    for (const one of text.split('\n')) {
      line += 1;
      if (one.trim() !== '') yield { line, fields: fieldsOf(file, line, one), isTyped: true };
    }
  }
}

function fieldsOf(file: string, line: number, text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new FileFault({ file, line }, `The line is not JSON: ${messageOf(error)}.`, RIGHT);
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw new FileFault({ file, line }, 'The line is JSON, but not an object.', RIGHT);
  }
  return Object.fromEntries(Object.entries(composed(value) as object).filter(([name]) => !isIgnored(name)));
}

/** Escapes may spell what the text of the file itself could not: all texts get the one Unicode form here. */
function composed(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC');
  if (Array.isArray(value)) return value.map(composed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, composed(inner)]));
}
