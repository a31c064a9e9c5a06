import { type RunningServer, parseIsoDate } from '@thads/shared';
import { buildSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { startMockServer } from '../scripts/mock/mock-server';
import { readExamples } from './harness/examples';
import { GraphClient } from './harness/graph-client';

const contract = buildSchema(readFileSync(path.resolve(__dirname, '..', 'schema.graphql'), 'utf8'));
const examples = readExamples().flatMap((group) => group.examples);

const CASES = `query ($first: Int) { cases(first: $first) {
  totalCount nodes { id state amount decidedOn officer { name } recovery { collected } } edges { cursor node { id } } pageInfo { hasNextPage } } }`;

describe('the mocked graph', () => {
  let server: RunningServer;
  let client: GraphClient;
  beforeAll(async () => {
    server = await startMockServer(contract, 0);
    client = new GraphClient(server.url, 'any token is taken');
  });
  afterAll(() => server.stop());

  it('answers every example of the playground, but for what nobody could answer', async () => {
    expect(examples.length).toBeGreaterThan(20);
    for (const { id, query, variables } of examples) {
      const { data, errors } = await client.ask(query, JSON.parse(variables || '{}'));
      const expected = query.includes('UnknownIndicator') ? ['BAD_USER_INPUT'] : [];
      expect([id, errors.map(({ extensions }) => extensions.code)]).toEqual([id, expected]);
      expect([id, JSON.stringify(data).length > 10]).toEqual([id, true]);
    }
  });

  it('gives the same answer to the same operation, whatever was asked before', async () => {
    const first = await client.data(CASES, { first: 3 });
    await client.data('{ nation { caseStatistics(period: { workingYear: 2024 }) { handled { cases } } } }');
    expect(await client.data(CASES, { first: 3 })).toEqual(first);
    const other = await startMockServer(contract, 0);
    try {
      expect(await new GraphClient(other.url, 'another').data(CASES, { first: 3 })).toEqual(first);
    } finally {
      await other.stop();
    }
  });

  it('gives the same answers to operations that are sent at the same time', async () => {
    const alone = await client.data(CASES, { first: 3 });
    const together = await Promise.all(Array.from({ length: 20 }, () => client.data(CASES, { first: 3 })));
    for (const answer of together) expect(answer).toEqual(alone);
  });

  it('has values of the form that the graph has', async () => {
    const { cases } = await client.data(CASES, { first: 3 });
    const states = Object.keys(enumValues('CaseState'));
    for (const { id, state, amount, decidedOn, officer } of cases.nodes) {
      expect(id).toMatch(/^VN63-\d{2}-\d{2}\./);
      expect(states).toContain(state);
      expect(Number.isSafeInteger(amount)).toBe(true);
      expect(parseIsoDate(decidedOn, 'decidedOn')).toBe(decidedOn);
      expect(officer.name).not.toBe('');
    }
    expect(new Set(cases.nodes.map(({ id }: { id: string }) => id)).size).toBe(3);
  });

  it('pages are whole: no more rows than asked for, edges of the same rows, and nothing after them', async () => {
    for (const [first, rows] of [
      [1, 1],
      [2, 2],
      [100, 3],
    ]) {
      const { cases } = await client.data(CASES, { first });
      expect([cases.nodes.length, cases.totalCount, cases.pageInfo.hasNextPage]).toEqual([rows, rows, false]);
      expect(cases.edges.map(({ node }: any) => node.id)).toEqual(cases.nodes.map(({ id }: any) => id));
    }
  });

  it('what is asked for by id has that id, and places have their names', async () => {
    const data = await client.data(
      '{ province(id: "VN34-15") { id nameVi code } office(id: "VN63-10-01") { id } case(id: "VN63-10-01.X") { id } provinces { id nameVi } }',
    );
    expect(data).toMatchObject({
      province: { id: 'VN34-15', nameVi: 'Lào Cai', code: '15' },
      office: { id: 'VN63-10-01' },
      case: { id: 'VN63-10-01.X' },
    });
    expect(data.provinces).toHaveLength(34);
  });

  it('takes every event that is sent', async () => {
    const event = {
      id: '11111111-1111-4111-8111-111111111111',
      subject: 'A',
      type: 'COMPLETED',
      occurredOn: '2024-05-06',
    };
    const { submitCaseEvents } = await client.data(
      'mutation ($events: [CaseEventInput!]!) { submitCaseEvents(events: $events) { accepted duplicates refused { id } } }',
      { events: [event, event] },
    );
    expect(submitCaseEvents).toEqual({ accepted: 2, duplicates: 0, refused: [] });
  });

  it('refuses what the schema does not have', async () => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify({ query: '{ nation { population } }' }),
    });
    const { errors } = (await response.json()) as { errors: { message: string }[] };
    expect([response.status, errors.map(({ message }) => message)]).toEqual([
      400,
      ['Cannot query field "population" on type "Nation".'],
    ]);
  });

  it('may be asked by pages of this machine, and by no others', async () => {
    const allowed = async (origin: string): Promise<string | null> => {
      const response = await fetch(`${server.url}/graphql`, { method: 'OPTIONS', headers: { origin } });
      return response.headers.get('access-control-allow-origin');
    };
    expect(await allowed('http://localhost:5173')).toBe('http://localhost:5173');
    expect(await allowed('https://example.vn')).toBeNull();
  });
});

function enumValues(name: string): Record<string, true> {
  const type = contract.getType(name) as unknown as { getValues(): { name: string }[] };
  return Object.fromEntries(type.getValues().map((value) => [value.name, true]));
}
