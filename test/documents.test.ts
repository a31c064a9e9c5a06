import { readFileSync } from 'node:fs';
import path from 'node:path';
import { GraphQLClient } from 'graphql-request';
import { reconcile } from '../sample/src/reconcile/reconcile';
import { type OneProcessGraph, startInOneProcess } from './harness/graph';

const root = path.resolve(__dirname, '..');

interface Example {
  readonly title: string;
  readonly query: string;
  readonly variables?: string;
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

  it('every example of the playground runs, and the one that is an error on purpose is one', async () => {
    const response = await fetch(`${graph.url}/playground/config.json`);
    const { groups } = (await response.json()) as { groups: { title: string; examples: Example[] }[] };
    const examples = groups.flatMap((group) => group.examples);
    expect(examples.length).toBeGreaterThanOrEqual(6);
    for (const { title, query, variables } of examples) {
      const { data, errors } = await graph.client.ask(query, JSON.parse(variables || '{}'));
      const onPurpose = /on purpose/i.test(title);
      expect([title, errors.map(({ extensions }) => extensions.code)]).toEqual([
        title,
        onPurpose ? ['BAD_USER_INPUT'] : [],
      ]);
      if (!onPurpose) expect([title, JSON.stringify(data).length > 20]).toEqual([title, true]);
    }
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
