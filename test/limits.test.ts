import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request as httpRequest } from 'node:http';
import { type OneProcessGraph, startInOneProcess } from './harness/graph';
import { type RawAnswer, sendRaw } from './harness/raw-request';

const times = (count: number, text: (nth: number) => string): string =>
  Array.from({ length: count }, (_, nth) => text(nth)).join(' ');
const ids = (count: number): string => times(count, () => 'id');

function expectTooCostly(answer: RawAnswer, status: number, message: RegExp): void {
  expect([answer.status, answer.data, answer.errors]).toEqual([
    status,
    undefined,
    [
      {
        message: expect.stringMatching(message),
        extensions: { code: 'TOO_COSTLY', requestId: answer.headers.get('x-request-id') },
      },
    ],
  ]);
}

describe('what one operation may ask for: the most passes, one more is refused', () => {
  let graph: OneProcessGraph;
  beforeAll(async () => {
    graph = await startInOneProcess('empty');
  });
  afterAll(() => graph.stop());

  const ask = (query: string): Promise<RawAnswer> => sendRaw(graph.url, { body: { query }, token: graph.token });

  const petition = (depth: number): string =>
    `{ petition(id: "VN63-10-01.D-1") { ${times(depth - 2, () => 'follows {')} id ${times(depth - 2, () => '}')} } }`;
  const TEN = `fragment ten on Nation { ${times(10, (nth) => `f${nth}: id`)} }`;
  const FORTY = `fragment forty on Nation { ${ids(40)} }`;

  it.each<[limit: string, most: number, query: (count: number) => string, message: RegExp]>([
    ['depth', 12, petition, /nests fields 13 deep; 12 are allowed/],
    [
      'depth within fragments',
      12,
      (depth) => `{ ...all } fragment all on Query ${petition(depth)}`,
      /nests fields 13 deep; 12 are allowed/,
    ],
    [
      'depth of introspection',
      20,
      (depth) =>
        `{ __type(name: "Case") { fields { type { ${times(depth - 4, () => 'ofType {')} name ${times(depth - 4, () => '}')} } } } }`,
      /introspection nests fields 21 deep; 20 are allowed/,
    ],
    ['aliases', 30, (count) => `{ nation { ${times(count, (nth) => `a${nth}: id`)} } }`, /has 31 aliases.*; 30 are/],
    [
      'aliases within fragments, each time they are spread',
      30,
      (count) => `{ nation { ...ten ...ten ...ten ${times(count - 30, (nth) => `a${nth}: id`)} } } ${TEN}`,
      /has 31 aliases.*; 30 are/,
    ],
    [
      'fields of the root',
      20,
      (count) => `{ ${times(count, () => 'nation { id }')} }`,
      /for 21 fields of the root.*; 20/,
    ],
    [
      'fields of the root within fragments',
      20,
      (count) =>
        `{ ...all ...all ${times(count - 20, () => 'nation { id }')} } fragment all on Query { ${times(10, () => 'nation { id }')} }`,
      /for 21 fields of the root.*; 20/,
    ],
    [
      'directives',
      20,
      (count) => `{ nation { ${times(count, () => 'id @include(if: true)')} } }`,
      /has 21 directives.*; 20 are/,
    ],
    [
      'selections, fragments each time they are spread',
      500,
      (count) => `{ nation { ${times(12, () => '...forty')} ${ids(count - 1 - 12 * 41)} } } ${FORTY}`,
      /selects 501 fields.*; 500 are/,
    ],
    [
      'tokens',
      1_000,
      (count) =>
        `{ nation { ${times(76, () => 'caseStatistics(period: { workingYear: 2024 }) { circular }')} ${ids(count - 5 - 76 * 13)} } }`,
      /has more than 1000 tokens; 1000 are allowed/,
    ],
    [
      'cost',
      100_000,
      (cost) =>
        `{ cases(first: 1000) { nodes { ${ids(98)} } } more: cases(first: 45) { nodes { ${ids(20)} } } nation { ${ids(cost - 99_948)} } }`,
      /costs 100001; 100000 is allowed/,
    ],
  ])('%s', async (_limit, most, query, message) => {
    const passes = await ask(query(most));
    expect([passes.status, passes.errors]).toEqual([200, []]);
    expectTooCostly(await ask(query(most + 1)), 400, message);
  });

  it('variables and their defaults count as what they stand for', async () => {
    const page =
      'query ($n: Int = 1000) { cases(first: $n) { nodes { history { id type version nameVi recordedAt officer signer ground hash position } } } }';
    const byDefault = await sendRaw(graph.url, { body: { query: page }, token: graph.token });
    expectTooCostly(byDefault, 400, /costs 111001;/);
    const byVariable = await sendRaw(graph.url, { body: { query: page, variables: { n: 900 } }, token: graph.token });
    expect([byVariable.status, byVariable.errors]).toEqual([200, []]);
  });

  it('a fragment that would spread beyond counting is refused at once', async () => {
    const chain = times(60, (nth) => `fragment f${nth} on Nation { ...f${nth + 1} ...f${nth + 1} }`);
    const answer = await ask(`{ nation { ...f0 } } ${chain} fragment f60 on Nation { id }`);
    expectTooCostly(answer, 400, /selects more than 9007199254740991 fields/);
  });

  it('is the same by GET', async () => {
    const search = `?query=${encodeURIComponent(petition(13))}`;
    expectTooCostly(await sendRaw(graph.url, { path: `/graphql${search}`, token: graph.token }), 400, /13 deep/);
  });

  it('introspection as tools send it passes, and lists within lists of it do not', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    const whole = await ask(getIntrospectionQuery());
    expect([whole.status, whole.errors]).toEqual([200, []]);
    const circular = await ask('{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }');
    expect([circular.status, circular.errors[0]!.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
  });

  describe('bytes of a request', () => {
    const padded = (body: object, bytes: number): string => JSON.stringify(body).padEnd(bytes);
    const send = (body: string): Promise<RawAnswer> => sendRaw(graph.url, { body, token: graph.token });
    const EVENTS = 'events: []) { accepted }';
    const QUERY_BYTES = 256 * 1_024;
    const SUBMISSION_BYTES = 16 * 1_024 * 1_024;

    it('that sends no events', async () => {
      const body = { query: '{ nation { id } }' };
      expect((await send(padded(body, QUERY_BYTES))).status).toBe(200);
      expectTooCostly(await send(padded(body, QUERY_BYTES + 1)), 413, /has 262145 bytes; 262144 are allowed/);
    });

    it.each([
      ['sends', `mutation { submitCaseEvents(${EVENTS} }`],
      ['previews', `{ previewCaseEvents(${EVENTS} }`],
    ])('that %s events', async (_what, query) => {
      for (const bytes of [QUERY_BYTES + 1, SUBMISSION_BYTES]) {
        const answer = await send(padded({ query }, bytes));
        expect(answer.errors.map(({ message }) => message)).toEqual([expect.stringMatching(/send 1 to 1000/)]);
      }
      expectTooCostly(await send(padded({ query }, SUBMISSION_BYTES + 1)), 413, /more than 16777216 bytes/);
      const anybodys = await sendRaw(graph.url, { body: padded({ query }, QUERY_BYTES + 1) });
      expectTooCostly(anybodys, 413, /more than 262144 bytes.*without a token none/);
    });

    it('however it is compressed', async () => {
      const { gzipSync } = await import('node:zlib');
      const body = gzipSync(padded({ query: '{ nation { id } }' }, QUERY_BYTES + 1));
      const response = await fetch(`${graph.url}/graphql`, {
        method: 'POST',
        headers: { ...graph.headers, 'content-type': 'application/json', 'content-encoding': 'gzip' },
        body,
      });
      expect([body.length < 1_000, response.status]).toEqual([true, 413]);
    });
  });
});

describe('bytes of an answer', () => {
  let graph: OneProcessGraph;
  beforeAll(async () => {
    graph = await startInOneProcess('empty', { limits: { answerBytes: 300 } });
  });
  afterAll(() => graph.stop());

  it.each(['GET', 'POST'])(
    'the most passes, one more is refused, the second time as the first; by %s',
    async (method) => {
      const ask = (alias: string): Promise<RawAnswer> => {
        const query = `{ nation { ${alias}: id } }`;
        return method === 'POST'
          ? sendRaw(graph.url, { body: { query }, token: graph.token })
          : sendRaw(graph.url, { path: `/graphql?query=${encodeURIComponent(query)}`, token: graph.token });
      };
      const spare = 300 - (await ask('a')).text.length;
      for (let time = 0; time < 2; time += 1) {
        const passes = await ask('a'.repeat(1 + spare));
        expect([passes.status, passes.text.length]).toEqual([200, 300]);
        expectTooCostly(await ask('a'.repeat(2 + spare)), 400, /answer has 301 bytes; 300 are allowed/);
      }
    },
  );
});

describe('what one caller may ask for', () => {
  afterEach(() => void jest.useRealTimers());

  it('at once: the most passes, one more is told to wait, and each caller is counted alone', async () => {
    const graph = await startInOneProcess('empty', { limits: { rate: 1, burst: 3 } });
    try {
      // The clock alone: sockets go on.
      jest.useFakeTimers({
        now: Date.now(),
        doNotFake: [
          'nextTick',
          'queueMicrotask',
          'setImmediate',
          'setTimeout',
          'setInterval',
          'clearTimeout',
          'clearInterval',
          'clearImmediate',
          'performance',
          'hrtime',
        ],
      });
      const body = { query: '{ nation { id } }' };
      const other = await graph.issuer.token({ role: 'AUDITOR' }, { name: 'another' });
      for (const token of [graph.token, other, null]) {
        for (let request = 1; request <= 3; request += 1) {
          expect((await sendRaw(graph.url, { body, token })).status).toBe(200);
        }
        const refused = await sendRaw(graph.url, { body, token });
        expectTooCostly(
          refused,
          429,
          /more than 1 requests a second, or more than 3 at once; send the next one in 1 s/,
        );
        expect(refused.headers.get('retry-after')).toBe('1');
      }
      jest.setSystemTime(Date.now() + 1_000);
      const statuses = [];
      for (let request = 1; request <= 2; request += 1) {
        statuses.push((await sendRaw(graph.url, { body, token: other })).status);
      }
      expect(statuses).toEqual([200, 429]);
      expect((await fetch(`${graph.url}/health/live`)).status).toBe(200);
    } finally {
      await graph.stop();
    }
  });

  it('at the same time: the most passes, one more is refused until one is done or given up', async () => {
    const graph = await startInOneProcess('empty', { limits: { concurrent: 2 } });
    try {
      const body = JSON.stringify({ query: '{ nation { id } }' });
      /** A request that the gateway has begun with and waits for the rest of. */
      const begin = async (): Promise<ClientRequest> => {
        const request = httpRequest(`${graph.url}/graphql`, {
          method: 'POST',
          headers: {
            ...graph.headers,
            'content-type': 'application/json',
            'content-length': body.length,
            expect: '100-continue',
          },
        });
        request.on('error', () => undefined);
        request.flushHeaders();
        await once(request, 'continue');
        return request;
      };
      const further = (token: string | null = graph.token): Promise<RawAnswer> => sendRaw(graph.url, { body, token });
      /** Until the gateway has noticed that a request is over. */
      const untilAnswered = async (): Promise<void> => {
        while ((await further()).status !== 200);
      };

      const first = await begin();
      expect((await further()).status).toBe(200);
      await untilAnswered();
      const second = await begin();
      const refused = await further();
      expectTooCostly(refused, 429, /have 2 requests under way; 2 are allowed/);
      expect(refused.headers.get('retry-after')).toBe('1');
      expect((await further(null)).status).toBe(200);

      first.end(body);
      const [answer] = (await once(first, 'response')) as [IncomingMessage];
      answer.resume();
      expect(answer.statusCode).toBe(200);
      await untilAnswered();
      second.destroy();
      await untilAnswered();
    } finally {
      await graph.stop();
    }
  });
});
