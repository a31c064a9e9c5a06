import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chown, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { OperatorError, messageOf } from '../errors';
import { type ServerUser, SYSTEM_FOLDER, isTraversableByOthers, serverBinaries, serverUser } from './embedded-binaries';

/** A running PostgreSQL of our own. */
export interface EmbeddedServer {
  /** Administrator's connection to the database `thads`. */
  readonly url: string;
  /** Lets connections finish their statement, then stops the server. */
  stop(): Promise<void>;
}

const SUPERUSER = 'thads_admin';
export const DATABASE = 'thads';
/** Held by the one process that owns the data folder; PostgreSQL lets go of it when that process dies. */
const OWNER_LOCK = 7_201_634;

interface Place {
  readonly dataDir: string;
  readonly cluster: string;
  readonly binaries: string;
  readonly user: ServerUser | undefined;
}

/**
 * Starts the embedded PostgreSQL of a data folder, creating its cluster on first use, or attaches to the one that a
 * killed process left running. Listens on loopback only.
 *
 * Errors: `OperatorError` when the folder cannot be written or another process of ours uses it.
 */
export async function startEmbeddedServer(dataDir: string): Promise<EmbeddedServer> {
  await prepareDataDir(dataDir);
  const user = await serverUser();
  const place: Place = {
    dataDir,
    cluster: await clusterFolder(dataDir, user),
    binaries: await serverBinaries(user, dataDir),
    user,
  };
  const password = await superuserPassword(dataDir);
  if (!(await exists(path.join(place.cluster, 'PG_VERSION')))) await createCluster(place, password);

  let port = await runningPort(place, password);
  let child: ChildProcess | null = null;
  if (port === null) ({ port, child } = await launch(place, password));

  const owner = new pg.Client({ connectionString: urlOf(port, password, 'postgres'), application_name: 'thads-owner' });
  owner.on('error', () => undefined);
  await owner.connect();
  const lock = await owner.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [OWNER_LOCK]);
  if (!lock.rows[0]!.taken) {
    await owner.end();
    throw new OperatorError(
      `The data folder ${dataDir} is in use by another running THADS Graph. Stop that one, or set THADS_DATA_DIR to another folder.`,
    );
  }
  const found = await owner.query('select 1 from pg_database where datname = $1', [DATABASE]);
  if (found.rowCount === 0) await owner.query(`create database ${DATABASE}`);

  return {
    url: urlOf(port, password, DATABASE),
    async stop() {
      await owner.end().catch(() => undefined);
      await stopServer(place, child);
    },
  };
}

function urlOf(port: number, password: string, database: string): string {
  return `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

async function prepareDataDir(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true });
    const probe = path.join(dataDir, `.writable-${process.pid}`);
    await writeFile(probe, '');
    await rm(probe);
  } catch (error) {
    throw new OperatorError(
      `The data folder ${dataDir} cannot be written (${(error as NodeJS.ErrnoException).code ?? messageOf(error)}). ` +
        'Make it writable, or set THADS_DATA_DIR to another folder.',
    );
  }
}

/** Beside the other data; elsewhere when the server runs as another user who may not enter the data folder. */
async function clusterFolder(dataDir: string, user: ServerUser | undefined): Promise<string> {
  if (!user || (await isTraversableByOthers(dataDir))) return path.join(dataDir, 'postgresql');
  const name = createHash('sha256').update(path.resolve(dataDir)).digest('hex').slice(0, 16);
  const folder = path.join(SYSTEM_FOLDER, `cluster-${name}`);
  await mkdir(folder, { recursive: true, mode: 0o755 });
  await chown(folder, user.uid, user.gid);
  return path.join(folder, 'postgresql');
}

async function superuserPassword(dataDir: string): Promise<string> {
  const file = path.join(dataDir, 'postgresql.password');
  const known = await readFile(file, 'utf8').catch(() => null);
  if (known) return known.trim();
  const password = randomBytes(24).toString('hex');
  await writeFile(file, password, { mode: 0o600, flag: 'w' });
  return password;
}

/** Made under another name first: an interrupted first start leaves no half cluster. */
async function createCluster({ cluster, binaries, user }: Place, password: string): Promise<void> {
  const unfinished = `${cluster}.init-${process.pid}`;
  const passwordFile = `${unfinished}.password`;
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  const handle = await open(passwordFile, 'w', 0o600);
  await handle.writeFile(password);
  await handle.close();
  if (user) {
    await chown(unfinished, user.uid, user.gid);
    await chown(passwordFile, user.uid, user.gid);
  }
  try {
    await run(path.join(binaries, 'bin', 'initdb'), user, [
      `--pgdata=${unfinished}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
    ]);
    await rename(unfinished, cluster);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function run(program: string, user: ServerUser | undefined, args: readonly string[]): Promise<void> {
  const child = spawn(program, args, { ...user, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  child.stderr!.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0)
    throw new OperatorError(`${path.basename(program)} failed: ${complaint.trim().split('\n').at(-1) ?? code}`);
}

interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

async function postmaster({ cluster }: Place): Promise<Postmaster | null> {
  const text = await readFile(path.join(cluster, 'postmaster.pid'), 'utf8').catch(() => null);
  if (text === null) return null;
  const lines = text.split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]) };
}

