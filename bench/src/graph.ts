import { roleOf, urlForRole } from '@thads/shared';
import type { BenchDatabase } from './database';
import { type ServerProcess, type Variables, startEntry } from './process';
import type { Keep } from './running';

const SUBGRAPHS = ['cases', 'complaints', 'inspections', 'recovery'] as const;

export interface SubgraphProcesses {
  readonly processes: readonly ServerProcess[];
  readonly urls: Readonly<Record<string, string>>;
}

/** Answers that are kept would hide what it costs to make them. */
const NOTHING_KEPT: Variables = { KEPT_ANSWERS_MB: '0' };

/** The four subgraphs and the directory, a process each. */
export async function startSubgraphs(keep: Keep, { adminUrl, passwords }: BenchDatabase): Promise<SubgraphProcesses> {
  const urls: Record<string, string> = {};
  const processes: ServerProcess[] = [];
  for (const name of SUBGRAPHS) {
    const DATABASE_URL = urlForRole(adminUrl, roleOf(name), passwords[name]!);
    const subgraph = await keep(startEntry(`subgraphs/${name}/src/main.ts`, { DATABASE_URL }));
    processes.push(subgraph);
    urls[name] = subgraph.url;
  }
  urls.directory = (await keep(startEntry('gateway/src/directory/main.ts', {}))).url;
  return { processes, urls };
}

/** Our gateway in front of subgraphs that speak HTTP. */
export function startGateway({ urls }: SubgraphProcesses, variables: Variables = NOTHING_KEPT): Promise<ServerProcess> {
  const addresses = SUBGRAPHS.map((name) => [`${name.toUpperCase()}_URL`, `${urls[name]}/graphql`]);
  return startEntry('gateway/src/main.ts', { ...Object.fromEntries(addresses), ...variables });
}

/** Everything but PostgreSQL in one process, as `npm start` runs it. */
export function startOneProcess(
  { adminUrl, folder }: BenchDatabase,
  variables: Variables = NOTHING_KEPT,
): Promise<ServerProcess> {
  return startEntry('gateway/src/start.ts', {
    DATABASE_URL: adminUrl,
    THADS_DATA_DIR: folder,
    THADS_SAMPLE: 'none',
    ...variables,
  });
}
