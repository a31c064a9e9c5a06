import { randomUUID } from 'node:crypto';
import {
  type Graph,
  type OneProcessGraph,
  SHAPES,
  SUBGRAPHS,
  isRead,
  startGraph,
  startInOneProcess,
} from './harness/graph';

const PERIOD = '(period: { workingYear: 2024 })';
const DASHBOARD = `query Dashboard($period: PeriodInput!) {
  provinces { id nameVi
    caseStatistics(period: $period) { completed { cases money } rank { cases } samePeriodLastYear { completed { cases } } }
    petitionStatistics(period: $period) { received }
    inspectionStatistics(period: $period) { conducted }
    recoveryStatistics(period: $period) { collected { money } }
  }
}`;
const VARIABLES = { period: { workingYear: 2024 } };
const CASES = `{ nation { caseStatistics${PERIOD} { handled { cases } } } }`;
const VISITS = `query ($office: ID!) {
  office(id: $office) { receptionStatistics${PERIOD} { visits } }
  nation { receptionStatistics${PERIOD} { visits } }
}`;

function submit(client: Graph['client'], register: string, event: object): Promise<any> {
  return client.data(
    `mutation ($events: [${register}EventInput!]!) { submitted: submit${register}Events(events: $events) { accepted duplicates results { status } } }`,
    { events: [event] },
  );
}

const visitAt = (office: string): object => ({
  id: randomUUID(),
  subject: `${office}.TD-${randomUUID()}`,
  type: 'RECEPTION_RECORDED',
  occurredOn: '2024-04-02',
  visits: 1,
  citizens: 1,
  matters: 1,
});

const isVersionCheck = (sql: string): boolean => sql.includes('data_version');

describe('an answer of statistics only is kept while nothing changes', () => {
  let graph: OneProcessGraph;
  beforeAll(async () => {
    graph = await startInOneProcess('sample');
  });
  afterAll(() => graph.stop());

  /** What reading `query` costs, beside what followers do by themselves. */
  async function statementsOf(query: string, variables = {}): Promise<string[]> {
    graph.takeStatements();
    await graph.client.ask(query, variables);
    return Object.values(graph.takeStatements()).flat().filter(isRead);
  }

  it('a dashboard asked again costs one question for the data version in each register, and is the same', async () => {
    const first = await graph.client.data(DASHBOARD, VARIABLES);
    const statements = await statementsOf(DASHBOARD, VARIABLES);
    expect(statements.filter((sql) => !isVersionCheck(sql))).toEqual([]);
    expect(statements).toHaveLength(SUBGRAPHS.length);
    expect(await graph.client.data(DASHBOARD, VARIABLES)).toEqual(first);
    expect(first.provinces).toHaveLength(34);
  });

  it('other variables are another question', async () => {
    await graph.client.data(DASHBOARD, VARIABLES);
    expect((await statementsOf(DASHBOARD, { period: { workingYear: 2023 } })).every(isVersionCheck)).toBe(false);
  });

  it('an event in one register does not throw out answers from another, but those from its own', async () => {
    await graph.client.data(CASES);
    const { nation } = await graph.client.data(VISITS, { office: 'VN63-10-01' });
    await submit(graph.client, 'Reception', visitAt('VN63-10-01'));
    const statements = await statementsOf(CASES);
    expect([statements.length, statements.every(isVersionCheck)]).toEqual([1, true]);
    const after = await graph.client.data(VISITS, { office: 'VN63-10-01' });
    expect(after.nation.receptionStatistics.visits).toBe(nation.receptionStatistics.visits + 1);
  });

  it('an answer with errors is not kept: each carries the id of its own request', async () => {
    const query = `{ nation { caseStatistics${PERIOD} { handled { cases } } } province(id: "VN34-10") { caseStatistics${PERIOD} { handled { cases } } } }`;
    const ids: unknown[] = [];
    for (let time = 0; time < 3; time += 1) {
      const { data, errors } = await graph.client.ask(query);
      expect([data.province, errors.length]).toEqual([null, 1]);
      ids.push(errors[0]!.extensions.requestId);
    }
    expect(new Set(ids).size).toBe(3);
    expect((await statementsOf(query)).some((sql) => !isVersionCheck(sql))).toBe(true);
  });

  it.each([
    ['a list', '{ cases(first: 2) { nodes { id } } }'],
    ['a total of a list', '{ cases { totalCount } }'],
    ['one record', '{ case(id: "VN63-10-01.SB-000001") { state } }'],
    [
      'a list beside statistics',
      `{ cases(first: 2) { nodes { id } } nation { caseStatistics${PERIOD} { handled { cases } } } }`,
    ],
  ])('%s is never kept', async (_what, query) => {
    await graph.client.data(query);
    await graph.client.data(query);
    const statements = await statementsOf(query);
    expect([statements.length > 0, statements.some(isVersionCheck)]).toEqual([true, false]);
  });

  it('a mutation is never kept: the same one again is carried out again', async () => {
    const event = visitAt('VN63-10-02');
    const statuses: string[] = [];
    for (let time = 0; time < 2; time += 1) {
      const { submitted } = await submit(graph.client, 'Reception', event);
      statuses.push(submitted.results[0].status);
    }
    expect(statuses).toEqual(['ACCEPTED', 'DUPLICATE']);
  });

  it('a request id is of the request, also when the answer is kept', async () => {
    const ask = async (id: string): Promise<(string | null)[]> => {
      const response = await fetch(`${graph.url}/graphql`, {
        method: 'POST',
        headers: { ...graph.headers, 'content-type': 'application/json', 'x-request-id': id },
        body: JSON.stringify({ query: CASES }),
      });
      return [response.headers.get('x-request-id'), await response.text()];
    };
    const [first, second] = [await ask('request-0001'), await ask('request-0002')];
    expect([first[0], second[0]]).toEqual(['request-0001', 'request-0002']);
    expect(second[1]).toBe(first[1]);
  });

  it('the query plan is added for those only who ask for it', async () => {
    const ask = async (headers: Record<string, string>): Promise<string> => {
      const response = await fetch(`${graph.url}/graphql`, {
        method: 'POST',
        headers: { ...graph.headers, 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query: CASES }),
      });
      return response.text();
    };
    expect(await ask({})).not.toContain('QueryPlan');
    const explained = await ask({ 'apollo-query-plan-experimental': '1' });
    expect(explained).toContain('QueryPlan');
    expect(explained).toContain('fetchTimes');
    expect(await ask({})).not.toContain('extensions');
  });
});

