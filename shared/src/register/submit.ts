import type { DataSource, QueryRunner } from 'typeorm';
import { todayInVietnam } from '../calendar/date';
import { inTransaction } from '../database/transaction';
import {
  type EventOutcome,
  JOURNAL_EVENT,
  type JournalEvent,
  type Refusal,
  type RegisterEvent,
  journalEvent,
  officeOfSubject,
} from './event';
import { type DetailRow, type Lifecycle, type Reference, decide } from './lifecycle';
import type { Movement } from './placement';
import { type RegisterDefinition, dimensionsOf, lifecycleByEventType } from './register';
import { malformed } from './malformed';
import type { SubjectEntity } from './subject';
import { insertRecords, subjectTable } from './subject-table';

/** The one way to write into a register. */
export interface Submitter {
  /**
   * Takes a batch in one transaction. Every event gets its own outcome, in order; a refused one changes nothing and
   * does not hinder its neighbours. An event may build on an earlier one of the same batch.
   */
  submit(events: readonly RegisterEvent[], submittedBy: string): Promise<EventOutcome[]>;
}

interface SubjectKey {
  readonly lifecycle: Lifecycle;
  readonly id: string;
}

/** An accepted event with everything that has to be written for it. */
interface Accepted {
  readonly entry: JournalEvent;
  readonly lifecycle: Lifecycle;
  readonly after: SubjectEntity;
  readonly movements: readonly Movement[];
  readonly details: readonly DetailRow[];
}

interface Journalled {
  readonly entry: JournalEvent;
  /** The subject's version after it. */
  readonly version: number;
}

const RETRIED = new Set(['23505', '40P01', '40001']);
const ATTEMPTS = 5;

