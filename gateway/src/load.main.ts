/** `npm run load -- --register cases --file events.ndjson`: loads events from a file into the database of `npm start`. */
import { OperatorError, messageOf, roleOf, urlForRole } from '@thads/shared';
import { access } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadFile } from './load-file';
import { openDatabase, subgraphDefinitions } from './one-process';
import { readDatabaseSettings } from './settings';

const USAGE = 'npm run load -- --register <name> --file <events, one a line as JSON>';

function parsed(): { register?: string; file?: string } {
  try {
    return parseArgs({ options: { register: { type: 'string' }, file: { type: 'string' } } }).values;
  } catch (error) {
    throw new OperatorError(`${messageOf(error)} Usage: ${USAGE}`);
  }
}

async function main(): Promise<void> {
  const { register: name, file } = parsed();
  const definition = subgraphDefinitions.find(({ register }) => register.schema === name);
  if (!definition || !file) {
    const names = subgraphDefinitions.map(({ register }) => register.schema).join(', ');
    throw new OperatorError(
      `${file ? `--register is ${name ? `"${name}"` : 'missing'}; it must be one of ${names}` : '--file is missing'}. Usage: ${USAGE}`,
    );
  }
  await access(file).catch((error: unknown) => {
    throw new OperatorError(`--file: ${messageOf(error)}`);
  });
  const database = await openDatabase(readDatabaseSettings(process.env, path.resolve(__dirname, '..', '..')));
  try {
    const { schema } = definition.register;
    const url = urlForRole(database.adminUrl, roleOf(schema), database.passwords[schema]!);
    const { accepted, duplicates, rejected, rejectsFile } = await loadFile(definition, url, file);
    process.stdout.write(`${file}: ${accepted} events accepted, ${duplicates} there before, ${rejected} rejected\n`);
    if (rejectsFile === null) return;
    process.stderr.write(`The rejected lines are in ${rejectsFile}, each with line, field and reason.\n`);
    process.exitCode = 1;
  } finally {
    await database.stop();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof OperatorError ? error.message : `The file could not be loaded: ${messageOf(error)}`}\n`,
  );
  process.exitCode = 1;
});
