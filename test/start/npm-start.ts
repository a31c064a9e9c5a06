/** What `npm start` runs, as a process of its own, in a process group of its own, as a terminal would start it. */
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { GraphClient } from '../harness/graph-client';
import { openDevelopmentIssuer } from '../harness/issuers';

export const root = path.resolve(__dirname, '..', '..');

export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

export interface NpmStart {
  readonly pid: number;
  /** The address in the `ready` line. Rejects with what was printed when the process ends before. */
  readonly ready: Promise<string>;
  readonly ended: Promise<Ended>;
  /** Of its own issuer, for a registrar. */
  token(): Promise<string>;
  /** With that token, once it is ready. */
  client(): Promise<GraphClient>;
  output(): string;
  /** What Ctrl-C does: the signal goes to the whole process group. */
  pressCtrlC(): void;
  signal(name: NodeJS.Signals): void;
}

export interface StartOptions {
  readonly user?: { readonly uid: number; readonly gid: number };
  /** Through npm and its shell, whose process id and exit code it then has. */
  readonly throughNpm?: boolean;
}

const running = new Set<ChildProcess>();

/** Without the sample and on a free port, unless the environment says otherwise. */
export function npmStart(environment: Readonly<Record<string, string>>, options: StartOptions = {}): NpmStart {
  const child = spawn(
    options.throughNpm ? 'npm' : process.execPath,
    options.throughNpm
      ? ['start']
      : ['--enable-source-maps', '-r', './scripts/register.cjs', path.join('gateway', 'src', 'start.ts')],
    {
      cwd: root,
      env: { PATH: process.env.PATH, HOME: '/nonexistent', PORT: '0', THADS_SAMPLE: 'none', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      ...options.user,
    },
  );
  running.add(child);
  let output = '';
  const ready = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const url = /^ready .*?(http:\/\/localhost:\d+)\/graphql/m.exec(output)?.[1];
      if (url) resolve(url);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('close', (code) => reject(new Error(`npm start ended with ${code}:\n${output}`)));
  });
  ready.catch(() => undefined);
  const ended = new Promise<Ended>((resolve) =>
    child.once('exit', (code) => {
      running.delete(child);
      // Output that is still under way; "close" would wait for a server that has inherited a stream.
      setTimeout(() => resolve({ code, output }), 50);
    }),
  );
  const token = async (): Promise<string> => {
    const issuer = await openDevelopmentIssuer(environment.THADS_DATA_DIR!);
    return issuer.issue({ name: 'registrar', claims: { role: 'REGISTRAR' }, hours: 1 });
  };
  return {
    pid: child.pid!,
    ready,
    ended,
    token,
    client: async () => new GraphClient(await ready, await token()),
    output: () => output,
    pressCtrlC: () => void process.kill(-child.pid!, 'SIGINT'),
    signal: (name) => void child.kill(name),
  };
}

/** Whatever a failed test has left running. */
export function killAll(): void {
  for (const child of running) child.kill('SIGKILL');
}
