import { graphAt } from '../sample/src/graph';
import { reconcile } from '../sample/src/reconcile/reconcile';
import { printTables } from '../sample/src/reconcile/table';
import { type Graph, SHAPES, startGraph } from './harness/graph';

describe.each(SHAPES)('the five published reports, %s', (shape) => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await startGraph(shape, 'sample');
  });
  afterAll(() => graph.stop());

  it('come out of the graph: 89 figures within their printed precision, 3 contradict their own report', async () => {
    const judged = await reconcile(graphAt(graph.url, graph.token));
    const ids = (verdict: string): string[] =>
      judged.filter((one) => one.verdict === verdict).map(({ figure }) => figure.id);
    expect(ids('DIFFERS')).toEqual([]);
    expect(ids('CONTRADICTS_ITSELF')).toEqual(['F000-11', 'F000-15', 'F003-22']);
    expect(ids('REPRODUCED')).toHaveLength(89);
    expect(printTables(judged)).toMatchSnapshot('published and computed');
  });

  it('are withheld from the public where they are of few people, and the others come out', async () => {
    const judged = await reconcile(graphAt(graph.url, undefined, { partial: true }));
    const count = (verdict: string): number => judged.filter((one) => one.verdict === verdict).length;
    expect(['REPRODUCED', 'CONTRADICTS_ITSELF', 'WITHHELD', 'DIFFERS'].map(count)).toEqual([84, 3, 5, 0]);
    expect(new Set(judged.filter(({ graph: found }) => found === null).map(({ figure }) => figure.subgraph))).toEqual(
      new Set(['complaints']),
    );
  });
});
