import { OperatorError, messageOf } from '@thads/shared';
import type { GraphQLSchema } from 'graphql';
import { stat } from 'node:fs/promises';
import type { Command } from './command';
import { type EventForm, eventForm, registerOfType } from './columns';
import { FileFault } from './fault';
import { type FileRow, isIgnored } from './files/file-row';
import { type Format, formatOf, readers } from './files/formats';
import { checkHeader } from './files/table-header';
import { REGISTER_NAMES } from './registers';

/** A file whose rows all have the form of its format. */
export interface Source {
  readonly form: EventForm;
  readonly format: Format;
  /** The columns of a table, without those that are ignored; none of JSON Lines. */
  readonly header: readonly string[];
  /** How many rows there are. */
  readonly total: number;
  rows(): AsyncIterable<FileRow>;
}

/**
 * Goes through the file once, so that nothing of a file that has to be mended as a whole is sent.
 *
 * Errors: `FileFault` naming file, line and column.
 */
export async function openSource(command: Command, schema: GraphQLSchema): Promise<Source> {
  const { file, sheet } = command;
  const format = command.format ?? formatOf(file);
  const { size } = await stat(file).catch((error: unknown) => {
    throw new OperatorError(`The file cannot be read: ${messageOf(error)}`);
  });
  if (size === 0) throw nothingIn(file);
  const read = readers[format];
  const form = eventForm(schema, command.register ?? (await registerTold(command, format, schema)));
  let header: readonly string[] = [];
  let total = 0;
  const onHeader = (names: readonly string[], line: number): void => {
    checkHeader(file, form, names, line);
    header = names.filter((name) => !isIgnored(name));
  };
  for await (const _row of read(file, { sheet, onHeader })) total += 1;
  if (total === 0) throw nothingIn(file);
  return { form, format, header, total, rows: () => read(file, { sheet, onHeader }) };
}

/** By the type of the first event. */
async function registerTold({ file, sheet }: Command, format: Format, schema: GraphQLSchema) {
  for await (const { line, fields } of readers[format](file, { sheet, onHeader: () => undefined })) {
    const register = registerOfType(schema, fields['type']);
    if (register) return register;
    throw new FileFault(
      { file, line, column: 'type' },
      `The register is not named, and ${JSON.stringify(fields['type'] ?? null)} is not a type of event of one register alone.`,
      `--register ${REGISTER_NAMES.join('|')}`,
    );
  }
  throw nothingIn(file);
}

function nothingIn(file: string): FileFault {
  return new FileFault({ file }, 'There are no events in it.', 'a header and at least one row; or lines of JSON');
}
