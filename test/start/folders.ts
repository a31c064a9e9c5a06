import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { killAllNaming } from './postgres-processes';

const made: string[] = [];

/** A folder that every user may enter, as a data folder mostly is. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'thads-start-'));
  chmodSync(folder, 0o755);
  made.push(folder);
  return folder;
}

/** Ends what a failed test has left running in the folders, and removes them. */
export function removeFolders(): void {
  for (const folder of made.splice(0)) {
    killAllNaming(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
