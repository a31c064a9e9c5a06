import { type OneProcessGraph, startInOneProcess } from './harness/graph';
import { type RawRequest, sendRaw } from './harness/raw-request';

const POLICY_OF_ANSWERS = "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'";
/** Pages have policies of their own. */
const isOfPage = ({ path = '' }: RawRequest): boolean => /^\/(playground|config\.json|assets\/)/.test(path);
const mutation = encodeURIComponent('mutation { submitCaseEvents(events: []) { accepted } }');

/** Everything that the gateway answers, the refusals of every door among it. */
const ROUTES: readonly (readonly [what: string, status: number, request: RawRequest])[] = [
  ['health', 200, { path: '/health/live' }],
  ['readiness', 200, { path: '/health/ready' }],
  ['what the dashboard has to know', 200, { path: '/config.json' }],
  ['an asset of the dashboard that there is not', 404, { path: '/assets/nothing.js' }],
  ['nothing', 404, { path: '/nothing' }],
  ['nothing, by POST', 404, { path: '/nothing', body: {} }],
  ['a path that cannot be decoded', 404, { path: '/playground/assets/%E0%A4%A' }],
  ['a folder above', 404, { path: '/playground/assets/..%2f..%2fpackage.json' }],
  ['an operation', 200, { body: { query: '{ nation { id } }' } }],
  ['an operation by GET', 200, { path: '/graphql?query={nation{id}}' }],
  ['an operation that fails', 400, { body: { query: '{ what }' } }],
  ['no operation', 400, { body: {} }],
  ['a batch', 400, { body: [] }],
  ['no JSON', 400, { body: '{' }],
  ['another method', 405, { method: 'PUT', body: {} }],
  ['a mutation by GET', 405, { path: `/graphql?query=${mutation}` }],
  ['a bad token', 401, { body: {}, headers: { authorization: 'Bearer x' } }],
  ['an unknown encoding', 415, { body: '{}', headers: { 'content-encoding': 'x-unknown' } }],
  ['an unknown character set', 415, { body: '{}', headers: { 'content-type': 'application/json; charset=latin1' } }],
  ['what is too large', 413, { body: ' '.repeat(300_000) }],
  [
    'what is too costly',
    400,
    { body: { query: '{ cases(first: 1000) { nodes { history { deadlines: fields { name value } } } } }' } },
  ],
  ['a trusted document that there is not', 400, { body: { documentId: 'x' } }],
];

describe('what every answer carries', () => {
  let graph: OneProcessGraph;
  beforeAll(async () => {
    graph = await startInOneProcess('empty');
  });
  afterAll(() => graph.stop());

  it.each(ROUTES)('%s', async (_what, status, request) => {
    const { headers, text, ...answer } = await sendRaw(graph.url, request);
    expect(answer.status).toBe(status);
    const policy = headers.get('content-security-policy')!;
    if (!isOfPage(request)) expect(policy).toBe(POLICY_OF_ANSWERS);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    // Scripts from elsewhere, or within a page, are never run; nor is a page of ours shown within another.
    expect(/script-src ([^;]*)/.exec(policy)?.[1] ?? "'self'").toBe("'self'");
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval|data: *;? *script/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=31536000/);
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    for (const name of ['x-powered-by', 'server', 'access-control-allow-origin']) expect(headers.get(name)).toBeNull();
    expect(text).not.toMatch(/<script|node_modules|\bat \S+ \(/);
  });

  it('errors outside an operation are told like those within one', async () => {
    for (const [what, status, request] of ROUTES) {
      if (status < 400 || (request.path ?? '').startsWith('/playground')) continue;
      const { errors, headers } = await sendRaw(graph.url, request);
      expect([what, errors.length, headers.get('content-type')]).toEqual([what, 1, expect.stringMatching(/json/)]);
      expect([what, errors[0]!.message.length > 20, errors[0]!.extensions.code]).toEqual([
        what,
        true,
        expect.stringMatching(/^(BAD_USER_INPUT|NOT_FOUND|UNAUTHENTICATED|TOO_COSTLY)$/),
      ]);
    }
  });
});

describe('pages of other origins', () => {
  const ORIGIN = 'https://dashboard.example.vn';
  const preflight = (url: string, origin: string): Promise<Response> =>
    fetch(`${url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type,authorization',
      },
    });
  const ask = (url: string, origin: string): Promise<Response> =>
    fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ nation { id } }' }),
    });

  it('may not ask, unless they are named', async () => {
    const graph = await startInOneProcess('empty');
    try {
      for (const response of [await preflight(graph.url, ORIGIN), await ask(graph.url, ORIGIN)]) {
        expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
      }
    } finally {
      await graph.stop();
    }
  });

  it('that are named may ask with a token and read what they are told; no others', async () => {
    const graph = await startInOneProcess('empty', { doors: { corsOrigins: [ORIGIN, 'https://other.example.vn'] } });
    try {
      const allowed = await preflight(graph.url, ORIGIN);
      expect([allowed.status, allowed.headers.get('access-control-allow-origin')]).toEqual([204, ORIGIN]);
      expect(allowed.headers.get('access-control-allow-methods')).toBe('GET,POST');
      expect(allowed.headers.get('access-control-allow-headers')).toMatch(/content-type,authorization/);
      expect(allowed.headers.get('access-control-allow-credentials')).toBeNull();
      const answer = await ask(graph.url, ORIGIN);
      expect([answer.headers.get('access-control-allow-origin'), answer.headers.get('vary')]).toEqual([
        ORIGIN,
        expect.stringMatching(/origin/i),
      ]);
      expect(answer.headers.get('access-control-expose-headers')).toMatch(/x-request-id/);
      for (const origin of ['https://evil.example', `${ORIGIN}.evil.example`, 'http://dashboard.example.vn', 'null']) {
        for (const response of [await preflight(graph.url, origin), await ask(graph.url, origin)]) {
          expect([origin, response.headers.get('access-control-allow-origin')]).toEqual([origin, null]);
        }
      }
    } finally {
      await graph.stop();
    }
  });
});
