import { request as httpRequest } from 'node:http';
import { createHmac, randomUUID } from 'node:crypto';
import { validateHeaderValue } from 'node:http';
import naughtyStrings from 'big-list-of-naughty-strings';
import { GraphClient } from './harness/graph-client';
import { type Graph, type OneProcessGraph, SHAPES, startGraph, startInOneProcess } from './harness/graph';
import { TestIssuer } from './harness/issuers';

const FIGURES = '{ nation { receptionStatistics(period: { workingYear: 2024 }) { visits } } }';
const REGISTRAR = { role: 'REGISTRAR' };

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: any;
}

/** Over Node's own client, which sends headers as they are given, twice if need be. */
function ask(
  url: string,
  headers: Readonly<Record<string, string | readonly string[]>>,
  { method = 'POST', path = '/graphql' } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const body = method === 'POST' ? JSON.stringify({ query: FIGURES }) : '';
    const request = httpRequest(`${url}${path}`, { method }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.once('end', () => {
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          body: text === '' ? null : JSON.parse(text),
        });
      });
    });
    request.once('error', reject);
    request.setHeader('content-type', 'application/json');
    for (const [name, value] of Object.entries(headers)) request.setHeader(name, value);
    request.end(body);
  });
}

const byGet = { method: 'GET', path: `/graphql?query=${encodeURIComponent(FIGURES)}` };

function expectUnauthenticated({ status, headers, body }: Answer, message: RegExp): void {
  expect(body).toEqual({
    errors: [
      {
        message: expect.stringMatching(message),
        extensions: { code: 'UNAUTHENTICATED', requestId: headers['x-request-id'] },
      },
    ],
  });
  expect([status, headers['www-authenticate'], headers['cache-control']]).toEqual([
    401,
    'Bearer error="invalid_token"',
    'no-store',
  ]);
}

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token that is wrong in one way, and what has to be said of it. */
const BAD_TOKENS: readonly (readonly [string, (issuer: TestIssuer) => Promise<string>, RegExp])[] = [
  ['expired', (issuer) => issuer.token(REGISTRAR, { expiresIn: -60 }), /has expired/],
  [
    'for another audience',
    (issuer) => issuer.token(REGISTRAR, { payload: { aud: 'other' } }),
    /\(aud\) must be "thads-graph"/,
  ],
  ['without an audience', (issuer) => issuer.token(REGISTRAR, { payload: { aud: null } }), /aud: it is missing/],
  [
    'of another issuer',
    (issuer) => issuer.token(REGISTRAR, { payload: { iss: 'https://other.example' } }),
    /\(iss\) must be "https:\/\/issuer\.example"/,
  ],
  [
    'not valid yet',
    (issuer) => issuer.token(REGISTRAR, { payload: { nbf: Math.floor(Date.now() / 1_000) + 600 } }),
    /not valid yet/,
  ],
  ['for ever', (issuer) => issuer.token(REGISTRAR, { payload: { exp: null } }), /exp: it is missing/],
  ['of nobody', (issuer) => issuer.token(REGISTRAR, { payload: { sub: null } }), /sub: it is missing/],
  [
    'of somebody with an invisible name',
    (issuer) => issuer.token(REGISTRAR, { name: 'a\u0000b' }),
    /sub: it must be a text/,
  ],
  [
    'without a role',
    (issuer) => issuer.token(REGISTRAR, { payload: { thads_role: null } }),
    /thads_role: it is missing/,
  ],
  ['of an unknown role', (issuer) => issuer.token({ role: 'KING' }), /thads_role: "KING" .* one of PROVINCE_VIEWER/],
  [
    'of several roles',
    (issuer) => issuer.token(REGISTRAR, { payload: { thads_role: ['REGISTRAR'] } }),
    /thads_role: it must be a text/,
  ],
  ['of the public', (issuer) => issuer.token({ role: 'PUBLIC' }), /thads_role: "PUBLIC"/],
  ['of no province', (issuer) => issuer.token({ role: 'PROVINCE_VIEWER' }), /thads_province: .*needs it/],
  [
    'of an unknown province',
    (issuer) => issuer.token({ role: 'PROVINCE_VIEWER', province: 'VN34-99' }),
    /thads_province: "VN34-99" is not known/,
  ],
  [
    'without a signature (alg: none)',
    async (issuer) => {
      const [, payload] = (await issuer.token(REGISTRAR)).split('.');
      return `${base64url({ alg: 'none', kid: issuer.key.kid })}.${payload}.`;
    },
    /\(alg\) is not taken/,
  ],
  [
    'signed with the public key as a secret (HS256)',
    async (issuer) => {
      const [, payload] = (await issuer.token(REGISTRAR)).split('.');
      const signed = `${base64url({ alg: 'HS256', kid: issuer.key.kid })}.${payload}`;
      const secret = JSON.stringify(issuer.key.publicJwk);
      return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
    },
    /\(alg\) is not taken/,
  ],
  [
    'signed with a key of its own',
    async (issuer) =>
      issuer
        .payload(REGISTRAR)
        .setProtectedHeader({ alg: 'ES256', kid: issuer.key.kid })
        .sign((await strangersKey()).privateKey),
    /signature is not that of the issuer/,
  ],
  [
    'signed with an unknown key',
    async (issuer) =>
      issuer
        .payload(REGISTRAR)
        .setProtectedHeader({ alg: 'ES256', kid: 'unknown' })
        .sign((await strangersKey()).privateKey),
    /key \(kid, alg\) is not one that the issuer publishes/,
  ],
  [
    'tampered with',
    async (issuer) => {
      const [header, payload, signature] = (await issuer.token({ role: 'AUDITOR' })).split('.');
      const claims = JSON.parse(Buffer.from(payload!, 'base64url').toString());
      return [header, base64url({ ...claims, thads_role: 'REGISTRAR' }), signature].join('.');
    },
    /signature is not that of the issuer/,
  ],
  ['cut off', async (issuer) => (await issuer.token(REGISTRAR)).split('.').slice(0, 2).join('.'), /not a signed JWT/],
  ['no JWT', async () => 'nonsense', /not a signed JWT/],
];

