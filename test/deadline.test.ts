import pg from 'pg';
import { type Graph, startInOneProcess, startOverHttp } from './harness/graph';

/**
 * Statements of the subgraph of cases that wait for the cases, its follower's passes left out. Not to be asked within a
 * transaction, which sees the statements that there were when it first asked.
 */
async function statementsUnderWay(client: pg.Client): Promise<number> {
  const { rowCount } = await client.query(
    `select from pg_locks join pg_stat_activity using (pid)
     where relation = 'cases.enforcement_case'::regclass and not granted
       and application_name = 'thads-cases' and query not like '%pending%'`,
  );
  return rowCount ?? 0;
}

describe.each<[string, () => Promise<Graph>]>([
  ['in one process', () => startInOneProcess('empty', { operationDeadlineMs: 2_000 })],
  ['over HTTP', () => startOverHttp('empty', { OPERATION_DEADLINE_MS: '2000' })],
])('the deadline of an operation, %s', (_shape, start) => {
  let graph: Graph;
  let admin: pg.Client;
  let locker: pg.Client;
  beforeAll(async () => {
    graph = await start();
    [admin, locker] = [graph.adminUrl, graph.adminUrl].map((url) => new pg.Client({ connectionString: url })) as [
      pg.Client,
      pg.Client,
    ];
    await Promise.all([admin.connect(), locker.connect()]);
  });
  afterAll(async () => {
    await locker.end();
    await admin.end();
    await graph.stop();
  });

  it('ends what PostgreSQL does for it: nothing goes on for a caller who was told that it takes too long', async () => {
    await graph.client.data('{ cases(first: 1) { nodes { id } } }');
    await locker.query('begin');
    await locker.query('lock table cases.enforcement_case in access exclusive mode');
    const answer = graph.client.ask('{ cases(first: 1) { nodes { id } } }');
    while ((await statementsUnderWay(admin)) === 0);
    const { errors } = await answer;
    expect(errors.map(({ extensions: { code } }) => code)).toEqual(['SUBGRAPH_UNAVAILABLE']);
    // The table is locked still, so the statement can only have been cancelled.
    while ((await statementsUnderWay(admin)) > 0);
    await locker.query('rollback');
    expect((await graph.client.data('{ cases(first: 1) { nodes { id } } }')).cases.nodes).toEqual([]);
  });
});
