import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from './page';

/** What a built page is made of; `package.json` pins the libraries exactly. */
const SOURCES = ['src', 'index.html', 'package.json', 'tsconfig.json', 'vite.config.mjs'];

/** Name of the file in `dist` that tells which sources it was built from. */
export const STAMP_FILE = 'sources.sha256';

/** The sha256 over names and contents of a page's sources, in hexadecimal. */
export async function stampOfSources({ folder, besides = [] }: Page): Promise<string> {
  const files = (await Promise.all([...SOURCES, ...besides].map((source) => filesIn(folder, source)))).flat().sort();
  const hash = createHash('sha256');
  for (const file of files) {
    const content = await readFile(path.join(folder, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** The stamp of the built page, or null when there is none. */
export async function stampOfBuild(folder: string): Promise<string | null> {
  return readFile(path.join(folder, 'dist', STAMP_FILE), 'utf8').catch(orNull);
}

/** Paths below `folder`, with `/` on every system; a source that is absent counts as empty. */
async function filesIn(folder: string, source: string): Promise<string[]> {
  const found = await stat(path.join(folder, source)).catch(orNull);
  if (!found?.isDirectory()) return found ? [source] : [];
  const inside = await readdir(path.join(folder, source));
  return (await Promise.all(inside.map((name) => filesIn(folder, `${source}/${name}`)))).flat();
}

function orNull(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
