/**
 * `npm run verify:access-log -- [--register complaints [--head HASH]]`: whether the log of looks at persons' data is whole
 * and unchanged, of one register or of all. Beside a server that is in use. Exit code 0 when it is, 1 when it is not, 2
 * when that could not be told.
 */
import { OperatorError, messageOf } from '@thads/shared';
import { parseArgs } from 'node:util';
import { isHash } from '../journal/journal-line';
import { subgraphDefinitions } from '../one-process';
import { withDatabase } from '../with-database';
import { verifyAccessLog } from './verify-access-log';

const REGISTERS = subgraphDefinitions.map(({ register }) => register.schema);
const USAGE = `npm run verify:access-log -- [--register ${REGISTERS.join('|')} [--head hash]]`;

function parsed(): { readonly schemas: readonly string[]; readonly held: string | null } {
  let values: { register?: string; head?: string };
  try {
    ({ values } = parseArgs({ options: { register: { type: 'string' }, head: { type: 'string' } } }));
  } catch (error) {
    throw new OperatorError(`${messageOf(error)} Usage: ${USAGE}`);
  }
  const { register, head } = values;
  if (register !== undefined && !REGISTERS.includes(register)) {
    throw new OperatorError(`--register is "${register}"; it must be one of ${REGISTERS.join(', ')}. Usage: ${USAGE}`);
  }
  if (head === undefined) return { schemas: register ? [register] : REGISTERS, held: null };
  if (!register) throw new OperatorError(`--head is of one register: name it with --register. Usage: ${USAGE}`);
  const held = head.toLowerCase();
  if (!isHash(held)) throw new OperatorError(`--head is "${head}"; it must be 64 hexadecimal digits. Usage: ${USAGE}`);
  return { schemas: [register], held };
}

async function main(): Promise<void> {
  const { schemas, held } = parsed();
  await withDatabase(process.env, async (adminUrl) => {
    for (const schema of schemas) {
      const { holds, what } = await verifyAccessLog(adminUrl, schema, held);
      process.stdout.write(`${schema}: ${what}\n`);
      if (!holds) process.exitCode = 1;
    }
  });
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof OperatorError ? error.message : `The access log could not be verified: ${messageOf(error)}`}\n`,
  );
  process.exitCode = 2;
});
