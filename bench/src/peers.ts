import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BenchDatabase } from './database';
import { statementHeaders } from './identity';
import { ROOT, type ServerProcess, runProgram, startServer } from './process';

/** Not part of the repository's own dependencies: installed when a bench first needs them. */
const PEERS = path.join(ROOT, 'bench', 'peers');
const INSTALLED = path.join(PEERS, 'node_modules', '.package-lock.json');

const programs = {
  autocannon: 'autocannon/autocannon.js',
  hive: '@graphql-hive/gateway/dist/bin.js',
  postgraphile: 'postgraphile/dist/cli-run.js',
} as const;

export async function peerProgram(name: keyof typeof programs): Promise<string> {
  if (!existsSync(INSTALLED)) {
    process.stdout.write('Installing what is compared with (npm ci --prefix bench/peers) ...\n');
    await runProgram('npm', ['ci', '--prefix', PEERS, '--no-audit', '--no-fund', '--loglevel=error']);
  }
  return path.join(PEERS, 'node_modules', programs[name]);
}

export async function startPostGraphile({ adminUrl }: BenchDatabase): Promise<ServerProcess> {
  const port = await freePort();
  return startServer(
    [await peerProgram('postgraphile'), '-C', path.join(PEERS, 'graphile.config.mjs')],
    { DATABASE_URL: adminUrl, PORT: String(port) },
    /^Server listening on port \d+ at (http:\/\/[^/\s]+)/m,
  );
}

const LOOPBACK = ['--host', '127.0.0.1'];

/** Hive's gateway on the same supergraph, with the addresses of the subgraphs that run now. */
export async function startHive(subgraphUrls: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const port = await freePort();
  const folder = mkdtempSync(path.join(tmpdir(), 'thads-bench-hive-'));
  const supergraph = path.join(folder, 'supergraph.graphql');
  writeFileSync(supergraph, supergraphFor(subgraphUrls));
  const config = path.join(PEERS, 'hive.config.mjs');
  const hive = await startServer(
    [await peerProgram('hive'), 'supergraph', supergraph, '--config-path', config, '--port', String(port), ...LOOPBACK],
    { LOG_LEVEL: 'info' },
    /(http:\/\/127\.0\.0\.1:\d+)/,
  );
  return {
    ...hive,
    headers: await statementHeaders(),
    async stop() {
      await hive.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function supergraphFor(subgraphUrls: Readonly<Record<string, string>>): string {
  return Object.entries(subgraphUrls).reduce(
    (sdl, [name, url]) => sdl.replaceAll(`"http://${name}/graphql"`, `"${url}/graphql"`),
    readFileSync(path.join(ROOT, 'gateway', 'supergraph.graphql'), 'utf8'),
  );
}

/** For programs that cannot say which port they took by themselves. */
function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
