import { type RunningServer, listen } from '@thads/shared';
import cors from 'cors';
import express from 'express';
import { type GraphQLSchema, type ExecutionArgs } from 'graphql';
import { createHandler } from 'graphql-http/lib/use/express';
import { mockedGraph } from './mocked-graph';

/** Pages that are served on this machine, as front ends are while they are written. */
const THIS_MACHINE = /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/;

/** The mocked graph at `/graphql`, on loopback; takes any token, and none. */
export async function startMockServer(contract: GraphQLSchema, port: number): Promise<RunningServer> {
  const { schema, execute } = mockedGraph(contract);
  const app = express();
  app.disable('x-powered-by');
  app.use(cors({ origin: THIS_MACHINE }));
  app.all('/graphql', createHandler({ schema, execute: (args) => execute(args as ExecutionArgs) }));
  return listen(app, { host: '127.0.0.1', port });
}
