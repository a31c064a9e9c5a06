/** `npm start`: opens the database, serves everything in one process, loads the sample into an empty database. */
import { type OneProcess, openDatabase, startOneProcess } from './one-process';
import { createLogger, runAsProcess } from '@thads/shared';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { checkPortFree } from './port';
import { ensurePlaygroundBuilt } from './playground/playground.build';
import { readOneProcessSettings } from './settings';

const projectFolder = path.resolve(__dirname, '..', '..');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

void runAsProcess(async () => {
  const settings = readOneProcessSettings(process.env, projectFolder);
  const logger = createLogger('thads-graph', settings.logLevel);
  // Before the database is touched: a second start must not disturb the first.
  await checkPortFree(settings);
  const database = await openDatabase(settings);
  let server: OneProcess | undefined;
  const stop = async (): Promise<void> => {
    await server?.stop();
    await database.stop();
  };
  try {
    const playground = ensurePlaygroundBuilt(say);
    server = await startOneProcess({ settings, logger, ...database });
    if (settings.loadSample) await loadSample(server.url);
    await playground;
    say(`ready  GraphQL ${server.url}/graphql  playground ${server.url}/playground`);
    return { stop };
  } catch (error) {
    await stop();
    throw error;
  }
});

/** A client of its own like any other, in a process of its own, so that both cores work. */
async function loadSample(url: string): Promise<void> {
  const loader = spawn(
    process.execPath,
    [
      '-r',
      path.join(projectFolder, 'scripts', 'register.cjs'),
      path.join(projectFolder, 'sample', 'src', 'main.ts'),
      url,
    ],
    { stdio: 'inherit' },
  );
  const code = await new Promise<number | null>((resolve, reject) => {
    loader.once('error', reject);
    loader.once('exit', resolve);
  });
  if (code !== 0) throw new Error(`the sample could not be loaded (exit code ${code})`);
}
