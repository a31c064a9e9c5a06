/** The directory as a process of its own, for other routers. */
import {
  EnvironmentReader,
  createLogger,
  readStatementKey,
  runAsProcess,
  serveSubgraph,
  statementKey,
} from '@thads/shared';
import { createDirectory } from './directory';

void runAsProcess(async () => {
  const settings = new EnvironmentReader(process.env);
  const address = { host: settings.text('HOST') ?? '127.0.0.1', port: settings.integer('PORT', 4005, 0, 65_535) };
  const gatewayKey = readStatementKey(settings, 'STATEMENT_PUBLIC_KEY');
  const logger = createLogger('directory', settings.logLevel());
  settings.check();
  const server = await serveSubgraph(await createDirectory(), {
    ...address,
    logger,
    statementKey: await statementKey(gatewayKey),
  });
  process.stdout.write(`ready directory ${server.url}\n`);
  return server;
});
