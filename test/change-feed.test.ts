import {
  type PrincipalClaims,
  Reader,
  chosenFields,
  createDataSource,
  jsonLineSelect,
  mayHave,
  principalOf,
  roleOf,
  rowAccessOf,
  urlForRole,
} from '@thads/shared';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { subgraphDefinitions } from './harness/definitions';
import { CHANGE_FIELDS, FollowedCopy } from './harness/feed';
import { type Graph, type OneProcessGraph, SHAPES, startInOneProcess, startOverHttp } from './harness/graph';
import { FOR_A_PURPOSE, type GraphClient, bearing } from './harness/graph-client';
import { readTestServers } from './harness/server-settings';

const PAGE = `query Follow($dataset: Dataset!, $after: String, $first: Int! = 1000, $waitSeconds: Int! = 0, $provinces: [ID!]) {
  changes(dataset: $dataset, after: $after, first: $first, waitSeconds: $waitSeconds, provinces: $provinces) { ${CHANGE_FIELDS} }
}`;

const SUBMIT =
  'mutation ($events: [CaseEventInput!]!) { submitCaseEvents(events: $events) { accepted refused { id refusal { message } } } }';

function copyOf(client: GraphClient, dataset: string, pageSize = 1_000): FollowedCopy {
  return new FollowedCopy(
    async (after, first) => (await client.data(PAGE, { dataset, after, first })).changes,
    pageSize,
  );
}

/** What the caller may see of a dataset, as an export has it; line by line, sorted. */
async function linesOf(graph: Graph, dataset: string, claims: PrincipalClaims): Promise<string[]> {
  const { register, entities, datasets } = subgraphDefinitions.find((one) =>
    one.datasets.some(({ name }) => name === dataset),
  )!;
  const { schema } = register;
  const definition = datasets.find(({ name }) => name === dataset)!;
  const principal = principalOf('reader', claims);
  const url = urlForRole(graph.adminUrl, roleOf(schema), readTestServers().passwords[schema]!);
  const dataSource = await createDataSource({ url, schema, entities, poolSize: 1 }).initialize();
  try {
    const reader = new Reader(dataSource, { access: rowAccessOf(principal) });
    const fields = chosenFields(definition, principal, null);
    const rows = await reader.query<{ line: string }[]>(jsonLineSelect(definition, fields, [], principal));
    return rows.map(({ line }) => line).sort();
  } finally {
    await dataSource.destroy();
  }
}

const EXPORT_FIELDS = 'id status cursor error { message } files { rows url }';

/** An export through the graph: its cursor and its lines. */
async function exported(
  graph: Graph,
  client: GraphClient,
  dataset: string,
): Promise<{ cursor: string; lines: string[] }> {
  const start = `mutation ($dataset: Dataset!) { startExport(input: { dataset: $dataset }) { id } }`;
  const { id } = (await client.data(start, { dataset })).startExport;
  for (;;) {
    const state = (await client.data(`query ($id: ID!) { export(id: $id) { ${EXPORT_FIELDS} } }`, { id })).export;
    if (state.status === 'FAILED') throw new Error(state.error.message);
    if (state.status === 'FINISHED') {
      const texts = await Promise.all(
        state.files.map(async ({ url }: { url: string }) => (await fetch(new URL(url, graph.url))).text()),
      );
      return { cursor: state.cursor, lines: texts.join('').split('\n').filter(Boolean).sort() };
    }
    await sleep(50);
  }
}

const DATASETS = subgraphDefinitions.flatMap(({ datasets }) => datasets);
const RECORDS = DATASETS.filter(({ subject }) => subject !== null);
const SUMS = DATASETS.filter(({ subject }) => subject === null);

const OFFICER: PrincipalClaims = { role: 'OFFICER', officer: 'VN63-10-01.CHV-002' };
const ANOTHER_OFFICER: PrincipalClaims = { role: 'OFFICER', officer: 'VN63-10-01.CHV-003' };
const THIRD_OFFICER: PrincipalClaims = { role: 'OFFICER', officer: 'VN63-10-01.CHV-004' };

