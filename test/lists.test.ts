import { type OneProcessGraph, startInOneProcess } from './harness/graph';

const LISTS = [
  'cases',
  'petitions',
  'receptions',
  'inspections',
  'findings',
  'obligations',
  'receipts',
  'assets',
] as const;

describe('lists', () => {
  let graph: OneProcessGraph;
  beforeAll(async () => {
    graph = await startInOneProcess('sample');
  });
  afterAll(() => graph.stop());

  async function walk(list: string, filter: string, first: number): Promise<{ ids: string[]; total: number }> {
    const ids: string[] = [];
    let after: string | null = null;
    for (;;) {
      const data: any = await graph.client.data(
        `query ($after: String) { page: ${list}(first: ${first}, after: $after${filter}) { totalCount nodes { id } edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      ids.push(...data.page.nodes.map(({ id }: { id: string }) => id));
      expect(data.page.edges.map(({ node }: any) => node.id)).toEqual(
        data.page.nodes.map(({ id }: { id: string }) => id),
      );
      if (!data.page.pageInfo.hasNextPage) return { ids, total: data.page.totalCount };
      expect(data.page.nodes).toHaveLength(first);
      after = data.page.pageInfo.endCursor;
    }
  }

  it.each(LISTS)('%s: paging visits every row once, as many as the total says', async (list) => {
    const filter =
      list === 'cases'
        ? ', filter: { province: "VN63-10" }'
        : list === 'obligations' || list === 'receipts'
          ? ', filter: { office: "VN63-10-02" }'
          : '';
    const { ids, total } = await walk(list, filter, list === 'cases' ? 1000 : 97);
    expect(ids.length).toBe(total);
    expect(total).toBeGreaterThan(10);
    expect(new Set(ids).size).toBe(total);
  });

  it.each([
    ['cases', 'case'],
    ['petitions', 'petition'],
    ['receptions', 'reception'],
    ['inspections', 'inspection'],
    ['findings', 'finding'],
    ['obligations', 'obligation'],
    ['receipts', 'receipt'],
    ['assets', 'asset'],
  ])('what %s lists, %s(id) finds; an unknown one is null', async (list, one) => {
    const [{ id }] = (await graph.client.data(`{ ${list}(first: 1) { nodes { id } } }`))[list].nodes;
    const unknown = one === 'receipt' ? 'VN63-10-01.NOT-THERE.1' : 'VN63-10-01.NOT-THERE';
    const data = await graph.client.data(
      `query ($id: ID!, $unknown: ID!) { found: ${one}(id: $id) { id } unknown: ${one}(id: $unknown) { id } }`,
      { id, unknown },
    );
    expect(data).toEqual({ found: { id }, unknown: null });
  });

  it('the cases behind a figure can be listed: carried forward = open cases, by category and state', async () => {
    const states = '[DECIDED, WITH_CONDITIONS, POSTPONED_BY_CONSENT, NO_CONDITIONS, POSTPONED, SUSPENDED]';
    const data = await graph.client.data(
      `{ province(id: "VN63-10") { caseStatistics(period: { workingYear: 2024 }, overlay: STATE_BUDGET) { carriedForward { cases } } }
         cases(first: 1, filter: { province: "VN63-10", overlay: STATE_BUDGET, states: ${states} }) { totalCount } }`,
    );
    expect(data.cases.totalCount).toBe(data.province.caseStatistics.carriedForward.cases);
  });
});
