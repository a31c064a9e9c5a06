import { createCipheriv, createDecipheriv } from 'node:crypto';
import { badInput } from '../errors';
import { GENESIS_HASH } from '../register/chain';
import { sha256 } from '../register/event';

/** A link of the chain that a reader of the feed has come to. */
export interface ChainPlace {
  readonly position: number;
  readonly hash: Buffer;
}

/** Whatever sends SQL. */
interface Connection {
  query(sql: string, values?: unknown[]): Promise<unknown>;
}

/** Before the first event. */
export const BEGINNING: ChainPlace = { position: 0, hash: GENESIS_HASH };

/** For a migration: the key that a register's cursors are sealed with; every process has the same, and backups keep it. */
export function cursorKeyTable(schema: string): string {
  // Two random UUIDs: 244 bits of the server's own randomness.
  return `create table ${schema}.cursor_key as
    select sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')) as key`;
}

/** One block holds all that a cursor says. */
const CIPHER = 'aes-256-ecb';

/**
 * Makes and reads the cursors of a register's feed. A cursor is the same whoever is given it, and tells nobody how much
 * has happened in the country; it holds a part of the hash at its position, so that of a journal that was restored or
 * made anew no cursor goes on as if nothing had been.
 */
export class ChangeCursors {
  constructor(private readonly key: Buffer) {}

  write(dataset: string, { position, hash }: ChainPlace): string {
    const block = Buffer.alloc(16);
    block.writeBigUInt64BE(BigInt(position));
    sealOf(dataset, hash).copy(block, 8);
    const cipher = createCipheriv(CIPHER, this.key, null).setAutoPadding(false);
    const sealed = Buffer.concat([cipher.update(block), cipher.final()]).toString('base64url');
    return Buffer.from(`${dataset} ${sealed}`).toString('base64url');
  }

  /**
   * The place that a cursor stands for. Errors: `BAD_USER_INPUT` for a malformed one, one of another dataset, and one of
   * a journal that is not this one.
   */
  async read(
    dataset: string,
    cursor: string,
    hashAt: (position: number) => Promise<Buffer | null>,
  ): Promise<ChainPlace> {
    const [of = '', sealed = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
    const block = Buffer.from(sealed, 'base64url');
    if (block.length !== 16) throw malformed(dataset, cursor);
    if (of !== dataset) {
      throw badInput(`after: this cursor belongs to the dataset ${JSON.stringify(of)}, not to ${dataset}.`);
    }
    const decipher = createDecipheriv(CIPHER, this.key, null).setAutoPadding(false);
    const said = Buffer.concat([decipher.update(block), decipher.final()]);
    const position = Number(said.readBigUInt64BE());
    const hash = Number.isSafeInteger(position) ? await hashAt(position) : null;
    if (!hash || !sealOf(dataset, hash).equals(said.subarray(8))) throw malformed(dataset, cursor);
    return { position, hash };
  }
}

function sealOf(dataset: string, hash: Buffer): Buffer {
  return sha256(Buffer.from(dataset), hash).subarray(0, 8);
}

function malformed(dataset: string, cursor: string): Error {
  return badInput(
    `after: ${JSON.stringify(cursor)} is no cursor of the changes of ${dataset}, or of a journal that has been restored since; use the endCursor of the page before, the cursor of an export, or leave it out to begin at the beginning.`,
  );
}

/** With the key that the register keeps. */
export async function changeCursors(connection: Connection, schema: string): Promise<ChangeCursors> {
  const [row] = (await connection.query(`select key from ${schema}.cursor_key`)) as { key: Buffer }[];
  return new ChangeCursors(row!.key);
}

/** The hash at a position; null where there is none. */
export async function chainHash(connection: Connection, schema: string, position: number): Promise<Buffer | null> {
  if (position === 0) return GENESIS_HASH;
  const [link] = (await connection.query(`select hash from ${schema}.chain where position = $1`, [position])) as {
    hash: Buffer;
  }[];
  return link?.hash ?? null;
}

/**
 * The cursor from which to go on after what the connection's snapshot shows: every event that it does not show comes
 * after it. What it shows beyond it, since the follower had not taken it, comes again.
 */
export async function newestCursor(connection: Connection, schema: string, dataset: string): Promise<string> {
  const cursors = await changeCursors(connection, schema);
  return cursors.write(dataset, await chainEnd(connection, schema));
}

/** The last link of the chain; before the first event, the beginning. */
export async function chainEnd(connection: Connection, schema: string): Promise<ChainPlace> {
  const [head] = (await connection.query(
    `select position, hash from ${schema}.chain order by position desc limit 1`,
  )) as { position: number | string; hash: Buffer }[];
  return head ? { position: Number(head.position), hash: head.hash } : BEGINNING;
}
