import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Stoppable } from './running';

export const ROOT = path.resolve(__dirname, '..', '..');

/** The preload with which Node runs our sources, and the command that makes data. */
export const REGISTER = path.join(ROOT, 'scripts', 'register.cjs');
export const SAMPLE = path.join(ROOT, 'sample', 'src', 'main.ts');

export interface ServerProcess extends Stoppable {
  readonly url: string;
  readonly pid: number;
  /** With which it is asked. */
  readonly headers: Readonly<Record<string, string>>;
}

export type Variables = Readonly<Record<string, string>>;

/** One of our entry points, of this checkout or another, as a process that prints `ready` and its address. */
export function startEntry(entry: string, variables: Variables, root = ROOT): Promise<ServerProcess> {
  return startServer(
    ['-r', path.join(root, 'scripts', 'register.cjs'), path.join(root, entry)],
    variables,
    /^ready .*?(http:\/\/\S+?)(?:\/graphql)?(?:\s|$)/m,
  );
}

const READY_WITHIN_MS = 120_000;

/** A Node program that serves HTTP until SIGTERM; `ready` finds its address in what it prints. */
export function startServer(args: readonly string[], variables: Variables, ready: RegExp): Promise<ServerProcess> {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'warn',
      NODE_ENV: 'production',
      // As in the image.
      NODE_OPTIONS: '--max-semi-space-size=16',
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => child.kill('SIGKILL'), READY_WITHIN_MS);
    let output = '';
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const url = ready.exec(output)?.[1];
      if (!url) return;
      clearTimeout(late);
      resolve({ url, pid: child.pid!, headers: {}, stop: () => stop(child) });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${args.join(' ')} ended with ${code}: ${output}`)));
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(force);
}

/** A program that does its work and ends; rejects unless it ends well. */
export function runProgram(
  program: string,
  args: readonly string[],
  variables: NodeJS.ProcessEnv = {},
): Promise<string> {
  const child = spawn(program, args, {
    cwd: ROOT,
    env: { ...process.env, ...variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) =>
      code === 0 ? resolve(output) : reject(new Error(`${program} ${args.join(' ')} ended with ${code ?? signal}`)),
    );
  });
}

/** The kernel counts processor time in hundredths of a second. */
const TICK_MS = 10;

/** Milliseconds of processor time that processes have used so far. Linux only. */
export function cpuOf(processes: readonly ServerProcess[]): number {
  return processes.reduce((sum, { pid }) => {
    // The name, in brackets, may hold spaces; user and system time are the 12th and 13th field after it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
    return sum + (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  }, 0);
}
