import type { DataSource, QueryRunner } from 'typeorm';
import { todayInVietnam } from '../calendar/date';
import { ALL_ROWS, type RowAccess } from '../access/row-access';
import { graphError } from '../errors';
import { inTransaction } from '../database/transaction';
import { askingDependents, dependentsFault } from './dependents';
import {
  EVENT_REVERSED,
  type EventOutcome,
  JOURNAL_EVENT,
  type JournalEvent,
  type Refusal,
  type RegisterEvent,
  journalEvent,
  officeOfSubject,
} from './event';
import { formerRow, formerTable } from './former';
import { readHistories } from './history';
import { type DetailRow, type Lifecycle, type Reference, VOID, decide, decideReversal } from './lifecycle';
import type { Movement } from './placement';
import { type RegisterDefinition, dimensionsOf, lifecycleByEventType } from './register';
import { malformed } from './malformed';
import { type ReferredSubjects, guardedTypes, referenceFault } from './references';
import { type SubjectEntity, keyOf } from './subject';
import { deleteRecords, insertRecords, subjectTable, updateRecords } from './subject-table';
import { composed } from './text';

/** The one way to write into a register. */
export interface Submitter {
  /**
   * Takes a batch in one transaction. Every event gets its own outcome, in order; a refused one changes nothing and
   * does not hinder its neighbours. An event may build on an earlier one of the same batch.
   */
  submit(events: readonly RegisterEvent[], submittedBy: string): Promise<EventOutcome[]>;
  /** The outcomes that `submit` would have now. Writes nothing and locks nothing. */
  preview(events: readonly RegisterEvent[]): Promise<EventOutcome[]>;
  /** The same for somebody who may see and write some rows only. */
  as(access: RowAccess): Submitter;
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
  readonly removed: readonly DetailRow[];
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
  const guarded = guardedTypes(register);
  const tables = new Map(
    (register.lifecycles as readonly Lifecycle[]).map((lifecycle) => [
      lifecycle,
      subjectTable(dataSource, register.schema, lifecycle.table),
    ]),
  );

