import { type EventForm, tableColumns } from '../columns';
import { FileFault } from '../fault';
import { type FileRow, isIgnored } from './file-row';

/** Errors: `FileFault` when a table's header is not one of the register's events. */
export function checkHeader(file: string, form: EventForm, header: readonly string[], line: number): void {
  const columns = tableColumns(form);
  const known = columns.map(({ name }) => name);
  const right = `the columns ${known.join(', ')}, in any order; those without values may be left out`;
  const [only] = header;
  if (header.length === 1 && /[;\t]/.test(only!)) {
    throw new FileFault(
      { file, line },
      `The header is one field, ${JSON.stringify(only)}.`,
      'fields separated by commas; in Excel saved as "CSV UTF-8 (comma delimited)"',
    );
  }
  for (const [index, name] of header.entries()) {
    const column = name === '' ? `number ${index + 1}` : name;
    if (header.indexOf(name) !== index) throw new FileFault({ file, line, column }, 'It is there twice.', right);
    if (known.includes(name) || isIgnored(name)) continue;
    throw new FileFault(
      { file, line, column },
      form.columns.has(name)
        ? 'A table cannot hold it: its values are lists of objects.'
        : `The events of ${form.register} have no such field.`,
      form.columns.has(name) ? 'a file of JSON Lines (.jsonl)' : right,
    );
  }
  const missing = columns.filter(({ name, isRequired }) => isRequired && !header.includes(name));
  if (missing.length > 0) {
    throw new FileFault({ file, line }, `The header lacks ${missing.map(({ name }) => name).join(', ')}.`, right);
  }
}

/** Errors: `FileFault` when the row has not as many fields as the header: then it cannot be known which is which. */
export function rowOf(file: string, line: number, header: readonly string[], cells: readonly string[]): FileRow {
  if (cells.length !== header.length) {
    const at = Math.min(cells.length, header.length);
    throw new FileFault(
      { file, line, column: header[at] ?? `number ${at + 1}` },
      `The row has ${cells.length} fields, the header ${header.length}.`,
      `${header.length} fields; one that contains a comma or a line break in double quotes`,
    );
  }
  const fields: Record<string, string> = {};
  for (const [index, name] of header.entries()) if (!isIgnored(name)) fields[name] = cells[index]!;
  return { line, fields, isTyped: false };
}
