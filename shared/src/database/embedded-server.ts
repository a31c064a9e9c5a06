import type pg from 'pg';
import { OperatorError } from '../errors';
import { serverBinaries } from './embedded-binaries';
import { createCluster, findCluster, prepareDataDir, superuserPassword } from './embedded-cluster';
import { type Postmaster, attach, connectionUrl, startOrAttach, stopPostmaster } from './embedded-postmaster';
import { setTimeout as sleep } from 'node:timers/promises';

export { prepareDataDir };

/** A running PostgreSQL of our own. */
export interface EmbeddedServer {
  /** Administrator's connection to the database `thads`. */
  readonly url: string;
  /** A fast shutdown: open transactions are rolled back, the next start needs no recovery. */
  stop(): Promise<void>;
}

export const DATABASE = 'thads';
/** Held by the one process that owns the data folder; PostgreSQL lets go of it when that process dies. */
const OWNER_LOCK = 7_201_634;

/**
 * Starts the embedded PostgreSQL of a data folder, creating its cluster on first use, or attaches to the one that a
 * killed process left running. Listens on loopback only.
 *
 * Errors: `OperatorError` when the folder cannot be written, the server does not start, or another process of ours
 * uses it.
 */
export async function startEmbeddedServer(dataDir: string): Promise<EmbeddedServer> {
  try {
    return await start(await prepareDataDir(dataDir));
  } catch (error) {
    const { code, path: file, message } = error as NodeJS.ErrnoException;
    if (code === undefined || file === undefined || error instanceof OperatorError) throw error;
    throw new OperatorError(`The data folder ${dataDir} cannot be used (${message}).`);
  }
}

/** The administrator's connection to the server that another process of ours runs on the folder; null: none does. */
export async function runningServerUrl(dataDir: string): Promise<string | null> {
  const folder = await prepareDataDir(dataDir);
  const { cluster, user } = await findCluster(folder);
  const password = await superuserPassword(folder);
  const running = await attach({ dataDir: folder, cluster, user, binaries: '' }, password);
  await running?.connection.end();
  return running && connectionUrl(running.postmaster.port, password, DATABASE);
}

async function start(dataDir: string): Promise<EmbeddedServer> {
  const { cluster, user } = await findCluster(dataDir);
  const place = { dataDir, cluster, user, binaries: await serverBinaries(user, dataDir) };
  const password = await superuserPassword(dataDir);
  await createCluster(place, password);
  const { postmaster, connection } = await startOrAttach(place, password);
  await takeOwnership(connection, dataDir);
  try {
    const found = await connection.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (found.rowCount === 0) await connection.query(`create database ${DATABASE}`);
  } catch (error) {
    await stop(postmaster, connection);
    throw error;
  }
  return {
    url: connectionUrl(postmaster.port, password, DATABASE),
    stop: () => stop(postmaster, connection),
  };
}

/** The connection, and with it the lock, is kept until the server is down: nobody can take over in between. */
async function stop(postmaster: Postmaster, connection: pg.Client): Promise<void> {
  await stopPostmaster(postmaster);
  await connection.end().catch(() => undefined);
}

/** Tries for a second: the server needs a moment to notice that the owner before us was killed. */
async function takeOwnership(connection: pg.Client, dataDir: string): Promise<void> {
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const lock = await connection.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [OWNER_LOCK]);
    if (lock.rows[0]!.taken) return;
    await sleep(200);
  }
  await connection.end();
  throw new OperatorError(
    `The data folder ${dataDir} is in use by another running THADS Graph. Stop that one, or set THADS_DATA_DIR to another folder.`,
  );
}
