import { randomUUID } from 'node:crypto';
import { type Graph, SHAPES, startGraph } from './harness/graph';

const STATISTICS = '{ nation { receptionStatistics(period: { workingYear: 2024 }) { visits } } }';

describe.each(SHAPES)('statistics by GET, %s', (shape) => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await startGraph(shape, 'empty');
  });
  afterAll(() => graph.stop());

  const get = (query: string, headers: Record<string, string> = {}, more = ''): Promise<Response> =>
    fetch(`${graph.url}/graphql?query=${encodeURIComponent(query)}${more}`, {
      headers: { ...graph.headers, 'apollo-require-preflight': '1', ...headers },
    });
  const etagOf = async (response: Response): Promise<string> => {
    await response.arrayBuffer();
    return response.headers.get('etag')!;
  };

  it('carry an ETag; whoever sends it back is told that nothing has changed, without a body', async () => {
    const first = await get(STATISTICS);
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    const etag = await etagOf(first);
    expect(etag).toMatch(/^"[\w-]{22}"$/);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await get(STATISTICS, { 'if-none-match': known });
      expect([known, again.status, again.headers.get('etag'), await again.text()]).toEqual([known, 304, etag, '']);
    }
    const unknown = await get(STATISTICS, { 'if-none-match': '"other"' });
    expect([unknown.status, await etagOf(unknown)]).toEqual([200, etag]);
  });

  it('have another ETag as soon as an event has changed them', async () => {
    const etag = await etagOf(await get(STATISTICS));
    const event = { subject: 'VN63-10-01.TD-1', type: 'RECEPTION_RECORDED', visits: 7, citizens: 7, matters: 7 };
    await graph.client.data(
      'mutation ($events: [ReceptionEventInput!]!) { submitReceptionEvents(events: $events) { accepted } }',
      { events: [{ id: randomUUID(), occurredOn: '2024-04-02', ...event }] },
    );
    const after = await get(STATISTICS, { 'if-none-match': etag });
    expect(after.status).toBe(200);
    expect(await after.json()).toEqual({ data: { nation: { receptionStatistics: { visits: 7 } } } });
    expect(after.headers.get('etag')).not.toBe(etag);
  });

  it('are the same by POST, which has no ETag', async () => {
    const byGet = await get(STATISTICS);
    const byPost = await fetch(`${graph.url}/graphql`, {
      method: 'POST',
      headers: { ...graph.headers, 'content-type': 'application/json' },
      body: JSON.stringify({ query: STATISTICS }),
    });
    expect([byPost.headers.get('etag'), byPost.headers.get('cache-control')]).toEqual([null, 'no-store']);
    expect(await byPost.text()).toBe(await byGet.text());
  });

  it('are refused like any other operation to a page that may not ask (CSRF), kept or not', async () => {
    await get(STATISTICS);
    const response = await fetch(`${graph.url}/graphql?query=${encodeURIComponent(STATISTICS)}`);
    expect([response.status, ((await response.json()) as { data?: unknown }).data]).toEqual([400, undefined]);
  });

  it('are refused with variables that are not JSON, also when kept without variables', async () => {
    await get(STATISTICS);
    for (const variables of ['nonsense', 'null', '[]']) {
      expect([variables, (await get(STATISTICS, {}, `&variables=${variables}`)).status]).toEqual([variables, 400]);
    }
  });

  it('errors and lists are not to be stored by anyone', async () => {
    for (const query of ['{ province(id: "VN34-10") { name } }', '{ cases(first: 1) { nodes { id } } }']) {
      const response = await get(query);
      expect([query, response.headers.get('cache-control')]).toEqual([query, 'no-store']);
      expect([query, (await get(query, { 'if-none-match': '"other"' })).status]).toEqual([query, response.status]);
    }
  });
});