let stranger: Promise<TestIssuer> | undefined;
async function strangersKey(): Promise<TestIssuer['key']> {
  stranger ??= TestIssuer.start();
  return (await stranger).key;
}
afterAll(async () => (await stranger)?.stop());

describe.each(SHAPES)('who asks, %s', (shape) => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await startGraph(shape, 'empty');
  });
  afterAll(() => graph.stop());

  describe('a token is refused, by POST and by GET, when it is', () => {
    it.each(BAD_TOKENS)('%s', async (_what, make, message) => {
      const token = await make(graph.issuer);
      for (const way of [{}, byGet]) {
        const answer = await ask(graph.url, { authorization: `Bearer ${token}` }, way);
        expectUnauthenticated(answer, message);
        expect(JSON.stringify(answer.body)).not.toContain(token);
      }
    });
  });

  it.each([
    ['empty', ''],
    ['a scheme alone', 'Bearer'],
    ['a scheme and a blank', 'Bearer '],
    ['another scheme', 'Basic dXNlcjpwYXNzd29yZA=='],
    ['two tokens', 'Bearer a.b.c, Bearer d.e.f'],
    ['a token alone', 'a.b.c'],
  ])('a header that is %s is refused', async (_what, authorization) => {
    expectUnauthenticated(await ask(graph.url, { authorization }), /Authorization header is not "Bearer <token>"/);
  });

  it('a second Authorization header is refused, also when the first is right', async () => {
    const authorization = [`Bearer ${graph.token}`, `Bearer ${await graph.issuer.token({ role: 'AUDITOR' })}`];
    expectUnauthenticated(await ask(graph.url, { authorization }), /more than one Authorization header/);
    expectUnauthenticated(
      await ask(graph.url, { authorization: [authorization[0]!, authorization[0]!] }),
      /more than one/,
    );
  });

  it('a bad token gets nothing of what is kept for others, whatever the method and the path', async () => {
    await graph.client.data(FIGURES);
    expect((await ask(graph.url, {})).status).toBe(200);
    const headers = { authorization: 'Bearer nonsense', 'apollo-require-preflight': '1' };
    for (const method of ['GET', 'POST', 'PUT', 'OPTIONS']) {
      for (const path of [
        '/graphql',
        '/graphql/',
        '/GraphQL',
        '/graphql/x',
        `/graphql?query=${encodeURIComponent(FIGURES)}`,
      ]) {
        const answer = await ask(graph.url, headers, { method, path });
        expect([method, path, answer.status]).toEqual([method, path, 401]);
      }
    }
  });

  it('whatever people type is refused and breaks nothing', async () => {
    const asBytes = (text: string): string => Buffer.from(text).toString('latin1');
    const sendable = naughtyStrings.map(asBytes).filter((text) => {
      try {
        validateHeaderValue('authorization', text);
        return true;
      } catch {
        return false;
      }
    });
    expect(sendable.length).toBeGreaterThan(300);
    for (const text of sendable) {
      for (const authorization of [text, `Bearer ${text}`]) {
        const { status, body } = await ask(graph.url, { authorization });
        expect([authorization, status, body.errors[0].extensions.code]).toEqual([
          authorization,
          401,
          'UNAUTHENTICATED',
        ]);
      }
    }
    await graph.client.data(FIGURES);
  });

  it('a token is taken whatever the case of "Bearer"', async () => {
    for (const scheme of ['Bearer', 'bearer', 'BEARER', 'Bearer  ']) {
      const { status, body } = await ask(graph.url, { authorization: `${scheme} ${graph.token}` });
      expect([scheme, status, body.errors]).toEqual([scheme, 200, undefined]);
    }
  });

  it('clocks may differ by a few seconds', async () => {
    const now = Math.floor(Date.now() / 1_000);
    const token = await graph.issuer.token(REGISTRAR, { payload: { exp: now - 2, nbf: now - 60 } });
    expect((await ask(graph.url, { authorization: `Bearer ${token}` })).status).toBe(200);
    const early = await graph.issuer.token(REGISTRAR, { payload: { nbf: now + 5 } });
    expect((await ask(graph.url, { authorization: `Bearer ${early}` })).status).toBe(200);
  });

  it('without a token anybody is answered', async () => {
    const { data, errors } = await new GraphClient(graph.url).ask(FIGURES);
    expect([data.nation.receptionStatistics.visits, errors]).toEqual([expect.any(Number), []]);
  });

  it('the journal names the subject of the sender’s token', async () => {
    const token = await graph.issuer.token(REGISTRAR, { name: 'Nguyễn Thị Mẫu' });
    const client = new GraphClient(graph.url, token);
    const id = `VN63-10-01.TD-${randomUUID()}`;
    const event = { id: randomUUID(), subject: id, type: 'RECEPTION_RECORDED', occurredOn: '2024-04-02' };
    const { submitReceptionEvents } = await client.data(
      'mutation ($events: [ReceptionEventInput!]!) { submitReceptionEvents(events: $events) { accepted } }',
      { events: [{ ...event, visits: 1, citizens: 1, matters: 1 }] },
    );
    expect(submitReceptionEvents.accepted).toBe(1);
    const { reception } = await client.data('query ($id: ID!) { reception(id: $id) { history { submittedBy } } }', {
      id,
    });
    expect(reception.history).toEqual([{ submittedBy: 'Nguyễn Thị Mẫu' }]);
  });

  it('a purpose that cannot be read is refused, naming its header', async () => {
    const purpose = { 'x-purpose-article': encodeURIComponent('Điều 27'), 'x-purpose-file': 'HS-1' };
    expect((await ask(graph.url, { ...graph.headers, ...purpose })).status).toBe(200);
    const { status, headers, body } = await ask(graph.url, { ...graph.headers, 'x-purpose-article': 'a' });
    expect([status, body]).toEqual([
      400,
      {
        errors: [
          {
            message: expect.stringMatching(/^The header x-purpose-file is missing/),
            extensions: { code: 'BAD_USER_INPUT', requestId: headers['x-request-id'] },
          },
        ],
      },
    ]);
  });
});

