import naughtyStrings from 'big-list-of-naughty-strings';
import { type OneProcessGraph, startInOneProcess } from './harness/graph';
import { sendRaw } from './harness/raw-request';

const NAUGHTY: readonly string[] = [
  ...(naughtyStrings as string[]),
  '\0',
  'a\0b',
  '\uD800',
  'VN63-10-01.SB-000001\0',
  "VN63-10'; drop table cases.journal; --",
  'x'.repeat(100_000),
];

/** Where callers put texts, one operation for each. */
const PLACES: Readonly<Record<string, string>> = {
  'ids of records': `query ($text: ID!) { case(id: $text) { id } petition(id: $text) { id } inspection(id: $text) { id } obligation(id: $text) { id } officer(id: $text) { id } }`,
  'ids of provinces': 'query ($text: ID!) { province(id: $text) { id } }',
  'ids of offices': 'query ($text: ID!) { office(id: $text) { id } }',
  cursors: 'query ($text: String!) { cases(after: $text) { nodes { id } } petitions(after: $text) { nodes { id } } }',
  'filters by id': 'query ($text: ID!) { cases(filter: { office: $text }) { nodes { id } } }',
  days: 'query ($text: Date!) { nation { caseStatistics(period: { from: $text, through: $text }) { circular } } }',
  money: 'query ($text: VND!) { allocationProposal(case: "VN63-10-01.SB-1", amount: $text) { shares { amount } } }',
  'enum values': 'query ($text: Boundaries!) { provinces(boundaries: $text) { id } }',
};

describe('texts that have broken other programs', () => {
  let graph: OneProcessGraph;
  beforeAll(async () => {
    graph = await startInOneProcess('empty');
  });
  afterAll(() => graph.stop());

  it.each(Object.entries(PLACES))('as %s are answered, or refused as bad input', async (_place, query) => {
    for (const text of NAUGHTY) {
      const { status, errors } = await sendRaw(graph.url, { body: { query, variables: { text } }, token: graph.token });
      const codes = new Set(errors.map(({ extensions: { code } }) => code));
      codes.delete('BAD_USER_INPUT');
      expect([text, status < 500, [...codes]]).toEqual([text, true, []]);
    }
  });

  it.each<[string, (text: string) => object]>([
    ['operations', (text) => ({ query: text })],
    ['names of operations', (text) => ({ query: 'query A { nation { id } }', operationName: text })],
    ['hashes of documents', (text) => ({ documentId: text })],
    ['variables that there are not', (text) => ({ query: '{ nation { id } }', variables: { [text]: text } })],
    ['fields of a request that there are not', (text) => ({ query: '{ nation { id } }', [text]: text })],
  ])('as %s are no fault of ours', async (_place, bodyOf) => {
    for (const text of NAUGHTY) {
      const { status, errors } = await sendRaw(graph.url, { body: bodyOf(text), token: graph.token });
      const codes = new Set(errors.map(({ extensions: { code } }) => code));
      codes.delete('BAD_USER_INPUT');
      expect([text.slice(0, 100), status < 500, [...codes]]).toEqual([text.slice(0, 100), true, []]);
    }
  });

  it('values within values beyond all sense are bad input', async () => {
    const nested = (depth: number, open: string, close: string): string =>
      `${open.repeat(depth)}1${close.repeat(depth)}`;
    const query = 'query ($p: PeriodInput!) { nation { caseStatistics(period: $p) { circular } } }';
    for (const value of [
      nested(20_000, '[', ']'),
      nested(20_000, '{"from":', '}'),
      `{"from":${nested(20_000, '[', ']')},"through":{}}`,
    ]) {
      const body = `{"query":${JSON.stringify(query)},"variables":{"p":${value}}}`;
      const { status, errors } = await sendRaw(graph.url, { body, token: graph.token });
      expect([status < 500, errors.map(({ extensions: { code } }) => code)]).toEqual([true, ['BAD_USER_INPUT']]);
    }
    for (const text of [nested(240, '{a', '}'), `{ nation(a: ${nested(490, '[', ']')}) { id } }`]) {
      const { status, errors } = await sendRaw(graph.url, { body: { query: text }, token: graph.token });
      expect([status, errors[0]!.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
    }
  });
});
