import { roleOf, urlForRole } from '@thads/shared';
import path from 'node:path';
import type { BenchDatabase } from './database';
import { STATEMENT_PRIVATE_KEY, STATEMENT_PUBLIC_KEY, bearerHeaders, statementHeaders } from './identity';
import { type ServerProcess, type Variables, startEntry } from './process';
import type { Keep } from './running';

const SUBGRAPHS = ['cases', 'complaints', 'inspections', 'recovery'] as const;

export interface SubgraphProcesses {
  readonly folder: string;
  readonly processes: readonly ServerProcess[];
  readonly urls: Readonly<Record<string, string>>;
}

/** Answers that are kept would hide what it costs to make them. */
const NOTHING_KEPT: Variables = { KEPT_ANSWERS_MB: '0' };

/** The load generator is one caller, and is to ask as fast as it is answered. */
const UNBOUNDED: Variables = { LIMIT_RATE: '0', LIMIT_CONCURRENT: '0' };

/** The four subgraphs and the directory, a process each. */
export async function startSubgraphs(
  keep: Keep,
  { adminUrl, passwords, folder }: BenchDatabase,
  variables: Variables = {},
): Promise<SubgraphProcesses> {
  const urls: Record<string, string> = {};
  const processes: ServerProcess[] = [];
  for (const name of SUBGRAPHS) {
    const DATABASE_URL = urlForRole(adminUrl, roleOf(name), passwords[name]!);
    const subgraph = await keep(startSubgraph(name, { DATABASE_URL, ...variables }));
    processes.push(subgraph);
    urls[name] = subgraph.url;
  }
  urls.directory = (await keep(startEntry('gateway/src/directory/main.ts', { STATEMENT_PUBLIC_KEY }))).url;
  return { folder, processes, urls };
}

/** One subgraph that speaks HTTP, to be asked as its gateway does. */
export async function startSubgraph(name: string, variables: Variables): Promise<ServerProcess> {
  const subgraph = await startEntry(`subgraphs/${name}/src/main.ts`, { STATEMENT_PUBLIC_KEY, ...variables });
  return { ...subgraph, headers: await statementHeaders() };
}

/** Our gateway in front of subgraphs that speak HTTP. */
export async function startGateway(
  { folder, urls }: SubgraphProcesses,
  variables: Variables = NOTHING_KEPT,
): Promise<ServerProcess> {
  const addresses = SUBGRAPHS.map((name) => [`${name.toUpperCase()}_URL`, `${urls[name]}/graphql`]);
  const gateway = await startEntry('gateway/src/main.ts', {
    ...Object.fromEntries(addresses),
    STATEMENT_PRIVATE_KEY,
    THADS_DATA_DIR: folder,
    ...UNBOUNDED,
    ...variables,
  });
  return { ...gateway, headers: await bearerHeaders(folder) };
}

/** Everything but PostgreSQL in one process, as `npm start` runs it. */
export async function startOneProcess(
  { adminUrl, folder }: BenchDatabase,
  variables: Variables = NOTHING_KEPT,
): Promise<ServerProcess> {
  const server = await startEntry('gateway/src/start.ts', {
    DATABASE_URL: adminUrl,
    THADS_DATA_DIR: folder,
    THADS_SAMPLE: 'none',
    ...UNBOUNDED,
    ...variables,
  });
  return { ...server, headers: await bearerHeaders(folder) };
}

/** The same of an earlier build that asks nobody who he is, on the data in its checkout's own folder. */
export function startOneProcessOf(checkout: string): Promise<ServerProcess> {
  const THADS_DATA_DIR = path.join(checkout, '.data');
  return startEntry('gateway/src/start.ts', { THADS_DATA_DIR, THADS_SAMPLE: 'none', ...NOTHING_KEPT }, checkout);
}