describe('kept answers', () => {
  let graph: OneProcessGraph;
  beforeAll(async () => {
    graph = await startInOneProcess('empty');
  });
  afterAll(() => graph.stop());

  const isVersionCheck = (sql: string): boolean => sql.includes('data_version');
  const isRead = (sql: string): boolean => /from complaints\./.test(sql) && /visit|running_total/.test(sql);

  it('are shared among callers who see the same, and by nobody else', async () => {
    const costs = async (client: GraphClient): Promise<string> => {
      graph.takeStatements();
      await client.data(FIGURES);
      const { complaints } = graph.takeStatements();
      return complaints.some((sql) => isRead(sql) && !isVersionCheck(sql)) ? 'made anew' : 'kept';
    };
    const viewer = (province: string): Promise<GraphClient> => graph.asRole({ role: 'PROVINCE_VIEWER', province });
    const seen = [
      await costs(graph.client),
      await costs(await graph.asRole(REGISTRAR)),
      await costs(new GraphClient(graph.url)),
      await costs(await viewer('VN34-15')),
      await costs(await viewer('VN34-15')),
      await costs(await viewer('VN34-38')),
      await costs(new GraphClient(graph.url)),
    ];
    expect(seen).toEqual(['made anew', 'kept', 'made anew', 'made anew', 'kept', 'made anew', 'kept']);
  });
});

