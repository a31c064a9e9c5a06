/** A command of the repository in a process of its own, as its npm script starts it. */
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(__dirname, '..', '..');

export interface CommandResult {
  /** Null when it was killed. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningCommand {
  readonly child: ChildProcess;
  readonly ended: Promise<CommandResult>;
}

interface CommandOptions {
  /** In a process group of its own, as a terminal gives it: what it starts itself is in it. */
  readonly detached?: boolean;
}

export function startCommand(
  entry: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  { detached = false }: CommandOptions = {},
): RunningCommand {
  const child = spawn(
    process.execPath,
    ['-r', path.join(root, 'scripts', 'register.cjs'), path.join(root, entry), ...args],
    { env: { PATH: process.env.PATH, ...environment }, stdio: ['ignore', 'pipe', 'pipe'], detached },
  );
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return {
    child,
    ended: new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve({ code, stdout, stderr }));
    }),
  };
}

export function runCommand(...command: Parameters<typeof startCommand>): Promise<CommandResult> {
  return startCommand(...command).ended;
}
