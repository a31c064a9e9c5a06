import { open, readFile } from 'node:fs/promises';
import path from 'node:path';

/** What a running server writes of itself into its cluster: `postmaster.pid`. A killed one leaves it behind. */
export interface LockFile {
  readonly pid: number;
  readonly port: number;
}

function fileOf(cluster: string): string {
  return path.join(cluster, 'postmaster.pid');
}

export async function readLockFile(cluster: string): Promise<LockFile | null> {
  const text = await readFile(fileOf(cluster), 'utf8').catch(() => null);
  if (text === null) return null;
  const lines = text.split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]) };
}

type Occupant = 'none' | 'postgres' | 'other';

/** Who has a process id: a killed process that nobody has waited for, or one that got the number since, is `other`. */
async function occupant(pid: number): Promise<Occupant> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return 'none';
  }
  // Without /proc only the process id itself can be asked.
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  return status === null || /^\d+ \(postgres\) [^ZX]/.test(status) ? 'postgres' : 'other';
}

export async function isPostgres(pid: number): Promise<boolean> {
  return (await occupant(pid)) === 'postgres';
}

/**
 * Lets a new server start where a dead one's process id still exists, as a zombie or as another program. PostgreSQL
 * would wait for it for ever. It takes a lock file that names its own parent as left over, and still refuses to start
 * while a process of the dead server holds the shared memory; removing the file would lose that safeguard.
 */
export async function setAsideLockFile(cluster: string): Promise<void> {
  const found = await readLockFile(cluster);
  if (!found || (await occupant(found.pid)) !== 'other') return;
  const file = await open(fileOf(cluster), 'r+');
  try {
    const lines = (await file.readFile('utf8')).split('\n');
    const content = [String(process.pid), ...lines.slice(1)].join('\n');
    await file.write(content, 0);
    await file.truncate(Buffer.byteLength(content));
  } finally {
    await file.close();
  }
}
