/** `npm start`: opens the database, serves everything in one process, loads the sample into an empty database. */
import { type OneProcess, openDatabase, startOneProcess } from './one-process';
import { OperatorError, createLogger, runAsProcess } from '@thads/shared';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { openDevelopmentIssuer } from './identity/development-issuer';
import { checkPortFree } from './port';
import { ensurePagesBuilt } from './pages/build';
import { type OneProcessSettings, readOneProcessSettings } from './settings';

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
    const pages = ensurePagesBuilt(settings.doors, say);
    // It may fail while something else is awaited; it is awaited below.
    pages.catch(() => undefined);
    server = await startOneProcess({ settings, logger, exports: settings.exports, ...database });
    interrupted.throwIfAborted();
    if (settings.loadSample) {
      const token = await sampleToken(settings);
      if (token === undefined) say(WITHOUT_SAMPLE);
      else await loadSample(server.url, token, interrupted);
    }
    await pages;
    interrupted.throwIfAborted();
    const { playground, dashboard } = settings.doors;
    say(
      `ready  GraphQL ${server.url}/graphql${playground ? `  playground ${server.url}/playground` : ''}${dashboard ? `  dashboard ${server.url}/` : ''}`,
    );
    return { stop };
  } catch (error) {
    await stop();
    throw error;
  }
});

const WITHOUT_SAMPLE =
  'The sample is not loaded: in THADS_TOKEN there is no token of AUTH_ISSUER with the role REGISTRAR. THADS_SAMPLE=none leaves it out without a word.';
/** Longer than the slowest machine needs. */
const SAMPLE_HOURS = 8;

/** What the loader shows the graph. Undefined: the graph issues no tokens, and the operator has given none. */
async function sampleToken({ issuer, token }: OneProcessSettings): Promise<string | undefined> {
  if (issuer.kind === 'OIDC') return token;
  const development = await openDevelopmentIssuer(issuer.dataDir);
  return development.issue({ name: 'sample', claims: { role: 'REGISTRAR' }, hours: SAMPLE_HOURS });
}

const SHOW_CURSOR = '\u001B[?25h';

/** A client of its own like any other, in a process of its own, so that both cores work. */
async function loadSample(url: string, token: string, interrupted: AbortSignal): Promise<void> {
  const loader = spawn(
    process.execPath,
    [
      '-r',
      path.join(projectFolder, 'scripts', 'register.cjs'),
      path.join(projectFolder, 'sample', 'src', 'main.ts'),
      url,
    ],
    { stdio: 'inherit', signal: interrupted, env: { ...process.env, THADS_TOKEN: token } },
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
