import { readFileSync } from 'node:fs';
import path from 'node:path';
import { GraphQLClient } from 'graphql-request';
import { reconcile } from '../sample/src/reconcile/reconcile';
import { readExamples } from './harness/examples';
import { type OneProcessGraph, startInOneProcess } from './harness/graph';

const root = path.resolve(__dirname, '..');

interface Example {
  readonly title: string;
  readonly query: string;
  readonly variables?: string;
}

function exampleNamed(name: string) {
  return readExamples()
    .flatMap(({ examples }) => examples)
    .find(({ id }) => id.endsWith(`/${name}`))!;
}

describe('what the documents promise', () => {
  let graph: OneProcessGraph;
  beforeAll(async () => {
    graph = await startInOneProcess('sample');
  });
  afterAll(() => graph.stop());

  it('the first query of the README has the answer printed under it', async () => {
    const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
    const block = (language: string): string => new RegExp(`\`\`\`${language}\n([^\`]+)\`\`\``).exec(readme)![1]!;
    expect({ data: await graph.client.data(block('graphql')) }).toEqual(JSON.parse(block('json')));
  });

  it('every example of the playground runs, and is refused only with the code that it names', async () => {
    const response = await fetch(`${graph.url}/playground/config.json`);
    const { groups } = (await response.json()) as { groups: { title: string; examples: Example[] }[] };
    const examples = groups.flatMap((group) => group.examples);
    expect(examples.length).toBeGreaterThanOrEqual(20);
    for (const { title, query, variables } of examples) {
      const { data, errors } = await graph.client.ask(query, JSON.parse(variables || '{}'));
      const code = /^# Refused with (\w+)$/m.exec(query)?.[1];
      expect([title, errors.map(({ extensions }) => extensions.code)]).toEqual([title, code ? [code] : []]);
      if (!code) expect([title, JSON.stringify(data).length > 20]).toEqual([title, true]);
    }
  });

  it('paging through everything comes to all rows, each once', async () => {
    const { query } = exampleNamed('8-page-through');
    const ids: string[] = [];
    let after: string | null = null;
    let total: number;
    do {
      const { cases }: any = await graph.client.data(query, { first: 100, after });
      ids.push(...cases.edges.map(({ node }: { node: { id: string } }) => node.id));
      total = cases.totalCount;
      after = cases.pageInfo.hasNextPage ? cases.pageInfo.endCursor : null;
    } while (after !== null);
    expect(total).toBeGreaterThan(100);
    expect([ids.length, new Set(ids).size]).toEqual([total, total]);
  });

  it('drilling down, the offices add up to the figure, and the cases are those of the province', async () => {
    const { province, cases } = await graph.client.data(exampleNamed('7-drill-down').query);
    const sum = province.offices.reduce(
      (all: number, { caseStatistics }: any) => all + caseStatistics.notYetWithConditions.cases,
      0,
    );
    expect(sum).toBe(province.caseStatistics.notYetWithConditions.cases);
    expect(cases.nodes.map(({ id }: { id: string }) => id.slice(0, 8))).toEqual(Array(10).fill('VN63-10-'));
  });

  it('two periods side by side are those that were asked for', async () => {
    const { query, variables } = exampleNamed('6-two-periods');
    const { province } = await graph.client.data(query, JSON.parse(variables));
    expect([province.one.period, province.other.period]).toEqual([
      { from: '2024-10-01', through: '2025-06-30' },
      { from: '2023-10-01', through: '2024-06-30' },
    ]);
    expect(province.one.completionRate.cases).toBe(68.85);
  });

  it('the examples that send events leave the published figures as they were', async () => {
    const judged = await reconcile(new GraphQLClient(`${graph.url}/graphql`, { headers: graph.headers }));
    expect(judged.filter(({ verdict }) => verdict === 'REPRODUCED')).toHaveLength(89);
    expect(judged.filter(({ verdict }) => verdict === 'DIFFERS')).toEqual([]);
    const { office } = await graph.client.data(
      `{ office(id: "VN63-46-01") { caseStatistics(period: { workingYear: 2025 }) { completed { cases } } } }`,
    );
    expect(office.caseStatistics.completed.cases).toBe(1);
  });

  it('health, playground and graph are at the addresses that the README names', async () => {
    for (const address of ['/health/live', '/health/ready', '/playground']) {
      expect([address, (await fetch(`${graph.url}${address}`)).status]).toEqual([address, 200]);
    }
  });
});
