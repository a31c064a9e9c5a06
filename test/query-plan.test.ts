import { type OneProcessGraph, SUBGRAPHS, isRead, startInOneProcess } from './harness/graph';

const DASHBOARD = `
  query Dashboard($period: PeriodInput!) {
    provinces {
      id name nameVi
      caseStatistics(period: $period) { completed { cases money } rank { cases money among } samePeriodLastYear { completed { cases money } } }
      petitionStatistics(period: $period) { received resolved samePeriodLastYear { received } }
      receptionStatistics(period: $period) { citizens samePeriodLastYear { citizens } }
      inspectionStatistics(period: $period) { conducted selfInspections samePeriodLastYear { conducted } }
      recoveryStatistics(period: $period) { collected { money } samePeriodLastYear { collected { money } } }
    }
  }`;

interface PlanNode {
  readonly kind: string;
  readonly node?: PlanNode;
  readonly nodes?: readonly PlanNode[];
  readonly serviceName?: string;
  readonly path?: readonly string[];
}

/** `directory, [cases | complaints]`: commas for one after the other, bars for at the same time. */
function outline(node: PlanNode): string {
  if (node.kind === 'Sequence') return node.nodes!.map(outline).join(', ');
  if (node.kind === 'Parallel') return `[${node.nodes!.map(outline).sort().join(' | ')}]`;
  if (node.kind === 'Flatten') return outline(node.node!);
  return node.kind === 'Fetch' ? node.serviceName! : node.kind;
}

describe('what an operation costs', () => {
  let graph: OneProcessGraph;
  beforeAll(async () => {
    graph = await startInOneProcess('sample', { keptAnswersMb: 0 });
  });
  afterAll(() => graph.stop());

  it('the dashboard of 34 provinces is one in-process step, then one parallel round of four fetches', async () => {
    await graph.client.data(DASHBOARD, { period: { workingYear: 2024 } });
    expect(outline((graph.lastPlan() as { node: PlanNode }).node)).toBe(
      'directory, [cases | complaints | inspections | recovery]',
    );
  });

  it('the dashboard of 34 provinces with last year beside it is one SQL statement in each subgraph', async () => {
    graph.takeStatements();
    const { provinces } = await graph.client.data(DASHBOARD, { period: { workingYear: 2024 } });
    expect(provinces).toHaveLength(34);
    const counts = statistics(graph.takeStatements());
    expect(counts).toEqual({ cases: 1, complaints: 1, inspections: 1, recovery: 1 });
  });

  it.each([
    [
      'cases',
      `query ($first: Int!) { cases(first: $first) { nodes { id officer { name findings { id } petitionsAgainst { id } } office { name } coercions { id } petitions { id } findings { id } recovery { collected obligations { id receipts { id } } assets { id auctionRounds { number } } } } pageInfo { endCursor } } }`,
    ],
    [
      'petitions',
      `query ($first: Int!) { petitions(first: $first) { nodes { id case { id state officer { name } } againstOfficer { name } } } }`,
    ],
    [
      'findings',
      `query ($first: Int!) { findings(first: $first) { nodes { id inspection { id } case { state officer { name } } } } }`,
    ],
    [
      'obligations',
      `query ($first: Int!) { obligations(first: $first) { nodes { id receipts { id } case { state petitions { id } } } } }`,
    ],
    [
      'assets',
      `query ($first: Int!) { assets(first: $first) { nodes { id auctionRounds { number } case { state } } } }`,
    ],
  ])('%s with everything around them takes as many SQL statements for 1, 10 and 100 rows', async (list, query) => {
    const counts: number[] = [];
    for (const first of [1, 10, 100]) {
      graph.takeStatements();
      const data = await graph.client.data(query, { first });
      expect(data[list].nodes).toHaveLength(first);
      counts.push(Object.values(graph.takeStatements()).flat().filter(isRead).length);
    }
    expect(counts[0]).toBeGreaterThan(0);
    expect(counts).toEqual([counts[0], counts[0], counts[0]]);
  });

  it('a total is counted only when it is asked for', async () => {
    graph.takeStatements();
    await graph.client.data('{ cases(first: 5) { nodes { id } } }');
    const without = graph.takeStatements().cases.filter((sql) => /count\(/i.test(sql));
    await graph.client.data('{ cases(first: 5) { nodes { id } totalCount } }');
    const withTotal = graph.takeStatements().cases.filter((sql) => /count\(/i.test(sql));
    expect([without.length, withTotal.length]).toEqual([0, 1]);
  });
});

function statistics(statements: Record<string, string[]>): Record<string, number> {
  return Object.fromEntries(
    SUBGRAPHS.map((name) => [
      name,
      statements[name]!.filter((sql) => isRead(sql) && sql.includes('running_total')).length,
    ]),
  );
}
