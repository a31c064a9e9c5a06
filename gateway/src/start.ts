/** `npm start`: opens the database, serves everything in one process, loads the sample into an empty database. */
import { type OneProcess, openDatabase, startOneProcess } from './one-process';
import { OperatorError, createLogger, runAsProcess } from '@thads/shared';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { checkPortFree } from './port';
import { ensurePlaygroundBuilt } from './playground/playground.build';
import { readOneProcessSettings } from './settings';

const projectFolder = path.resolve(__dirname, '..', '..');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

void runAsProcess(async (interrupted) => {
  const settings = readOneProcessSettings(process.env, projectFolder);
  const logger = createLogger('thads-graph', settings.logLevel);
  // Before the database is touched: a second start must not disturb the first.
  await checkPortFree(settings);
  const database = await openDatabase(settings);
  let server: OneProcess | undefined;
  const stop = async (): Promise<void> => {
    try {
      await server?.stop();
    } finally {
      await database.stop();
    }
  };
  try {
    interrupted.throwIfAborted();
    const playground = ensurePlaygroundBuilt(say);
    // It may fail while something else is awaited; it is awaited below.
    playground.catch(() => undefined);
    server = await startOneProcess({ settings, logger, ...database });
    interrupted.throwIfAborted();
    if (settings.loadSample) await loadSample(server.url, interrupted);
    await playground;
    interrupted.throwIfAborted();
    say(`ready  GraphQL ${server.url}/graphql  playground ${server.url}/playground`);
    return { stop };
  } catch (error) {
    await stop();
    throw error;
  }
});

const SHOW_CURSOR = '\u001B[?25h';

/** A client of its own like any other, in a process of its own, so that both cores work. */
async function loadSample(url: string, interrupted: AbortSignal): Promise<void> {
  const loader = spawn(
    process.execPath,
    [
      '-r',
      path.join(projectFolder, 'scripts', 'register.cjs'),
      path.join(projectFolder, 'sample', 'src', 'main.ts'),
      url,
    ],
    { stdio: 'inherit', signal: interrupted },
  );
  try {
    const outcome = await new Promise<number | string | null>((resolve, reject) => {
      loader.once('error', reject);
      loader.once('exit', (code, signal) => resolve(signal ?? code));
    });
    if (outcome !== 0)
      throw new OperatorError(`The sample was not loaded to its end (${outcome}). Start again to go on.`);
  } finally {
    // Its progress bar hides the cursor, and an interrupted loader cannot bring it back.
    if (process.stderr.isTTY) process.stderr.write(SHOW_CURSOR);
  }
}
