/**
 * `npm run --silent export:journal -- --register cases [--from 1] > cases.jsonl`: the journal of a register with its hash
 * chain, one link a line, for an auditor. Beside a server that is in use.
 */
import { OperatorError, messageOf } from '@thads/shared';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { subgraphDefinitions } from '../one-process';
import { withDatabase } from '../with-database';
import { exportJournal } from './export-journal';

const REGISTERS = subgraphDefinitions.map(({ register }) => register.schema);
const USAGE = `npm run --silent export:journal -- --register ${REGISTERS.join('|')} [--from position] > file.jsonl`;

function parsed(): { readonly schema: string; readonly from: number } {
  let values: { register?: string; from?: string };
  try {
    ({ values } = parseArgs({ options: { register: { type: 'string' }, from: { type: 'string' } } }));
  } catch (error) {
    throw new OperatorError(`${messageOf(error)} Usage: ${USAGE}`);
  }
  const { register, from = '1' } = values;
  if (!register || !REGISTERS.includes(register)) {
    throw new OperatorError(
      `--register is ${register ? `"${register}"` : 'missing'}; it must be one of ${REGISTERS.join(', ')}. Usage: ${USAGE}`,
    );
  }
  if (!/^[1-9]\d{0,14}$/.test(from)) {
    throw new OperatorError(`--from is "${from}"; it must be a position, a whole number from 1. Usage: ${USAGE}`);
  }
  return { schema: register, from: Number(from) };
}

async function main(): Promise<void> {
  const { schema, from } = parsed();
  await withDatabase(process.env, (adminUrl) =>
    pipeline(Readable.from(exportJournal(adminUrl, schema, from)), process.stdout, { end: false }),
  );
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof OperatorError ? error.message : `The journal could not be exported: ${messageOf(error)}`}\n`,
  );
  process.exitCode = 2;
});
