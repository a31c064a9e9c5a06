import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import express from 'express';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RequestHead } from '../access/request-head';
import { STATEMENT_HEADER, type StatementKey, verifiedHead } from '../access/statement';
import { OperatorError } from '../errors';
import { jsonBody } from '../http/json-body';
import { presentsFailures } from '../http/refusals';
import { RequestRefused } from '../http/request-refused';
import { sendStoredFile } from '../http/stored-file';
import type { Logger } from '../logging/logger';
import { formatSubgraphError } from './error-format';
import type { LocalSubgraph } from './subgraph';

const REQUEST_ID = /^[A-Za-z0-9-]{8,64}$/;

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;
}

export interface ServerAddress {
  readonly host: string;
  readonly port: number;
}

/** A request id that came along, when it looks like one; otherwise a new one. */
export function requestIdFrom(header: string | string[] | undefined): string {
  return typeof header === 'string' && REQUEST_ID.test(header) ? header : randomUUID();
}

/** More than the gateway lets in, which may write the same at greater length. */
const BODY_LIMIT = '64mb';

/** Where a subgraph that speaks HTTP says its data version, beside `/graphql`. */
export const DATA_VERSION_PATH = '/data-version';

/** Where it sends the files of its exports, and says the key that their manifests are signed with. */
export const EXPORTS_PATH = '/exports';

export interface SubgraphServerOptions extends ServerAddress {
  readonly logger: Logger;
  /** The public key of the gateway, for which alone the subgraph answers. */
  readonly statementKey: StatementKey;
}

/** Serves one subgraph over HTTP: `/graphql`, `/data-version`, and to everybody `/health/live`, `/health/ready`. */
export async function serveSubgraph(
  subgraph: LocalSubgraph & { checkReady(): Promise<void> },
  { host, port, logger, statementKey }: SubgraphServerOptions,
): Promise<RunningServer> {
  const apollo = new ApolloServer<object>({
    schema: subgraph.schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    formatError: formatSubgraphError(logger),
    plugins: [ApolloServerPluginLandingPageDisabled(), ApolloServerPluginInlineTraceDisabled()],
    stopOnTerminationSignals: false,
    logger,
  });
  await apollo.start();
  const app = express();
  app.disable('x-powered-by');
  app.use(healthRoutes(() => subgraph.checkReady()));
  app.use(requireStatement(statementKey));
  app.get(DATA_VERSION_PATH, async (_request, response) => {
    try {
      response.json({ dataVersion: await subgraph.dataVersion() });
    } catch {
      response.status(503).json({ dataVersion: null });
    }
  });
  const { exports } = subgraph;
  if (exports) {
    app.get(`${EXPORTS_PATH}/key`, async (_request, response) => void response.json(await exports.publicKey()));
    app.get(`${EXPORTS_PATH}/:id/:file`, async (request, response) => {
      await sendStoredFile(response, await exports.file(request.params.id, request.params.file), request.params.file);
    });
  }
  app.use(
    '/graphql',
    jsonBody(BODY_LIMIT),
    expressMiddleware(apollo, {
      context: async ({ req }) => subgraph.createContext(heads.get(req)!),
    }),
  );
  app.use(presentsFailures(logger));
  const server = await listen(app, { host, port });
  return {
    ...server,
    async stop() {
      await server.stop();
      await apollo.stop();
    },
  };
}

/** What the gateway's statement said of each request. */
const heads = new WeakMap<express.Request, RequestHead>();

function requireStatement(key: StatementKey): express.RequestHandler {
  return async (request, _response, next) => {
    try {
      heads.set(request, await verifiedHead(key, String(request.headers[STATEMENT_HEADER])));
    } catch {
      return next(new RequestRefused(401, 'UNAUTHENTICATED', 'A subgraph answers its gateway alone; ask the gateway.'));
    }
    next();
  };
}

export function healthRoutes(checkReady: () => Promise<void>): express.Router {
  const router = express.Router();
  router.get('/health/live', (_request, response) => void response.json({ status: 'live' }));
  router.get('/health/ready', async (_request, response) => {
    try {
      await checkReady();
      response.json({ status: 'ready' });
    } catch {
      response.status(503).json({ status: 'not ready' });
    }
  });
  return router;
}

/** Errors: `OperatorError` when the port is taken or not allowed. */
export async function listen(app: express.Express, { host, port }: ServerAddress): Promise<RunningServer> {
  const server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') {
        reject(new OperatorError(`Port ${port} is in use on ${host}. Stop what uses it, or set PORT to a free one.`));
      } else reject(new OperatorError(`Cannot listen on ${host}:${port} (${error.code ?? error.message}).`));
    });
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    port: address.port,
    url: `http://${host === '0.0.0.0' || host === '127.0.0.1' ? 'localhost' : host}:${address.port}`,
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const force = setTimeout(() => server.closeAllConnections(), 2_000);
      await closed;
      clearTimeout(force);
    },
  };
}
