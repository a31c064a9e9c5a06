import type { QueryRunner } from 'typeorm';
import { sha256 } from './event';

export interface ChainLink {
  readonly position: number;
  readonly eventId: string;
  readonly contentHash: Buffer;
  readonly recordedAt: Date;
  readonly submittedBy: string;
}

/** The hash of the chain before its first link. */
export const GENESIS_HASH = Buffer.alloc(32);

/** The hash of a link: over the hash before it and everything that the journal says of the event. */
export function linkHash(
  previous: Buffer,
  { position, eventId, contentHash, recordedAt, submittedBy }: ChainLink,
): Buffer {
  return sha256(
    previous,
    JSON.stringify([position, eventId, contentHash.toString('hex'), recordedAt.toISOString(), submittedBy]),
  );
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

/** Selects the positions whose event or link is not what its hash says; none when the chain is whole. In SQL, for speed. */
export function brokenLinks(schema: string): string {
  const fields = [
    'c.position::text',
    `'"' || j.event_id || '"'`,
    `'"' || encode(j.content_hash, 'hex') || '"'`,
    `to_char(j.recorded_at at time zone 'UTC', '"\\""YYYY-MM-DD"T"HH24:MI:SS.MS"Z\\""')`,
    'to_json(j.submitted_by)::text',
  ];
  return `select c.position from ${schema}.chain c
    left join ${schema}.chain p on p.position = c.position - 1
    left join ${schema}.journal j on j.id = c.journal_id
    where c.hash is distinct from sha256(
        coalesce(p.hash, '\\x${GENESIS_HASH.toString('hex')}'::bytea) ||
        convert_to('[' || ${fields.join(" || ',' || ")} || ']', 'UTF8'))
      or j.content_hash <> sha256(convert_to(j.content, 'UTF8'))
      or (p.position is null and c.position > 1)`;
}
