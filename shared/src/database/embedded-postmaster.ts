import { type ChildProcess, spawn } from 'node:child_process';
import { open, readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { OperatorError } from '../errors';
import { type Place, SUPERUSER } from './embedded-cluster';
import { type LockFile, isPostgres, readLockFile, setAsideLockFile } from './embedded-lock-file';

/** The server's first process. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly place: Place;
  /** Absent when a killed process of ours left it running. */
  readonly child?: ChildProcess;
}

export interface StartedPostmaster {
  readonly postmaster: Postmaster;
  /** Administrator's connection to the database `postgres`. */
  readonly connection: pg.Client;
}

const ATTEMPTS = 6;
/** After a crash the server first replays its log, which can take minutes. */
const RECOVERY_MS = 10 * 60_000;
/** From the first process to an open port. */
const LISTEN_MS = 30_000;

export function connectionUrl(port: number, password: string, database: string): string {
  return `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
}

/** The cluster's server, already running or started now, as soon as it answers. */
export async function startOrAttach(place: Place, password: string): Promise<StartedPostmaster> {
  const log = path.join(place.dataDir, 'postgresql.log');
  const logStart = await stat(log).then(
    ({ size }) => size,
    () => 0,
  );
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const started = (await attach(place, password)) ?? (await launch(place, password, log));
    if (started) return started;
    // After a crash its last children may hold the shared memory for a moment, and the free port may be taken by now.
    await sleep(500);
  }
  const said = (await readFile(log, 'utf8')).slice(logStart).match(/(FATAL|PANIC|error while loading).*/g);
  throw new OperatorError(`PostgreSQL does not start${said ? ` (${said.at(-1)})` : ''}; see ${log}.`);
}

/** The cluster's server when it runs and answers. */
export async function attach(place: Place, password: string): Promise<StartedPostmaster | null> {
  const found = await readLockFile(place.cluster);
  if (!found || !found.port || !(await isPostgres(found.pid))) return null;
  const connection = await connectWhenUp(found.port, password, () => isPostgres(found.pid));
  if (!connection) return null;
  const answer = await connection.query<{ data_directory: string }>('show data_directory');
  if (path.resolve(answer.rows[0]!.data_directory) === place.cluster) {
    return { postmaster: { ...found, place }, connection };
  }
  await connection.end();
  return null;
}

async function launch(place: Place, password: string, logFile: string): Promise<StartedPostmaster | null> {
  const { cluster, binaries, user } = place;
  await setAsideLockFile(cluster);
  const port = await freePort();
  const log = await open(logFile, 'a');
  const settings = Object.entries({
    ...serverSettings(),
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // A process group of its own: Ctrl-C reaches us alone, and we stop the server after the last statement.
  const child = spawn(path.join(binaries, 'bin', 'postgres'), ['-D', cluster, ...settings], {
    ...user,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  let failure: Error | undefined;
  child.once('error', (error) => (failure = error));
  await log.close();
  const postmaster = { pid: child.pid!, port, place, child };
  const connection = await connectWhenUp(port, password, () => !failure && isRunning(child)).catch(
    async (error: unknown) => {
      await stopPostmaster(postmaster);
      throw error;
    },
  );
  if (connection) return { postmaster, connection };
  if (failure) throw new OperatorError(`PostgreSQL cannot be started: ${failure.message}`);
  return null;
}

/** A connection as soon as the server takes one; null when it ended before. */
async function connectWhenUp(
  port: number,
  password: string,
  isUp: () => boolean | Promise<boolean>,
): Promise<pg.Client | null> {
  const begun = Date.now();
  for (;;) {
    const client = new pg.Client({
      connectionString: connectionUrl(port, password, 'postgres'),
      application_name: 'thads-owner',
      connectionTimeoutMillis: 5_000,
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      const { code } = error as { code?: string };
      if (code === WRONG_PASSWORD) {
        throw new OperatorError(
          'PostgreSQL refuses the password in postgresql.password: the file does not belong to this database. Put the right one back.',
        );
      }
      if (!(await isUp())) return null;
      if (Date.now() - begun > (code === STARTING_OR_STOPPING ? RECOVERY_MS : LISTEN_MS)) {
        throw new OperatorError(`PostgreSQL does not answer on port ${port}; see postgresql.log in the data folder.`);
      }
      await sleep(50);
    }
  }
}

const WRONG_PASSWORD = '28P01';
const STARTING_OR_STOPPING = '57P03';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Settings for the machine's memory; everything else is PostgreSQL's default. */
function serverSettings(): Record<string, string | number> {
  const megabytes = Math.floor(totalmem() / 1024 / 1024);
  const share = (part: number, least: number, most: number): string =>
    `${Math.min(most, Math.max(least, Math.floor(megabytes * part)))}MB`;
  return {
    shared_buffers: share(1 / 4, 128, 8_192),
    effective_cache_size: share(5 / 8, 256, 1_000_000),
    work_mem: share(1 / 400, 16, 128),
    maintenance_work_mem: share(1 / 24, 64, 2_048),
    // Data folders are on solid state disks nowadays: an index page costs hardly more than the next one of a table.
    random_page_cost: 1.1,
    // Checkpoints far apart: a bulk load writes less of what it will change again anyway.
    max_wal_size: '4GB',
    checkpoint_timeout: '15min',
    max_connections: 100,
    log_min_messages: 'warning',
    // Without the rows and values that a statement failed with: they may be of persons.
    log_error_verbosity: 'terse',
    timezone: 'UTC',
  };
}

/** A fast shutdown; does nothing when the server has ended, even if its process id is somebody else's by now. */
export async function stopPostmaster(postmaster: Postmaster): Promise<void> {
  if (!(await isUp(postmaster))) return;
  const { place, pid } = postmaster;
  if (process.platform === 'win32') {
    const args = ['stop', '-D', place.cluster, '-m', 'fast', '-w'];
    const stopping = spawn(path.join(place.binaries, 'bin', 'pg_ctl.exe'), args, { stdio: 'ignore' });
    await new Promise((resolve) => stopping.once('close', resolve).once('error', resolve));
    return;
  }
  process.kill(pid, 'SIGINT');
  while (await isUp(postmaster)) await sleep(20);
}

async function isUp({ child, pid, place }: Postmaster): Promise<boolean> {
  if (child) return isRunning(child);
  const lockFile: LockFile | null = await readLockFile(place.cluster);
  return lockFile?.pid === pid && isPostgres(pid);
}

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}
