import {
  ALL_ROWS,
  type ListDefinition,
  Reader,
  type RowAccess,
  createDataSource,
  encodeCursor,
  listStatements,
  roleOf,
  urlForRole,
} from '@thads/shared';
import type { DataSource } from 'typeorm';
import { copyDatabase, dropDatabase } from './harness/databases';
import { subgraphDefinitions } from './harness/definitions';
import { fillList } from './harness/list-rows';
import { readTestServers } from './harness/server-settings';
import { table } from './harness/table';

const PAGE = 20;
/** In the lists that are not small: a page may pass over a fiftieth of them, as what one office has. */
const ROWS = 50_000;
const VISITED_AT_MOST = ROWS / 50;

/** What is asked of a field; of several values the one that few rows have. */
const GIVEN: Readonly<Record<string, unknown>> = {
  province: 'VN34-15',
  office: 'VN63-10-01',
  unit: 'VN63-10-01',
  officer: 'VN63-10-01.CHV-3',
  case: 'VN63-10-01.CHV-3',
  obligation: 'VN63-10-01.CHV-3',
  inspection: 'VN63-10-01.CHV-3',
  plan: 'VN63-10-01.CHV-3',
  workingYear: 2025,
  overlay: 'CREDIT_INSTITUTION',
  electronic: true,
  reversed: false,
  overdue: true,
  dueWithinDays: 30,
  round: 2,
  massGroups: true,
  appraisedFrom: 8_000,
  appraisedThrough: 10,
  amountFrom: 8_000,
  amountThrough: 10,
  receivedByHead: true,
  online: true,
  number: '12/',
  partyName: 'nguyen van 12',
};

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly Plan[];
}

