import { buildDashboard } from './harness/dashboard';
import { type OneProcessGraph, startInOneProcess } from './harness/graph';

describe('the door of the graph', () => {
  let graph: OneProcessGraph;
  beforeAll(async () => {
    await buildDashboard();
    graph = await startInOneProcess('empty');
  });
  afterAll(() => graph.stop());

  const post = (body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
    fetch(`${graph.url}/graphql`, { method: 'POST', headers: { ...graph.headers, ...headers }, body });
  const query = JSON.stringify({ query: '{ nation { id } }' });

  it('answers with a request id, the caller’s own when it looks like one', async () => {
    const own = await post(query, { 'content-type': 'application/json', 'x-request-id': 'my-request-0001' });
    expect(own.headers.get('x-request-id')).toBe('my-request-0001');
    const other = await post(query, { 'content-type': 'application/json', 'x-request-id': "x'; drop table" });
    expect(other.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each([
    ['a body that is not JSON', 'nonsense', /not JSON/],
    ['a body without an operation', '{}', /no keys/],
    ['a batch of operations', `[${query}]`, /batch/i],
  ])('%s is bad input, in the form of every error', async (_what, body, message) => {
    const response = await post(body);
    const { errors } = (await response.json()) as { errors: { message: string; extensions: { code: string } }[] };
    expect(response.status).toBe(400);
    expect(errors[0]).toMatchObject({
      message: expect.stringMatching(message),
      extensions: { code: 'BAD_USER_INPUT', requestId: response.headers.get('x-request-id') },
    });
  });

  it('refuses a request that a foreign page could send without asking (CSRF)', async () => {
    const response = await post(query, { 'content-type': 'text/plain' });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(((await response.json()) as { data?: unknown }).data).toBeUndefined();
  });

  it('shows a visitor of / the dashboard and says nothing of what it is built with', async () => {
    const response = await fetch(`${graph.url}/`, { redirect: 'manual' });
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('text/html'),
    ]);
    expect(response.headers.get('x-powered-by')).toBeNull();
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('knows no mutation by GET', async () => {
    const mutation = encodeURIComponent('mutation { submitCaseEvents(events: []) { accepted } }');
    const response = await fetch(`${graph.url}/graphql?query=${mutation}`, {
      headers: { ...graph.headers, 'apollo-require-preflight': '1' },
    });
    expect(response.status).toBe(405);
  });
});
