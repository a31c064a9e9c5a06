import { randomUUID } from 'node:crypto';
import { loadSample } from '../sample/src/load';
import { type OneProcessGraph, startInOneProcess } from './harness/graph';

const COUNTS =
  '{ cases(first: 1) { totalCount } obligations(first: 1) { totalCount } petitions(first: 1) { totalCount } }';

describe('loading the sample', () => {
  let graph: OneProcessGraph;
  afterEach(() => graph.stop());

  async function load(): Promise<string[]> {
    const said: string[] = [];
    await loadSample(graph.url, graph.token, (line) => void said.push(line));
    return said;
  }

  it('leaves registers alone that hold other data, and says so', async () => {
    graph = await startInOneProcess('empty');
    await graph.client.data(
      'mutation ($events: [CaseEventInput!]!) { submitCaseEvents(events: $events) { accepted } }',
      {
        events: [
          {
            id: randomUUID(),
            subject: 'VN63-10-01.REAL-1',
            type: 'JUDGMENT_RECEIVED',
            occurredOn: '2024-02-01',
            kind: 'CIVIL',
            initiation: 'ON_REQUEST',
          },
        ],
      },
    );
    expect(await load()).toEqual([expect.stringContaining('the sample is not loaded')]);
    expect((await graph.client.data(COUNTS)).cases.totalCount).toBe(1);
  });

  it('does nothing where it has been loaded', async () => {
    graph = await startInOneProcess('sample');
    const before = await graph.client.data(COUNTS);
    graph.takeStatements();
    expect(await load()).toEqual([]);
    expect(
      Object.values(graph.takeStatements())
        .flat()
        .filter((sql) => /^\s*(insert|update)/i.test(sql)),
    ).toEqual([]);
    expect(await graph.client.data(COUNTS)).toEqual(before);
  });
});
