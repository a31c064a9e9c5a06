/** The gateway alone, in front of subgraphs that speak HTTP. */
import { createLogger, runAsProcess, statementKey } from '@thads/shared';
import path from 'node:path';
import { linkKey } from './bulk/link-key';
import { createDirectory } from './directory/directory';
import { startGateway } from './gateway';
import { HttpDataSource } from './http-data-source';
import { Statements } from './identity/statements';
import { LocalDataSource } from './local-data-source';
import { ensurePagesBuilt } from './pages/build';
import { SUBGRAPH_NAMES, readHttpGatewaySettings } from './settings';

void runAsProcess(async () => {
  const settings = readHttpGatewaySettings(process.env, path.resolve(__dirname, '..', '..'));
  const logger = createLogger('gateway', settings.logLevel);
  const sourceSettings = { deadlineMs: settings.subgraphDeadlineMs, logger };
  const statements = new Statements(await statementKey(settings.statementKey));
  const remote = SUBGRAPH_NAMES.map((name) => ({
    name,
    source: new HttpDataSource(name, settings.subgraphUrls[name], { ...sourceSettings, statements }),
  }));
  await ensurePagesBuilt(settings.doors, (line) => logger.info(line));
  const server = await startGateway({
    settings,
    logger,
    dataSources: {
      directory: new LocalDataSource(await createDirectory(), sourceSettings),
      ...Object.fromEntries(remote.map(({ name, source }) => [name, source])),
    },
    // With a subgraph down the others are still answered, so the gateway keeps its traffic.
    checkReady: () => Promise.resolve(),
    exportLinkKey: linkKey(settings.statementKey),
  });
  process.stdout.write(`ready gateway ${server.url}/graphql\n`);
  return {
    async stop() {
      await server.stop();
      await Promise.all(remote.map(({ source }) => source.stop()));
    },
  };
});
