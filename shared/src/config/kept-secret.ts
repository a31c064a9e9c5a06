import { randomBytes } from 'node:crypto';
import { link, open, readFile, rm } from 'node:fs/promises';

/**
 * The secret in a file that its owner alone can read, made when it is first asked for. Whole or absent at any point, and
 * the same for two processes that ask at the same time.
 */
export async function keptSecret(file: string, make: () => string): Promise<string> {
  const kept = await readIfThere(file);
  if (kept !== null) return kept;
  const made = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    await writeSecret(made, make());
    await link(made, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(made, { force: true });
  }
  return (await readFile(file, 'utf8')).trim();
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

export async function writeSecret(
  file: string,
  secret: string,
  owner?: { readonly uid: number; readonly gid: number },
): Promise<void> {
  await rm(file, { force: true });
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(secret);
    await handle.sync();
    if (owner) await handle.chown(owner.uid, owner.gid);
  } finally {
    await handle.close();
  }
}
