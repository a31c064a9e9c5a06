import { spawn } from 'node:child_process';
import path from 'node:path';

export interface RunningGraph {
  readonly url: string;
  stop(): Promise<void>;
}

/** The graph as `npm start` runs it, on the database given; loads the sample into an empty one. */
export function startGraphOn(databaseUrl: string, root: string): Promise<RunningGraph> {
  const child = spawn(
    process.execPath,
    ['-r', path.join(root, 'scripts', 'register.cjs'), path.join(root, 'gateway', 'src', 'start.ts')],
    {
      env: {
        ...process.env,
        DATABASE_URL: databaseUrl,
        THADS_DATA_DIR: path.join('.data', 'bench'),
        PORT: '0',
        LOG_LEVEL: 'warn',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const url = /^ready .*?(http:\/\/\S+)\/graphql/m.exec(output)?.[1];
      if (!url) return;
      resolve({
        url,
        async stop() {
          child.kill('SIGTERM');
          await ended;
        },
      });
    });
    void ended.then((code) => reject(new Error(`the graph ended with exit code ${code}`)));
  });
}
