import { subgraphDefinitions } from './harness/definitions';
import { type OneProcessGraph, startInOneProcess } from './harness/graph';

const LISTS = [
  'administrativeJudgments',
  'cases',
  'petitions',
  'receptions',
  'compensations',
  'inspections',
  'findings',
  'inspectionPlans',
  'supervisions',
  'protests',
  'obligations',
  'receipts',
  'assets',
] as const;

/** The lists that are long are walked through in one office. */
const LONG: readonly string[] = ['cases', 'obligations', 'receipts'];

/** Orders of the few rows that a filter leaves, offered with that filter. */
const ONLY_WITH: Readonly<Record<string, string>> = {
  'cases DECISION_DUE_ON': 'decisionDueThrough: "2200-12-31"',
  'obligations DUE_ON': 'dueThrough: "2200-12-31"',
};

const lists = subgraphDefinitions.flatMap((definition) => definition.lists);
const ORDERS = lists.flatMap(({ name, orders }) =>
  Object.keys(orders).flatMap((field) =>
    (['ASC', 'DESC'] as const).map((direction) => [name, field, direction] as const),
  ),
);

/** What a list is ordered by, as a field of its rows. */
const FIELD_OF: Readonly<Record<string, string>> = {
  DECIDED_ON: 'decidedOn',
  AMOUNT: 'amount',
  RECEIVED_ON: 'receivedOn',
  DUE_ON: 'dueOn',
  RECORDED_ON: 'recordedOn',
  SEIZED_ON: 'seizedOn',
  PERFORM_BY: 'performBy',
  PLANNED_FOR: 'plannedFor',
  CONDUCTED_ON: 'conductedOn',
  ISSUED_ON: 'issuedOn',
  REQUESTED_ON: 'requestedOn',
  LAST_EVENT_ON: 'lastEventOn',
  VERIFICATION_DUE_ON: 'verificationDueOn',
  DECISION_DUE_ON: 'decisionDueOn',
  MONITORED_ON: 'monitoredOn',
};

