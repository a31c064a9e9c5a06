import { ALL_ROWS, JOURNAL_EVENT, connectionOptions } from '@thads/shared';
import pg from 'pg';
import type { JournalLine } from './journal-line';

const AT_ONCE = 2_000;

/**
 * The chain of a register from a position on, in order, as lines of JSON. Reads one snapshot through a cursor: a journal
 * of any length, in constant memory.
 */
export async function* exportJournal(adminUrl: string, schema: string, from: number): AsyncGenerator<string> {
  const client = new pg.Client({ connectionString: adminUrl, options: connectionOptions(ALL_ROWS) });
  await client.connect();
  try {
    await client.query('begin transaction isolation level repeatable read, read only');
    await client.query(
      `declare link no scroll cursor for
       select c.position::float8 as position, ${JOURNAL_EVENT},
         to_char(j.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt",
         submitted_by as "submittedBy", encode(c.hash, 'hex') as hash
       from (select * from ${schema}.chain where position >= ${from} order by position) c
       join lateral (select * from ${schema}.journal where id = c.journal_id offset 0) j on true
       order by c.position`,
    );
    for (;;) {
      const { rows } = await client.query<JournalLine>(`fetch ${AT_ONCE} from link`);
      if (rows.length === 0) return;
      yield rows.map((row) => `${JSON.stringify(row)}\n`).join('');
    }
  } finally {
    await client.end();
  }
}
