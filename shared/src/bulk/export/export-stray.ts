import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ExportSettings } from './export-settings';

const ID = /^[a-z]+-[0-9a-f-]{36}(\.|$)/;

/** Removes what killed processes left: folders that nothing was written to for longer than files are kept. */
export async function removeStray({ folder, keepMs }: ExportSettings): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((candidate) => ID.test(candidate))) {
    const file = path.join(folder, name);
    const changed = await stat(file).then(
      ({ mtimeMs }) => mtimeMs,
      () => Date.now(),
    );
    if (changed + keepMs + GRACE_MS < Date.now()) await rm(file, { recursive: true, force: true });
  }
}

/** Its row is asked first whether it is to be removed. */
const GRACE_MS = 3_600_000;
