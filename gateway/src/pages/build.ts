import { mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DASHBOARD, PLAYGROUND, type Page } from './page';
import { STAMP_FILE, stampOfBuild, stampOfSources } from './stamp';
import { runVite } from './vite';

/** Work folders hold a folder named `dist`, which git ignores by name. */
const WORK_PREFIX = '.build-';
const ABANDONED_AFTER_MS = 60 * 60 * 1000;

/**
 * Builds a page unless `dist` was built from the very sources that are there now. The build runs in a process of
 * its own, in a work folder that becomes `dist` only when complete: interrupted at any point, `dist` is whole or absent.
 * @param log receives one line before and one after a build; nothing when there is nothing to do.
 * @throws Error with what Vite printed, when the build fails.
 */
export async function ensureBuilt(page: Page, log: (line: string) => void): Promise<void> {
  const { name, folder } = page;
  const stamp = await stampOfSources(page);
  if ((await stampOfBuild(folder)) === stamp) return;

  log(`${name}: building, this takes a few seconds`);
  const started = performance.now();
  await removeAbandoned(folder);
  const work = await mkdtemp(path.join(folder, WORK_PREFIX));
  try {
    const built = path.join(work, 'dist');
    await runVite(page, built);
    await writeFile(path.join(built, STAMP_FILE), stamp);
    await replaceDist(folder, work, stamp);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  log(`${name}: built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

/** Builds the pages that are served, one after the other: two builds at once take longer on two cores. */
export async function ensurePagesBuilt(
  { playground, dashboard }: { readonly playground: boolean; readonly dashboard: boolean },
  log: (line: string) => void,
): Promise<void> {
  if (dashboard) await ensureBuilt(DASHBOARD, log);
  if (playground) await ensureBuilt(PLAYGROUND, log);
}

async function replaceDist(folder: string, work: string, stamp: string): Promise<void> {
  const dist = path.join(folder, 'dist');
  await rename(dist, path.join(work, 'replaced')).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  try {
    await rename(path.join(work, 'dist'), dist);
  } catch (error) {
    // Another process can have put its build there in between; the same sources make it as good as ours.
    if ((await stampOfBuild(folder)) !== stamp) throw error;
  }
}

/** Removes the work folders of builds that were killed, and leaves those of builds that may still be running. */
async function removeAbandoned(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.startsWith(WORK_PREFIX));
  for (const name of names) {
    const work = path.join(folder, name);
    const info = await stat(work).catch(() => null);
    if (info && Date.now() - info.mtimeMs > ABANDONED_AFTER_MS) await rm(work, { recursive: true, force: true });
  }
}
