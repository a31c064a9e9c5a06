import { OperatorError, messageOf } from '../errors';
import { EnvironmentReader, type Environment, POSTGRES_PROTOCOLS } from '../config/environment';
import { createLogger } from '../logging/logger';
import { serveSubgraph } from './server';
import { type SubgraphDefinition, startSubgraph } from './subgraph';

/** Runs something stoppable as a process: faults of the surroundings as one line and exit code 1, signals stop it. */
export async function runAsProcess(start: () => Promise<{ stop(): Promise<void> }>): Promise<void> {
  let running: { stop(): Promise<void> } | undefined;
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await running?.stop();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
  try {
    running = await start();
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
    const logger = createLogger(definition.name, settings.logLevel());
    settings.check();
    const subgraph = await startSubgraph(definition, { databaseUrl, logger }).catch((error: unknown) => {
      throw new OperatorError(
        `${definition.name}: the database does not answer or is not migrated (${messageOf(error)}). ` +
          'Check DATABASE_URL and run "npm run migrate" first.',
      );
    });
    const server = await serveSubgraph(subgraph, { host, port, logger });
    process.stdout.write(`ready ${definition.name} ${server.url}\n`);
    return {
      async stop() {
        await server.stop();
        await subgraph.stop();
      },
    };
  });
}
