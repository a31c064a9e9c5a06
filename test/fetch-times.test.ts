import { type Graph, startInOneProcess, startOverHttp } from './harness/graph';
import { sendRaw } from './harness/raw-request';

interface FetchTime {
  readonly subgraph: string;
  readonly path: string;
  readonly startedMs: number;
  readonly tookMs: number;
  readonly failed: boolean;
}

const ACROSS = `{ provinces { id
  caseStatistics(period: { workingYear: 2024 }) { handled { cases } }
  petitionStatistics(period: { workingYear: 2024 }) { received } } }`;

describe.each<[string, (door: 'open' | 'closed') => Promise<Graph>]>([
  ['in one process', (door) => startInOneProcess('empty', { doors: { queryPlans: door === 'open' } })],
  ['over HTTP', (door) => startOverHttp('empty', door === 'open' ? { THADS_MODE: 'development' } : {})],
])('how long each fetch takes, %s', (_shape, start) => {
  const ask = async (graph: Graph, query: string, headers: Record<string, string> = {}) => {
    const { text } = await sendRaw(graph.url, { body: { query }, headers, token: graph.token });
    return JSON.parse(text) as { extensions?: { fetchTimes?: FetchTime[]; __queryPlanExperimental?: string } };
  };
  const ASKED = { 'apollo-query-plan-experimental': '1' };

  describe('where the door is open', () => {
    let graph: Graph;
    beforeAll(async () => {
      graph = await start('open');
    });
    afterAll(() => graph.stop());

    it('is told to those who ask, one fetch after the other in the order of the plan', async () => {
      const { extensions } = await ask(graph, ACROSS, ASKED);
      const [first, ...others] = extensions!.fetchTimes!;
      expect(first).toEqual({
        subgraph: 'directory',
        path: '',
        startedMs: expect.any(Number),
        tookMs: expect.any(Number),
        failed: false,
      });
      expect(others.map(({ subgraph, path, failed }) => [subgraph, path, failed]).sort()).toEqual([
        ['cases', 'provinces.@', false],
        ['complaints', 'provinces.@', false],
      ]);
      expect(extensions!.__queryPlanExperimental).toContain('Fetch(service: "complaints")');
    });

    it('is not told to others', async () => {
      expect(await ask(graph, ACROSS)).not.toHaveProperty('extensions');
    });

    it('a fetch that has errors is marked', async () => {
      const { extensions } = await ask(graph, '{ province(id: "VN63-00") { id } nation { id } }', ASKED);
      expect(extensions!.fetchTimes!.map(({ subgraph, failed }) => [subgraph, failed])).toEqual([['directory', true]]);
    });

    it('one that a stopped subgraph does not answer is told and marked as well', async () => {
      await graph.stopSubgraph('complaints');
      const { extensions } = await ask(graph, ACROSS, ASKED);
      expect(extensions!.fetchTimes!.map(({ subgraph, failed }) => `${subgraph} ${failed}`).sort()).toEqual([
        'cases false',
        'complaints true',
        'directory false',
      ]);
    });
  });

  it('is told to nobody where the door is closed', async () => {
    const graph = await start('closed');
    try {
      expect(await ask(graph, ACROSS, ASKED)).not.toHaveProperty('extensions');
    } finally {
      await graph.stop();
    }
  });
});