export function createSubmitter(dataSource: DataSource, register: RegisterDefinition): Submitter {
  const lifecycleOf = lifecycleByEventType(register);
  const tables = new Map(
    (register.lifecycles as readonly Lifecycle[]).map((lifecycle) => [
      lifecycle,
      subjectTable(dataSource, register.schema, lifecycle.table),
    ]),
  );

  async function submitInTransaction(
    runner: QueryRunner,
    events: readonly RegisterEvent[],
    submittedBy: string,
  ): Promise<EventOutcome[]> {
    const faults = events.map((event) => malformed(event, lifecycleOf));
    const wellFormed = events.filter((_event, index) => faults[index] === null);
    const keys = new Map<string, SubjectKey>();
    for (const event of wellFormed) {
      const lifecycle = lifecycleOf.get(event.type)!;
      keys.set(keyOf(lifecycle.subjectType, event.subject), { lifecycle, id: event.subject });
    }
    // Locked before the journal is asked for duplicates: two batches with the same event take turns.
    const states = await lockSubjects(runner, [...keys.values()]);
    const stored = new Set(states.keys());
    const known = await journalled(runner, wellFormed);
    const references = await existingReferences(runner, wellFormed, states);

    const today = todayInVietnam();
    const accepted: Accepted[] = [];
    const outcomes = events.map((event, index): EventOutcome => {
      const fault = faults[index];
      if (fault) return refused(event.id, fault);
      const entry = journalEvent(event);
      const first = known.get(entry.eventId);
      if (first) return repeated(event.id, entry, first);

      const lifecycle = lifecycleOf.get(event.type)!;
      const key = keyOf(lifecycle.subjectType, event.subject);
      const missing = lifecycle.references?.(event).find(({ subjectType, id }) => {
        const reference = keyOf(subjectType, id);
        return !references.has(reference) && !states.has(reference);
      });
      if (missing) return refused(event.id, unknownReference(missing));
      const decision = decide(lifecycle, states.get(key) ?? null, event, today);
      if (!decision.accepted) return refused(event.id, decision.refusal);

      states.set(key, decision.state);
      known.set(entry.eventId, { entry, version: decision.state.version });
      const { movements, details, state: after } = decision;
      accepted.push({ entry, lifecycle, after, movements, details });
      return { id: event.id, status: 'ACCEPTED', version: after.version, refusal: null };
    });
    if (accepted.length > 0) await write(runner, accepted, stored, submittedBy);
    return outcomes;
  }

  async function lockSubjects(runner: QueryRunner, keys: readonly SubjectKey[]): Promise<Map<string, SubjectEntity>> {
    const states = new Map<string, SubjectEntity>();
    for (const [lifecycle, table] of tables) {
      const ids = keys.filter((key) => key.lifecycle === lifecycle).map(({ id }) => id);
      if (ids.length === 0) continue;
      // In key order, so that two batches never wait for each other in a circle.
      const rows = (await runner.query(
        `select s.* from unnest($1::smallint[], $2::text[]) as wanted(territory, id)
         join ${table.name} s on s.territory = wanted.territory and s.id = wanted.id
         order by s.territory, s.id for update of s`,
        [ids.map((id) => officeOfSubject(id)!.territory), ids],
      )) as Record<string, unknown>[];
      for (const row of rows) {
        const state = table.fromRow(row);
        states.set(keyOf(lifecycle.subjectType, state.id), state);
      }
    }
    return states;
  }

  async function journalled(runner: QueryRunner, events: readonly RegisterEvent[]): Promise<Map<string, Journalled>> {
    const rows = (await runner.query(
      `select version, ${JOURNAL_EVENT} from ${register.schema}.journal where event_id = any($1::uuid[])`,
      [events.map(({ id }) => id)],
    )) as (JournalEvent & { version: number })[];
    return new Map(rows.map(({ version, ...entry }) => [entry.eventId, { entry, version }]));
  }

  async function existingReferences(
    runner: QueryRunner,
    events: readonly RegisterEvent[],
    states: ReadonlyMap<string, SubjectEntity>,
  ): Promise<Set<string>> {
    const wanted = new Map<string, Reference>();
    for (const event of events) {
      for (const reference of lifecycleOf.get(event.type)!.references?.(event) ?? []) {
        const key = keyOf(reference.subjectType, reference.id);
        if (!states.has(key) && officeOfSubject(reference.id)) wanted.set(key, reference);
      }
    }
    const found = new Set<string>();
    for (const [lifecycle, table] of tables) {
      const ids = [...wanted.values()]
        .filter(({ subjectType }) => subjectType === lifecycle.subjectType)
        .map(({ id }) => id);
      for (const id of await table.existing(runner, ids)) found.add(keyOf(lifecycle.subjectType, id));
    }
    return found;
  }

  async function write(
    runner: QueryRunner,
    accepted: readonly Accepted[],
    stored: ReadonlySet<string>,
    submittedBy: string,
  ): Promise<void> {
    const { schema, ledger } = register;
    for (const [lifecycle, table] of tables) {
      const latest = new Map<string, SubjectEntity>();
      for (const one of accepted) if (one.lifecycle === lifecycle) latest.set(one.after.id, one.after);
      const inOrder = [...latest.values()].sort((a, b) => a.territory - b.territory || (a.id < b.id ? -1 : 1));
      const isStored = (state: SubjectEntity): boolean => stored.has(keyOf(lifecycle.subjectType, state.id));
      await table.insert(
        runner,
        inOrder.filter((state) => !isStored(state)),
      );
      await table.update(runner, inOrder.filter(isStored));
    }

    const journalRows = accepted.map(({ entry, lifecycle, after }) => ({
      event_id: entry.eventId,
      subject_type: lifecycle.subjectType,
      territory: after.territory,
      subject_id: after.id,
      version: after.version,
      office: after.office,
      type: entry.type,
      occurred_on: entry.occurredOn,
      content: entry.content,
    }));
    // Identity values are drawn in the order of the batch: one subject's events keep their order in the journal.
    const ids = (await runner.query(
      `with fresh as (
         insert into ${schema}.journal (event_id, subject_type, territory, subject_id, version, office, type, occurred_on,
                                        content, submitted_by)
         select r.event_id, r.subject_type, r.territory, r.subject_id, r.version, r.office, r.type, r.occurred_on,
                r.content, $2
         from json_populate_recordset(null::${schema}.journal, $1::json) r
         returning id, event_id
       ), queued as (insert into ${schema}.pending select id from fresh)
       select id, event_id from fresh`,
      [JSON.stringify(journalRows), submittedBy],
    )) as { id: number; event_id: string }[];
    const journalId = new Map(ids.map(({ id, event_id }) => [event_id, id]));

    const movementRows = accepted.flatMap(({ entry, after, movements }) =>
      movements.map(({ onDate, slot, dimensions, overlays, count, money }) => ({
        journal_id: journalId.get(entry.eventId),
        on_date: onDate,
        territory: after.territory,
        office: after.office,
        slot,
        overlays,
        count,
        money,
        ...Object.fromEntries(dimensionsOf(ledger).map((dimension) => [dimension, dimensions[dimension] ?? ''])),
      })),
    );
    await insertRecords(runner, `${schema}.movement`, movementRows);

    const details = new Map<string, Readonly<Record<string, unknown>>[]>();
    for (const { table, row } of accepted.flatMap((one) => one.details)) {
      details.set(table, [...(details.get(table) ?? []), row]);
    }
    for (const [table, rows] of details) await insertRecords(runner, `${schema}.${table}`, rows);
  }

  return {
    async submit(events, submittedBy) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await inTransaction(dataSource, (runner) => submitInTransaction(runner, events, submittedBy));
        } catch (error) {
          // Somebody else opened the same subject or sent the same event between our look and our write: look again.
          const code = (error as { code?: unknown }).code;
          if (attempt >= ATTEMPTS || typeof code !== 'string' || !RETRIED.has(code)) throw error;
        }
      }
    },
  };
}

export function keyOf(subjectType: string, id: string): string {
  return `${subjectType} ${id}`;
}

function refused(id: string, refusal: Refusal): EventOutcome {
  return { id, status: 'REFUSED', version: null, refusal };
}

function repeated(id: string, entry: JournalEvent, { entry: first, version }: Journalled): EventOutcome {
  const isSame = (['subject', 'type', 'occurredOn', 'content'] as const).every((key) => entry[key] === first[key]);
  if (isSame) return { id, status: 'DUPLICATE', version, refusal: null };
  return refused(id, {
    rule: 'EVENT_ID_TAKEN',
    message: `An event with the id ${id} and other content was accepted before.`,
    allowed: 'the same content, or a new id',
    legalBasis: null,
  });
}

export function unknownReference({ subjectType, id }: Reference): Refusal {
  return {
    rule: 'REFERENCE_UNKNOWN',
    message: `There is no ${subjectType} ${id}.`,
    allowed: `the id of an existing ${subjectType}`,
    legalBasis: null,
  };
}
