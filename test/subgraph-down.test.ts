import { type Graph, SUBGRAPHS, type SubgraphName, startInOneProcess, startOverHttp } from './harness/graph';

const QUERY = `{
  provinces { id name
    cases: caseStatistics(period: { workingYear: 2024 }) { handled { cases } }
    complaints: petitionStatistics(period: { workingYear: 2024 }) { received }
    inspections: inspectionStatistics(period: { workingYear: 2024 }) { conducted }
    recovery: recoveryStatistics(period: { workingYear: 2024 }) { due { cases } }
  }
}`;

type Province = { readonly id: string; readonly name: string } & Readonly<Record<SubgraphName, object | null>>;

async function expectDown(graph: Graph, down: SubgraphName): Promise<void> {
  const { data, errors } = await graph.client.ask<{ provinces: Province[] }>(QUERY);
  expect(data.provinces).toHaveLength(34);
  for (const province of data.provinces) {
    expect(province.name).toEqual(expect.any(String));
    const missing = SUBGRAPHS.filter((name) => province[name] === null);
    expect([province.id, missing]).toEqual([province.id, [down]]);
  }
  expect(errors.length).toBeGreaterThan(0);
  for (const { message, extensions } of errors) {
    expect(extensions).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', subgraph: down, requestId: expect.any(String) });
    expect(message).toContain(`"${down}"`);
    expect(message).not.toMatch(/127\.0\.0\.1|ECONN|localhost/);
  }
}

describe('with one subgraph down only its own fields are null, with an error that names it', () => {
  it.each(SUBGRAPHS)('%s, in one process', async (name) => {
    const graph = await startInOneProcess('empty');
    try {
      await graph.stopSubgraph(name);
      await expectDown(graph, name);
    } finally {
      await graph.stop();
    }
  });

  it('each in turn, over HTTP, and everything is answered again when it is back', async () => {
    const graph = await startOverHttp('empty');
    try {
      for (const name of SUBGRAPHS) {
        await graph.stopSubgraph(name);
        await expectDown(graph, name);
        await graph.startSubgraphAgain(name);
        const { errors } = await graph.client.ask(QUERY);
        expect([name, errors]).toEqual([name, []]);
      }
    } finally {
      await graph.stop();
    }
  });
});
