import type { DataSource, QueryRunner } from 'typeorm';
import { appendToAccessLog } from '../../access/access-log';
import type { RequestHead } from '../../access/request-head';
import { ALL_ROWS, ownerOf } from '../../access/row-access';
import type { Reader } from '../../database/reader';
import { inTransaction } from '../../database/transaction';
import { graphError } from '../../errors';
import type { ExportCompressionName, ExportRequest, ExportState } from './export';
import type { MadeExport } from './export-run';

/** An export that a worker has taken. */
export interface ExportJob {
  readonly id: string;
  readonly head: RequestHead;
  readonly request: ExportRequest & { readonly compression: ExportCompressionName };
  readonly fields: readonly string[];
  readonly requestedAt: string;
  /** 1: the first time. */
  readonly attempts: number;
}

/** For how long a worker that is not heard of is thought to be at work, and how often an export is taken up at most. */
const LEASE_SECONDS = 15;
export const MOST_ATTEMPTS = 3;

/** Of the caller who has waited longest since an export of his was begun, the oldest. */
const IN_TURN = `select id, row_number() over (order by nth, last_begun nulls first, requested_at, id) as place
  from (
    select e.id, e.requested_at, row_number() over (partition by e.owner order by e.requested_at, e.id) as nth,
      (select max(b.started_at) from SCHEMA.export b where b.owner = e.owner) as last_begun
    from SCHEMA.export e where e.status = 'QUEUED'
  ) waiting`;

/** The rows of a register's exports. */
export class ExportStore {
  private readonly table: string;
  private readonly inTurn: string;

  constructor(
    private readonly dataSource: DataSource,
    private readonly schema: string,
  ) {
    this.table = `${schema}.export`;
    this.inTurn = IN_TURN.replaceAll('SCHEMA', schema);
  }

  /** Notes an export and, in the same transaction, that somebody takes so much. Errors: `TOO_COSTLY` beyond the quota. */
  async add(
    id: string,
    head: RequestHead,
    job: Pick<ExportJob, 'request' | 'fields'>,
    perCaller: number,
  ): Promise<void> {
    const owner = ownerOf(head.principal);
    await this.alone(async (runner) => {
      const [mine] = (await runner.query(
        `select count(*)::integer as count from ${this.table} where owner = $1 and status in ('QUEUED', 'RUNNING')`,
        [owner],
      )) as [{ count: number }];
      if (mine.count >= perCaller) {
        throw graphError(
          'TOO_COSTLY',
          `You have ${mine.count} exports of this register waiting or under way; ${perCaller} are allowed. Start further ones when those are finished, or cancel one.`,
        );
      }
      await runner.query(
        `insert into ${this.table} (id, owner, head, request, fields, status, requested_at)
         values ($1, $2, $3, $4, $5, 'QUEUED', now())`,
        [id, owner, JSON.stringify(head), JSON.stringify(job.request), job.fields],
      );
      const { dataset, filter, format } = job.request;
      await appendToAccessLog(runner, this.schema, head, [
        `Export ${id}`,
        `Dataset ${dataset}`,
        `Filter ${JSON.stringify(filter ?? {})}`,
        `Fields ${job.fields.join(',')}`,
        `Format ${format}`,
      ]);
    });
  }

  /** As somebody sees it; null for one that is not his. */
  async find(reader: Reader, id: string): Promise<ExportState | null> {
    const [row] = await reader.query<StateRow[]>(`select * from ${this.table} where id = $1`, [id]);
    if (row?.status !== 'QUEUED') return row ? stateOf(row, null) : null;
    const place = await this.placeOf(reader, id);
    // Without a place it has been taken since.
    return place === null ? this.find(reader, id) : stateOf(row, place);
  }

  /** One that is known to whoever has its address. */
  async finished(id: string): Promise<StateRow | null> {
    return inTransaction(this.dataSource, ALL_ROWS, async (runner) => {
      const [row] = (await runner.query(`select * from ${this.table} where id = $1`, [id])) as StateRow[];
      return row?.status === 'FINISHED' ? row : null;
    });
  }

  /** Ends what is waiting or under way. Whoever is at work on it notices. */
  async cancel(id: string): Promise<void> {
    await inTransaction(this.dataSource, ALL_ROWS, (runner) =>
      runner.query(
        `update ${this.table} set status = 'CANCELLED', finished_at = now()
         where id = $1 and status in ('QUEUED', 'RUNNING')`,
        [id],
      ),
    );
  }

  /**
   * The next one for a worker: what another left behind, or else the next in turn; one of a register at a time. Null:
   * nothing to do. What was taken up too often is given up.
   */
  async take(worker: string): Promise<ExportJob | null> {
    return this.alone(async (runner) => {
      await runner.query(
        `update ${this.table} set status = 'FAILED', finished_at = now(), error = $2
         where status = 'RUNNING' and lease_until < now() and attempts >= $1`,
        [MOST_ATTEMPTS, JSON.stringify(GIVEN_UP)],
      );
      const rows = (await runner.query(
        `with busy as (
           select from ${this.table} where status = 'RUNNING' and lease_until >= now()
         ), next as (
           select id, 0 as place from ${this.table} where status = 'RUNNING' and lease_until < now()
           union all ${this.inTurn} order by place limit 1
         )
         update ${this.table} e set status = 'RUNNING', worker = $1, lease_until = now() + ${LEASE}, attempts = attempts + 1,
           started_at = now()
         from next where e.id = next.id and not exists (select from busy)
         returning e.id, e.head, e.request, e.fields, e.requested_at as "requestedAt", e.attempts`,
        [worker],
      )) as [(Omit<ExportJob, 'requestedAt'> & { requestedAt: Date })[], number];
      const [job] = rows[0];
      return job ? { ...job, requestedAt: job.requestedAt.toISOString() } : null;
    });
  }

