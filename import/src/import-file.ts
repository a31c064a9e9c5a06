import { MAX_BATCH, type Refusal, type RegisterEvent } from '@thads/shared';
import { readSchema } from './columns';
import type { Command } from './command';
import { type RowFault, fieldFault } from './fault';
import type { FileRow } from './files/file-row';
import { previewBatches } from './preview-batches';
import { readEvent } from './read-event';
import { RefusedFile } from './refused-file';
import { type EventResult, type Sender, createSender } from './sender';
import { type Source, openSource } from './source';

export interface Progress {
  begin(rows: number): void;
  /** Rows dealt with so far; `note` says what is being waited for. */
  update(rows: number, note: string): void;
  end(): void;
}

export interface Report {
  readonly accepted: number;
  readonly duplicates: number;
  readonly refused: number;
  /** How often each rule refused a row. */
  readonly rules: ReadonlyMap<string, number>;
  readonly refusedFile: string | null;
  readonly rows: number;
  /** Rows dealt with; fewer than `rows` when it was interrupted. */
  readonly done: number;
}

interface Item {
  readonly row: FileRow;
  readonly event: RegisterEvent;
}

/**
 * Sends a file's events in the order of the file, batch by batch, and writes what is refused into a file of its own.
 * Killed at any moment and started again it sends everything again: what is in is a duplicate.
 *
 * Errors: `FileFault` for a file that has to be mended first, `OperatorError` when the graph stays away.
 */
export async function importFile(command: Command, interrupted: AbortSignal, progress: Progress): Promise<Report> {
  const source = await openSource(command, readSchema());
  const refusedFile = new RefusedFile(
    command.rejects ?? `${command.file}.refused.${source.format}`,
    source.format,
    () => source.header,
  );
  const tally = new Tally(refusedFile, (done, note) => progress.update(done, note));
  const send = createSender({
    ...command,
    register: source.form.register,
    preview: command.dryRun,
    onWait: (note) => progress.update(tally.done, note),
    interrupted,
  });
  progress.begin(source.total);
  let written: string | null = null;
  try {
    const items = readItems(source, tally, interrupted);
    await (command.dryRun ? previewAll(items, send, tally, interrupted) : sendAll(items, command, send, tally));
  } finally {
    progress.end();
    written = await refusedFile.close();
  }
  const { accepted, duplicates, refused, rules, done } = tally;
  return { accepted, duplicates, refused, rules, done, rows: source.total, refusedFile: written };
}

class Tally {
  accepted = 0;
  duplicates = 0;
  refused = 0;
  readonly rules = new Map<string, number>();

  constructor(
    private readonly refusedFile: RefusedFile,
    private readonly onDone: (done: number, note: string) => void,
  ) {}

  get done(): number {
    return this.accepted + this.duplicates + this.refused;
  }

  async refuse(row: FileRow, fault: RowFault): Promise<void> {
    this.refused += 1;
    this.rules.set(fault.rule, (this.rules.get(fault.rule) ?? 0) + 1);
    await this.refusedFile.add(row, fault);
  }

  async add(items: readonly Item[], results: readonly EventResult[]): Promise<void> {
    for (const [index, { row }] of items.entries()) {
      const { status, refusal } = results[index]!;
      if (refusal) await this.refuse(row, faultOf(refusal));
      else if (status === 'DUPLICATE') this.duplicates += 1;
      else this.accepted += 1;
    }
    this.onDone(this.done, '');
  }
}

function faultOf({ rule, message, allowed, legalBasis, field }: Refusal): RowFault {
  return fieldFault(field ?? null, rule, legalBasis ? `${message} (${legalBasis})` : message, allowed);
}

/** The events that can be sent; what is wrong with the others is told. */
async function* readItems(source: Source, tally: Tally, interrupted: AbortSignal): AsyncGenerator<Item> {
  const lineOf = new Map<string, number>();
  for await (const row of source.rows()) {
    if (interrupted.aborted) return;
    const reading = readEvent(source.form, row);
    if ('fault' in reading) {
      await tally.refuse(row, reading.fault);
      continue;
    }
    const { event, isIdDerived } = reading;
    const first = isIdDerived ? lineOf.get(event.id) : undefined;
    if (first !== undefined) {
      await tally.refuse(
        row,
        fieldFault(
          'id',
          'ROW_REPEATED',
          `The row says the same as line ${first}, and neither has an id: it cannot be known whether it happened twice.`,
          'each with an id (a UUID) of its own if both happened; otherwise one of them',
        ),
      );
      continue;
    }
    if (isIdDerived) lineOf.set(event.id, row.line);
    yield { row, event };
  }
}

/** Batches that follow each other: the next is read while one is under way, and never sent before it is answered. */
interface Lane {
  batch: Item[];
  underWay: Promise<void>;
}

/**
 * One after the other, in the order of the file; or with several at once, each office's in that order. An office's rows
 * may name another office's subjects, so that several at once is for files that do not depend on that.
 */
async function sendAll(
  items: AsyncIterable<Item>,
  { batch: size, concurrency }: Pick<Command, 'batch' | 'concurrency'>,
  send: Sender,
  tally: Tally,
): Promise<void> {
  const lanes = new Map<string, Lane>();
  const underWay = new Set<Promise<void>>();
  const flush = async (lane: Lane): Promise<void> => {
    const sent = lane.batch;
    lane.batch = [];
    await lane.underWay;
    while (underWay.size >= concurrency) await Promise.race(underWay);
    const sending = send(sent.map(({ event }) => event))
      .then((results) => tally.add(sent, results))
      .finally(() => underWay.delete(sending));
    // A failure is told where it is awaited: before the next batch, or at the end.
    sending.catch(() => undefined);
    underWay.add(sending);
    lane.underWay = sending;
  };
  for await (const item of items) {
    const name = concurrency === 1 ? '' : item.event.subject.split('.', 1)[0]!;
    const lane = lanes.get(name) ?? { batch: [], underWay: Promise.resolve() };
    lanes.set(name, lane);
    lane.batch.push(item);
    if (lane.batch.length === size) await flush(lane);
  }
  for (const lane of lanes.values()) if (lane.batch.length > 0) await flush(lane);
  for (const lane of lanes.values()) await lane.underWay;
}

async function previewAll(
  items: AsyncIterable<Item>,
  send: Sender,
  tally: Tally,
  interrupted: AbortSignal,
): Promise<void> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  const { batches, tooMany } = previewBatches(all, MAX_BATCH);
  for (const batch of batches) {
    if (interrupted.aborted) return;
    const results = await send(batch.map(({ event }) => event));
    const told = batch.flatMap((item, index) => (item.isContext ? [] : [{ item, result: results[index]! }]));
    await tally.add(
      told.map(({ item }) => item),
      told.map(({ result }) => result),
    );
  }
  for (const { row } of tooMany) {
    await tally.refuse(
      row,
      fieldFault(
        'subject',
        'PREVIEW_TOO_LARGE',
        `Its subject needs more than ${MAX_BATCH} events of this file, more than a preview takes.`,
        'the import itself',
      ),
    );
  }
}
