import type { QueryRunner } from 'typeorm';
import { type JournalEntry, readJournal } from './history';
import { EVENT_REVERSED, type RegisterEvent, storedEvent } from './event';
import { type Lifecycle, replay, replayAll } from './lifecycle';
import { type SubjectEntity, keyOf } from './subject';

/**
 * What a subject was to its readers before: of every transaction that changed a column by which rows are hidden
 * (`Lifecycle.seenBy`), the values until then. The table has the row policy of the subject's own, so that it shows a
 * reader what he has seen, and no more. With it the feed tells who has to forget a record.
 */
export function formerTable({ table }: Pick<Lifecycle<any, any>, 'table'>): string {
  return `${table}_former`;
}

/** For a migration, once the subject's table is there. `journal_id`: the event by which it ceased to be so. */
export function formerTableOf(schema: string, lifecycle: Lifecycle): string[] {
  const former = `${schema}.${formerTable(lifecycle)}`;
  return [
    `create table ${former} as select null::bigint as journal_id, territory, id, ${lifecycle.seenBy!.join(', ')}
     from ${schema}.${lifecycle.table} with no data`,
    `alter table ${former} add primary key (journal_id), alter territory set not null, alter id set not null`,
  ];
}

type Row = Readonly<Record<string, unknown>>;

/**
 * The row of a subject that a transaction left `after`; null when what it is seen by is as it was, or was seen by nobody:
 * a column without a value names no reader. Both by column name.
 */
export function formerRow({ seenBy = [] }: Lifecycle<any, any>, before: Row, after: Row): Row | null {
  const isChanged = seenBy.some((column) => before[column] !== after[column]);
  if (!isChanged || seenBy.every((column) => before[column] === null)) return null;
  return {
    territory: before['territory'],
    id: before['id'],
    ...Object.fromEntries(seenBy.map((column) => [column, before[column]])),
  };
}

const SUBJECTS_AT_ONCE = 1_000;

/**
 * For the migration that makes the tables: fills them from the journal. Events that were recorded at one time are of one
 * transaction: nobody has seen what was between them.
 */
export async function fillFormerTable(runner: QueryRunner, schema: string, lifecycle: Lifecycle): Promise<void> {
  const { subjectType, seenBy = [] } = lifecycle;
  const differ = seenBy.map((column) => `count(distinct content::json->>'${column}') > 1`);
  await runner.query(
    `create temp table may_have_changed on commit drop as
     select subject_id as id, row_number() over (order by subject_id) as nth
     from ${schema}.journal where subject_type = '${subjectType}'
     group by subject_id having ${differ.join(' or ')} or bool_or(type = '${EVENT_REVERSED}')`,
  );
  for (let from = 1; ; from += SUBJECTS_AT_ONCE) {
    const subjects = (await runner.query('select id from may_have_changed where nth between $1 and $2', [
      from,
      from + SUBJECTS_AT_ONCE - 1,
    ])) as { id: string }[];
    if (subjects.length === 0) break;
    const journals = await readJournal(
      runner,
      schema,
      subjects.map(({ id }) => ({ subjectType, id })),
    );
    const rows = subjects.flatMap(({ id }) => formerRows(lifecycle, journals.get(keyOf(subjectType, id))!));
    await runner.query(
      `insert into ${schema}.${formerTable(lifecycle)} (journal_id, territory, id, ${seenBy.join(', ')})
       select j.id, r.territory, r.id, ${seenBy.map((column) => `r.${column}`).join(', ')}
       from json_to_recordset($1::json) as r(event_id uuid, territory smallint, id text, ${seenBy.map((column) => `${column} text`).join(', ')})
       join ${schema}.journal j using (event_id)`,
      [JSON.stringify(rows)],
    );
  }
  await runner.query('drop table may_have_changed');
}

function formerRows(lifecycle: Lifecycle, journal: readonly JournalEntry[]): Row[] {
  const events = journal.map((entry) => storedEvent(entry));
  const rows: Row[] = [];
  let before: Row | null = null;
  for (const [nth, entry] of journal.entries()) {
    const next = journal[nth + 1];
    if (next?.recordedAt.getTime() === entry.recordedAt.getTime()) continue;
    const after: Row = { ...standingAfter(lifecycle, events.slice(0, nth + 1)) };
    const row = before && formerRow(lifecycle, before, after);
    if (row) rows.push({ event_id: entry.eventId, ...row });
    before = after;
  }
  return rows;
}

/** A subject whose opening was taken back is what it was, and void. */
function standingAfter(lifecycle: Lifecycle, events: readonly RegisterEvent[]): SubjectEntity {
  const standing = replay(lifecycle, events).at(-1);
  const taken = (): SubjectEntity =>
    replayAll(lifecycle, events).find(({ reversedBy }) => reversedBy === events.at(-1)!.id)!.after;
  return standing?.after ?? taken();
}
