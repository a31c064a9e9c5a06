import type { QueryRunner } from 'typeorm';
import type { Reader } from '../database/reader';
import { type JournalEvent, sha256 } from './event';

export interface ChainLink extends JournalEvent {
  readonly position: number;
  readonly recordedAt: Date;
  readonly submittedBy: string;
}

/** The hash of the chain before its first link. */
export const GENESIS_HASH = Buffer.alloc(32);
const GENESIS_SQL = `'\\x${GENESIS_HASH.toString('hex')}'::bytea`;

/** The hash of a link: over the hash before it and everything that the journal says of the event. */
export function linkHash(previous: Buffer, link: ChainLink): Buffer {
  const { position, eventId, subject, type, occurredOn, content, recordedAt, submittedBy } = link;
  const columns = [position, eventId, subject, type, occurredOn, recordedAt.toISOString(), submittedBy];
  return sha256(previous, JSON.stringify(columns) + content);
}

/** What `linkHash` hashes after the hash before, in SQL, of the link `c` and its journal entry `j`. */
function linkText(): string {
  const columns = [
    'c.position::text',
    `'"' || j.event_id || '"'`,
    'to_json(j.subject_id)::text',
    'to_json(j.type)::text',
    `'"' || j.occurred_on || '"'`,
    `to_char(j.recorded_at at time zone 'UTC', '"\\""YYYY-MM-DD"T"HH24:MI:SS.MS"Z\\""')`,
    'to_json(j.submitted_by)::text',
  ];
  return `convert_to('[' || ${columns.join(" || ',' || ")} || ']' || j.content, 'UTF8')`;
}

/** The last link; before the first event, what it follows. Whoever extends the chain holds the follower's lock. */
export async function chainHead(
  runner: QueryRunner,
  schema: string,
): Promise<{ readonly position: number; readonly hash: Buffer }> {
  const [head] = (await runner.query(`select position, hash from ${schema}.chain order by position desc limit 1`)) as {
    position: number;
    hash: Buffer;
  }[];
  return head ?? { position: 0, hash: GENESIS_HASH };
}

/**
 * Selects the positions whose event or link is not what its hash says; none when the chain is whole. In SQL, for speed,
 * and entry by entry, so that a chain of any length is gone through without sorting it.
 */
export function brokenLinks(schema: string): string {
  return `select c.position from (
      select position, journal_id, hash, lag(position, 1, 0::bigint) over upward as before,
        lag(hash, 1, ${GENESIS_SQL}) over upward as previous
      from ${schema}.chain window upward as (order by position)
    ) c left join lateral (select * from ${schema}.journal where id = c.journal_id offset 0) j on true
    where c.before <> c.position - 1 or c.hash is distinct from sha256(c.previous || ${linkText()})`;
}

/** Gives every link its hash anew, as one statement: for a migration that changes what is hashed. */
export function rehash(schema: string): string {
  return `do $$
    declare
      previous bytea := ${GENESIS_SQL};
      link record;
    begin
      for link in select c.position, ${linkText()} as said
                  from ${schema}.chain c join ${schema}.journal j on j.id = c.journal_id order by c.position
      loop
        previous := sha256(previous || link.said);
        update ${schema}.chain set hash = previous where position = link.position;
      end loop;
    end $$`;
}

/** How far the chain has come; the hash in hexadecimal digits. */
export interface JournalHead {
  readonly position: number;
  readonly hash: string;
  /** Accepted events that the follower has not taken yet. */
  readonly waiting: number;
}

export async function readJournalHead(reader: Reader, schema: string): Promise<JournalHead> {
  const [head] = (await reader.query(
    `select position, encode(hash, 'hex') as hash, (select count(*) from ${schema}.pending) as waiting
     from (select position, hash from ${schema}.chain
           union all select 0, ${GENESIS_SQL} order by position desc limit 1) head`,
  )) as JournalHead[];
  return head!;
}
