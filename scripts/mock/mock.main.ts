/**
 * `npm run mock`: serves a graph of made-up values, of the form of the committed schema, for front ends that are written
 * or tested without a database. `--port` is 4010 unless told otherwise.
 */
import { OperatorError, runAsProcess } from '@thads/shared';
import { buildSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startMockServer } from './mock-server';

const SCHEMA = path.resolve(__dirname, '..', '..', 'schema.graphql');
const LARGEST_PORT = 65_535;

function readPort(): number {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '4010' } } });
  const port = Number(values.port);
  if (/^\d+$/.test(values.port) && port <= LARGEST_PORT) return port;
  throw new OperatorError(`--port is "${values.port}"; it must be a whole number from 0 to ${LARGEST_PORT}.`);
}

void runAsProcess(async () => {
  const server = await startMockServer(buildSchema(readFileSync(SCHEMA, 'utf8')), readPort());
  process.stdout.write(`ready  mocked GraphQL ${server.url}/graphql\n`);
  return server;
});
