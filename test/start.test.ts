/** Start and stop as a new user meets them: real processes, signals, kills. */
import { startEmbeddedServer } from '@thads/shared';
import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, chownSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { GraphClient } from './harness/graph-client';
import { TestIssuer } from './harness/issuers';
import { removeFolders, temporaryFolder } from './start/folders';
import { type NpmStart, killAll, npmStart, root } from './start/npm-start';
import { postmasterPid, processesNaming } from './start/postgres-processes';
import { hasReception, recordReception } from './start/reception';
import { until } from './start/until';

afterAll(() => {
  killAll();
  removeFolders();
});

const status = (url: string): Promise<number> => fetch(url).then(({ status }) => status);
const isSilent = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => false,
    () => true,
  );

/** A stop as it has to be: exit code 0, PostgreSQL gone, nothing listening. */
async function expectStopped(server: NpmStart, dataDir: string): Promise<void> {
  expect(await server.ended).toMatchObject({ code: 0 });
  expect(processesNaming(dataDir)).toEqual([]);
  if (/^ready/m.test(server.output())) expect(await isSilent(await server.ready)).toBe(true);
}

/** One clear line and exit code 1. */
async function expectRefused(server: NpmStart, line: RegExp): Promise<void> {
  const { code, output } = await server.ended;
  expect(output).toMatch(line);
  expect(output.trim().split('\n')).toHaveLength(1);
  expect(code).toBe(1);
}

describe('npm start', () => {
  const dataDir = path.join(temporaryFolder(), 'not', 'yet', 'there');
  let first: NpmStart;
  let url: string;

  beforeAll(async () => {
    first = npmStart({ THADS_DATA_DIR: dataDir });
    url = await first.ready;
  });

  it('ends with a line that starts with ready and names the addresses', () => {
    expect(first.output().trim().split('\n').at(-1)).toBe(
      `ready  GraphQL ${url}/graphql  playground ${url}/playground  dashboard ${url}/`,
    );
  });

  it.each(['/health/live', '/health/ready', '/playground', '/', '/graphql?query={__typename}'])(
    '%s answers once it is ready',
    async (address) => {
      const response = await fetch(`${url}${address}`, { headers: { 'apollo-require-preflight': 'true' } });
      expect({ address, status: response.status }).toEqual({ address, status: 200 });
    },
  );

  it('refuses a second start on the same port, or with the same data folder, and the first goes on', async () => {
    await Promise.all([
      expectRefused(npmStart({ PORT: new URL(url).port, THADS_DATA_DIR: dataDir }), /^Port \d+ is in use on 127/),
      expectRefused(npmStart({ THADS_DATA_DIR: dataDir }), /^The data folder .* is in use by another running THADS/),
    ]);
    expect(await status(`${url}/health/ready`)).toBe(200);
    const client = await first.client();
    expect(await hasReception(client, await recordReception(client))).toBe(true);
  });

  it('stops everything on Ctrl-C, also when it is pressed again and again', async () => {
    first.pressCtrlC();
    await new Promise((resolve) => setTimeout(resolve, 5));
    first.pressCtrlC();
    first.signal('SIGTERM');
    await expectStopped(first, dataDir);
  });
});

/** Of those who start it not for the first time. */
const usedDataDir = temporaryFolder();

describe('what the graph has acknowledged is there after', () => {
  const dataDir = usedDataDir;
  const start = (): NpmStart => npmStart({ THADS_DATA_DIR: dataDir });
  const acknowledged: string[] = [];
  let server: NpmStart;

  beforeAll(async () => {
    server = start();
    await server.ready;
  });
  beforeEach(async () => {
    acknowledged.push(await recordReception(await server.client()));
  });

  async function expectAllThere(): Promise<void> {
    const client = await server.client();
    expect(await Promise.all(acknowledged.map((id) => hasReception(client, id)))).toEqual(acknowledged.map(() => true));
  }

  it('a kill of PostgreSQL, which the running server answers with errors', async () => {
    const url = await server.ready;
    process.kill(postmasterPid(dataDir), 'SIGKILL');
    await until('not ready', async () => (await status(`${url}/health/ready`)) === 503);
    const answer = await (await server.client()).ask('{ receptions(first: 1) { nodes { id } } }');
    expect(answer.errors[0]?.extensions.code).toMatch(/^(SUBGRAPH_UNAVAILABLE|INTERNAL)$/);
    expect(await status(`${url}/health/live`)).toBe(200);

    server.pressCtrlC();
    await expectStopped(server, dataDir);
    server = start();
    await expectAllThere();
  });

  it('a kill of both at once', async () => {
    process.kill(postmasterPid(dataDir), 'SIGKILL');
    server.signal('SIGKILL');
    await server.ended;
    server = start();
    await expectAllThere();
  });

  it('a kill of Node, whose PostgreSQL the next start takes over and stops with itself', async () => {
    const orphan = postmasterPid(dataDir);
    server.signal('SIGKILL');
    await server.ended;
    expect(processesNaming(dataDir)).toContain(orphan);

    server = start();
    await expectAllThere();
    expect(postmasterPid(dataDir)).toBe(orphan);

    server.signal('SIGTERM');
    await expectStopped(server, dataDir);
  });
});

