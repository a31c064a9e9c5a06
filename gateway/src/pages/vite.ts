import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Page } from './page';

/** A build takes 3 to 12 seconds; only one that hangs takes this long. */
const DEADLINE_MS = 5 * 60 * 1000;

/**
 * Runs `vite build` for a page, in a child process, into `outDir`.
 * @throws Error with everything that Vite printed, when it fails; its warnings are dropped when it succeeds.
 */
export async function runVite({ name, folder }: Page, outDir: string): Promise<void> {
  // A native config load writes no temporary file, which the default does beside `node_modules`.
  const args = ['build', '--outDir', outDir, '--configLoader', 'native', '--logLevel', 'warn'];
  const printed: Buffer[] = [];
  const outcome = await new Promise<string>((resolve, reject) => {
    const child = spawn(process.execPath, [viteProgram(folder), ...args], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: DEADLINE_MS,
    });
    child.stdout.on('data', (chunk: Buffer) => printed.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => printed.push(chunk));
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(signal ?? String(code)));
  });
  if (outcome === '0') return;
  const output = Buffer.concat(printed).toString('utf8').trim();
  throw new Error(`the ${name} did not build: vite ended with ${outcome} in ${folder}\n${output}`);
}

function viteProgram(folder: string): string {
  const packageFile = require.resolve('vite/package.json', { paths: [folder, __dirname] });
  return path.join(path.dirname(packageFile), 'bin/vite.js');
}
