import { existsSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import express from 'express';
import { buildSchema, graphql, GraphQLError } from 'graphql';
import { chromium, type Browser } from 'playwright-core';
import { playgroundRouter } from './playground.router';

/** What clients see of the graph. */
export const contract = buildSchema(readFileSync(path.join(__dirname, '..', '..', '..', 'schema.graphql'), 'utf8'));

/** The numbers are recognisable, not real. */
const LAO_CAI = {
  id: 'VN63-10',
  name: 'Lao Cai',
  nameVi: 'Lào Cai',
  caseStatistics: {
    completed: { cases: 4711, money: 321_000_000_000 },
    withConditions: { cases: 5000, money: 400_000_000_000 },
    completionRate: { cases: 94.22, money: 80.25 },
    rank: { cases: 3, money: 5, among: 63 },
    samePeriodLastYear: { completionRate: { cases: 90.11, money: 70.5 } },
  },
};

const root = {
  province({ id }: { id: string }) {
    if (id === LAO_CAI.id) return LAO_CAI;
    throw new GraphQLError(`no province has the id ${id}`, { extensions: { code: 'NOT_FOUND' } });
  },
};

/** An operation as the server received it. */
export interface ReceivedOperation {
  operationName: string | undefined;
  variables: unknown;
  authorization: string | undefined;
}

/** The playground at `/playground` with a small graph at `/graphql`, on a free port of 127.0.0.1. */
export async function startServer(folder?: string) {
  const received: ReceivedOperation[] = [];
  const app = express();
  app.use('/playground', playgroundRouter({ queryPlans: true }, folder));
  app.post('/graphql', express.json(), async (request, response) => {
    const { query: source, variables, operationName } = request.body;
    received.push({ operationName, variables, authorization: request.get('authorization') });
    response.json(
      await graphql({ schema: contract, rootValue: root, source, variableValues: variables, operationName }),
    );
  });
  app.use((_request, response) => {
    response.send('whatever the gateway serves at /');
  });
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    received,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * Path of the browser; null, with a message, on a developer's machine that has none.
 * @throws Error when there is none although `CI` or `REQUIRE_BROWSER` is set: a skipped test must not look like a passed one.
 */
export function findBrowser(environment: NodeJS.ProcessEnv): string | null {
  const program = environment.CHROMIUM_PATH ?? '/usr/bin/chromium';
  if (existsSync(program)) return program;
  const missing = `no browser at ${program}: install chromium or set CHROMIUM_PATH`;
  if (environment.CI || environment.REQUIRE_BROWSER) throw new Error(missing);
  console.warn(`browser tests skipped, ${missing}`);
  return null;
}

/** A Chromium that says nothing to anybody by itself and can resolve no name: only 127.0.0.1 is in reach. */
export function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
}