describe('an issuer that changes its keys', () => {
  let issuer: TestIssuer;
  let graph: OneProcessGraph;
  beforeEach(async () => {
    issuer = await TestIssuer.start();
    // Its keys are asked for before every use.
    graph = await startInOneProcess('empty', { issuer: issuer.settings(0) }, issuer);
  });
  afterEach(() => graph.stop());

  const statusOf = async (token: string): Promise<number> =>
    (await ask(graph.url, { authorization: `Bearer ${token}` })).status;

  it('a new key is taken without a restart, an old one until it is withdrawn', async () => {
    const old = await issuer.token(REGISTRAR);
    expect(await statusOf(old)).toBe(200);
    await issuer.rotate();
    const young = await issuer.token(REGISTRAR);
    expect([await statusOf(young), await statusOf(old)]).toEqual([200, 200]);
    issuer.withdrawOldKeys();
    expect([await statusOf(young), await statusOf(old)]).toEqual([200, 401]);
  });

  it.each(['EdDSA', 'ES256', 'PS256', 'RS256'])('may sign by %s', async (algorithm) => {
    await issuer.rotate(algorithm);
    expect(await statusOf(await issuer.token(REGISTRAR))).toBe(200);
  });

  it('while it is away the keys known go on working; of a token with another, nothing can be said', async () => {
    const known = await issuer.token(REGISTRAR);
    expect(await statusOf(known)).toBe(200);
    await issuer.rotate();
    await issuer.stop();
    const unknown = { authorization: `Bearer ${await issuer.token(REGISTRAR)}` };
    expect(await statusOf(known)).toBe(200);
    const { status, headers, body } = await ask(graph.url, unknown);
    expect([status, headers['retry-after'], body.errors[0].extensions.code, body.errors[0].message]).toEqual([
      503,
      '5',
      'SUBGRAPH_UNAVAILABLE',
      expect.stringMatching(/^The token cannot be checked/),
    ]);
    expect(JSON.stringify(body)).not.toContain('127.0.0.1');
    expect((await ask(graph.url, {})).status).toBe(200);
    await issuer.resume();
    expect((await ask(graph.url, unknown)).status).toBe(200);
  });
});
