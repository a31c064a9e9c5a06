import type pg from 'pg';
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import type { DataSource, QueryRunner } from 'typeorm';
import { todayInVietnam } from '../calendar/date';
import { ALL_ROWS } from '../access/row-access';
import { inTransaction } from '../database/transaction';
import { foldMovements, followerLock } from '../statistics/running-totals';
import { type Accepted, BulkBatch, type WrittenEvent } from './bulk-batch';
import { type ChainLink, chainHead, linkHash } from './chain';
import { copyLines } from './copy';
import { EVENT_REVERSED, type Refusal, type RegisterEvent, officeOfSubject } from './event';
import { type Decision, type Lifecycle, type Reference, decide } from './lifecycle';
import { malformed } from './malformed';
import { type RegisterDefinition, lifecycleByEventType } from './register';
import { type ReferredSubjects, guardedTypes, referenceFault } from './references';
import { type SubjectEntity, keyOf } from './subject';
import { subjectTable } from './subject-table';
import { composed } from './text';

/** Everything that happened to one subject that the register does not have yet, in order. */
export type SubjectHistory<E extends RegisterEvent = RegisterEvent> = readonly E[];

/** A history that was left out whole, and why: one of its events was refused. */
export interface RejectedHistory {
  readonly history: SubjectHistory;
  readonly event: RegisterEvent;
  readonly refusal: Refusal;
}

export interface BulkReport {
  readonly subjects: number;
  readonly events: number;
  readonly rejected: readonly RejectedHistory[];
}

export interface BulkOptions {
  readonly submittedBy: string;
  /** Told as the load goes on; what it is told of is there only once the load has resolved. */
  readonly onWritten?: (subjects: number, events: number) => void;
  /** Told of every history that is left out; what it throws ends the load, and nothing of it is there. */
  readonly onRejected?: (rejected: RejectedHistory) => void;
}

/** Events that are written by one COPY a table; the next ones are made ready meanwhile. */
const EVENTS_AT_ONCE = 20_000;
/** Events after which the register is asked which subjects it has, and the event loop gets its turn. */
const EVENTS_A_TURN = 1_000;

/**
 * Loads whole histories of new subjects in one transaction, by COPY: everything that submitting the events and following
 * them would have written, at once. A history with a refused event is left out whole; the rest goes in.
 *
 * Others may write meanwhile, another bulk load among them; only in the end, for the chain and the running totals, it
 * takes the follower's lock. An event id or a subject that somebody else takes while this runs fails all of it with
 * PostgreSQL's 23505.
 */
export async function loadInBulk(
  dataSource: DataSource,
  register: RegisterDefinition,
  histories: AsyncIterable<SubjectHistory> | Iterable<SubjectHistory>,
  { submittedBy, onWritten, onRejected }: BulkOptions,
): Promise<BulkReport> {
  const examine = createExaminer(dataSource, register);
  const recordedAt = new Date();
  return inTransaction(dataSource, ALL_ROWS, async (runner) => {
    const client = (await runner.connect()) as pg.ClientBase;
    const written: WrittenEvent[] = [];
    const rejected: RejectedHistory[] = [];
    let subjects = 0;

    const write = async (batch: BulkBatch): Promise<void> => {
      const ids = await drawJournalIds(runner, register.schema, batch.events);
      for (const event of await batch.write(client, ids, submittedBy, recordedAt)) written.push(event);
      subjects += batch.subjects;
      onWritten?.(batch.subjects, batch.events);
    };

    let writing: Promise<void> = Promise.resolve();
    let batch = new BulkBatch(register);
    for await (const turn of turns(histories)) {
      for (const verdict of await examine(turn)) {
        if ('refusal' in verdict) {
          rejected.push(verdict);
          onRejected?.(verdict);
          continue;
        }
        const { lifecycle, table, steps } = verdict;
        for (const { event, decision } of steps) batch.addEvent(lifecycle, event, decision);
        batch.addSubject(table.name, table.toRow(steps.at(-1)!.decision.state));
      }
      if (batch.events >= EVENTS_AT_ONCE) {
        await writing;
        writing = write(batch);
        // Awaited before the next one; until then a failure must not count as unhandled.
        writing.catch(() => undefined);
        batch = new BulkBatch(register);
      }
      await turnOfTheLoop();
    }
    await writing;
    if (batch.events > 0) await write(batch);
    if (written.length > 0) await record(runner, client, register, written, { submittedBy, recordedAt });
    return { subjects, events: written.length, rejected };
  });
}

/** Gives the events written their positions and hashes and folds their movements: what the follower does otherwise. */
async function record(
  runner: QueryRunner,
  client: pg.ClientBase,
  register: RegisterDefinition,
  written: readonly WrittenEvent[],
  provenance: Pick<ChainLink, 'submittedBy' | 'recordedAt'>,
): Promise<void> {
  const { schema } = register;
  await runner.query('select pg_advisory_xact_lock(hashtext($1))', [followerLock(register)]);
  const head = await chainHead(runner, schema);
  const first = head.position + 1;
  let { hash } = head;
  await copyLines(client, `${schema}.chain`, ['position', 'journal_id', 'hash'], written.length, (index) => {
    const { journalId, entry } = written[index]!;
    hash = linkHash(hash, { position: first + index, ...entry, ...provenance });
    return `${first + index}\t${journalId}\t\\\\x${hash.toString('hex')}`;
  });
  await foldMovements(
    runner,
    register,
    `journal_id in (select journal_id from ${schema}.chain where position between $1 and $2)`,
    [first, first + written.length - 1],
  );
}

