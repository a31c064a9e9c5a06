import { auditServer } from 'graphql-http';
import { type OneProcessGraph, startInOneProcess } from './harness/graph';

/** Each with its reason. */
const NOT_AS_IT_SHOULD: Readonly<Record<string, string>> = {
  '572B': 'a text that cannot be parsed is answered with 400, also to clients that accept application/json only',
  FDE2: 'so is an operation that does not fit the schema',
  '7B9B': 'so are variables that do not fit their types: whoever watches the status sees that it failed',
};

describe('GraphQL over HTTP', () => {
  let graph: OneProcessGraph;
  beforeAll(async () => {
    graph = await startInOneProcess('empty');
  });
  afterAll(() => graph.stop());

  it('is as the audits of graphql-http require it, every MUST and every SHOULD but three', async () => {
    const results = await auditServer({
      url: `${graph.url}/graphql`,
      // By GET a page may ask only with a header that needs the server's permission.
      fetchFn: (url: string, init: RequestInit = {}) =>
        fetch(url, { ...init, headers: { 'apollo-require-preflight': '1', ...init.headers } }),
    });
    const others = results.flatMap((result) =>
      result.status === 'ok' ? [] : [`${result.status} ${result.id} ${result.name}: ${result.reason}`],
    );
    expect(results).toHaveLength(61);
    expect(results.filter(({ status }) => status === 'error')).toEqual([]);
    expect(others.map((line) => line.split(' ')[1]).sort()).toEqual(Object.keys(NOT_AS_IT_SHOULD).sort());
  });
});
