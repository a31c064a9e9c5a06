import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { EXIT, PullFailure } from '../failure';

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When that process began, where the system tells: pids come back, after a restart of the machine first of all. */
  readonly bornAt: string | null;
  readonly since: string;
}

const FRESHENED_EVERY_MS = 30_000;
/** A process of another machine cannot be looked for; it is taken to be gone when it has been silent for this long. */
const SILENT_FOR_MS = 10 * 60_000;

/**
 * One run at a time: a file with the pid of the run that has the folder. What a killed run left is taken over.
 *
 * Errors: `PullFailure` (BUSY) that names the run which has it.
 */
export class Lock {
  private readonly freshening: NodeJS.Timeout;

  private constructor(private readonly file: string) {
    this.freshening = setInterval(() => {
      const now = new Date();
      utimesSync(this.file, now, now);
    }, FRESHENED_EVERY_MS).unref();
  }

  static take(folder: string): Lock {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const file = path.join(folder, 'lock');
    const mine = `${file}.${process.pid}`;
    const { pid } = process;
    const holder: Holder = { pid, host: hostname(), bornAt: birthOf(pid), since: new Date().toISOString() };
    writeFileSync(mine, JSON.stringify(holder));
    try {
      // A link is made in one step and never over a file that is there.
      while (!isLinked(mine, file)) clearStale(file);
    } finally {
      rmSync(mine, { force: true });
    }
    return new Lock(file);
  }

  release(): void {
    clearInterval(this.freshening);
    rmSync(this.file, { force: true });
  }
}

function isLinked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

function clearStale(file: string): void {
  const found = read(file);
  if (!found) return;
  if (isRunning(found, file)) {
    throw new PullFailure(
      EXIT.BUSY,
      `Another run (pid ${found.pid} on ${found.host}, since ${found.since}) is going on here; its lock is ${file}. Wait until it has ended.`,
    );
  }
  // Of two that find it stale at once, the second moves the first one's away if it looked before that was there.
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = read(aside);
  const isAnother = moved !== null && JSON.stringify(moved) !== JSON.stringify(found);
  if (isAnother) isLinked(aside, file);
  rmSync(aside, { force: true });
  if (isAnother) {
    throw new PullFailure(EXIT.BUSY, `Another run (pid ${moved.pid}) began at the same moment; its lock is ${file}.`);
  }
}

function read(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function isRunning({ pid, host, bornAt }: Holder, file: string): boolean {
  if (host !== hostname()) return Date.now() - statSync(file).mtimeMs < SILENT_FOR_MS;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it is there, and somebody else's.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return birthOf(pid) === bornAt;
}

/** Clock ticks since the machine started, of Linux; null elsewhere. */
function birthOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the name in parentheses, which may hold spaces.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
