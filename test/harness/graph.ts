/**
 * A gateway to test, in both shapes: everything in one process, or the four subgraphs and the gateway each in a process
 * of its own, speaking HTTP, started by their own entry points.
 */
import {
  ANYBODY,
  EVERYWHERE,
  EnvironmentReader,
  type ExportSettings,
  type PrincipalClaims,
  type RequestHead,
  STATEMENT_HEADER,
  createLogger,
  readExportSettings,
  roleOf,
  signStatement,
  statementKey,
  urlForRole,
} from '@thads/shared';
import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startOneProcess } from '../../gateway/src/one-process';
import { type Doors, readDoors } from '../../gateway/src/doors/doors';
import { type Limits, readLimits } from '../../gateway/src/limits/limits';
import type { GatewaySettings } from '../../gateway/src/settings';
import { GraphClient, bearing } from './graph-client';
import { copyDatabase, dropDatabase } from './databases';
import { TestIssuer } from './issuers';
import { readTestServers } from './server-settings';

export type Shape = 'in one process' | 'over HTTP';
export const SHAPES: readonly Shape[] = ['in one process', 'over HTTP'];
export const SUBGRAPHS = ['cases', 'complaints', 'inspections', 'recovery'] as const;
export type SubgraphName = (typeof SUBGRAPHS)[number];

export interface Graph {
  readonly url: string;
  /** Asks as a registrar, who sees and sends everything of the country. */
  readonly client: GraphClient;
  /** The same for clients of the test's own: its token, and the header that shows it. */
  readonly token: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Whose tokens the graph takes. */
  readonly issuer: TestIssuer;
  /** A client of another role. */
  asRole(claims: PrincipalClaims): Promise<GraphClient>;
  /** Administrator's connection to the graph's own database. */
  readonly adminUrl: string;
  /** A further gateway on the same data; in one process: with subgraphs of its own. */
  startBeside(): Promise<Pick<Graph, 'url' | 'client' | 'stop'>>;
  stopSubgraph(name: SubgraphName): Promise<void>;
  stop(): Promise<void>;
}

/** The subgraphs have addresses of their own and can be started again. */
export interface HttpGraph extends Graph {
  readonly subgraphUrls: Readonly<Record<SubgraphName, string>>;
  /** What the gateway would send with a fetch; by default for a registrar, just now. */
  subgraphHeaders(head?: Partial<RequestHead>): Promise<Record<string, string>>;
  /** With settings of its own. */
  startBeside(own?: Readonly<Record<string, string>>): Promise<Pick<Graph, 'url' | 'client' | 'stop'>>;
  startSubgraphAgain(name: SubgraphName): Promise<void>;
}

export interface OneProcessGraph extends Graph {
  /** SQL statements since the last call, by subgraph. */
  takeStatements(): Record<SubgraphName, string[]>;
  /** The query plan of the last operation. */
  lastPlan(): unknown;
}

const root = path.resolve(__dirname, '..', '..');

/** A test file is one caller that asks faster than people do; everything else is bounded as it is for callers. */
export const UNHURRIED = { LIMIT_RATE: '0', LIMIT_CONCURRENT: '0' };

/** For operations that ask for everything there is, which no page does. */
export const EVERYTHING_AT_ONCE = {
  tokens: 100_000,
  selections: 100_000,
  rootFields: 1_000,
  aliases: 1_000,
  cost: 100_000_000,
};

const usual = new EnvironmentReader(UNHURRIED);
const settings: Omit<GatewaySettings, 'issuer'> = {
  host: '127.0.0.1',
  port: 0,
  logLevel: 'fatal',
  subgraphDeadlineMs: 20_000,
  operationDeadlineMs: 30_000,
  keptAnswersMb: 16,
  exportLinkMs: 3_600_000,
  limits: readLimits(usual),
  doors: readDoors(usual, 'development'),
  trustProxy: false,
  signIn: { kind: 'TOKEN' },
};

/** What a test has otherwise than the usual. */
export interface OwnSettings extends Partial<Omit<GatewaySettings, 'limits' | 'doors'>> {
  readonly limits?: Partial<Limits>;
  readonly doors?: Partial<Doors>;
  readonly exports?: Partial<ExportSettings>;
}

/** Where a graph keeps the files of its exports: made with the first, removed with the graph. */
function exportFolder(): string {
  return path.join(tmpdir(), `thads-exports-${randomUUID()}`);
}

function exportsIn(folder: string): ExportSettings {
  return readExportSettings(new EnvironmentReader({ EXPORT_FOLDER: folder }), { dataDir: folder, production: false });
}

export async function startGraph(shape: Shape, data: 'sample' | 'empty'): Promise<Graph> {
  return shape === 'in one process' ? startInOneProcess(data) : startOverHttp(data);
}

async function freshDatabase(data: 'sample' | 'empty'): Promise<{ adminUrl: string; drop: () => Promise<void> }> {
  const servers = readTestServers();
  const adminUrl = await copyDatabase(
    servers.adminUrl,
    data === 'sample' ? servers.sampleDatabase : servers.emptyDatabase,
  );
  return { adminUrl, drop: () => dropDatabase(servers.adminUrl, adminUrl) };
}

/** What tests ask with. */
async function clientsOf(url: string, issuer: TestIssuer) {
  const token = await issuer.token({ role: 'REGISTRAR' }, { name: 'registrar' });
  return {
    url,
    client: new GraphClient(url, token),
    token,
    headers: bearing(token),
    issuer,
    asRole: async (claims: PrincipalClaims) => new GraphClient(url, await issuer.token(claims)),
  };
}

