import { once } from 'node:events';
import { statementKey } from '../access/statement';
import { readStatementKey } from '../access/statement-key';
import { OperatorError, messageOf } from '../errors';
import { EnvironmentReader, type Environment, POSTGRES_PROTOCOLS } from '../config/environment';
import { createLogger } from '../logging/logger';
import { readExportSettings } from '../bulk/export/export-settings';
import { serveSubgraph } from './server';
import { type SubgraphDefinition, startSubgraph } from './subgraph';

export interface Stoppable {
  stop(): Promise<void>;
}

/** Ctrl-C, the request of a service manager, a closed terminal. */
const SIGNALS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** npm passes SIGTERM on to its shell alone, which dies of it and would leave us running. */
function whenLeftBehind(interrupt: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const shell = process.ppid;
  setInterval(() => {
    if (process.ppid !== shell) interrupt();
  }, 100).unref();
}

/**
 * Runs something stoppable as a process: faults of the surroundings as one line and exit code 1, signals stop it with
 * exit code 0, further signals change nothing. A signal before `start` is done lets it undo what it has done: it should
 * look at `interrupted` between its steps and throw; if it does not, what it has started is stopped.
 */
export async function runAsProcess(start: (interrupted: AbortSignal) => Promise<Stoppable>): Promise<void> {
  const interruption = new AbortController();
  const { signal } = interruption;
  const interrupt = (): void => interruption.abort();
  for (const name of SIGNALS) process.on(name, interrupt);
  whenLeftBehind(interrupt);
  try {
    const running = await start(signal).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
    if (!signal.aborted) await once(signal, 'abort');
    await running?.stop();
    process.exit(0);
  } catch (error) {
    process.stderr.write(
      error instanceof OperatorError ? `${error.message}\n` : `${(error as Error).stack ?? messageOf(error)}\n`,
    );
    process.exit(1);
  }
}

/** A subgraph as a process of its own, speaking HTTP. */
export function runSubgraph<L>(definition: SubgraphDefinition<L>, environment: Environment): Promise<void> {
  return runAsProcess(async () => {
    const settings = new EnvironmentReader(environment);
    const databaseUrl = settings.requiredUrl('DATABASE_URL', POSTGRES_PROTOCOLS);
    const port = settings.integer('PORT', 4001, 0, 65_535);
    const host = settings.text('HOST') ?? '127.0.0.1';
    const gatewayKey = readStatementKey(settings, 'STATEMENT_PUBLIC_KEY');
    const logger = createLogger(definition.name, settings.logLevel());
    const exports = readExportSettings(settings, {
      dataDir: settings.text('THADS_DATA_DIR') ?? '.data',
      production: settings.oneOf('THADS_MODE', ['development', 'production'], 'development') === 'production',
    });
    settings.check();
    const subgraph = await startSubgraph(definition, { databaseUrl, logger, exports }).catch((error: unknown) => {
      throw new OperatorError(
        `${definition.name}: the database does not answer or is not migrated (${messageOf(error)}). ` +
          'Check DATABASE_URL and run "npm run migrate" first.',
      );
    });
    const server = await serveSubgraph(subgraph, { host, port, logger, statementKey: await statementKey(gatewayKey) });
    process.stdout.write(`ready ${definition.name} ${server.url}\n`);
    return {
      async stop() {
        await server.stop();
        await subgraph.stop();
      },
    };
  });
}