describe('interrupted before it is ready', () => {
  const clusterFolders = (dataDir: string): string[] =>
    readdirSync(dataDir).filter((name) => /^postgresql(\.init-.*)?$/.test(name));

  it('it leaves no PostgreSQL and no half database behind', async () => {
    const interrupt = async (signal: NodeJS.Signals): Promise<void> => {
      const dataDir = temporaryFolder();
      const server = npmStart({ THADS_DATA_DIR: dataDir });
      await until('initdb runs', () => clusterFolders(dataDir).length > 0);
      process.kill(-server.pid, signal);
      await expectStopped(server, dataDir);
      expect(server.output()).toBe('');
      expect(clusterFolders(dataDir).filter((name) => name !== 'postgresql')).toEqual([]);
      expect(existsSync(path.join(dataDir, 'postgresql', 'postmaster.pid'))).toBe(false);
    };
    await Promise.all((['SIGINT', 'SIGTERM', 'SIGHUP'] as const).map(interrupt));
  });

  it('it stops the PostgreSQL that is up already', async () => {
    const dataDir = temporaryFolder();
    const server = npmStart({ THADS_DATA_DIR: dataDir });
    await until('PostgreSQL runs', () => existsSync(path.join(dataDir, 'postgresql', 'postmaster.pid')));
    server.pressCtrlC();
    await expectStopped(server, dataDir);
    expect(server.output()).not.toMatch(/^ready/m);
  });

  it('killed in the middle of the first initdb, the next start just works and removes what was left', async () => {
    const dataDir = temporaryFolder();
    const killed = npmStart({ THADS_DATA_DIR: dataDir });
    await until('initdb runs', () => clusterFolders(dataDir).length > 0);
    killed.signal('SIGKILL');
    await killed.ended;
    expect(clusterFolders(dataDir)).not.toContain('postgresql');

    const server = npmStart({ THADS_DATA_DIR: dataDir });
    expect(await status(`${await server.ready}/health/ready`)).toBe(200);
    expect(clusterFolders(dataDir)).toEqual(['postgresql']);
    server.signal('SIGTERM');
    await expectStopped(server, dataDir);
  });
});

describe('to anybody outside this machine', () => {
  it('it says nothing', async () => {
    const dataDir = usedDataDir;
    const noted = path.join(temporaryFolder(), 'connections');
    writeFileSync(noted, '');
    const preload = path.join(__dirname, 'start', 'note-connections.cjs');
    const server = npmStart({
      THADS_DATA_DIR: dataDir,
      NODE_OPTIONS: `--require ${preload}`,
      NOTED_CONNECTIONS: noted,
    });
    await new GraphClient(await server.ready).data('{ nation { name } }');
    server.signal('SIGTERM');
    await expectStopped(server, dataDir);
    expect(readFileSync(noted, 'utf8')).toBe('');
  });
});

describe('through npm', () => {
  it('a SIGTERM that reaches npm alone, as from a service manager, stops everything as well', async () => {
    const dataDir = usedDataDir;
    const npm = npmStart({ THADS_DATA_DIR: dataDir }, { throughNpm: true });
    const url = await npm.ready;
    npm.signal('SIGTERM');
    await npm.ended;
    await until('nothing listens', () => isSilent(url));
    await until('PostgreSQL is gone', () => processesNaming(dataDir).length === 0);
  });
});

const NOBODY = { uid: 65_534, gid: 65_534 };
/** Only root can start something as somebody else, who must be able to read this checkout. */
const canBePlainUser = process.getuid?.() === 0 && spawnSync('ls', [root], { ...NOBODY }).status === 0;

(canBePlainUser ? describe : describe.skip)('as a plain user', () => {
  it('it starts and stops with a data folder of their own, which only they may enter', async () => {
    const dataDir = temporaryFolder();
    chmodSync(dataDir, 0o700);
    chownSync(dataDir, NOBODY.uid, NOBODY.gid);
    const server = npmStart({ THADS_DATA_DIR: dataDir }, { user: NOBODY });
    expect(await status(`${await server.ready}/health/ready`)).toBe(200);
    server.pressCtrlC();
    await expectStopped(server, dataDir);
  });
});

