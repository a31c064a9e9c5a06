import type pg from 'pg';
import { copyLines, copyText } from './copy';
import { type JournalEvent, type RegisterEvent, journalEvent } from './event';
import type { Decision, DetailRow, Lifecycle } from './lifecycle';
import { type RegisterDefinition, dimensionsOf } from './register';
import type { SubjectEntity } from './subject';
import { updateRecords } from './subject-table';

export type Accepted = Extract<Decision<SubjectEntity>, { accepted: true }>;

/** What the chain needs to know of an event that has been written. */
export interface WrittenEvent {
  readonly journalId: string;
  readonly entry: JournalEvent;
}

interface Rows {
  readonly columns: readonly string[];
  readonly lines: string[];
}

const JOURNAL_COLUMNS =
  'id, event_id, subject_type, territory, subject_id, version, office, type, occurred_on, content, submitted_by, recorded_at'.split(
    ', ',
  );

/** Accepted events with everything that has to be written for them, as COPY takes it. */
export class BulkBatch {
  subjects = 0;
  private readonly rows = new Map<string, Rows>();
  /** By table and id. */
  private readonly amended = new Map<string, Map<string, DetailRow['row']>>();
  private readonly entries: JournalEvent[] = [];
  /** The journal's columns from `event_id` to `content`. */
  private readonly lines: string[] = [];
  /** Of each movement its event's place in `entries`, and its columns after `journal_id`. */
  private readonly moved: number[] = [];
  private readonly movements: string[] = [];
  private readonly dimensions: readonly string[];

  constructor(private readonly register: RegisterDefinition) {
    this.dimensions = dimensionsOf(register.ledger);
  }

  get events(): number {
    return this.entries.length;
  }

  addEvent({ subjectType }: Lifecycle, event: RegisterEvent, { state, movements, details }: Accepted): void {
    const entry = journalEvent(event);
    const { territory, office } = state;
    const nth = this.entries.length;
    this.entries.push(entry);
    this.lines.push(
      `${entry.eventId}\t${subjectType}\t${territory}\t${state.id}\t${state.version}\t${office}\t${entry.type}\t` +
        `${entry.occurredOn}\t${copyText(entry.content)}`,
    );
    for (const { onDate, slot, dimensions, overlays, count, money } of movements) {
      let line = `${onDate}\t${territory}\t${office}\t${slot}`;
      for (const dimension of this.dimensions) line += `\t${copyText(dimensions[dimension] ?? '')}`;
      this.moved.push(nth);
      this.movements.push(`${line}\t${overlays}\t${count}\t${money}`);
    }
    for (const { table, row, amends } of details) {
      if (amends) this.amendRow(`${this.register.schema}.${table}`, row);
      else this.addRow(`${this.register.schema}.${table}`, row);
    }
  }

  addSubject(table: string, row: Readonly<Record<string, unknown>>): void {
    this.subjects += 1;
    this.addRow(table, row);
  }

  /** All rows of one table have the same columns. */
  private addRow(table: string, row: Readonly<Record<string, unknown>>): void {
    let rows = this.rows.get(table);
    if (!rows) this.rows.set(table, (rows = { columns: Object.keys(row), lines: [] }));
    rows.lines.push(Object.values(row).map(copyText).join('\t'));
  }

  private amendRow(table: string, row: DetailRow['row']): void {
    if (!this.amended.has(table)) this.amended.set(table, new Map());
    this.amended.get(table)!.set(String(row['id']), row);
  }

  /** Writes everything but the chain, in the client's transaction, under the journal ids given. */
  async write(
    client: pg.ClientBase,
    ids: readonly string[],
    submittedBy: string,
    recordedAt: Date,
  ): Promise<WrittenEvent[]> {
    const { schema } = this.register;
    for (const [table, { columns, lines }] of this.rows) {
      await copyLines(client, table, columns, lines.length, (index) => lines[index]!);
    }
    for (const [table, rows] of this.amended) await updateRecords(client, table, [...rows.values()]);
    const provenance = `${copyText(submittedBy)}\t${recordedAt.toISOString()}`;
    await copyLines(
      client,
      `${schema}.journal`,
      JOURNAL_COLUMNS,
      this.events,
      (index) => `${ids[index]}\t${this.lines[index]}\t${provenance}`,
    );
    await copyLines(
      client,
      `${schema}.movement`,
      ['journal_id', 'on_date', 'territory', 'office', 'slot', ...this.dimensions, 'overlays', 'count', 'money'],
      this.movements.length,
      (index) => `${ids[this.moved[index]!]}\t${this.movements[index]}`,
    );
    return ids.map((journalId, index) => ({ journalId, entry: this.entries[index]! }));
  }
}
