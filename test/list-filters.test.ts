import { buildSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { subgraphDefinitions } from './harness/definitions';
import { type ExampleOfRegister, examplesOfAllRegisters } from './harness/example-events';
import { type OneProcessGraph, startInOneProcess } from './harness/graph';
import { LISTS } from './list-filters/lists';
import type { Row } from './list-filters/meaning';
import { WORK } from './list-filters/work';

const queries = buildSchema(readFileSync(path.resolve(__dirname, '..', 'schema.graphql'), 'utf8'))
  .getQueryType()!
  .getFields();
const filterType = (list: string): string => String(queries[list]!.args.find(({ name }) => name === 'filter')!.type);

const lists = subgraphDefinitions.flatMap((definition) => definition.lists);
/** In the sample; the others are looked at whole. */
const LONG: readonly string[] = ['cases', 'obligations', 'receipts'];
const idsOf = (rows: readonly Row[]): string[] => rows.map(({ id }) => id).sort();

/** What finds words and numbers is no condition on what a row shows; parties.test.ts tries it. */
const SEARCHED: Readonly<Record<string, readonly string[]>> = { cases: ['number', 'partyName'] };

describe('lists', () => {
  let graph: OneProcessGraph;
  beforeAll(async () => {
    graph = await startInOneProcess('sample');
    for (const [register, events] of batches([...examplesOfAllRegisters(), ...WORK])) {
      const { submitted } = await graph.client.data(
        `mutation ($events: [${register}EventInput!]!) { submitted: submit${register}Events(events: $events) { refused { refusal { rule message allowed } } } }`,
        { events },
      );
      expect(submitted.refused).toEqual([]);
    }
  });
  afterAll(() => graph.stop());

  async function rowsOf(list: string, filter: object, shown: string): Promise<Row[]> {
    const rows: Row[] = [];
    let after: string | null = null;
    for (;;) {
      const { page }: Row = await graph.client.data(
        `query ($filter: ${filterType(list)}, $after: String) { page: ${list}(first: 1000, filter: $filter, after: $after) {
           totalCount nodes { id office { id } ${shown} } pageInfo { hasNextPage endCursor } } }`,
        { filter, after },
      );
      rows.push(...page.nodes);
      if (!page.pageInfo.hasNextPage) {
        expect(page.totalCount).toBe(rows.length);
        return rows;
      }
      after = page.pageInfo.endCursor;
    }
  }

  it('all of the graph, and all fields of their filters, are tested here', () => {
    expect(Object.keys(LISTS).sort()).toEqual(lists.map(({ name }) => name).sort());
    for (const { name, filters, due: worklist } of lists) {
      const worklistFields = worklist ? ['overdue', 'overdueOn', 'dueWithinDays'] : [];
      const tested = [...Object.keys(LISTS[name]!.filters), ...(SEARCHED[name] ?? [])];
      expect([name, tested.sort()]).toEqual([name, [...Object.keys(filters), ...worklistFields].sort()]);
    }
  });

  describe.each(Object.entries(LISTS))('%s', (list, { shown, filters }) => {
    /** The lists that are long are looked at in one province. */
    const within = LONG.includes(list) ? { province: 'VN63-10' } : {};
    let all: Row[];
    beforeAll(async () => {
      all = await rowsOf(list, within, shown);
      expect(all.length).toBeGreaterThan(0);
    });

    const holds = (row: Row, filter: Readonly<Record<string, unknown>>): boolean =>
      Object.entries(filter).every(([name, given]) =>
        name === 'office' ? row.office.id === given : filters[name]!.holds(row, given),
      );

    /** The rows in the order that they come in. */
    async function check(filter: Readonly<Record<string, unknown>>, order = ''): Promise<Row[]> {
      const rows = await rowsOf(list, { ...within, ...filter }, order);
      const expected = all.filter((row) => holds(row, filter));
      expect([filter, idsOf(rows)]).toEqual([filter, idsOf(expected)]);
      return rows;
    }

    it.each(Object.entries(filters))('%s leaves exactly the rows that it says', async (name, { given, order }) => {
      const values = given(all);
      expect(values.length).toBeGreaterThan(0);
      for (const value of values) {
        const rows = await check({ [name]: value }, order);
        if (order) expectInOrder(rows, order);
      }
    });

    it('two fields leave the rows of an office that both of them say', async () => {
      const [{ office }] = all as [Row];
      const names = Object.keys(filters);
      for (const [index, one] of names.entries()) {
        for (const other of names.slice(index + 1)) {
          const [a, b] = [filters[one]!.given(all), filters[other]!.given(all)];
          await check({ office: office.id, [one]: a[a.length >> 1], [other]: b[b.length >> 1] });
        }
      }
    });
  });

  it('cases not ended a year after their decision are listed for the whole country, the oldest decision first', async () => {
    const all = await rowsOf('cases', {}, 'state decidedOn');
    const { holds } = LISTS['cases']!.filters['unenforcedSince']!;
    const rows = await rowsOf('cases', { unenforcedSince: '2024-09-30' }, 'state decidedOn');
    const expected = all.filter((row) => holds(row, '2024-09-30'));
    expect(expected.length).toBeGreaterThan(1_000);
    expect(idsOf(rows)).toEqual(idsOf(expected));
    expectInOrder(rows, 'decidedOn');
  });
});

/** In the order given, of one register each. */
function batches(examples: readonly ExampleOfRegister[]): [register: string, events: object[]][] {
  const all: [string, object[]][] = [];
  for (const { register, event } of examples) {
    if (all.at(-1)?.[0] === register) all.at(-1)![1].push(event);
    else all.push([register, [event]]);
  }
  return all;
}

/** By a day, ids deciding between equals. */
function expectInOrder(rows: readonly Row[], field: string): void {
  const places = rows.map((row) => `${row[field]} ${row.id}`);
  expect(places).toEqual([...places].sort());
}
