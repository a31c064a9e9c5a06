/**
 * `npm run verify:journal -- <file.jsonl> [--previous HASH] [--head HASH]`: whether an exported journal is whole and
 * unchanged. Needs no database. Exit code 0 when it is, 1 when it is not, 2 when that could not be told.
 */
import { OperatorError, messageOf } from '@thads/shared';
import { parseArgs } from 'node:util';
import { isHash } from './journal-line';
import { verifyJournal } from './verify-journal';

const USAGE = 'npm run verify:journal -- <file.jsonl> [--previous hash] [--head hash]';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function parsed(): { readonly file: string; readonly previous: string | null; readonly head: string | null } {
  let read: { values: { previous?: string; head?: string }; positionals: string[] };
  try {
    read = parseArgs({ allowPositionals: true, options: { previous: { type: 'string' }, head: { type: 'string' } } });
  } catch (error) {
    throw new OperatorError(`${messageOf(error)} Usage: ${USAGE}`);
  }
  const [file, ...more] = read.positionals;
  if (file === undefined || more.length > 0) throw new OperatorError(`Name one file. Usage: ${USAGE}`);
  return { file, previous: hash('--previous', read.values.previous), head: hash('--head', read.values.head) };
}

function hash(name: string, text: string | undefined): string | null {
  if (text === undefined) return null;
  const digits = text.toLowerCase();
  if (isHash(digits)) return digits;
  throw new OperatorError(`${name} is "${text}"; it must be 64 hexadecimal digits. Usage: ${USAGE}`);
}

async function main(): Promise<void> {
  const { file, previous, head } = parsed();
  const verdict = await verifyJournal(file, { previous, head });
  if (verdict === null) throw new OperatorError(`${file}: there are no links in it.`);
  if (!verdict.holds) {
    say(`${file}, line ${verdict.line}, position ${verdict.position ?? 'unknown'}: ${verdict.what}`);
    say(`${verdict.links} links before it hold.`);
    process.exitCode = 1;
    return;
  }
  const { links, position, heldAt } = verdict;
  say(`${file}: all ${links} links hold; the head is position ${position}, hash ${verdict.hash}.`);
  if (heldAt !== null) say(`The head held is that of position ${heldAt}; ${position - heldAt} links follow it.`);
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof OperatorError ? error.message : `The journal could not be verified: ${messageOf(error)}`}\n`,
  );
  process.exitCode = 2;
});
