import type pg from 'pg';
import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { ALL_ROWS, beginAs, rowAccessOf } from '../../access/row-access';
import { messageOf } from '../../errors';
import type { Traffic } from '../../database/traffic';
import type { Logger } from '../../logging/logger';
import type { DatasetDefinition } from '../dataset';
import { chosenFields } from '../dataset-access';
import type { ExportState } from './export';
import { partsOf } from './export-conditions';
import { courtesyTo } from './export-courtesy';
import { openExportKey } from './export-key';
import { manifestOf } from './export-manifest';
import { type ExportPlan, makeExport } from './export-run';
import type { ExportSettings } from './export-settings';
import { type ExportJob, type ExportStore, MOST_ATTEMPTS } from './export-store';
import { removeStray } from './export-stray';

/**
 * Makes the exports of a register, one at a time. Any number of processes may run one: what one leaves behind, another
 * takes up from the start. It never fails the process.
 */
export interface ExportWorker {
  /** There is something to do. */
  wake(): void;
  stop(): Promise<void>;
}

export interface ExportWorkerOptions {
  readonly dataSource: DataSource;
  readonly store: ExportStore;
  readonly schema: string;
  readonly describe: (dataset: DatasetDefinition, field: string) => string;
  readonly datasets: readonly DatasetDefinition[];
  readonly settings: ExportSettings;
  readonly logger: Logger;
  readonly traffic: Traffic;
}

/** Between looks for work that other processes have taken in. */
const LOOK_MS = 2_000;
/** Between looks whether it is still wanted; several fit into a lease. */
const KEEP_MS = 1_000;

export function createExportWorker(options: ExportWorkerOptions): ExportWorker {
  const { dataSource, store, schema, settings, logger } = options;
  const name = randomUUID();
  const pool = (dataSource.driver as PostgresDriver).master as pg.Pool;
  let stopped = false;
  let awake = false;
  let timer: NodeJS.Timeout | undefined;
  let current: AbortController | undefined;
  let running: Promise<void> = Promise.resolve();
  let failing = false;
  let busy = false;

  function schedule(milliseconds: number): void {
    if (stopped) return;
    clearTimeout(timer);
    timer = setTimeout(() => (running = turn()), milliseconds);
  }

  async function turn(): Promise<void> {
    busy = true;
    awake = false;
    try {
      if (await isThereWork(pool, schema)) {
        for (const id of await store.dropOld()) await removeFiles(id);
        for (let job = await store.take(name); job; job = stopped ? null : await store.take(name)) await work(job);
      }
      await removeStray(settings);
      failing = false;
    } catch (error) {
      if (!stopped && !failing)
        logger.warn({ reason: messageOf(error), schema }, 'exports wait: tried again every two seconds');
      failing = true;
    }
    busy = false;
    schedule(awake ? 0 : LOOK_MS);
  }

  async function work(job: ExportJob): Promise<void> {
    const { id } = job;
    const control = new AbortController();
    current = control;
    if (stopped) control.abort();
    const keeper = setInterval(() => {
      // The database may be away for a moment; whether the lease is over is for others to say.
      store.keep(id, name).then(
        (kept) => kept || control.abort(),
        () => undefined,
      );
    }, KEEP_MS);
    try {
      const made = await make(job, control.signal);
      if (!(await store.finish(job, name, made, settings.keepMs))) await removeFiles(id);
    } catch (error) {
      if (stopped) await store.putBack(id, name, { untried: true });
      else if (!control.signal.aborted) await endOf(job, error);
    } finally {
      clearInterval(keeper);
      current = undefined;
    }
  }

  async function make(job: ExportJob, signal: AbortSignal) {
    const plan = planOf(job, options);
    const key = await openExportKey(settings);
    const client = await pool.connect();
    let broken: Error | undefined;
    const pid = (client as pg.PoolClient & { processID: number }).processID;
    const cancel = (): void => void pool.query('select pg_cancel_backend($1)', [pid]).catch(() => undefined);
    signal.addEventListener('abort', cancel);
    const onError = (): void => undefined;
    client.on('error', onError);
    try {
      return await makeExport(client, plan, folderOf(settings, job.id), {
        key,
        signal,
        courtesy: courtesyTo(options.traffic),
        manifestOf: (snapshot, files) => manifestOf(job, plan, { snapshot, files, key, describe: options.describe }),
      });
    } catch (error) {
      broken = error as Error;
      // A statement that was only sent when it was over is not stopped yet.
      if (signal.aborted) cancel();
      throw error;
    } finally {
      signal.removeEventListener('abort', cancel);
      client.off('error', onError);
      client.release(broken);
    }
  }

  /** Tried again while the database was away; otherwise the caller is told why. */
  async function endOf(job: ExportJob, error: unknown): Promise<void> {
    if (isPassing(error) && job.attempts < MOST_ATTEMPTS) return store.putBack(job.id, name, { untried: false });
    logger.error({ err: error, export: job.id }, 'export failed');
    await store.fail(job.id, name, reasonOf(error));
  }

  async function removeFiles(id: string): Promise<void> {
    await rm(folderOf(settings, id), { recursive: true, force: true });
  }

  schedule(0);
  return {
    wake() {
      awake = true;
      if (!busy) schedule(0);
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      current?.abort();
      await running;
    },
  };
}

/** Where the files of an export are. */
export function folderOf({ folder }: Pick<ExportSettings, 'folder'>, id: string): string {
  return path.join(folder, id);
}

function planOf({ head, request, fields }: ExportJob, { schema, datasets }: ExportWorkerOptions): ExportPlan {
  const { principal } = head;
  const dataset = datasets.find(({ name }) => name === request.dataset)!;
  return {
    schema,
    dataset,
    fields: chosenFields(dataset, principal, fields),
    parts: partsOf(dataset, request.filter, principal),
    format: request.format,
    compression: request.compression,
    principal,
    access: rowAccessOf(principal),
  };
}

async function isThereWork(pool: pg.Pool, schema: string): Promise<boolean> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(beginAs(ALL_ROWS, { readOnly: true }));
    const { rows } = await client.query(
      `select from ${schema}.export where status in ('QUEUED', 'RUNNING')
       union all select from ${schema}.export where status = 'FINISHED' and not files_removed and files_until < now() limit 1`,
    );
    await client.query('commit');
    return rows.length > 0;
  } catch (error) {
    broken = error as Error;
    throw error;
  } finally {
    client.release(broken);
  }
}

/** By PostgreSQL: connections that failed, a server that stops or starts; by the network: whatever has another code. */
const GONE = /^(08|57P)/;
const NETWORK: ReadonlySet<unknown> = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND']);

function isPassing(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message: string };
  return NETWORK.has(code) || GONE.test(String(code)) || /^Connection terminated|^Client has encountered/.test(message);
}

const DISK_IS_FULL: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

export function reasonOf(error: unknown): NonNullable<ExportState['error']> {
  if (DISK_IS_FULL.has((error as { code?: unknown }).code)) {
    return {
      code: 'SUBGRAPH_UNAVAILABLE',
      message:
        'There is no room for its files; what was written is removed. Ask the operator to make room, or export less at once.',
    };
  }
  if (isPassing(error)) {
    return {
      code: 'SUBGRAPH_UNAVAILABLE',
      message: `The database went away ${MOST_ATTEMPTS} times while it was read. Start it again later.`,
    };
  }
  return { code: 'INTERNAL', message: 'It failed; give the id of the export to the operator.' };
}