  async function decideOn(
    runner: QueryRunner,
    sent: readonly RegisterEvent[],
    { locked }: { readonly locked: boolean },
  ): Promise<{ outcomes: EventOutcome[]; accepted: Accepted[]; stored: ReadonlyMap<string, SubjectEntity> }> {
    const events = sent.map(composed);
    const faults = events.map((event) => malformed(event, lifecycleOf));
    const wellFormed = events.filter((_event, index) => faults[index] === null);
    const reversed = await journalled(runner, reversedIds(wellFormed));
    const lifecycleOfEvent = (event: RegisterEvent): Lifecycle | undefined => {
      if (event.type !== EVENT_REVERSED) return lifecycleOf.get(event.type);
      const id = event.reverses!.toLowerCase();
      const entry = reversed.get(id)?.entry ?? wellFormed.find((other) => other.id.toLowerCase() === id);
      // A correction is taken back by stating what holds, not by another correction.
      return entry?.subject === event.subject ? lifecycleOf.get(entry.type) : undefined;
    };
    const keys = new Map<string, SubjectKey>();
    for (const event of wellFormed) {
      const lifecycle = lifecycleOfEvent(event);
      if (lifecycle) keys.set(keyOf(lifecycle.subjectType, event.subject), { lifecycle, id: event.subject });
    }
    // Locked before the journal is asked for duplicates: two batches with the same event take turns.
    const states = await readSubjects(runner, [...keys.values()], locked);
    const stored = new Map(states);
    const known = await journalled(
      runner,
      wellFormed.map(({ id }) => id),
    );
    const references = await readReferences(runner, wellFormed, states, locked);
    const referred: ReferredSubjects = {
      isThere: (key) => references.there.has(key) || (states.get(key)?.state ?? VOID) !== VOID,
      stateOf: (key) => states.get(key) ?? references.states.get(key) ?? null,
    };
    const dependents = await readDependents(runner, wellFormed);
    const corrected = wellFormed.filter(({ type }) => type === EVENT_REVERSED).map(({ subject }) => subject);
    const histories = await readHistories(
      runner,
      register.schema,
      [...keys.values()]
        .filter(({ id }) => corrected.includes(id))
        .map(({ lifecycle, id }) => ({ subjectType: lifecycle.subjectType, id })),
    );
    for (const [key, history] of histories) {
      if (history.length !== (states.get(key)?.version ?? 0)) throw new OvertakenError(key);
    }

    const today = todayInVietnam();
    const accepted: Accepted[] = [];
    const outcomes = events.map((event, index): EventOutcome => {
      const fault = faults[index];
      if (fault) return refused(event.id, fault);
      const entry = journalEvent(event);
      const first = known.get(entry.eventId);
      if (first) return repeated(event.id, entry, first);

      const lifecycle = lifecycleOfEvent(event);
      if (!lifecycle) return refused(event.id, unknownReversed(event));
      const key = keyOf(lifecycle.subjectType, event.subject);
      const state = states.get(key) ?? null;
      // Of what the sender may not see nothing happened that could be taken back.
      if (event.type === EVENT_REVERSED && !state) return refused(event.id, unknownReversed(event));
      const stale = versionConflict(event, state);
      if (stale) return refused(event.id, stale);
      const wrong = event.type === EVENT_REVERSED ? null : referenceFault(lifecycle, event, referred);
      if (wrong) return refused(event.id, wrong);
      const history = histories.get(key);
      const decision =
        event.type === EVENT_REVERSED
          ? decideReversal(lifecycle, state!, history!, event, today)
          : decide(lifecycle, state, event, today);
      if (!decision.accepted) return refused(event.id, decision.refusal);
      const held = dependentsFault(lifecycle, event, () => new Map([...dependents, ...states]));
      if (held) return refused(event.id, held);

      history?.push(event);
      states.set(key, decision.state);
      known.set(entry.eventId, { entry, version: decision.state.version });
      const { movements, details, removed, state: after } = decision;
      accepted.push({ entry, lifecycle, after, movements, details, removed });
      return { id: event.id, status: 'ACCEPTED', version: after.version, refusal: null };
    });
    return { outcomes, accepted, stored };
  }

  async function submitInTransaction(
    runner: QueryRunner,
    events: readonly RegisterEvent[],
    submittedBy: string,
  ): Promise<EventOutcome[]> {
    const { outcomes, accepted, stored } = await decideOn(runner, events, { locked: true });
    if (accepted.length > 0) await write(runner, accepted, stored, submittedBy);
    return outcomes;
  }

  async function readSubjects(
    runner: QueryRunner,
    keys: readonly SubjectKey[],
    locked: boolean,
  ): Promise<Map<string, SubjectEntity>> {
    const states = new Map<string, SubjectEntity>();
    for (const [lifecycle, table] of tables) {
      const ids = keys.filter((key) => key.lifecycle === lifecycle).map(({ id }) => id);
      for (const state of await table.read(runner, ids, locked ? 'for update of s' : '')) {
        states.set(keyOf(lifecycle.subjectType, state.id), state);
      }
    }
    return states;
  }

  async function journalled(runner: QueryRunner, ids: readonly string[]): Promise<Map<string, Journalled>> {
    if (ids.length === 0) return new Map();
    const rows = (await runner.query(
      `select version, ${JOURNAL_EVENT} from ${register.schema}.journal where event_id = any($1::uuid[])`,
      [ids],
    )) as (JournalEvent & { version: number })[];
    return new Map(rows.map(({ version, ...entry }) => [entry.eventId, { entry, version }]));
  }