describe('the feed of the sample', () => {
  let graph: OneProcessGraph;
  beforeAll(async () => {
    graph = await startInOneProcess('sample');
  });
  afterAll(() => graph.stop());

  /** Each follows what has few enough events for it to be read whole in the time of a test. */
  const followers: readonly (readonly [string, PrincipalClaims, (subject: string) => boolean])[] = [
    ['OFFICER', OFFICER, (subject) => subject !== 'obligation'],
    ['INSPECTOR', { role: 'INSPECTOR', province: 'VN63-38' }, (subject) => subject !== 'case'],
    ['COMPLAINT_HANDLER', { role: 'COMPLAINT_HANDLER', province: 'VN63-10' }, (subject) => subject === 'petition'],
    ['CENTRAL_STATISTICIAN', { role: 'CENTRAL_STATISTICIAN' }, (subject) => !['case', 'obligation'].includes(subject)],
  ];
  it.each(
    followers.flatMap(([role, claims, follows]) =>
      RECORDS.filter((one) => mayHave(one, principalOf('reader', claims)) && follows(one.subject!.type)).map(
        ({ name }) => [name, role, claims] as const,
      ),
    ),
  )('%s: whoever follows it from the beginning as %s has what there is, exactly', async (dataset, _role, claims) => {
    const copy = await copyOf(await graph.asRole(claims), dataset).catchUp();
    expect(copy.lines()).toEqual(await linesOf(graph, dataset, claims));
    const ids = copy.told.flatMap(({ eventId }) => eventId ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is of a province what its own reader has', async () => {
    const follow = (client: GraphClient, variables: object): Promise<FollowedCopy> =>
      new FollowedCopy(
        async (after, first) => (await client.data(PAGE, { dataset: 'PETITIONS', after, first, ...variables })).changes,
        1_000,
      ).catchUp();
    const asked = await follow(await graph.asRole({ role: 'CENTRAL_INSPECTOR' }), { provinces: ['VN63-10'] });
    const own = await follow(await graph.asRole({ role: 'COMPLAINT_HANDLER', province: 'VN63-10' }), {});
    const told = ({ told: all }: FollowedCopy) => all.map(({ cursor, eventId }) => [cursor, eventId]);
    expect(told(own)).toEqual(told(asked));
    expect(told(own)).not.toEqual([]);
  });

  it('goes on after an export: with what happened since it is the next export, byte for byte', async () => {
    const readers = await Promise.all([OFFICER, ANOTHER_OFFICER, THIRD_OFFICER].map((claims) => graph.asRole(claims)));
    const before = await Promise.all(readers.map((reader) => exported(graph, reader, 'CASES')));
    const [mine, theirs] = before.map(({ lines }) =>
      lines.map((line) => JSON.parse(line)).find(({ state }) => ['WITH_CONDITIONS', 'PART_PAID'].includes(state)),
    );
    const today = new Date().toISOString().slice(0, 10);
    const event = (subject: string, type: string, fields: object) => ({
      id: randomUUID(),
      subject,
      type,
      occurredOn: today,
      ...fields,
    });
    const { submitCaseEvents } = await graph.client.data(SUBMIT, {
      events: [
        event(mine.id, 'OFFICER_ASSIGNED', { officer: ANOTHER_OFFICER.officer }),
        event(theirs.id, 'MONEY_PAID', { amount: 1 }),
      ],
    });
    expect(submitCaseEvents).toEqual({ accepted: 2, refused: [] });

    const after = await Promise.all(
      readers.map(async (reader, nth) => {
        const { cursor, lines } = before[nth]!;
        const rows = new Map(lines.map((line) => [JSON.parse(line).id as string, [line]]));
        const following = new FollowedCopy(
          async (from, first) =>
            (await reader.data(PAGE, { dataset: 'CASES', after: from, first, waitSeconds: nth < 2 ? 20 : 0 })).changes,
        );
        following.cursor = cursor;
        for (const [id, lines_] of rows) following.rows.set(id, lines_);
        // Of what they were sent, the follower of the register takes all at once.
        await following.catchUp();
        return following;
      }),
    );
    const again = await Promise.all(readers.map((reader) => exported(graph, reader, 'CASES')));
    expect(after.map((copy) => copy.lines())).toEqual(again.map(({ lines }) => lines));
    const [forgetting, gaining, uninvolved] = after.map(({ told }) => told);
    expect(forgetting).toEqual([
      {
        cursor: expect.any(String),
        subject: mine.id,
        gone: true,
        eventId: null,
        type: null,
        occurredOn: null,
        recordedAt: null,
        version: null,
        row: null,
        rows: [],
      },
    ]);
    expect(gaining!.map(({ subject, type }) => `${subject} ${type}`)).toEqual([
      `${mine.id} OFFICER_ASSIGNED`,
      `${theirs.id} MONEY_PAID`,
    ]);
    expect(uninvolved).toEqual([]);
  });

  it.each(SUMS.map(({ name }) => [name]))(
    '%s has no changes, and a cursor that moves when figures can',
    async (dataset) => {
      const first = (await graph.client.data(PAGE, { dataset })).changes;
      const again = (await graph.client.data(PAGE, { dataset, after: first.endCursor })).changes;
      expect([first.nodes, again]).toEqual([[], { nodes: [], endCursor: first.endCursor, hasMore: false }]);
    },
  );

  it('is refused to the public, and to roles that may not have the dataset', async () => {
    const codes = async (client: GraphClient, dataset: string): Promise<unknown[]> =>
      (await client.ask(PAGE, { dataset })).errors.map(({ extensions }) => extensions.code);
    expect(await codes(await graph.asRole(OFFICER), 'PETITIONS')).toEqual(['FORBIDDEN']);
    const anybody = await fetch(`${graph.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: PAGE, variables: { dataset: 'CASES' } }),
    });
    expect(((await anybody.json()) as { errors: { extensions: { code: string } }[] }).errors[0]!.extensions.code).toBe(
      'UNAUTHENTICATED',
    );
  });
});

describe.each(SHAPES)('whoever waits, %s', (shape) => {
  const OFFICE = 'VN63-10-01';
  let graph: Graph;
  beforeAll(async () => {
    graph =
      shape === 'in one process'
        ? await startInOneProcess('empty', { subgraphDeadlineMs: 4_000, operationDeadlineMs: 5_000 })
        : await startOverHttp('empty', { SUBGRAPH_DEADLINE_MS: '4000', OPERATION_DEADLINE_MS: '5000' });
  });
  afterAll(() => graph.stop());

  let opened = 0;
  const open = (office = OFFICE): Promise<unknown> =>
    graph.client.data(SUBMIT, {
      events: [
        {
          id: randomUUID(),
          subject: `${office}.C-${(opened += 1)}`,
          type: 'ENTRUSTMENT_RECEIVED',
          occurredOn: '2024-10-01',
          kind: 'CIVIL',
          initiation: 'ON_REQUEST',
          amount: 1_000,
          decisionNumber: 'QD-1',
        },
      ],
    });
  const page = async (client: GraphClient, after: string | null, waitSeconds = 0) =>
    (await client.data(PAGE, { dataset: 'CASES', after, waitSeconds })).changes;

  it('is woken by an event of his own, and not by those of others', async () => {
    const viewer = await graph.asRole({ role: 'PROVINCE_VIEWER', province: 'VN63-10' });
    const { endCursor } = await page(viewer, null);
    let answered = false;
    const waiting = page(viewer, endCursor, 30).finally(() => (answered = true));
    const everybody = page(graph.client, endCursor, 30);
    await open('VN63-38-01');
    await everybody;
    expect(answered).toBe(false);
    await open();
    expect((await waiting).nodes.map(({ subject }: { subject: string }) => subject)).toEqual([`${OFFICE}.C-${opened}`]);
  });

  it('is answered with nothing when the time is up, which may be longer than an operation has', async () => {
    await open();
    let { nodes, endCursor } = await page(graph.client, null);
    while (nodes.length < opened) ({ nodes, endCursor } = await page(graph.client, null));
    expect(await page(graph.client, endCursor, 6)).toEqual({ nodes: [], endCursor, hasMore: false });
  });

  it('for statistics is woken by whatever happens', async () => {
    const ask = async (after: string | null, waitSeconds: number) =>
      (await graph.client.data(PAGE, { dataset: 'CASE_STATISTICS', after, waitSeconds })).changes;
    const { endCursor } = await ask(null, 0);
    const waiting = ask(endCursor, 30);
    await open();
    const { nodes, endCursor: moved } = await waiting;
    expect(nodes).toEqual([]);
    expect(moved).not.toBe(endCursor);
  });
});

describe('who waits takes no share of what a caller may have under way', () => {
  let graph: OneProcessGraph;
  beforeAll(async () => {
    graph = await startInOneProcess('empty', { limits: { concurrent: 3, waiting: 5 } });
  });
  afterAll(() => graph.stop());

  const wait = (signal?: AbortSignal): Promise<Response> =>
    fetch(`${graph.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...bearing(graph.token), ...FOR_A_PURPOSE },
      body: JSON.stringify({ query: PAGE, variables: { dataset: 'CASES', waitSeconds: 30 } }),
      signal,
    });
  const refusedWaiting = async (): Promise<boolean> => {
    const { errors } = await graph.client.ask(PAGE, { dataset: 'CASES', waitSeconds: 1 });
    return errors.some(({ extensions }) => extensions.code === 'TOO_COSTLY');
  };

  it('until too many wait; those who have gone away wait no longer', async () => {
    const gone = new AbortController();
    const waiting: Promise<unknown>[] = [];
    // One after the other: each has come to its waiting when the next is let in.
    while (waiting.length < 5) {
      waiting.push(wait(gone.signal).catch(() => 'gone'));
      while ((await graph.client.ask('{ nation { id } }')).errors.length > 0) await sleep(10);
      await sleep(200);
    }
    expect((await graph.client.ask('{ nation { id } }')).errors).toEqual([]);
    expect(await refusedWaiting()).toBe(true);
    gone.abort();
    expect(await Promise.all(waiting)).toEqual(waiting.map(() => 'gone'));
    while (await refusedWaiting()) await sleep(50);
  });
});
