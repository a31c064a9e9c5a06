import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type Graph, type OneProcessGraph, startInOneProcess, startOverHttp } from './harness/graph';
import { readExamples } from './harness/examples';
import { type RawAnswer, sendRaw } from './harness/raw-request';

const folder = path.resolve(__dirname, '..', 'gateway', 'trusted-documents');
const trusted = Object.entries(
  Object.assign(
    {},
    ...readdirSync(folder).map((file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8'))),
  ) as Record<string, string>,
);
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const persisted = (hash: unknown): object => ({ persistedQuery: { version: 1, sha256Hash: hash } });

const [PROVINCES] = trusted.find(([, text]) => text.includes('query Provinces {'))!;
const [COMPLAINTS, COMPLAINTS_TEXT] = trusted.find(([, text]) => text.includes('query ComplaintsAndReception'))!;
const VARIABLES = { province: 'VN63-10', period: { workingYear: 2024 } };
/** Of all documents of the dashboard; each takes its own from among them. */
const OF_DASHBOARD = {
  ...VARIABLES,
  boundaries: 'VN63',
  ofNation: false,
  first: 1,
  counted: true,
  ...Object.fromEntries(
    ['filter', 'verification', 'decisions', 'unenforced', 'petitions', 'recommendations', 'heldMoney', 'assets'].map(
      (filter) => [filter, {}],
    ),
  ),
};
const OWN = '{ nation { id } }';
const UNKNOWN = hashOf(OWN);

const post = (graph: Graph, body: unknown): Promise<RawAnswer> => sendRaw(graph.url, { body, token: graph.token });
const get = (graph: Graph, fields: Record<string, string>): Promise<RawAnswer> =>
  sendRaw(graph.url, { path: `/graphql?${new URLSearchParams(fields)}`, token: graph.token });

describe.each<[string, () => Promise<Graph>]>([
  ['in one process', () => startInOneProcess('empty', { doors: { trustedDocuments: 'only' } })],
  ['over HTTP', () => startOverHttp('empty', { TRUSTED_DOCUMENTS: 'only' })],
])('where only trusted documents are run, %s', (_shape, start) => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await start();
  });
  afterAll(() => graph.stop());

  it('one is run by its hash, in either of the two forms, by POST and by GET', async () => {
    const answers = [
      await post(graph, { documentId: COMPLAINTS, variables: VARIABLES }),
      await post(graph, { extensions: persisted(COMPLAINTS), variables: VARIABLES }),
      await post(graph, { documentId: COMPLAINTS, query: COMPLAINTS_TEXT, variables: VARIABLES }),
      await post(graph, { documentId: COMPLAINTS, operationName: 'ComplaintsAndReception', variables: VARIABLES }),
      await get(graph, { documentId: COMPLAINTS, variables: JSON.stringify(VARIABLES) }),
      await get(graph, { extensions: JSON.stringify(persisted(COMPLAINTS)), variables: JSON.stringify(VARIABLES) }),
    ];
    for (const { status, errors, data } of answers) {
      expect([status, errors, data?.province.nameVi]).toEqual([200, [], 'Lào Cai']);
    }
  });

  it('every one of the committed manifests can be run', async () => {
    const examples = new Map(
      readExamples().flatMap((group) => group.examples.map((one) => [one.query, one.variables])),
    );
    for (const [hash, text] of trusted) {
      const id = text.includes('office(id: $id)') ? 'VN63-10-01' : 'VN63-10';
      const example = examples.get(text);
      const variables: unknown = example === undefined ? { ...OF_DASHBOARD, id } : JSON.parse(example || '{}');
      const { errors } = await post(graph, { documentId: hash, variables });
      // Those that are refused are refused for what they ask, or for values they are given here, and not for being unknown.
      const wrong = errors.filter(
        ({ message, extensions: { code } }) =>
          !['BAD_USER_INPUT', 'TOO_COSTLY'].includes(code) || message.includes('trusted document'),
      );
      expect([text.slice(0, 60), wrong]).toEqual([text.slice(0, 60), []]);
    }
  });

  it.each<[string, unknown]>([
    ['a text', { query: OWN }],
    ['a text that is no GraphQL', { query: '{{{' }],
    ['the text of a trusted document without its hash', { query: COMPLAINTS_TEXT, variables: VARIABLES }],
    ['an unknown hash', { documentId: UNKNOWN }],
    ['an unknown hash with its text', { documentId: UNKNOWN, query: OWN }],
    ['an unknown hash with its text, as clients register one', { extensions: persisted(UNKNOWN), query: OWN }],
    ['a trusted hash with another text', { documentId: PROVINCES, query: OWN }],
    ['a trusted hash with another in the other form', { documentId: UNKNOWN, extensions: persisted(PROVINCES) }],
    ['a hash in capitals', { documentId: PROVINCES.toUpperCase() }],
    ['a hash that is no text', { documentId: { toString: PROVINCES } }],
    ['a hash that is a list', { extensions: persisted([PROVINCES]) }],
    ['a name of every object', { documentId: '__proto__' }],
    ['introspection', { query: '{ __schema { types { name } } }' }],
    ['a batch', [{ documentId: PROVINCES }]],
  ])('%s is refused, without a word about the text', async (_what, body) => {
    const { status, data, errors } = await post(graph, body);
    expect([status, data, errors.length]).toEqual([400, undefined, 1]);
    expect(errors[0]!.extensions.code).toBe('BAD_USER_INPUT');
    expect(errors[0]!.message).not.toMatch(/Syntax|field/);
  });

  it.each<[string, string]>([
    ['a text', `query=${encodeURIComponent(OWN)}`],
    ['two texts', `query=${encodeURIComponent(OWN)}&query=`],
    ['a text beside a hash', `query=${encodeURIComponent(OWN)}&documentId=${PROVINCES}`],
    ['an unknown hash', `documentId=${UNKNOWN}`],
    ['extensions that are not JSON', `query=${encodeURIComponent(OWN)}&extensions=nonsense`],
  ])('%s by GET is refused', async (_what, search) => {
    const { status, data } = await sendRaw(graph.url, { path: `/graphql?${search}`, token: graph.token });
    expect([status, data]).toEqual([400, undefined]);
  });

  it('a page that may not ask is refused with a hash too (CSRF)', async () => {
    const response = await fetch(`${graph.url}/graphql?documentId=${PROVINCES}`);
    expect([response.status, ((await response.json()) as { data?: unknown }).data]).toEqual([400, undefined]);
  });
});