/** A killed process that nobody has waited for yet counts as dead. */
async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  return status === null || !/\) Z /.test(status);
}

/** The port of a server of this very cluster that is up; null when there is none. */
async function runningPort(place: Place, password: string): Promise<number | null> {
  const found = await postmaster(place);
  if (!found || !found.port || !(await isAlive(found.pid))) return null;
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const client = new pg.Client({
      connectionString: urlOf(found.port, password, 'postgres'),
      connectionTimeoutMillis: 2_000,
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const answer = await client.query<{ data_directory: string }>('show data_directory');
      return path.resolve(answer.rows[0]!.data_directory) === path.resolve(place.cluster) ? found.port : null;
    } catch (error) {
      // 57P03: starting up or shutting down. Anything else on that port is not ours.
      if ((error as { code?: string }).code !== '57P03') return null;
      await sleep(250);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  return null;
}

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
  return {
    shared_buffers: `${Math.min(4_096, Math.max(128, Math.floor(megabytes / 8)))}MB`,
    effective_cache_size: `${Math.max(256, Math.floor(megabytes / 2))}MB`,
    work_mem: '32MB',
    maintenance_work_mem: '256MB',
    max_wal_size: '4GB',
    max_connections: 100,
    log_min_messages: 'warning',
    timezone: 'UTC',
  };
}

async function launch(place: Place, password: string): Promise<{ port: number; child: ChildProcess }> {
  const { cluster, binaries, user, dataDir } = place;
  const stale = await postmaster(place);
  if (stale && !(await isAlive(stale.pid))) await rm(path.join(cluster, 'postmaster.pid'), { force: true });
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const log = await open(path.join(dataDir, 'postgresql.log'), 'a');
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
    await log.close();
    if (await accepts(child, port, password)) return { port, child };
    // After a crash its last children may hold the shared memory for a moment, and the free port may be taken by now.
    if (attempt === 6)
      throw new OperatorError(`PostgreSQL does not start; see ${path.join(dataDir, 'postgresql.log')}.`);
    await sleep(500);
  }
}

async function accepts(child: ChildProcess, port: number, password: string): Promise<boolean> {
  let ended = false;
  child.once('exit', () => (ended = true));
  child.once('error', () => (ended = true));
  for (let attempt = 0; attempt < 1_200 && !ended; attempt += 1) {
    const client = new pg.Client({ connectionString: urlOf(port, password, 'postgres') });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return true;
    } catch {
      await sleep(50);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  return false;
}

/** A fast shutdown: open transactions are rolled back, the next start needs no recovery. */
async function stopServer(place: Place, child: ChildProcess | null): Promise<void> {
  const pid = child?.pid ?? (await postmaster(place))?.pid;
  if (!pid || !(await isAlive(pid))) return;
  if (process.platform === 'win32') {
    await run(path.join(place.binaries, 'bin', 'pg_ctl.exe'), undefined, [
      'stop',
      '-D',
      place.cluster,
      '-m',
      'fast',
      '-w',
    ]);
    return;
  }
  process.kill(pid, 'SIGINT');
  while (await isAlive(pid)) await sleep(20);
}
