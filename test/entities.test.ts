import { GraphQLClient } from 'graphql-request';
import { type HttpGraph, type SubgraphName, startOverHttp } from './harness/graph';

const CASE = 'VN63-10-01.SB-000001';
const OTHER_CASE = 'VN63-10-01.SB-000002';
const PERIOD = '(period: { workingYear: 2024 })';

/** Per subgraph and key: what it contributes, two known ids and one unknown. */
const KEYS: readonly (readonly [SubgraphName, string, string, readonly [string, string], string])[] = [
  ['cases', 'Nation', `caseStatistics${PERIOD} { handled { cases } }`, ['VN', 'VN'], 'XX'],
  ['cases', 'Province', `caseStatistics${PERIOD} { handled { cases } }`, ['VN63-10', 'VN34-15'], 'VN63-99'],
  ['cases', 'Office', `caseStatistics${PERIOD} { handled { cases } }`, ['VN63-10-01', 'VN63-10-02'], 'VN63-10-99'],
  ['cases', 'Case', 'amount', ['', ''], 'VN63-10-01.NOT-THERE'],
  ['cases', 'Officer', 'name', ['VN63-10-01.CHV-001', 'VN63-10-02.CHV-002'], 'VN63-10-01.CHV-999'],
  ['complaints', 'Province', `petitionStatistics${PERIOD} { received }`, ['VN63-10', 'VN63-01'], 'VN63-99'],
  ['complaints', 'Case', 'petitions { id }', [CASE, OTHER_CASE], '???'],
  ['complaints', 'Officer', 'petitionsAgainst { id }', ['VN63-10-01.CHV-001', 'VN63-10-01.CHV-002'], '???'],
  ['inspections', 'Office', `inspectionStatistics${PERIOD} { conducted }`, ['VN63-10-00', 'VN63-10-02'], 'VN63-10-99'],
  ['inspections', 'Case', 'findings { id }', [CASE, OTHER_CASE], '???'],
  ['inspections', 'Officer', 'findings { id }', ['VN63-10-01.CHV-001', 'VN63-10-01.CHV-002'], '???'],
  ['recovery', 'Nation', `recoveryStatistics${PERIOD} { due { cases } }`, ['VN', 'VN'], 'XX'],
  ['recovery', 'Case', 'recovery { amount }', ['', ''], '???'],
];

describe('every subgraph resolves references by key', () => {
  let graph: HttpGraph;
  let budgetCases: readonly [string, string];
  beforeAll(async () => {
    graph = await startOverHttp('sample');
    const { cases } = await graph.client.data(
      '{ cases(first: 2, filter: { province: "VN63-10", overlay: STATE_BUDGET }) { nodes { id } } }',
    );
    budgetCases = cases.nodes.map(({ id }: { id: string }) => id);
  });
  afterAll(() => graph.stop());

  it.each(KEYS)(
    '%s: %s in the order asked, each as often as asked, null for an unknown one',
    async (subgraph, type, fields, ids, unknown) => {
      const [first, second] = ids[0] === '' ? budgetCases : ids;
      const client = new GraphQLClient(graph.subgraphUrls[subgraph], { headers: await graph.subgraphHeaders() });
      const asked = [second, unknown, first, second];
      const { _entities: entities } = await client.request<{ _entities: ({ id: string } | null)[] }>(
        `query ($references: [_Any!]!) { _entities(representations: $references) { ... on ${type} { id ${fields} } } }`,
        { references: asked.map((id) => ({ __typename: type, id })) },
      );
      expect(entities.map((entity) => entity && entity.id)).toEqual([second, null, first, second]);
      expect(entities[3]).toEqual(entities[0]);
      const contributed = (entity: object): unknown => Object.values(entity)[1];
      expect(contributed(entities[0]!)).not.toBeNull();
    },
  );
});
