/** What graphql-cop looks for, check by check under its names, at a gateway as it is in production. */
import { type OneProcessGraph, startInOneProcess } from './harness/graph';
import { type RawAnswer, sendRaw } from './harness/raw-request';

const times = (count: number, text: (nth: number) => string): string =>
  Array.from({ length: count }, (_, nth) => text(nth)).join(' ');

describe('graphql-cop finds nothing', () => {
  let graph: OneProcessGraph;
  beforeAll(async () => {
    graph = await startInOneProcess('empty', {
      doors: { introspection: false, playground: false, suggestions: false, queryPlans: false },
    });
  });
  afterAll(() => graph.stop());

  const ask = (query: string): Promise<RawAnswer> => sendRaw(graph.url, { body: { query } });
  /** As cop sends it: without the header that asks for permission. */
  const get = async (query: string): Promise<{ status: number; data: unknown }> => {
    const response = await fetch(`${graph.url}/graphql?query=${encodeURIComponent(query)}`);
    return { status: response.status, data: ((await response.json()) as { data?: unknown }).data };
  };
  const TYPENAME = 'query cop { __typename }';

  it('there is something to find: the query that its checks are made of is answered', async () => {
    expect((await ask(TYPENAME)).data).toEqual({ __typename: 'Query' });
  });

  it.each<[check: string, query: string]>([
    ['Introspection', '{ __schema { types { name fields { name } } } }'],
    [
      'Circular query using introspection',
      '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }',
    ],
    ['Alias overloading', `query cop { ${times(101, (nth) => `alias${nth}: __typename`)} }`],
    ['Field duplication', `query cop { ${times(500, () => '__typename')} }`],
    ['Directives overloading', `query cop { __typename ${times(10, () => '@aa')} }`],
    [
      'Directives overloading, with one that there is',
      `query cop { __typename ${times(10, () => '@include(if: true)')} }`,
    ],
    ['Mutation over GET, asked by POST', 'mutation cop { __typename @skp }'],
  ])('%s', async (_check, query) => {
    const { status, data, errors } = await ask(query);
    expect([status, data, errors.length > 0]).toEqual([400, undefined, true]);
  });

  it('Field suggestions', async () => {
    const { errors } = await ask('query cop { __schema { directive } }');
    expect(errors.length).toBeGreaterThan(0);
    expect(JSON.stringify(errors)).not.toMatch(/did you mean/i);
  });

  it('Trace mode and Unhandled errors: nothing beside data and errors, no exception in either', async () => {
    for (const query of [TYPENAME, 'queryy cop { __typename }']) {
      const { text } = await ask(query);
      const { extensions, errors = [] } = JSON.parse(text) as {
        extensions?: unknown;
        errors?: { extensions: object }[];
      };
      expect(extensions).toBeUndefined();
      for (const error of errors) expect(Object.keys(error.extensions).sort()).toEqual(['code', 'requestId']);
    }
  });

  it('Array-based query batching', async () => {
    const { status, data } = await sendRaw(graph.url, {
      body: Array.from({ length: 10 }, () => ({ query: TYPENAME })),
    });
    expect([status, data]).toEqual([400, undefined]);
  });

  it('GET method query support (CSRF)', async () => {
    expect(await get(TYPENAME)).toEqual({ status: 400, data: undefined });
  });

  it('Mutation is allowed over GET (CSRF)', async () => {
    expect(await get('mutation cop { __typename }')).toEqual({ status: 400, data: undefined });
    const asked = await sendRaw(graph.url, {
      path: `/graphql?query=${encodeURIComponent('mutation cop { __typename }')}`,
    });
    expect([asked.status, asked.data]).toEqual([405, undefined]);
  });

  it('POST-based url-encoded query (CSRF)', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x']) {
      const { status, data } = await sendRaw(graph.url, {
        body: `query=${encodeURIComponent(TYPENAME)}`,
        headers: { 'content-type': type },
      });
      expect([type, status, data]).toEqual([type, 400, undefined]);
    }
  });

  it('GraphQL IDE', async () => {
    for (const path of ['/', '/graphql', '/graphiql', '/playground', '/playground/', '/console', '/v1/graphiql']) {
      const { text } = await sendRaw(graph.url, { path, headers: { accept: 'text/html' } });
      expect([path, /graphi?ql.{0,9}(ide|playground)|graphiql|react/i.test(text)]).toEqual([path, false]);
    }
  });
});