describe('with DATABASE_URL', () => {
  it('it works on that server, starts none of its own, and leaves that server running', async () => {
    const elsewhere = await startEmbeddedServer(temporaryFolder());
    try {
      const dataDir = path.join(temporaryFolder(), 'data');
      const server = npmStart({ THADS_DATA_DIR: dataDir, DATABASE_URL: elsewhere.url });
      const client = await server.client();
      expect(await hasReception(client, await recordReception(client))).toBe(true);
      expect(readdirSync(dataDir).sort()).toEqual(['database-roles.json', 'development-issuer.json']);
      server.signal('SIGTERM');
      await expectStopped(server, dataDir);
    } finally {
      await elsewhere.stop();
    }
  });
});

/** With it there, the loader of the sample looks, and leaves the graph alone. */
const CASE_OF_OTHER_DATA = `mutation { submitCaseEvents(events: [
  { id: "00000000-0000-4000-8000-000000000001", subject: "VN63-10-01.REAL-1", type: JUDGMENT_RECEIVED, occurredOn: "2024-02-01", kind: CIVIL, initiation: ON_REQUEST }
]) { accepted } }`;

describe('in production', () => {
  const production = (issuer: TestIssuer): Record<string, string> => ({
    THADS_MODE: 'production',
    THADS_DATA_DIR: temporaryFolder(),
    THADS_SAMPLE: 'load',
    EXPORT_SIGNING_KEY: JSON.stringify(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })),
    ...issuer.environment(),
  });

  it('it takes the tokens of its issuer, has none of its own, and leaves the sample out unless it is given one', async () => {
    const issuer = await TestIssuer.start();
    try {
      const environment = production(issuer);
      const server = npmStart(environment);
      const url = await server.ready;
      expect(server.output()).toMatch(/^The sample is not loaded: in THADS_TOKEN there is no token of AUTH_ISSUER/m);
      expect(readdirSync(environment.THADS_DATA_DIR!)).not.toContain('development-issuer.json');
      const client = new GraphClient(url, await issuer.token({ role: 'REGISTRAR' }));
      const { submitCaseEvents } = await client.data(CASE_OF_OTHER_DATA);
      expect(submitCaseEvents.accepted).toBe(1);
      server.signal('SIGTERM');
      await expectStopped(server, environment.THADS_DATA_DIR!);

      const withToken = npmStart({ ...environment, THADS_TOKEN: await issuer.token({ role: 'REGISTRAR' }) });
      await withToken.ready;
      expect(withToken.output()).toMatch(/^The registers hold data that is not the sample/m);
      withToken.signal('SIGTERM');
      await expectStopped(withToken, environment.THADS_DATA_DIR!);
    } finally {
      await issuer.stop();
    }
  });
});

describe('a fault of the surroundings is one clear line and exit code 1', () => {
  const fileInTheWay = path.join(temporaryFolder(), 'file');
  writeFileSync(fileInTheWay, '');
  const unused = temporaryFolder();

  const faults: readonly [string, Record<string, string>, RegExp][] = [
    ['a server that does not answer', { DATABASE_URL: 'postgresql://u:p@127.0.0.1:1/thads' }, /^DATABASE_URL: no conn/],
    ['a DATABASE_URL that is no address', { DATABASE_URL: 'localhost' }, /^DATABASE_URL is not an address of the form/],
    ['a data folder in a read-only place', { THADS_DATA_DIR: '/proc/thads' }, /^The data folder .* cannot be written/],
    [
      'an address that others reach, in development',
      { HOST: '0.0.0.0' },
      /^HOST is "0\.0\.0\.0", which others may reach/,
    ],
    ['a file in place of the data folder', { THADS_DATA_DIR: fileInTheWay }, /^The data folder .* cannot be written/],
  ];
  const started = new Map<string, NpmStart>();
  beforeAll(() => {
    for (const [name, environment] of faults) started.set(name, npmStart({ THADS_DATA_DIR: unused, ...environment }));
  });

  it.each(faults)('%s', async (name, _, line) => {
    await expectRefused(started.get(name)!, line);
  });

  it('production without an issuer of tokens and a key of its own names everything that is missing', async () => {
    const server = npmStart({ THADS_MODE: 'production', THADS_DATA_DIR: unused });
    const { code, output } = await server.ended;
    expect(output.trim().split('\n')).toEqual([
      expect.stringMatching(/^AUTH_ISSUER is not set/),
      expect.stringMatching(/^AUTH_AUDIENCE is not set/),
      expect.stringMatching(/^AUTH_JWKS_URL is not set/),
      expect.stringMatching(/^EXPORT_SIGNING_KEY is not set/),
    ]);
    expect(code).toBe(1);
  });

  it('several wrong settings are reported at once, a line each', async () => {
    const server = npmStart({ PORT: '99999', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://x', THADS_DATA_DIR: unused });
    const { code, output } = await server.ended;
    expect(output.trim().split('\n')).toEqual([
      expect.stringMatching(/^PORT is "99999"; it must be/),
      expect.stringMatching(/^LOG_LEVEL is "loud"; it must be/),
      expect.stringMatching(/^DATABASE_URL is not an address/),
    ]);
    expect(code).toBe(1);
  });
});
