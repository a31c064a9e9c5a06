/** A subgraph that speaks HTTP answers its gateway, and nobody else. */
import { signStatement, statementKey } from '@thads/shared';
import { generateKeyPairSync } from 'node:crypto';
import { runCommand } from './harness/command';
import { type HttpGraph, SUBGRAPHS, startOverHttp } from './harness/graph';

const STATEMENT = 'x-thads-statement';
const REFUSED = {
  errors: [
    { message: 'A subgraph answers its gateway alone; ask the gateway.', extensions: { code: 'UNAUTHENTICATED' } },
  ],
};
const INTROSPECTION = '{ __schema { types { name } } }';

describe('a subgraph that is reached directly', () => {
  let graph: HttpGraph;
  beforeAll(async () => {
    graph = await startOverHttp('empty');
  });
  afterAll(() => graph.stop());

  const post = async (url: string, headers: Readonly<Record<string, string>>, query = '{ __typename }') => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    });
    return { status: response.status, body: await response.json() };
  };
  const dataVersion = async (url: string, headers: Readonly<Record<string, string>>) => {
    const response = await fetch(new URL('/data-version', url), { headers });
    return { status: response.status, body: await response.json() };
  };

  const statement = async (head = {}): Promise<string> => (await graph.subgraphHeaders(head))[STATEMENT]!;
  const strangersStatement = async (): Promise<string> => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const head = JSON.parse(Buffer.from((await statement()).split('.')[1]!, 'base64url').toString()).head;
    return signStatement(await statementKey(JSON.stringify(privateKey.export({ format: 'jwk' }))), head);
  };
  const tampered = async (): Promise<string> => {
    const [header, payload, signature] = (await statement()).split('.');
    const claims = JSON.parse(Buffer.from(payload!, 'base64url').toString());
    claims.head.principal.name = 'somebody else';
    return [header, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
  };
  const unsigned = async (): Promise<string> => {
    const [, payload] = (await statement()).split('.');
    return `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
  };

  it.each<[string, () => Promise<Record<string, string>>]>([
    ['nothing', async () => ({})],
    ['an empty statement', async () => ({ [STATEMENT]: '' })],
    ['nonsense', async () => ({ [STATEMENT]: 'nonsense' })],
    ['a statement that somebody else has signed', async () => ({ [STATEMENT]: await strangersStatement() })],
    ['a statement that was tampered with', async () => ({ [STATEMENT]: await tampered() })],
    ['a statement without a signature', async () => ({ [STATEMENT]: await unsigned() })],
    [
      'a statement of a request whose time is over',
      async () => ({ [STATEMENT]: await statement({ deadlineAt: Date.now() - 10_000 }) }),
    ],
    ['a token of the issuer', async () => graph.headers],
    ['a token of the issuer as a statement', async () => ({ [STATEMENT]: graph.token })],
  ])('with %s answers 401 and nothing else', async (_what, headers) => {
    for (const name of SUBGRAPHS) {
      const url = graph.subgraphUrls[name];
      const given = await headers();
      for (const query of ['{ __typename }', INTROSPECTION, '{ _service { sdl } }', 'nonsense']) {
        expect([name, await post(url, given, query)]).toEqual([name, { status: 401, body: REFUSED }]);
      }
      expect([name, await dataVersion(url, given)]).toEqual([name, { status: 401, body: REFUSED }]);
      expect((await fetch(new URL('/anything', url), { headers: given })).status).toBe(401);
    }
  });

  it('with the gateway’s statement answers', async () => {
    for (const name of SUBGRAPHS) {
      const headers = await graph.subgraphHeaders();
      const url = graph.subgraphUrls[name];
      expect(await post(url, headers)).toMatchObject({ status: 200, body: { data: { __typename: 'Query' } } });
      expect(await dataVersion(url, headers)).toMatchObject({ status: 200, body: { dataVersion: expect.any(String) } });
    }
  });

  it('says to anybody whether it is well', async () => {
    for (const name of SUBGRAPHS) {
      for (const path of ['/health/live', '/health/ready']) {
        expect((await fetch(new URL(path, graph.subgraphUrls[name]))).status).toBe(200);
      }
    }
  });

  it('whose gateway has another key is not available; the caller is not told to bring another token', async () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const STATEMENT_PRIVATE_KEY = JSON.stringify(privateKey.export({ format: 'jwk' }));
    const stranger = await graph.startBeside({ STATEMENT_PRIVATE_KEY });
    try {
      const { errors } = await stranger.client.ask('{ cases(first: 1) { nodes { id } } }');
      expect(errors[0]).toMatchObject({
        message: expect.stringMatching(/"cases" is not available: it does not know this gateway/),
        extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'cases' },
      });
    } finally {
      await stranger.stop();
    }
  });
});

describe('the keys of statements', () => {
  const GATEWAY = 'gateway/src/main.ts';
  const CASES = 'subgraphs/cases/src/main.ts';
  const DIRECTORY = 'gateway/src/directory/main.ts';
  let keys: Record<string, string>;
  beforeAll(async () => {
    const { stdout, code } = await runCommand('gateway/src/identity/keys.main.ts', []);
    expect(code).toBe(0);
    keys = Object.fromEntries([...stdout.matchAll(/^(\w+)='(.*)'$/gm)].map(([, name, value]) => [name!, value!]));
  });
  const linesAbout = async (entry: string, environment: Record<string, string>): Promise<string[]> => {
    const { code, stdout, stderr } = await runCommand(entry, [], { PORT: '0', ...environment });
    expect([code, stdout]).toEqual([1, '']);
    return stderr.split('\n').filter((line) => line.startsWith('STATEMENT'));
  };

  it('are a fresh pair every time', async () => {
    expect(Object.keys(keys)).toEqual(['STATEMENT_PRIVATE_KEY', 'STATEMENT_PUBLIC_KEY', 'EXPORT_SIGNING_KEY']);
    expect(JSON.parse(keys.STATEMENT_PRIVATE_KEY!)).toMatchObject({
      ...JSON.parse(keys.STATEMENT_PUBLIC_KEY!),
      d: expect.any(String),
    });
    expect((await runCommand('gateway/src/identity/keys.main.ts', [])).stdout).not.toContain(keys.STATEMENT_PUBLIC_KEY);
  });

  it('have no default: without its own nothing starts, and the message says how to get one', async () => {
    for (const [entry, name] of [
      [GATEWAY, 'STATEMENT_PRIVATE_KEY'],
      [CASES, 'STATEMENT_PUBLIC_KEY'],
      [DIRECTORY, 'STATEMENT_PUBLIC_KEY'],
    ] as const) {
      expect(await linesAbout(entry, {})).toEqual([
        expect.stringMatching(new RegExp(`^${name} is not set; .*"npm run --silent keys" makes a pair\\.$`)),
      ]);
    }
  });

  it('are not mistaken for each other, and not repeated in a message', async () => {
    const { STATEMENT_PRIVATE_KEY: own, STATEMENT_PUBLIC_KEY: known } = keys as Record<string, string>;
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
    for (const [entry, name, wrong] of [
      [GATEWAY, 'STATEMENT_PRIVATE_KEY', known!],
      [CASES, 'STATEMENT_PUBLIC_KEY', own!],
      [CASES, 'STATEMENT_PUBLIC_KEY', 'secret'],
      [GATEWAY, 'STATEMENT_PRIVATE_KEY', JSON.stringify(rsa)],
    ] as const) {
      const kind = name === 'STATEMENT_PRIVATE_KEY' ? 'private' : 'public';
      expect(await linesAbout(entry, { [name]: wrong })).toEqual([
        `${name} is no ${kind} Ed25519 key as JWK; "npm run --silent keys" makes a pair.`,
      ]);
    }
  });
});