it('with KEPT_ANSWERS_MB=0 nothing is kept', async () => {
  const graph = await startInOneProcess('empty', { keptAnswersMb: 0 });
  try {
    await graph.client.data(CASES);
    graph.takeStatements();
    await graph.client.data(CASES);
    const { cases } = graph.takeStatements();
    expect([cases.some(isRead), cases.some(isVersionCheck)]).toEqual([true, false]);
  } finally {
    await graph.stop();
  }
});

describe.each(SHAPES)('a kept answer is never stale, %s', (shape) => {
  let graph: Graph;
  let beside: Awaited<ReturnType<Graph['startBeside']>>;
  beforeAll(async () => {
    graph = await startGraph(shape, 'empty');
    beside = await graph.startBeside();
  });
  afterAll(async () => {
    await beside.stop();
    await graph.stop();
  });

  it('whoever asks after an event was acknowledged, by whichever gateway, is shown it', async () => {
    const OFFICES = ['VN63-10-01', 'VN63-10-02', 'VN63-22-01', 'VN63-20-01'];
    const EVENTS = 40;
    const gateways = [graph.client, beside.client];
    let acknowledged = 0;
    const seen: unknown[] = [];
    const expected: unknown[] = [];

    await Promise.all(
      OFFICES.map(async (office, writer) => {
        for (let count = 1; count <= EVENTS; count += 1) {
          await submit(gateways[(writer + count) % 2]!, 'Reception', visitAt(office));
          acknowledged += 1;
          const atLeast = acknowledged;
          const answers = await Promise.all(gateways.map((client) => client.data(VISITS, { office })));
          for (const answer of answers) {
            seen.push([
              office,
              answer.office.receptionStatistics.visits,
              answer.nation.receptionStatistics.visits >= atLeast,
            ]);
            expected.push([office, count, true]);
          }
        }
      }),
    );
    expect(seen).toEqual(expected);
    expect(seen).toHaveLength(OFFICES.length * EVENTS * 2);
  });
});
