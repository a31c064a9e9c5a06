/** Files that are there whole or not at all, also after the machine lost its power. */
import { open, rename } from 'node:fs/promises';
import path from 'node:path';

/** Makes what was written to a file last. */
export async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Gives a file that lasts its final name, in one step. */
export async function moveInto(from: string, to: string): Promise<void> {
  await rename(from, to);
  await flushFolder(path.dirname(to));
}

export async function writeWhole(file: string, text: string): Promise<void> {
  const temporary = `${file}.next`;
  const handle = await open(temporary, 'w', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await moveInto(temporary, file);
}

async function flushFolder(folder: string): Promise<void> {
  // Windows cannot open folders; there the rename lasts by itself.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
