import type DataLoader from 'dataloader';
import { type IsoDate, todayInVietnam } from '../calendar/date';
import { badInput } from '../errors';
import { JOURNAL_EVENT, type JournalEvent, type RegisterEvent, officeOfSubject, storedEvent, subjectId } from './event';
import { type Lifecycle, type Reference, replay } from './lifecycle';
import { type SubjectEntity, keyOf } from './subject';

/** An entry of the journal with its place in the chain. */
export interface JournalEntry extends JournalEvent {
  readonly subjectType: string;
  readonly version: number;
  readonly recordedAt: Date;
  readonly submittedBy: string;
  /** Null until the follower has taken it. */
  readonly position: number | null;
  readonly hash: Buffer | null;
}

/** Whatever sends SQL: its access decides on the rows. */
interface Connection {
  query(sql: string, values: unknown[]): Promise<unknown>;
}

/** Everything that the journal has of the subjects, each in order; by `keyOf`. One statement, whatever their number. */
export async function readJournal(
  connection: Connection,
  schema: string,
  subjects: readonly Reference[],
): Promise<Map<string, JournalEntry[]>> {
  const entries = new Map<string, JournalEntry[]>(subjects.map(({ subjectType, id }) => [keyOf(subjectType, id), []]));
  if (subjects.length === 0) return entries;
  const rows = (await connection.query(
    `select j.*, c.position, c.hash
     from unnest($1::smallint[], $2::text[], $3::text[]) as wanted(territory, id, subject_type)
     cross join lateral (
       select id as journal_id, ${JOURNAL_EVENT}, subject_type as "subjectType", version, recorded_at as "recordedAt",
         submitted_by as "submittedBy"
       from ${schema}.journal
       where territory = wanted.territory and subject_id = wanted.id and subject_type = wanted.subject_type
       order by version offset 0
     ) j left join lateral (
       select position, hash from ${schema}.chain where journal_id = j.journal_id offset 0
     ) c on true`,
    [
      subjects.map(({ id }) => officeOfSubject(id)!.territory),
      subjects.map(({ id }) => id),
      subjects.map(({ subjectType }) => subjectType),
    ],
  )) as JournalEntry[];
  for (const row of rows) entries.get(keyOf(row.subjectType, row.subject))!.push(row);
  return entries;
}

export interface RecordArguments {
  readonly id: string;
  readonly asOf: IsoDate | null | undefined;
}

/**
 * A record as it stands or, with `asOf`, as it stood in the evening of that day. Null for an unknown one.
 * Errors: `BAD_USER_INPUT` for what is not an id, and for a day to come, of which nothing is known.
 */
export async function readRecord<S extends SubjectEntity>(
  lifecycle: Lifecycle<S, any>,
  loader: DataLoader<string, S | null>,
  journal: DataLoader<Reference, JournalEntry[], string>,
  { id, asOf }: RecordArguments,
): Promise<S | null> {
  const known = subjectId(id);
  if (!asOf) return loader.load(known);
  const today = todayInVietnam();
  if (asOf > today) throw badInput(`asOf: ${asOf} is yet to come; write a day up to today, ${today}, or leave it out.`);
  return stateOn(journal, lifecycle, known, asOf);
}

/**
 * A subject as it stood in the evening of a day, as is known now: what has been taken back since never happened. Null
 * when it was not there yet.
 */
async function stateOn<S extends SubjectEntity>(
  journal: DataLoader<Reference, JournalEntry[], string>,
  lifecycle: Lifecycle<S, any>,
  id: string,
  day: IsoDate,
): Promise<S | null> {
  const entries = await journal.load({ subjectType: lifecycle.subjectType, id });
  const steps = replay(
    lifecycle,
    entries.map((entry) => storedEvent(entry)),
  );
  const last = steps.findLast(({ event }) => event.occurredOn <= day);
  return last ? { ...last.after, asOf: day } : null;
}

/** The events of a journal that hold, up to the evening of a day. */
export function eventsUntil<E extends RegisterEvent>(
  lifecycle: Lifecycle<any, E>,
  journal: readonly E[],
  day: IsoDate,
): E[] {
  return replay(lifecycle, journal)
    .map(({ event }) => event)
    .filter(({ occurredOn }) => occurredOn <= day);
}

/** The events alone. */
export async function readHistories(
  connection: Connection,
  schema: string,
  subjects: readonly Reference[],
): Promise<Map<string, RegisterEvent[]>> {
  const journal = await readJournal(connection, schema, subjects);
  return new Map([...journal].map(([key, entries]) => [key, entries.map((entry) => storedEvent(entry))]));
}
