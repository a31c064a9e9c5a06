import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type CommandResult, type RunningCommand, startCommand } from './harness/command';
import { asAdmin, databaseUrl } from './harness/databases';
import { askDuckDb } from './harness/duckdb';
import { type OneProcessGraph, startInOneProcess } from './harness/graph';
import { type Proxy, startProxy } from './harness/proxy';

let graph: OneProcessGraph;
let proxy: Proxy;
let folder: string;

beforeAll(async () => {
  graph = await startInOneProcess('sample');
  proxy = await startProxy(graph.url);
});
afterAll(async () => {
  await proxy?.stop();
  await graph?.stop();
});
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'thads-pull-'));
  proxy.trouble(() => null);
  proxy.take();
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The command as cron runs it, by way of the proxy. */
function startPull(into: string, args: readonly string[] = [], token: string | null = graph.token): RunningCommand {
  const purpose = ['--purpose-article', 'Điều 27', '--purpose-file', 'HS-1'];
  return startCommand('pull/src/main.ts', ['--url', proxy.url, '--into', into, ...purpose, ...args], {
    HOME: folder,
    ...(token !== null && { THADS_TOKEN: token }),
  });
}

const pull = (...command: Parameters<typeof startPull>): Promise<CommandResult> => startPull(...command).ended;

async function pulled(...command: Parameters<typeof startPull>): Promise<string> {
  const { code, stdout, stderr } = await pull(...command);
  if (code !== 0) throw new Error(`ended with ${code}: ${stderr}\n${stdout}`);
  return stdout;
}

const CASES = ['--datasets', 'CASES'];
const rowsIn = (place: string): string => `read_parquet('${place}/cases/*.parquet')`;

/** Cases by province, as the graph counts them. */
async function casesByProvince(): Promise<Record<string, number>> {
  const { provinces } = await graph.client.data('{ provinces { id } }');
  const ids = (provinces as { id: string }[]).map(({ id }) => id);
  const counts: Record<string, number> = {};
  for (const id of ids) {
    const { cases } = await graph.client.data(
      'query ($id: ID!) { cases(first: 1, filter: { province: $id }) { totalCount } }',
      { id },
    );
    if (cases.totalCount > 0) counts[id] = cases.totalCount;
  }
  return counts;
}

describe('a full copy', () => {
  it('as Parquet has the rows of every province that the graph has', async () => {
    const into = path.join(folder, 'data');
    await pulled(into, CASES);
    const rows = await askDuckDb<{ province: string; cases: number }>(
      `select province, count(*) as cases from ${rowsIn(into)} group by province`,
    );
    expect(Object.fromEntries(rows.map(({ province, cases }) => [province, cases]))).toEqual(await casesByProvince());
  });
});
