/** What the generators share: files are written, or with `--check` compared with what would be written. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** By path within the repository. */
export type GeneratedFiles = ReadonlyMap<string, string | Buffer>;

/** A folder as last argument stands for the repository's own. */
export function writeOrCheck(files: GeneratedFiles, script: string): void {
  const [folder = path.resolve(__dirname, '..')] = process.argv.slice(2).filter((one) => !one.startsWith('--'));
  const check = process.argv.includes('--check');
  const stale: string[] = [];
  for (const [name, content] of files) {
    const file = path.join(path.resolve(folder), name);
    if (check) {
      if (readIfThere(file)?.equals(Buffer.from(content as Buffer)) !== true) stale.push(name);
    } else {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
  }
  if (stale.length === 0) return;
  process.stderr.write(`Out of date: ${stale.join(', ')}. Run "npm run ${script}" and commit the result.\n`);
  process.exitCode = 1;
}

function readIfThere(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}