  /** False: it is no longer the worker's. */
  async keep(id: string, worker: string): Promise<boolean> {
    return this.amend(id, worker, `lease_until = now() + ${LEASE}`, []);
  }

  /** Notes what was made and how much it was, together. False: it is no longer the worker's, and nobody will have it. */
  async finish({ id, head }: ExportJob, worker: string, made: MadeExport, keepMs: number): Promise<boolean> {
    const { snapshot, files, manifest, manifestSignature } = made;
    const rows = files.reduce((sum, file) => sum + file.rows, 0);
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    return this.amend(
      id,
      worker,
      `status = 'FINISHED', finished_at = now(), snapshot_id = $3, data_version = $4, change_cursor = $5, rows = $6,
       bytes = $7, files = $8, manifest = $9, manifest_signature = $10, files_until = now() + $11 * interval '1 millisecond'`,
      [
        snapshot.snapshotId,
        snapshot.dataVersion,
        snapshot.cursor,
        rows,
        bytes,
        JSON.stringify(files),
        JSON.stringify(manifest),
        manifestSignature,
        keepMs,
      ],
      (runner) => appendToAccessLog(runner, this.schema, head, [`Export ${id}`, `Rows ${rows}`]),
    );
  }

  async fail(id: string, worker: string, error: ExportState['error']): Promise<void> {
    await this.amend(id, worker, `status = 'FAILED', finished_at = now(), error = $3`, [JSON.stringify(error)]);
  }

  /** For another attempt, by whoever takes it next; with `untried` the one that ends does not count. */
  async putBack(id: string, worker: string, { untried }: { readonly untried: boolean }): Promise<void> {
    await this.amend(
      id,
      worker,
      `status = 'QUEUED', lease_until = null${untried ? ', attempts = attempts - 1' : ''}`,
      [],
    );
  }

  /** The exports whose files have been kept for as long as they are: from now on they have none. */
  async dropOld(): Promise<readonly string[]> {
    return this.alone(async (runner) => {
      const [rows] = (await runner.query(
        `update ${this.table} set files_removed = true
         where status = 'FINISHED' and not files_removed and files_until < now() returning id`,
      )) as [{ id: string }[], number];
      return rows.map(({ id }) => id);
    });
  }

  private async amend(
    id: string,
    worker: string,
    changes: string,
    values: readonly unknown[],
    also: (runner: QueryRunner) => Promise<void> = () => Promise.resolve(),
  ): Promise<boolean> {
    return inTransaction(this.dataSource, ALL_ROWS, async (runner) => {
      const [, changed] = (await runner.query(
        `update ${this.table} set ${changes} where id = $1 and worker = $2 and status = 'RUNNING'`,
        [id, worker, ...values],
      )) as [unknown, number];
      if (changed > 0) await also(runner);
      return changed > 0;
    });
  }

  /** What counts exports or takes one does so one after the other. */
  private alone<T>(run: (runner: QueryRunner) => Promise<T>): Promise<T> {
    return inTransaction(this.dataSource, ALL_ROWS, async (runner) => {
      await runner.query('select pg_advisory_xact_lock(hashtext($1))', [this.table]);
      return run(runner);
    });
  }

  private async placeOf(reader: Reader, id: string): Promise<number | null> {
    const all = reader.as(ALL_ROWS);
    const [row] = await all.query<{ place: number }[]>(`select place from (${this.inTurn}) turn where id = $1`, [id]);
    return row?.place ?? null;
  }
}

const LEASE = `interval '${LEASE_SECONDS} seconds'`;
const GIVEN_UP = {
  code: 'SUBGRAPH_UNAVAILABLE',
  message: `It was begun ${MOST_ATTEMPTS} times and never came to its end: the server or its database went away meanwhile. Start it again later.`,
};

export interface StateRow {
  readonly id: string;
  readonly request: ExportJob['request'];
  readonly fields: readonly string[];
  readonly status: ExportState['status'];
  readonly requested_at: Date;
  readonly started_at: Date | null;
  readonly finished_at: Date | null;
  readonly snapshot_id: string | null;
  readonly data_version: string | null;
  readonly change_cursor: string | null;
  readonly rows: number | null;
  readonly bytes: number | null;
  readonly files: ExportState['files'] | null;
  readonly manifest: ExportState['manifest'];
  readonly manifest_signature: string | null;
  readonly files_until: Date | null;
  readonly files_removed: boolean;
  readonly error: ExportState['error'];
}

function stateOf(row: StateRow, queuePosition: number | null): ExportState {
  const gone = row.files_removed || (row.files_until !== null && row.files_until.getTime() < Date.now());
  return {
    id: row.id,
    dataset: row.request.dataset,
    status: row.status,
    format: row.request.format,
    compression: row.request.compression,
    fields: row.fields,
    requestedAt: row.requested_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
    snapshotId: row.snapshot_id,
    dataVersion: row.data_version,
    cursor: row.change_cursor,
    rows: row.rows,
    bytes: row.bytes,
    files: gone ? [] : (row.files ?? []),
    manifest: gone ? null : row.manifest,
    manifestSignature: row.manifest_signature,
    filesUntil: row.files_until?.toISOString() ?? null,
    error: row.error,
    queuePosition,
  };
}
