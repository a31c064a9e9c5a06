import {
  ALL_ROWS,
  type ListDefinition,
  createDataSource,
  encodeCursor,
  listStatements,
  offices,
  roleOf,
  urlForRole,
} from '@thads/shared';
import type { DataSource } from 'typeorm';
import { copyDatabase, dropDatabase } from './harness/databases';
import { subgraphDefinitions } from './harness/definitions';
import { fillList } from './harness/list-rows';
import { readTestServers } from './harness/server-settings';

/**
 * What a search costs: the rows of the offices that the page is filled from, and one look into every other office. The
 * offices of the rows made up here are few and large.
 */
const ROWS = 50_000;
const PAGE = 20;

const cases = subgraphDefinitions.find(({ name }) => name === 'cases')!;
const list = cases.lists.find(({ name }) => name === 'cases') as ListDefinition<object>;

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
}

function nodesOf(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

let adminUrl: string;
let admin: DataSource;
beforeAll(async () => {
  const servers = readTestServers();
  adminUrl = await copyDatabase(servers.adminUrl, servers.emptyDatabase);
  const { register, entities } = cases;
  admin = await createDataSource({ url: adminUrl, schema: register.schema, entities }).initialize();
  await fillList(admin, list, ROWS);
});
afterAll(async () => {
  await admin.destroy();
  await dropDatabase(readTestServers().adminUrl, adminUrl);
});

interface Search {
  readonly filter: object;
  readonly after?: string;
}

const statementsOf = (dataSource: DataSource, { filter, after }: Search) =>
  listStatements(list, dataSource.manager, { filter, orderBy: null, page: { first: PAGE, after: after ?? null } });

async function read(dataSource: DataSource, search: Search): Promise<{ id: string; orderKey: number }[]> {
  const { text, values } = statementsOf(dataSource, search).page!;
  return dataSource.query(text, [...values]);
}

async function scansOf(dataSource: DataSource, search: Search) {
  const { text, values } = statementsOf(dataSource, search).page!;
  const [{ 'QUERY PLAN': plans }] = await dataSource.query(`explain (analyze, format json) ${text}`, [...values]);
  const scans = nodesOf(plans[0].Plan).filter((node) => node['Relation Name']);
  return {
    scans,
    visited: scans.reduce(
      (sum, scan) => sum + (scan['Actual Rows'] + (scan['Rows Removed by Filter'] ?? 0)) * scan['Actual Loops'],
      0,
    ),
  };
}

/** What can be found, as (territory, office, id, word); rows are also made up for numbers that no office has. */
const NAMES = '(select territory, office, case_id as id, word from cases.party_word)';
const NUMBERS =
  '(select territory, office, id, word from cases.enforcement_case, unnest(array[judgment_word, decision_word]) as word)';

interface Match {
  readonly territory: number;
  readonly id: string;
}

/** Every row that has a word that begins so, in order, found without an index. */
function matchesOf(words: string, beginning: string, territories: readonly number[] | null): Promise<Match[]> {
  return admin.query(
    `select distinct territory, id from ${words} words
     where starts_with(word, $1) and ($2::smallint[] is null or territory = any($2)) and office = any($3)
     order by territory, id`,
    [beginning, territories, offices.map(({ number }) => number)],
  );
}

/** The words that begin so in the office that has most of them. */
async function mostInAnOffice(words: string, beginning: string): Promise<number> {
  const [{ most }] = await admin.query(
    `select coalesce(max(count), 0)::int as most
     from (select count(*) from ${words} words where starts_with(word, $1) group by office) offices`,
    [beginning],
  );
  return most;
}

const SEARCHES = [
  ['a name that two in five have', { partyName: 'nguyen van' }, NAMES, 'nguyen van'],
  ['a rare name', { partyName: 'ho 7' }, NAMES, 'ho 7'],
  ['a name that nobody has', { partyName: 'khong co' }, NAMES, 'khong co'],
  ['the beginning of many numbers', { number: '1 2' }, NUMBERS, '12'],
  ['a rare number', { number: '777/QĐ' }, NUMBERS, '777/qd'],
] as const;

describe.each([
  ['everybody', null],
  // To row level security, a condition on the territory that no index condition may run ahead of.
  ['somebody who sees three provinces', [1, 10, 38]],
] as const)('a page of a search by %s', (_who, territories) => {
  let dataSource: DataSource;
  beforeAll(async () => {
    const { register, entities } = cases;
    const url = urlForRole(adminUrl, roleOf(register.schema), readTestServers().passwords[register.schema]!);
    const access = { ...ALL_ROWS, ...(territories && { territories }) };
    dataSource = await createDataSource({ url, schema: register.schema, entities, access }).initialize();
  });
  afterAll(() => dataSource.destroy());

  test.each(SEARCHES)('for %s reads no more than an office has of it', async (_what, filter, words, beginning) => {
    const matches = await matchesOf(words, beginning, territories);
    const most = await mostInAnOffice(words, beginning);
    const { owner } = statementsOf(dataSource, { filter });
    for (const begin of [0, Math.floor(matches.length / 2)]) {
      const last = matches[begin - 1];
      const after = last && encodeCursor(owner, { key: last.territory, id: last.id });
      const page = await read(dataSource, { filter, after });
      expect(page.map(({ id }) => id)).toEqual(matches.slice(begin, begin + PAGE + 1).map(({ id }) => id));

      const { scans, visited } = await scansOf(dataSource, { filter, after });
      expect(scans.map((scan) => scan['Node Type'])).not.toContain('Seq Scan');
      const byWord = scans.filter((scan) => /word >= /.test(scan['Index Cond'] ?? ''));
      expect(byWord.length).toBe(words === NAMES ? 1 : 2);
      for (const scan of byWord) {
        expect(scan['Index Cond']).toMatch(/territory = .*office = .*word >= .*word < /);
        expect(scan['Actual Loops']).toBeLessThanOrEqual(offices.length);
      }
      // What fills a page is at most a page of small offices and then all of one.
      expect(visited).toBeLessThanOrEqual(most + 4 * (PAGE + 1));
    }
  });
});