describe('where other documents are run too', () => {
  let graph: OneProcessGraph;
  beforeAll(async () => {
    graph = await startInOneProcess('empty');
  });
  afterAll(() => graph.stop());

  it('trusted ones are run by their hash as well', async () => {
    expect((await post(graph, { documentId: PROVINCES })).data.provinces).toHaveLength(34);
    expect((await get(graph, { documentId: PROVINCES })).data.provinces).toHaveLength(34);
    expect((await post(graph, { query: OWN })).data).toEqual({ nation: { id: 'VN' } });
  });

  it('a hash does not make a text known: it has to be sent every time', async () => {
    const body = { extensions: persisted(UNKNOWN) };
    expect((await post(graph, { ...body, query: OWN })).data).toEqual({ nation: { id: 'VN' } });
    const { status, errors } = await post(graph, body);
    expect([status, errors]).toEqual([
      400,
      [expect.objectContaining({ message: expect.stringMatching(/no trusted document "[0-9a-f]{64}"/) })],
    ]);
  });

  it('a text with the hash of another is refused', async () => {
    for (const hash of [PROVINCES, UNKNOWN]) {
      const { status, errors } = await post(graph, { documentId: hash, query: '{ nation { name } }' });
      expect([status, errors[0]!.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
    }
  });
});
