import { getIntrospectionQuery } from 'graphql';
import { type Graph, startInOneProcess, startOverHttp } from './harness/graph';
import { type RawAnswer, sendRaw } from './harness/raw-request';

const CLOSED = { introspection: false, playground: false, dashboard: false, suggestions: false, queryPlans: false };
const NATION = '{ nation { id } }';

const planOf = (graph: Graph): Promise<RawAnswer> =>
  sendRaw(graph.url, {
    body: { query: NATION },
    headers: { 'apollo-query-plan-experimental': '1' },
    token: graph.token,
  });

describe.each([
  ['in development', () => startInOneProcess('empty'), true],
  ['in development, switched off', () => startInOneProcess('empty', { doors: CLOSED }), false],
  ['in production, over HTTP', () => startOverHttp('empty', { SUGGESTIONS: '', DASHBOARD: 'off' }), false],
])('what helps developers, %s', (_mode, start, isOn) => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await start();
  });
  afterAll(() => graph.stop());

  const ask = (query: string): Promise<RawAnswer> => sendRaw(graph.url, { body: { query }, token: graph.token });

  it(`introspection is ${isOn ? 'on' : 'off'}`, async () => {
    for (const query of [
      getIntrospectionQuery(),
      '{ __type(name: "Case") { name } }',
      '{ nation { id } __schema { queryType { name } } }',
    ]) {
      const { status, errors } = await ask(query);
      if (isOn) expect([status, errors]).toEqual([200, []]);
      else {
        expect([status, errors[0]!.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
        expect(errors[0]!.message).toMatch(/introspection has been disabled.*"__(schema|type)"/);
      }
    }
    expect((await ask('{ __typename nation { __typename } }')).data).toEqual({
      __typename: 'Query',
      nation: { __typename: 'Nation' },
    });
  });

  it(`the playground is ${isOn ? 'on' : 'off'}, and ${isOn ? '/ the dashboard' : 'nothing is at /'}`, async () => {
    const page = await sendRaw(graph.url, { path: '/playground' });
    const start = await sendRaw(graph.url, { path: '/' });
    const policy = start.headers.get('content-security-policy');
    if (isOn) expect([page.status, policy]).toEqual([302, expect.stringContaining("script-src 'self'")]);
    else {
      expect([page.status, start.status]).toEqual([404, 404]);
      expect([...page.errors, ...start.errors].map(({ extensions: { code } }) => code)).toEqual([
        'NOT_FOUND',
        'NOT_FOUND',
      ]);
    }
  });

  it(`suggestions are ${isOn ? 'on' : 'off'}`, async () => {
    const { errors } = await ask('{ nation { nme } }');
    expect(errors[0]!.message).toBe(
      isOn
        ? 'Cannot query field "nme" on type "Nation". Did you mean "name"?'
        : 'Cannot query field "nme" on type "…".',
    );
  });

  it(`query plans are shown to ${isOn ? 'those who ask' : 'nobody'}`, async () => {
    expect((await planOf(graph)).text.includes('QueryPlan')).toBe(isOn);
  });
});

describe('each door is its own', () => {
  it.each([
    ['introspection', { introspection: true }],
    ['playground', { playground: true }],
    ['suggestions', { suggestions: true }],
    ['dashboard', { dashboard: true }],
  ] as const)('%s can be opened alone', async (name, opened) => {
    const graph = await startInOneProcess('empty', { doors: { ...CLOSED, ...opened } });
    try {
      const ask = (query: string): Promise<RawAnswer> => sendRaw(graph.url, { body: { query }, token: graph.token });
      const open = {
        introspection: (await ask('{ __type(name: "Case") { name } }')).status === 200,
        playground: (await sendRaw(graph.url, { path: '/playground' })).status === 302,
        dashboard: (await sendRaw(graph.url, { path: '/config.json' })).status === 200,
        suggestions: (await ask('{ nation { nme } }')).text.includes('Did you mean'),
      };
      expect(open).toEqual({
        introspection: false,
        playground: false,
        dashboard: false,
        suggestions: false,
        [name]: true,
      });
    } finally {
      await graph.stop();
    }
  });
});
