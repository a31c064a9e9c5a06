import {
  type PrincipalClaims,
  type RequestHead,
  type RunningSubgraph,
  belongingOf,
  createLogger,
  findOffice,
  principalOf,
  startSubgraph,
  territories,
} from '@thads/shared';
import { headOf } from '@thads/shared/src/testing/head.testkit';
import fc from 'fast-check';
import { execute, parse } from 'graphql';
import { casesSubgraph } from './index';
import { type TestRegister, caseEvent, openRegister } from './testing/register.testkit';

jest.setTimeout(300_000);

const REQUESTS = 10_000;
const AT_ONCE = 60;
const POOL = 3;

const officeIn = (territory: number): string => `VN63-${String(territory).padStart(2, '0')}-01`;
const TERRITORIES = territories.filter((territory) => findOffice(officeIn(territory))).slice(0, 20);
const OFFICERS = ['CHV-01', 'CHV-02'];
const caseOf = (territory: number, officer: string): string => `${officeIn(territory)}.C-${officer}`;

let register: TestRegister;
let subgraph: RunningSubgraph;

beforeAll(async () => {
  register = await openRegister();
  const events = TERRITORIES.flatMap((territory) =>
    OFFICERS.flatMap((officer) => {
      const id = `${officeIn(territory)}.${officer}`;
      return [
        caseEvent(id, 'OFFICER_APPOINTED', '2020-01-02', { name: 'Chấp hành viên', grade: 'SENIOR' } as object),
        caseEvent(caseOf(territory, officer), 'ENTRUSTMENT_RECEIVED', '2024-10-01', {
          kind: 'CIVIL',
          initiation: 'ON_REQUEST',
          amount: 1_000,
          officer: id,
          parties: [{ role: 'DEBTOR', kind: 'PERSON', name: `Người của ${territory}` }],
        }),
      ];
    }),
  );
  const outcomes = await register.submitter.submit(events, 'tester');
  expect(outcomes.filter(({ status }) => status !== 'ACCEPTED')).toEqual([]);
  subgraph = await startSubgraph(casesSubgraph, {
    databaseUrl: register.database.url,
    logger: createLogger('test', 'silent'),
    follow: false,
    poolSize: POOL,
  });
});
afterAll(async () => {
  await subgraph.stop();
  await register.database.drop();
});

const CLAIMS: readonly (PrincipalClaims | null)[] = [
  null,
  { role: 'CENTRAL_INSPECTOR' },
  { role: 'CENTRAL_STATISTICIAN' },
  ...TERRITORIES.flatMap((territory) => [
    { role: 'PROVINCE_VIEWER', province: officeIn(territory).slice(0, -3) },
    { role: 'OFFICE_CLERK', office: officeIn(territory) },
    ...OFFICERS.map((officer) => ({ role: 'OFFICER', officer: `${officeIn(territory)}.${officer}` })),
  ]),
];

const LIST = parse('{ cases(first: 100) { nodes { id } totalCount } }');
const ONE = parse('query ($id: ID!) { case(id: $id) { id parties { name } } }');
const BAD = parse('{ cases(after: "no cursor") { nodes { id } } }');

/** What somebody sees, as the rows say. */
function expectedOf(claims: PrincipalClaims | null): string[] {
  if (!claims) return [];
  const { territories, officer } = principalOf('x', claims);
  return TERRITORIES.filter(
    (territory) => territories.includes(territory) || belongingOf(claims.role as 'AUDITOR') === 'NONE',
  )
    .flatMap((territory) =>
      OFFICERS.map((name) => [`${officeIn(territory)}.${name}`, caseOf(territory, name)] as const),
    )
    .filter(([name]) => officer === null || name === officer)
    .map(([, id]) => id);
}

it('ten thousand requests of many callers at once on three connections see their own rows and no others', async () => {
  const seen = CLAIMS.map(expectedOf);
  const everything = expectedOf({ role: 'CENTRAL_INSPECTOR' });
  const requests = fc.sample(
    fc.record({
      who: fc.nat({ max: CLAIMS.length - 1 }),
      what: fc.constantFrom('list', 'list', 'one', 'one', 'bad', 'late'),
      of: fc.nat({ max: everything.length - 1 }),
      hurry: fc.nat({ max: 4 }),
    }),
    { numRuns: REQUESTS, seed: 5 },
  );
  const wrong: unknown[] = [];
  const told = { found: 0, nothing: 0, refused: 0 };
  const askOne = async ({ who, what, of, hurry }: (typeof requests)[number]): Promise<void> => {
    const claims = CLAIMS[who]!;
    const more: Partial<RequestHead> = what === 'late' ? { deadlineAt: Date.now() + hurry } : {};
    const id = everything[of]!;
    const { data, errors = [] } = await execute({
      schema: subgraph.schema,
      document: what === 'one' ? ONE : what === 'bad' ? BAD : LIST,
      variableValues: { id },
      contextValue: subgraph.createContext(headOf(claims, more)),
    });
    const { cases, case: one } = (data ?? {}) as { cases?: any; case?: any };
    const ids: string[] = cases ? cases.nodes.map((node: any) => node.id) : one ? [one.id] : [];
    const wanted = what === 'one' ? seen[who]!.filter((known) => known === id) : seen[who]!;
    const isForeign = ids.some((known) => !seen[who]!.includes(known));
    // Who hurries may be too late; whoever is answered is answered in full.
    const isWhole = errors.length > 0 || JSON.stringify(ids) === JSON.stringify(wanted);
    const isCounted = !cases || cases.totalCount === seen[who]!.length;
    if (isForeign || !isWhole || !isCounted) wrong.push([claims, what, ids, errors]);
    told[errors.length > 0 ? 'refused' : ids.length > 0 ? 'found' : 'nothing'] += 1;
  };
  const left = [...requests];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = left.pop(); next; next = left.pop()) await askOne(next);
    }),
  );
  expect(wrong).toEqual([]);
  expect(told.found).toBeGreaterThan(REQUESTS / 4);
  expect(told.nothing).toBeGreaterThan(REQUESTS / 10);
  expect(told.refused).toBeGreaterThan(REQUESTS / 10);

  const settings = await Promise.all(
    Array.from({ length: POOL }, () =>
      subgraph.dataSource.query<{ seen: string | null; rows: string }[]>(
        `select nullif(current_setting('thads.territories', true), '') as seen, (select count(*) from cases.enforcement_case) as rows
         from pg_sleep(0.1)`,
      ),
    ),
  );
  expect(settings.flat()).toEqual(Array.from({ length: POOL }, () => ({ seen: null, rows: 0 })));
});
