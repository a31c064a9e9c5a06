import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder for files of one test file, removed at its end. */
export function scratchFolder(): { write(name: string, content: string | Buffer): string; file(name: string): string } {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'thads-import-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (name: string): string => path.join(folder, name);
  return {
    file,
    write(name, content) {
      writeFileSync(file(name), content);
      return file(name);
    },
  };
}