function nodesOf(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

function given(list: ListDefinition<object>, name: string): unknown {
  if (name in GIVEN) return GIVEN[name];
  const field = list.filters[name];
  if (!field) return '2019-03-31';
  if (field.operator !== '=') return field.operator === '>=' ? '2019-03-01' : '2019-03-31';
  const rare = field.values?.at(-1) ?? 'X';
  return name === 'states' ? [rare] : rare;
}

/** Nothing, each field and, where not everything is offered, each pair, and each pair in a province. */
function filtersOf(list: ListDefinition<object>): object[] {
  const worklist = list.due ? ['overdue', 'overdueOn', 'dueWithinDays'] : [];
  const names = ['province', 'office', ...Object.keys(list.filters), ...worklist];
  const pairs = names.flatMap((one, index) => names.slice(index + 1).map((other) => [one, other]));
  const triples = pairs.filter(([one]) => one !== 'province' && one !== 'office').map((pair) => ['province', ...pair]);
  const several = list.small ? [] : [...pairs, ...triples];
  return [[], ...names.map((name) => [name]), ...several].map((some) =>
    Object.fromEntries(some.map((name) => [name, given(list, name)])),
  );
}

/** What a list has to be narrowed by to be offered in an order. */
function onlyWith(list: ListDefinition<object>, order: string): object {
  const paths = list.paths.filter((path) => path.order === order);
  const [name] = paths.every(({ only }) => only) ? paths[0]!.only! : [];
  return name ? { [name]: '2200-12-31' } : {};
}

const lists = subgraphDefinitions.flatMap(({ lists: some, register, entities }) =>
  some.map((list) => [list.name, list as ListDefinition<object>, register.schema, entities] as const),
);

let databaseUrl: string;
beforeAll(async () => {
  const { adminUrl, emptyDatabase } = readTestServers();
  databaseUrl = await copyDatabase(adminUrl, emptyDatabase);
});
afterAll(() => dropDatabase(readTestServers().adminUrl, databaseUrl));

describe.each(lists)('pages of %s', (_name, list, schema, entities) => {
  /** As the subgraph itself reads, below row level security. */
  let dataSource: DataSource;
  const asRole = (access: RowAccess): Promise<DataSource> => {
    const url = urlForRole(databaseUrl, roleOf(schema), readTestServers().passwords[schema]!);
    return createDataSource({ url, schema, entities, access }).initialize();
  };
  beforeAll(async () => {
    const admin = await createDataSource({ url: databaseUrl, schema, entities }).initialize();
    await fillList(admin, list, list.small ? ROWS / 10 : ROWS);
    await admin.destroy();
    dataSource = await asRole(ALL_ROWS);
  });
  afterAll(() => dataSource.destroy());

  interface Cost {
    readonly visited: number;
    readonly blocks: number;
    readonly readsAll: boolean;
  }

  /**
   * What a page costs, at the beginning of the list or after a part of it; null when the filter is not offered so. Of
   * those who see everything, or of others.
   */
  async function costOf(
    field: string,
    direction: 'ASC' | 'DESC',
    filter: object,
    part: number,
    { source, access } = { source: dataSource, access: ALL_ROWS },
  ): Promise<Cost | null> {
    const manager = new Reader(source, { access });
    const request = (after: string | null) =>
      listStatements(list, manager, { filter, orderBy: { field, direction }, page: { first: PAGE, after } });
    let first;
    try {
      first = request(null);
    } catch (error) {
      expect((error as Error).message).toMatch(
        /^orderBy: "\w+"( by \w+)? with .* is not offered, since no index serves it: (order it by|add|leave out) /,
      );
      return null;
    }
    let after: string | null = null;
    if (part > 0) {
      const { text, values } = first.count;
      const total = (await source.query(text, [...values]))[0].total as number;
      const { expression } = list.orders[field]!;
      const [row] = await source.query(
        `${text.replace('count(*) as total', `${expression} as key, id`)} order by 1 ${direction}, 2 ${direction}
         offset ${Math.floor(total * part)} limit 1`,
        [...values],
      );
      after = row ? encodeCursor(first.owner, row) : null;
    }
    const { text, values } = request(after).page!;
    const [{ 'QUERY PLAN': plans }] = await source.query(`explain (analyze, buffers, format json) ${text}`, [
      ...values,
    ]);
    const plan: Plan = plans[0].Plan;
    const scans = nodesOf(plan).filter((node) => node['Relation Name']);
    return {
      visited: scans.reduce(
        (sum, scan) => sum + (scan['Actual Rows'] + (scan['Rows Removed by Filter'] ?? 0)) * scan['Actual Loops'],
        0,
      ),
      blocks: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'],
      readsAll: scans.some((scan) => scan['Node Type'] === 'Seq Scan'),
    };
  }

  it('every order and filter that is offered is read by an index, at the beginning and in the middle', async () => {
    const offered: string[][] = [];
    const costly: unknown[] = [];
    for (const filter of filtersOf(list)) {
      const served: string[] = [];
      for (const field of Object.keys(list.orders)) {
        const costs = [await costOf(field, 'ASC', filter, 0), await costOf(field, 'DESC', filter, 0.5)];
        if (costs[0]) served.push(field);
        for (const cost of costs) {
          const isCostly = cost && !list.small && (cost.readsAll || cost.visited > VISITED_AT_MOST);
          if (isCostly) costly.push({ filter, field, ...cost });
        }
      }
      offered.push([Object.keys(filter).join(', ') || '(all)', served.join(', ') || '-']);
    }
    expect(costly).toEqual([]);
    expect(`\n${table(['filter', 'orders offered'], offered)}\n`).toMatchSnapshot();
  });

  it('what a part of the rows is indexed for is read by an index that has no other rows', async () => {
    const { tablePath } = dataSource.getMetadata(list.entity);
    const indexes: { relname: string }[] = await dataSource.query(
      `select c.relname from pg_index i join pg_class c on c.oid = i.indexrelid
       where i.indrelid = $1::regclass and i.indpred is not null`,
      [tablePath],
    );
    for (const { order: field, only = [] } of list.paths) {
      for (const name of only) {
        const request = { filter: { [name]: '2200-12-31' }, orderBy: { field }, page: { first: PAGE, after: null } };
        const { text, values } = listStatements(list, dataSource.manager, request).page!;
        const [{ 'QUERY PLAN': plans }] = await dataSource.query(`explain (format json) ${text}`, [...values]);
        const used = new Set(nodesOf(plans[0].Plan).flatMap((node) => node['Index Name'] ?? []));
        expect([name, used.size]).toEqual([name, 1]);
        expect(indexes.map(({ relname }) => relname)).toEqual(expect.arrayContaining([...used]));
      }
    }
  });

  it('who may see one small province and names none reads what whoever names it reads', async () => {
    const access: RowAccess = { ...ALL_ROWS, territories: [63] };
    const source = await asRole(access);
    try {
      for (const field of Object.keys(list.orders)) {
        for (const direction of ['ASC', 'DESC'] as const) {
          const cost = await costOf(field, direction, onlyWith(list, field), 0, { source, access });
          expect([field, cost!.visited <= 3 * (PAGE + 1)]).toEqual([field, true]);
        }
      }
    } finally {
      await source.destroy();
    }
  });

  it('a page in the middle costs what the first one costs, in every order and direction', async () => {
    for (const field of Object.keys(list.orders)) {
      for (const direction of ['ASC', 'DESC'] as const) {
        const filter = { province: 'VN63-01', ...onlyWith(list, field) };
        const first = await costOf(field, direction, filter, 0);
        const middle = await costOf(field, direction, filter, 0.5);
        expect(first!.visited).toBeLessThanOrEqual(3 * (PAGE + 1));
        expect(middle!.visited).toBeLessThanOrEqual(3 * (PAGE + 1));
        expect(middle!.blocks).toBeLessThanOrEqual(2 * first!.blocks + PAGE);
      }
    }
  });
});