  async function readReferences(
    runner: QueryRunner,
    events: readonly RegisterEvent[],
    own: ReadonlyMap<string, SubjectEntity>,
    locked: boolean,
  ): Promise<{ there: ReadonlySet<string>; states: ReadonlyMap<string, SubjectEntity> }> {
    const wanted = new Map<string, Reference>();
    for (const event of events) {
      for (const reference of lifecycleOf.get(event.type)?.references?.(event) ?? []) {
        const key = keyOf(reference.subjectType, reference.id);
        if (!own.has(key) && officeOfSubject(reference.id)) wanted.set(key, reference);
      }
    }
    const there = new Set<string>();
    const states = new Map<string, SubjectEntity>();
    for (const [{ subjectType }, table] of tables) {
      const ids = [...wanted.values()].filter((one) => one.subjectType === subjectType).map(({ id }) => id);
      if (guarded.has(subjectType)) {
        for (const state of await table.read(runner, ids, locked ? 'for share of s' : '')) {
          states.set(keyOf(subjectType, state.id), state);
        }
      } else {
        for (const id of await table.existing(runner, ids, { evenVoid: false })) there.add(keyOf(subjectType, id));
      }
    }
    return { there, states };
  }

  /** As they stand now: whoever is about to name a subject of the batch waits until the batch is written. */
  async function readDependents(
    runner: QueryRunner,
    events: readonly RegisterEvent[],
  ): Promise<ReadonlyMap<string, SubjectEntity>> {
    const found = new Map<string, SubjectEntity>();
    for (const lifecycle of tables.keys()) {
      const asking = askingDependents(lifecycle, events, lifecycleOf);
      if (asking.length === 0) continue;
      const { subjectType, by } = lifecycle.dependents!;
      const [, table] = [...tables].find(([other]) => other.subjectType === subjectType)!;
      for (const state of await table.naming(runner, by, asking)) found.set(keyOf(subjectType, state.id), state);
    }
    return found;
  }

  async function write(
    runner: QueryRunner,
    accepted: readonly Accepted[],
    stored: ReadonlyMap<string, SubjectEntity>,
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

    for (const [lifecycle, table] of tables) {
      if (!lifecycle.seenBy) continue;
      const last = new Map(accepted.filter((one) => one.lifecycle === lifecycle).map((one) => [one.after.id, one]));
      const formerRows = [...last.values()].flatMap(({ entry, after }) => {
        const before = stored.get(keyOf(lifecycle.subjectType, after.id));
        const row = before && formerRow(lifecycle, table.toRow(before), table.toRow(after));
        return row ? [{ journal_id: journalId.get(entry.eventId), ...row }] : [];
      });
      await insertRecords(runner, `${schema}.${formerTable(lifecycle)}`, formerRows);
    }

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

    const { added, amended, removed } = changedDetails(accepted);
    for (const [table, rows] of removed) await deleteRecords(runner, `${schema}.${table}`, rows);
    for (const [table, rows] of added) await insertRecords(runner, `${schema}.${table}`, rows);
    for (const [table, rows] of amended) await updateRecords(runner, `${schema}.${table}`, rows);
  }

  const submitterAs = (access: RowAccess): Submitter => ({
    submit: (events, submittedBy) =>
      retried(() =>
        inTransaction(dataSource, access, (runner) => submitInTransaction(runner, events, submittedBy)),
      ).catch((error: unknown) => {
        throw access === ALL_ROWS ? error : hiddenFromSender(error);
      }),
    preview: (events) =>
      retried(() =>
        inTransaction(
          dataSource,
          access,
          async (runner) => (await decideOn(runner, events, { locked: false })).outcomes,
        ),
      ),
    // What is written is not read: a sender that somebody states he need not be able to see.
    as: (of) => submitterAs({ ...of, handler: 'ALL' }),
  });
  return submitterAs(ALL_ROWS);
}

/** Between our look at a subject, which was not there to be locked, and at its journal somebody else has written. */
class OvertakenError extends Error {
  readonly code = '40001';

  constructor(subject: string) {
    super(`${subject} was written while it was read`);
  }
}