describe('lists', () => {
  let graph: OneProcessGraph;
  beforeAll(async () => {
    graph = await startInOneProcess('sample');
  });
  afterAll(() => graph.stop());

  interface Walk {
    readonly rows: any[];
    readonly total: number;
  }

  async function walk(list: string, args: string, first: number, fields = ''): Promise<Walk> {
    const rows: any[] = [];
    let after: string | null = null;
    for (;;) {
      const data: any = await graph.client.data(
        `query ($after: String) { page: ${list}(first: ${first}, after: $after${args}) { totalCount nodes { id ${fields} } edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      rows.push(...data.page.nodes);
      expect(data.page.edges.map(({ node }: any) => node.id)).toEqual(
        data.page.nodes.map(({ id }: { id: string }) => id),
      );
      if (!data.page.pageInfo.hasNextPage) return { rows, total: data.page.totalCount };
      expect(data.page.nodes).toHaveLength(first);
      after = data.page.pageInfo.endCursor;
    }
  }

  const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

  it('all of the graph are tested here', () => {
    expect(lists.map(({ name }) => name).sort()).toEqual([...LISTS].sort());
  });

  it.each(ORDERS)(
    '%s by %s %s: paging visits every row once, in order, as many as the total says',
    async (list, field, direction) => {
      const narrowed = [LONG.includes(list) ? 'office: "VN63-10-02"' : '', ONLY_WITH[`${list} ${field}`] ?? ''];
      const filter = `, filter: { ${narrowed.join(' ')} }`;
      const shown = FIELD_OF[field];
      const order = `, orderBy: { field: ${field}, direction: ${direction} }`;
      const { rows, total } = await walk(list, `${filter}${order}`, 97, shown);
      expect(rows.length).toBe(total);
      expect(new Set(idsOf(rows)).size).toBe(total);

      const places = rows.map((row) => [shown ? (row[shown] ?? '') : '', row.id]);
      const sign = direction === 'ASC' ? 1 : -1;
      const inOrder = [...places].sort(([a, id], [b, other]) => sign * (compare(a, b) || compare(id, other)));
      expect(places).toEqual(inOrder);
    },
  );

  const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

  it('rows without a day come first in ascending order and last in descending order', async () => {
    const walkBy = async (direction: string): Promise<(string | null)[]> => {
      const { rows } = await walk('petitions', `, orderBy: { field: DUE_ON, direction: ${direction} }`, 500, 'dueOn');
      return rows.map(({ dueOn }) => dueOn);
    };
    const [up, down] = [await walkBy('ASC'), await walkBy('DESC')];
    const without = up.filter((day) => day === null).length;
    expect(without).toBeGreaterThan(0);
    expect(up.slice(0, without).every((day) => day === null)).toBe(true);
    expect(down.slice(-without).every((day) => day === null)).toBe(true);
  });

  it.each([
    ['a province of several parts', '{ province: "VN34-15" }'],
    ['states', '{ province: "VN63-10", states: [WITH_CONDITIONS, NO_CONDITIONS, WITH_CONDITIONS] }'],
    ['a kind', '{ province: "VN63-10", kind: MARRIAGE_FAMILY }'],
    ['states and a kind', '{ province: "VN63-10", kind: CIVIL, states: [COMPLETED] }'],
    ['a special category', '{ province: "VN63-10", overlay: STATE_BUDGET }'],
    [
      'a special category, states and a kind',
      '{ province: "VN63-10", overlay: STATE_BUDGET, states: [COMPLETED], kind: CRIMINAL }',
    ],
    ['days of decision', '{ province: "VN63-10", decidedFrom: "2024-02-01", decidedThrough: "2024-03-31" }'],
    ['the last day of decision only', '{ province: "VN63-10", decidedThrough: "2023-12-31" }'],
    [
      'an office and everything else',
      '{ office: "VN63-10-02", initiation: EX_OFFICIO, decidedFrom: "2023-02-01", states: [COMPLETED] }',
    ],
  ])('cases narrowed by %s are the same in every order and as many as the total says', async (_what, filter) => {
    const walks: Walk[] = [];
    for (const order of ['', ', orderBy: { field: DECIDED_ON }', ', orderBy: { field: AMOUNT, direction: DESC }']) {
      walks.push(await walk('cases', `, filter: ${filter}${order}`, 333));
    }
    const [first, ...others] = walks as [Walk, ...Walk[]];
    expect(first.rows.length).toBe(first.total);
    expect(first.total).toBeGreaterThan(5);
    for (const other of others) expect(idsOf(other.rows).sort()).toEqual(idsOf(first.rows).sort());
  });

  it.each([
    ['no state at all', 'cases(filter: { states: [] })'],
    ['an office outside the province', 'cases(filter: { province: "VN34-01", office: "VN63-10-02" })'],
    [
      'an office outside the province, by day',
      'cases(filter: { province: "VN34-01", office: "VN63-10-02" }, orderBy: { field: DECIDED_ON })',
    ],
  ])('%s leaves an empty list', async (_what, page) => {
    const data = await graph.client.data(
      `{ page: ${page} { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`,
    );
    expect(data.page).toEqual({ totalCount: 0, nodes: [], pageInfo: { hasNextPage: false, endCursor: null } });
  });

  it.each([
    [
      'direction',
      'orderBy: { field: AMOUNT, direction: DESC }, filter: { office: "VN63-10-02" }',
      /order "AMOUNT ASC", not to "AMOUNT DESC"/,
    ],
    ['order', 'filter: { office: "VN63-10-02" }', /order "AMOUNT ASC", not to "ID ASC"/],
    [
      'filter',
      'orderBy: { field: AMOUNT }, filter: { office: "VN63-10-01" }',
      /belongs to the same list with another filter/,
    ],
  ])('a cursor of another %s is refused', async (_what, args, message) => {
    const { cases } = await graph.client.data(
      '{ cases(first: 3, orderBy: { field: AMOUNT }, filter: { office: "VN63-10-02" }) { pageInfo { endCursor } } }',
    );
    const { errors } = await graph.client.ask(
      `query ($after: String) { cases(${args}, after: $after) { nodes { id } } }`,
      {
        after: cases.pageInfo.endCursor,
      },
    );
    expect(errors[0]!.extensions.code).toBe('BAD_USER_INPUT');
    expect(errors[0]!.message).toMatch(message);
  });

  it('a filter that no index serves in the order asked for is refused with what would be served', async () => {
    const { errors } = await graph.client.ask(
      '{ cases(filter: { kind: CIVIL }, orderBy: { field: AMOUNT }) { nodes { id } } }',
    );
    expect(errors[0]).toMatchObject({
      message:
        'orderBy: "cases" by AMOUNT with kind is not offered, since no index serves it: order it by ID, or add province or office or officer to the filter.',
      extensions: { code: 'BAD_USER_INPUT' },
    });
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
    const states =
      '[DECIDED, VOLUNTARY, VERIFYING, WITH_CONDITIONS, PART_PAID, COERCING, SEIZED, APPRAISED, ON_SALE, COLLECTED, ' +
      'POSTPONED_BY_CONSENT, NO_CONDITIONS, POSTPONED, SUSPENDED]';
    const data = await graph.client.data(
      `{ province(id: "VN63-10") { caseStatistics(period: { workingYear: 2024 }, overlay: STATE_BUDGET) { carriedForward { cases } } }
         cases(first: 1, filter: { province: "VN63-10", overlay: STATE_BUDGET, states: ${states} }) { totalCount } }`,
    );
    expect(data.cases.totalCount).toBe(data.province.caseStatistics.carriedForward.cases);
  });
});
