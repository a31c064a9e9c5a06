import { ALL_ROWS, brokenAccessLog, connectionOptions } from '@thads/shared';
import pg from 'pg';

/** Whether an access log holds, and in words what was found. */
export interface AccessLogVerdict {
  readonly holds: boolean;
  readonly what: string;
}

/** Positions as PostgreSQL writes them. */
interface Found {
  readonly lines: string;
  readonly position: string;
  readonly hash: string;
  readonly isHeld: boolean;
  /** The first line that does not hold, and the one before it; null when all hold. */
  readonly broken: string | null;
  readonly before: string | null;
}

/**
 * Recomputes the chain of an access log. A log that is cut off at its end still holds in itself: only the hash of a line
 * that was noted elsewhere, `held`, tells.
 */
export async function verifyAccessLog(
  adminUrl: string,
  schema: string,
  held: string | null,
): Promise<AccessLogVerdict> {
  const client = new pg.Client({ connectionString: adminUrl, options: connectionOptions(ALL_ROWS) });
  await client.connect();
  try {
    const { rows } = await client.query<Found>(
      `select head.position, encode(head.hash, 'hex') as hash, fault.position as broken, fault.before,
         (select count(*) from ${schema}.access_log) as lines,
         exists (select from ${schema}.access_log where hash = decode($1, 'hex')) as "isHeld"
       from (select * from ${schema}.access_log order by position desc limit 1) head
       left join (select * from (${brokenAccessLog(schema)}) fault order by position limit 1) fault on true`,
      [held],
    );
    return verdictOn(rows[0], held);
  } finally {
    await client.end();
  }
}

function verdictOn(found: Found | undefined, held: string | null): AccessLogVerdict {
  if (!found) {
    const what = held === null ? 'the log has no lines' : 'the log has no lines: it is cut off, or another one';
    return { holds: held === null, what: `${what}.` };
  }
  const { lines, position, hash, isHeld, broken, before } = found;
  if (broken !== null) {
    const what =
      Number(broken) - Number(before) > 1
        ? `lines are missing between it and line ${before}`
        : 'it is not what was written, or the line before it is not';
    return { holds: false, what: `line ${broken}: ${what}.` };
  }
  return held === null || isHeld
    ? { holds: true, what: `all ${lines} lines hold; the head is line ${position}, hash ${hash}.` }
    : { holds: false, what: `the head held is of none of the ${lines} lines; the log is cut off, or another one.` };
}