/** Somebody else opened the same subject or sent the same event between our look and our write: look again. */
async function retried<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      const code = (error as { code?: unknown }).code;
      if (attempt >= ATTEMPTS || typeof code !== 'string' || !RETRIED.has(code)) throw error;
    }
  }
}

const UNIQUE_VIOLATION = '23505';
const INSUFFICIENT_PRIVILEGE = '42501';

/** What row level security keeps from the sender cannot be looked at before it is written, and then it is in the way. */
function hiddenFromSender(error: unknown): unknown {
  const { code } = error as { code?: unknown };
  if (code === INSUFFICIENT_PRIVILEGE) {
    return graphError(
      'FORBIDDEN',
      'events: among them are some of a kind that your role may not send; nothing was written.',
    );
  }
  if (code !== UNIQUE_VIOLATION) return error;
  return graphError(
    'FORBIDDEN',
    'events: an id or subject among them is taken by a record that your role may not see; nothing was written. Use other ids.',
  );
}

type RowsByTable = Map<string, DetailRow['row'][]>;

/**
 * The rows to be inserted, to be amended and to be deleted, by table. What a later event of the same batch takes back is
 * not inserted.
 */
function changedDetails(accepted: readonly Accepted[]): Readonly<Record<'added' | 'amended' | 'removed', RowsByTable>> {
  const added = new RowsById();
  const amended = new RowsById();
  const removed = new RowsById();
  for (const { details, removed: takenBack } of accepted) {
    for (const { table, row, amends } of details) {
      if (amends) amended.set(table, row);
      else added.add(table, row);
    }
    for (const { table, row, amends } of takenBack) {
      if (amends) amended.set(table, emptied(row));
      else {
        added.delete(table, row);
        removed.set(table, row);
      }
    }
  }
  return { added: added.listed(), amended: amended.listed(), removed: removed.listed() };
}

/** Rows by table and id, of which several rows may have the same. */
class RowsById {
  private readonly tables = new Map<string, Map<string, DetailRow['row'][]>>();

  add(table: string, row: DetailRow['row']): void {
    const id = String(row['id']);
    const rows = this.of(table).get(id);
    if (rows) rows.push(row);
    else this.of(table).set(id, [row]);
  }

  set(table: string, row: DetailRow['row']): void {
    this.of(table).set(String(row['id']), [row]);
  }

  delete(table: string, row: DetailRow['row']): void {
    this.of(table).delete(String(row['id']));
  }

  listed(): RowsByTable {
    return new Map([...this.tables].map(([table, byId]) => [table, [...byId.values()].flat()]));
  }

  private of(table: string): Map<string, DetailRow['row'][]> {
    const known = this.tables.get(table) ?? new Map<string, DetailRow['row'][]>();
    this.tables.set(table, known);
    return known;
  }
}

function emptied(row: DetailRow['row']): DetailRow['row'] {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, ['territory', 'id'].includes(column) ? value : null]),
  );
}

function reversedIds(events: readonly RegisterEvent[]): string[] {
  return events.filter(({ type }) => type === EVENT_REVERSED).map(({ reverses }) => reverses!);
}

function unknownReversed({ reverses, subject }: RegisterEvent): Refusal {
  return {
    rule: 'REVERSED_EVENT_UNKNOWN',
    message: `${subject} has no event ${reverses} that could be taken back.`,
    allowed: 'the id of the latest event of the subject; a correction is not taken back itself',
    legalBasis: null,
    field: 'reverses',
  };
}

function versionConflict({ subject, expectedVersion }: RegisterEvent, state: SubjectEntity | null): Refusal | null {
  const version = state?.version ?? 0;
  if (expectedVersion === null || expectedVersion === undefined || expectedVersion === version) return null;
  return {
    rule: 'VERSION_CONFLICT',
    message: `${subject} is at version ${version}; the event was decided on version ${expectedVersion}.`,
    allowed: `expectedVersion ${version}, after another look at the subject`,
    legalBasis: null,
    field: 'expectedVersion',
  };
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
    field: 'id',
  });
}