export async function startInOneProcess(
  data: 'sample' | 'empty',
  own: OwnSettings = {},
  issuer?: TestIssuer,
): Promise<OneProcessGraph> {
  const { adminUrl, drop } = await freshDatabase(data);
  const known = issuer ?? (await TestIssuer.start());
  const graph = await serveInOneProcess(adminUrl, { issuer: known.settings(), ...own }, known);
  return {
    ...graph,
    async stop() {
      await graph.stop();
      await known.stop();
      await drop();
    },
  };
}

async function serveInOneProcess(
  adminUrl: string,
  own: OwnSettings & Pick<GatewaySettings, 'issuer'>,
  issuer: TestIssuer,
): Promise<OneProcessGraph> {
  const noStatements = (): Record<SubgraphName, string[]> => ({
    cases: [],
    complaints: [],
    inspections: [],
    recovery: [],
  });
  let statements = noStatements();
  let plan: unknown;
  const folder = exportFolder();
  const running = await startOneProcess({
    settings: {
      ...settings,
      ...own,
      limits: { ...settings.limits, ...own.limits },
      doors: { ...settings.doors, ...own.doors },
    },
    adminUrl,
    passwords: readTestServers().passwords,
    logger: createLogger('test', settings.logLevel),
    exports: { ...exportsIn(folder), ...own.exports },
    onStatement: (subgraph, sql) => void statements[subgraph as SubgraphName].push(sql),
    onQueryPlan: (executed) => (plan = executed),
  });
  return {
    ...(await clientsOf(running.url, issuer)),
    adminUrl,
    takeStatements() {
      const taken = statements;
      statements = noStatements();
      return taken;
    },
    lastPlan: () => plan,
    startBeside: () => serveInOneProcess(adminUrl, own, issuer),
    stopSubgraph: (name) => running.subgraphs.find((subgraph) => subgraph.name === name)!.stop(),
    async stop() {
      await running.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export async function startOverHttp(
  data: 'sample' | 'empty',
  own: Readonly<Record<string, string>> = {},
): Promise<HttpGraph> {
  const { adminUrl, drop } = await freshDatabase(data);
  const issuer = await TestIssuer.start();
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const privateJwk = JSON.stringify(privateKey.export({ format: 'jwk' }));
  const statementSigner = await statementKey(privateJwk);
  const { passwords } = readTestServers();
  const folder = exportFolder();
  const start = (name: SubgraphName, port: string): Promise<StartedProcess> =>
    startProcess(`subgraphs/${name}/src/main.ts`, {
      DATABASE_URL: urlForRole(adminUrl, roleOf(name), passwords[name]!),
      PORT: port,
      STATEMENT_PUBLIC_KEY: JSON.stringify(publicKey.export({ format: 'jwk' })),
      EXPORT_FOLDER: path.join(folder, name),
    });
  const started = await Promise.all(SUBGRAPHS.map(async (name) => [name, await start(name, '0')] as const));
  const subgraphs = new Map(started);
  const urlOf = (name: SubgraphName): string => `${subgraphs.get(name)!.url}/graphql`;
  const startGateway = (more: Readonly<Record<string, string>> = {}): Promise<StartedProcess> =>
    startProcess('gateway/src/main.ts', {
      ...Object.fromEntries(SUBGRAPHS.map((name) => [`${name.toUpperCase()}_URL`, urlOf(name)])),
      ...issuer.environment(),
      THADS_MODE: 'production',
      STATEMENT_PRIVATE_KEY: privateJwk,
      ...UNHURRIED,
      // So that errors are the same in both shapes.
      SUGGESTIONS: 'on',
      ...own,
      ...more,
    });
  const gateway = await startGateway();
  return {
    ...(await clientsOf(addressOf(gateway), issuer)),
    adminUrl,
    subgraphUrls: Object.fromEntries(SUBGRAPHS.map((name) => [name, urlOf(name)])) as Record<SubgraphName, string>,
    async subgraphHeaders(head = {}) {
      const usual = { requestId: 'of-a-test', purpose: null, operation: '', from: '', deadlineAt: Date.now() + 60_000 };
      const principal = { ...ANYBODY, role: 'REGISTRAR', name: 'test', territories: EVERYWHERE } as const;
      return { [STATEMENT_HEADER]: await signStatement(statementSigner, { ...usual, principal, ...head }) };
    },
    async startBeside(more) {
      const beside = await startGateway(more);
      return { ...(await clientsOf(addressOf(beside), issuer)), stop: () => stopProcess(beside.child) };
    },
    stopSubgraph: (name) => stopProcess(subgraphs.get(name)!.child),
    async startSubgraphAgain(name) {
      subgraphs.set(name, await start(name, new URL(urlOf(name)).port));
    },
    async stop() {
      await Promise.all([gateway, ...subgraphs.values()].map(({ child }) => stopProcess(child)));
      await issuer.stop();
      await drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface StartedProcess {
  readonly child: ChildProcess;
  readonly url: string;
}

/** Without the path that the gateway's `ready` line has. */
function addressOf({ url }: StartedProcess): string {
  return url.replace(/\/graphql$/, '');
}

/** Starts an entry point on a free port and waits for its `ready` line, which names its address. */
function startProcess(entry: string, environment: Readonly<Record<string, string>>): Promise<StartedProcess> {
  const child = spawn(process.execPath, ['-r', path.join(root, 'scripts', 'register.cjs'), path.join(root, entry)], {
    env: { PATH: process.env.PATH, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'fatal', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const url = /^ready \S+ (http\S+)$/m.exec(output)?.[1];
      if (url) resolve({ child, url });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`${entry} ended with ${code}: ${output}`)));
  });
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

/** Whether a statement was sent for a caller: followers work in the background and ask for other things. */
export function isRead(sql: string): boolean {
  return /^\s*(select|with)/i.test(sql) && !/pg_try_advisory|set_config|limit 20000|insert/.test(sql);
}