async function* turns(
  histories: AsyncIterable<SubjectHistory> | Iterable<SubjectHistory>,
): AsyncGenerator<SubjectHistory[]> {
  let turn: SubjectHistory[] = [];
  let events = 0;
  for await (const history of histories) {
    if (history.length === 0) continue;
    turn.push(history);
    events += history.length;
    if (events >= EVENTS_A_TURN) {
      yield turn;
      turn = [];
      events = 0;
    }
  }
  if (turn.length > 0) yield turn;
}

/** In ascending order, though not without gaps: others draw from the same sequence. */
async function drawJournalIds(runner: QueryRunner, schema: string, count: number): Promise<string[]> {
  const [drawn] = (await runner.query(
    `select array_agg(nextval(sequence)) as ids
     from (select pg_get_serial_sequence($1, 'id')::regclass as sequence offset 0) as of_journal, generate_series(1, $2::integer)`,
    [`${schema}.journal`, count],
  )) as { ids: string[] }[];
  return drawn!.ids;
}

type SubjectTable = ReturnType<typeof subjectTable>;

interface AcceptedHistory {
  readonly lifecycle: Lifecycle;
  readonly table: SubjectTable;
  readonly steps: readonly { readonly event: RegisterEvent; readonly decision: Accepted }[];
}

type Examiner = (histories: readonly SubjectHistory[]) => Promise<(AcceptedHistory | RejectedHistory)[]>;

/** Decides on histories, in the order given; remembers which subjects it has seen. */
function createExaminer(dataSource: DataSource, register: RegisterDefinition): Examiner {
  const lifecycleOf = lifecycleByEventType(register);
  const tables = new Map(
    (register.lifecycles as readonly Lifecycle[]).map((lifecycle) => [
      lifecycle.subjectType,
      subjectTable(dataSource, register.schema, lifecycle.table),
    ]),
  );
  const today = todayInVietnam();
  const known = new Set<string>();
  const guarded = guardedTypes(register);
  const states = new Map<string, SubjectEntity>();
  const referred: ReferredSubjects = { isThere: (key) => known.has(key), stateOf: (key) => states.get(key) ?? null };

  /** Looks up, by one statement a table, which of the subjects the register has, and how those stand that are guarded. */
  async function lookUp(wanted: ReadonlyMap<string, Reference>): Promise<void> {
    for (const [subjectType, table] of tables) {
      const ids = [...wanted.values()].filter((one) => one.subjectType === subjectType).map(({ id }) => id);
      if (guarded.has(subjectType)) {
        for (const state of await table.read(dataSource, ids)) {
          known.add(keyOf(subjectType, state.id));
          states.set(keyOf(subjectType, state.id), state);
        }
      } else {
        for (const id of await table.existing(dataSource, ids, { evenVoid: true })) known.add(keyOf(subjectType, id));
      }
    }
  }

  function examine(history: SubjectHistory): AcceptedHistory | RejectedHistory {
    const { subject } = history[0]!;
    const reject = (event: RegisterEvent, refusal: Refusal): RejectedHistory => ({ history, event, refusal });
    const lifecycle = lifecycleOf.get(history[0]!.type);
    let state: SubjectEntity | null = null;
    const steps: { event: RegisterEvent; decision: Accepted }[] = [];
    for (const sent of history) {
      const event = composed(sent);
      const fault = malformed(event, lifecycleOf) ?? strayFault(event, subject, lifecycle, lifecycleOf);
      if (fault) return reject(event, fault);
      if (state === null && known.has(keyOf(lifecycle!.subjectType, subject))) return reject(event, taken(event));
      const wrong = referenceFault(lifecycle!, event, referred);
      if (wrong) return reject(event, wrong);
      const decision: Decision<SubjectEntity> = decide(lifecycle!, state, event, today);
      if (!decision.accepted) return reject(event, decision.refusal);
      steps.push({ event, decision });
      ({ state } = decision);
    }
    const key = keyOf(lifecycle!.subjectType, subject);
    known.add(key);
    if (guarded.has(lifecycle!.subjectType)) states.set(key, state!);
    return { lifecycle: lifecycle!, table: tables.get(lifecycle!.subjectType)!, steps };
  }

  return async (histories) => {
    const wanted = new Map<string, Reference>();
    for (const history of histories) {
      for (const event of history) {
        const lifecycle = lifecycleOf.get(event.type);
        if (!lifecycle) continue;
        const references = lifecycle.references?.(event) ?? [];
        const own = event === history[0] ? [{ subjectType: lifecycle.subjectType, id: event.subject }] : [];
        for (const reference of [...own, ...references]) {
          const key = keyOf(reference.subjectType, reference.id);
          if (!known.has(key) && officeOfSubject(reference.id)) wanted.set(key, reference);
        }
      }
    }
    await lookUp(wanted);
    return histories.map(examine);
  };
}

function strayFault(
  event: RegisterEvent,
  subject: string,
  lifecycle: Lifecycle | undefined,
  lifecycleOf: ReadonlyMap<string, Lifecycle>,
): Refusal | null {
  if (event.type === EVENT_REVERSED) {
    return {
      rule: 'REVERSAL_IN_BULK',
      message: `${EVENT_REVERSED} stands in the history of ${subject}.`,
      allowed: 'what holds only: leave out both the event and its reversal',
      legalBasis: null,
      field: 'type',
    };
  }
  return event.subject === subject && lifecycleOf.get(event.type) === lifecycle
    ? null
    : {
        rule: 'HISTORY_MIXED',
        message: `${event.type} of ${event.subject} stands in the history of ${lifecycle?.subjectType} ${subject}.`,
        allowed: 'a history with the events of one subject',
        legalBasis: null,
      };
}

function taken({ subject }: RegisterEvent): Refusal {
  return {
    rule: 'SUBJECT_EXISTS',
    message: `${subject} exists already; a bulk load takes whole histories of new subjects.`,
    allowed: 'a subject id that is not taken',
    legalBasis: null,
  };
}
