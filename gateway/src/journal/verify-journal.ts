import { GENESIS_HASH, linkHash } from '@thads/shared';
import { createReadStream } from 'node:fs';
import { type JournalLine, linkOf, parseJournalLine } from './journal-line';

export interface VerifyOptions {
  /** The hash that the first link follows, where the file is a part; null: the file begins with the first link of all. */
  readonly previous: string | null;
  /** The hash of a head that the auditor holds; null: none. */
  readonly head: string | null;
}

/** Where a chain holds from its first link to its last, or the first link that does not hold. */
export type Verdict =
  | {
      readonly holds: true;
      readonly links: number;
      readonly position: number;
      readonly hash: string;
      /** Where the held head is; null when none was given. */
      readonly heldAt: number | null;
    }
  | {
      readonly holds: false;
      /** Links before it that hold. */
      readonly links: number;
      readonly line: number;
      /** Null where the line has none. */
      readonly position: number | null;
      readonly kind: 'GAP' | 'ORDER' | 'HASH' | 'MALFORMED' | 'HEAD';
      readonly what: string;
    };

/**
 * Recomputes the chain of an exported journal line by line, without a database. Null for a file without links.
 *
 * A journal cut off at its end still holds in itself: only a head from elsewhere tells.
 */
export async function verifyJournal(file: string, { previous, head }: VerifyOptions): Promise<Verdict | null> {
  let hash: Buffer = previous === null ? GENESIS_HASH : Buffer.from(previous, 'hex');
  let expected: number | null = previous === null ? 1 : null;
  let heldAt: number | null = null;
  let links = 0;
  let number = 0;
  let position = 0;
  for await (const text of linesOf(file)) {
    number += 1;
    if (text === '' || (links === 0 && isBanner(text))) continue;
    const line = parseJournalLine(text);
    const broken = (kind: 'GAP' | 'ORDER' | 'HASH' | 'MALFORMED', what: string): Verdict => ({
      holds: false,
      links,
      line: number,
      position: 'malformed' in line ? expected : line.position,
      kind,
      what,
    });
    if ('malformed' in line) return broken('MALFORMED', `The line is malformed: ${line.malformed}.`);
    if (expected !== null && line.position > expected) return broken('GAP', gap(line, expected, links));
    if (expected !== null && line.position < expected) {
      return broken('ORDER', `The position should be ${expected}: a link is there twice or out of order.`);
    }
    const said = linkHash(hash, linkOf(line));
    if (said.toString('hex') !== line.hash) {
      return broken(
        'HASH',
        `Its hash is ${line.hash}, but what it says, after the link before it, gives ${said.toString('hex')}: ` +
          `${links === 0 && previous !== null ? 'it does not follow the hash given as --previous, or ' : ''}the event or the hash is not what was recorded.`,
      );
    }
    hash = said;
    position = line.position;
    expected = position + 1;
    links += 1;
    if (line.hash === head) heldAt = position;
  }
  if (links === 0) return null;
  if (head !== null && heldAt === null) {
    return {
      holds: false,
      links,
      line: number,
      position,
      kind: 'HEAD',
      what: `The head held, ${head}, is of none of these links; the last is ${hash.toString('hex')}: the journal is cut off, or another one.`,
    };
  }
  return { holds: true, links, position, hash: hash.toString('hex'), heldAt };
}

function gap({ position }: JournalLine, expected: number, links: number): string {
  const missing =
    position === expected + 1 ? `Position ${expected} is` : `Positions ${expected} to ${position - 1} are`;
  return `${missing} missing before it.${links === 0 ? ' For a part of a journal, give the hash before it as --previous.' : ''}`;
}

/** What npm says of itself before a script's output, when the file was made without `--silent`. */
function isBanner(text: string): boolean {
  return text.startsWith('> ');
}

/** By line feeds alone: other characters that break lines may stand in texts. */
async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(file, 'utf8') as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop()!;
    yield* lines;
  }
  if (rest !== '') yield rest;
}
