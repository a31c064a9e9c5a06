import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, readdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { keptSecret, writeSecret } from '../config/kept-secret';
import { OperatorError, messageOf } from '../errors';
import { type ServerUser, SYSTEM_FOLDER, mayEnter, serverUser } from './embedded-binaries';

export const SUPERUSER = 'thads_admin';

/** Where a server keeps its data, and as whom it runs. */
export interface Cluster {
  readonly cluster: string;
  /** Undefined: the user that runs Node. */
  readonly user: ServerUser | undefined;
}

export interface Place extends Cluster {
  readonly dataDir: string;
  /** The folder with `bin/postgres`. */
  readonly binaries: string;
}

/** Begins with the process id, by which what a killed process left behind is known. */
function unique(): string {
  return `${process.pid}-${randomBytes(4).toString('hex')}`;
}

/** Creates the folder where it is missing; returns its real path, which is the same by whatever link it was reached. */
export async function prepareDataDir(dataDir: string): Promise<string> {
  try {
    await makeFolder(path.resolve(dataDir));
    const probe = path.join(dataDir, `.writable-${unique()}`);
    await writeFile(probe, '');
    await rm(probe);
    return await realpath(dataDir);
  } catch (error) {
    throw new OperatorError(
      `The data folder ${dataDir} cannot be written (${(error as NodeJS.ErrnoException).code ?? messageOf(error)}). ` +
        'Make it writable, or set THADS_DATA_DIR to another folder.',
    );
  }
}

/** Node's own recursive mkdir never returns below a file system without folders to make, such as /proc. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const parent = path.dirname(folder);
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || (await exists(parent))) throw error;
    await makeFolder(parent);
    await makeFolder(folder);
  }
}

/**
 * The cluster of a data folder: beside the other data, or elsewhere when the server runs as another user who may not
 * enter that folder. Once it is made, it keeps its place and its owner, whatever becomes of the folders around it.
 */
export async function findCluster(dataDir: string): Promise<Cluster> {
  const beside = path.join(dataDir, 'postgresql');
  const locationFile = path.join(dataDir, 'postgresql.location');
  const elsewhere = await readFile(locationFile, 'utf8').catch(() => null);
  if (elsewhere !== null) {
    const cluster = elsewhere.trim();
    if (await exists(path.dirname(cluster))) return { cluster, user: await ownerOf(path.dirname(cluster)) };
    throw new OperatorError(
      `The database of ${dataDir} was in ${cluster}, which is gone. Put it back, or remove ${locationFile} to begin with an empty one.`,
    );
  }
  if (await exists(beside)) {
    const user = await ownerOf(beside);
    if (!user || (await mayEnter(beside, user))) return { cluster: beside, user };
    throw new OperatorError(
      `PostgreSQL runs as the owner of ${beside}, who may not enter that folder. Open the folders above it with "chmod o+x".`,
    );
  }
  const user = await serverUser();
  if (!user || (await letIn(user, dataDir))) return { cluster: beside, user };
  const folder = path.join(SYSTEM_FOLDER, `cluster-${randomBytes(8).toString('hex')}`);
  await mkdir(folder, { recursive: true });
  await chmod(SYSTEM_FOLDER, 0o755);
  await chmod(folder, 0o755);
  await chown(folder, user.uid, user.gid);
  await writeFile(locationFile, `${path.join(folder, 'postgresql')}\n`);
  return { cluster: path.join(folder, 'postgresql'), user };
}

/** Opens a data folder that only root may enter to the server's group, when that is all that is missing. */
async function letIn(user: ServerUser, dataDir: string): Promise<boolean> {
  const { mode, uid } = await stat(dataDir);
  if ((mode & 0o077) === 0 && uid === 0 && (await mayEnter(path.dirname(dataDir), user))) {
    await chown(dataDir, uid, user.gid);
    await chmod(dataDir, (mode & 0o777) | 0o010);
  }
  return mayEnter(dataDir, user);
}

/** As root the server runs as whoever owns its files, so that another choice of user never locks it out. */
async function ownerOf(folder: string): Promise<ServerUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const { uid, gid } = await stat(folder);
  return uid === 0 ? serverUser() : { uid, gid };
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

export function superuserPassword(dataDir: string): Promise<string> {
  return keptSecret(path.join(dataDir, 'postgresql.password'), () => randomBytes(24).toString('hex'));
}

/** Made under another name first: an interrupted first start leaves no half cluster. Does nothing when there is one. */
export async function createCluster({ cluster, binaries, user }: Place, password: string): Promise<void> {
  if (await isComplete(cluster)) return;
  await removeAbandoned(cluster);
  const unfinished = `${cluster}.init-${unique()}`;
  const passwordFile = `${unfinished}.password`;
  try {
    await mkdir(unfinished, { mode: 0o700 });
    if (user) await chown(unfinished, user.uid, user.gid);
    await writeSecret(passwordFile, password, user);
    await initialise(path.join(binaries, 'bin', 'initdb'), user, [
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
  } catch (error) {
    // Another process that started at the same time may have been first; its cluster has the same password.
    if (!(await isComplete(cluster))) throw error;
  } finally {
    await rm(passwordFile, { force: true });
    await rm(unfinished, { recursive: true, force: true });
  }
}

function isComplete(cluster: string): Promise<boolean> {
  return exists(path.join(cluster, 'PG_VERSION'));
}

/** Removes what first starts that were killed left behind, and leaves that of one that is still running. */
async function removeAbandoned(cluster: string): Promise<void> {
  const folder = path.dirname(cluster);
  const prefix = `${path.basename(cluster)}.init-`;
  for (const name of await readdir(folder)) {
    if (!name.startsWith(prefix) || isRunning(Number.parseInt(name.slice(prefix.length), 10))) continue;
    await rm(path.join(folder, name), { recursive: true, force: true, maxRetries: 5 });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function initialise(program: string, user: ServerUser | undefined, args: readonly string[]): Promise<void> {
  // A process group of its own: Ctrl-C reaches us alone, and we stop when it is done, within a second or two.
  const child = spawn(program, args, { ...user, cwd: '/', detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  child.stderr!.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const outcome = await new Promise<string>((resolve) => {
    child.once('error', ({ message }) => resolve(message));
    child.once('close', (code, signal) => resolve(code === 0 ? '' : (lastLine(complaint) ?? signal ?? String(code))));
  });
  if (outcome) throw new OperatorError(`PostgreSQL's initdb failed: ${outcome}`);
}

function lastLine(text: string): string | undefined {
  return text
    .split('\n')
    .map((line) => line.trim())
    .findLast((line) => line !== '');
}
