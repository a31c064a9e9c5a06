import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { ROOT } from './compose-file';

export interface LocalProcess {
  readonly output: string;
  /** Resolves with the exit code; null: ended by a signal. */
  readonly ended: Promise<number | null>;
  kill(signal: 'SIGTERM' | 'SIGKILL'): void;
}

/** Runs a command as in the image: from the root of the sources, with nothing in the environment but what it is given. */
export function runLocally([program, ...args]: readonly string[], environment: Record<string, string>): LocalProcess {
  const child: ChildProcess = spawn(program!, args, {
    cwd: ROOT,
    env: { PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env.PATH}`, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout!.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr!.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return {
    get output() {
      return output;
    },
    ended,
    kill: (signal) => void child.kill(signal),
  };
}
