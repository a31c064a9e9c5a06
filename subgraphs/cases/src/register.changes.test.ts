import {
  type ChangesPage,
  EVENT_REVERSED,
  type Follower,
  type PrincipalClaims,
  loadInBulk,
  Reader,
  principalOf,
  rowAccessOf,
} from '@thads/shared';
import { type Door, openDoor } from '@thads/shared/src/testing/door.testkit';
import { FollowedCopy } from '@thads/shared/src/testing/feed.testkit';
import { headOf } from '@thads/shared/src/testing/head.testkit';
import type { CaseEvent } from './case/case.event';
import { casesSubgraph } from './index';
import { casesRegister } from './register';
import {
  type TestRegister,
  caseEvent,
  followerOn,
  openRegister,
  openedCase,
  submitterOn,
} from './testing/register.testkit';

const OFFICE = 'VN63-10-01';
const FIRST = `${OFFICE}.CHV-1`;
const SECOND = `${OFFICE}.CHV-2`;
const THIRD = `${OFFICE}.CHV-3`;
const CASE = `${OFFICE}.C-1`;
const ELSEWHERE = 'VN63-38-01.C-1';

const REGISTRAR: PrincipalClaims = { role: 'REGISTRAR' };
const officer = (id: string): PrincipalClaims => ({ role: 'OFFICER', officer: id });

let register: TestRegister;
let door: Door;

beforeAll(async () => {
  register = await openRegister();
  door = await openDoor(casesSubgraph, register.database.url);
});
afterAll(async () => {
  await door.stop();
  await register.database.drop();
});
beforeEach(() => register.database.clear());

const ask = (claims: PrincipalClaims | null, request: object) =>
  door.ask(headOf(claims), 'query ($request: String!) { casesChanges(request: $request) }', {
    request: JSON.stringify({ dataset: 'CASES', first: 500, waitSeconds: 0, ...request }),
  });

async function page(claims: PrincipalClaims | null, request: object): Promise<ChangesPage> {
  const { data, text } = await ask(claims, request);
  if (!data) throw new Error(text);
  return JSON.parse(data.casesChanges);
}
const refusal = async (claims: PrincipalClaims | null, request: object) => (await ask(claims, request)).errors[0];

const copyOf = (claims: PrincipalClaims, pageSize?: number, variables: object = {}): FollowedCopy =>
  new FollowedCopy((after, first) => page(claims, { ...variables, after, first }), pageSize);

const appointed = (id: string): CaseEvent =>
  caseEvent(id, 'OFFICER_APPOINTED', '2015-01-05', { name: id, grade: 'JUNIOR' } as Partial<CaseEvent>);
const assigned = (to: string, id = CASE): CaseEvent => caseEvent(id, 'OFFICER_ASSIGNED', '2024-10-03', { officer: to });

async function accept(...events: readonly CaseEvent[]): Promise<void> {
  const outcomes = await register.submitter.submit(events, 'tester');
  expect(outcomes.filter(({ status }) => status !== 'ACCEPTED')).toEqual([]);
  while ((await register.follower.pass()) > 0);
}

/** Of whatever a reader was told, all that does not depend on when. */
const inShort = ({ told }: FollowedCopy): string[] =>
  told.map(({ gone, type, subject, version }) => `${subject} ${gone ? 'gone' : `${version} ${type}`}`);

describe('a follower', () => {
  test('is told every event in order, with the record as it is now', async () => {
    await accept(appointed(FIRST), ...openedCase(CASE));
    const copy = await copyOf(REGISTRAR).catchUp();
    expect(inShort(copy)).toEqual([`${CASE} 1 ENTRUSTMENT_RECEIVED`, `${CASE} 2 CLASSIFIED_WITH_CONDITIONS`]);
    const [first, second] = copy.told;
    expect(first!.row).toBe(second!.row);
    expect(first!.rows).toEqual([first!.row]);
    expect(JSON.parse(first!.row!)).toMatchObject({ id: CASE, amount: 1_000, officer: null, version: 2 });

    await accept(caseEvent(CASE, 'MONEY_PAID', '2024-11-05', { amount: 400 }));
    await copy.catchUp();
    expect(inShort(copy).slice(2)).toEqual([`${CASE} 3 MONEY_PAID`]);
    expect(JSON.parse(copy.told[2]!.row!)).toMatchObject({ paid: 400, version: 3 });
    expect(await copy.catchUp()).toHaveProperty('told.length', 3);
  });

  test('goes on after any change by its cursor', async () => {
    await accept(...openedCase(CASE), ...openedCase(`${OFFICE}.C-2`));
    const { told } = await copyOf(REGISTRAR, 1).catchUp();
    expect(told).toHaveLength(4);
    for (const [nth, { cursor }] of told.entries()) {
      expect((await page(REGISTRAR, { after: cursor })).nodes).toEqual(told.slice(nth + 1));
    }
  });

  test('has the parties of a case in place of those it had, for a purpose that is noted with each of them', async () => {
    const party = (name: string) => ({ role: 'JUDGMENT_DEBTOR', kind: 'INDIVIDUAL', name });
    const stated = (names: readonly string[], replacedParties?: number[]): CaseEvent =>
      caseEvent(CASE, 'PARTIES_STATED', '2024-10-02', {
        parties: names.map(party),
        ...(replacedParties && { replacedParties, ground: 'SUCCESSION' }),
      } as object);
    await accept(...openedCase(CASE), stated(['Trần Văn Nợ', 'Lê Thị Nợ']));
    const copy = await copyOf(REGISTRAR, 500, { dataset: 'PARTIES' }).catchUp();
    const names = (): unknown[] => [...copy.rows.values()].flat().map((line) => JSON.parse(line).name);
    expect(names()).toEqual(['Trần Văn Nợ', 'Lê Thị Nợ']);
    expect(copy.told.every(({ row }) => row === null)).toBe(true);
    await accept(stated(['Phạm Văn Thừa Kế'], [1]));
    await copy.catchUp();
    expect(names()).toEqual(['Lê Thị Nợ', 'Phạm Văn Thừa Kế']);

    const { rows } = await register.database.admin.query('select subjects from cases.access_log order by position');
    expect(rows.map(({ subjects }) => subjects)).toEqual([
      [`Party ${CASE}.001`, `Party ${CASE}.002`],
      [`Party ${CASE}.002`, `Party ${CASE}.003`],
    ]);
    const aimless = headOf(REGISTRAR, { purpose: null });
    const request = JSON.stringify({ dataset: 'PARTIES', first: 1, waitSeconds: 0 });
    const { errors } = await door.ask(aimless, 'query ($request: String!) { casesChanges(request: $request) }', {
      request,
    });
    expect(errors).toEqual([expect.objectContaining({ code: 'BAD_USER_INPUT' })]);
    const masked = copyOf({ role: 'AUDITOR' }, 500, { dataset: 'PARTIES' });
    expect((await masked.catchUp()).lines().map((line) => JSON.parse(line).name)).toEqual(['***', '***']);
  });

  test.each(['VN63-10', 'VN34-15'])('of %s is told of its own province alone', async (province) => {
    await accept(...openedCase(CASE), ...openedCase(ELSEWHERE));
    const own = (await copyOf({ role: 'PROVINCE_VIEWER', province }).catchUp()).told;
    expect(own.map(({ subject }) => subject)).toEqual([CASE, CASE]);
    const asked = (await copyOf(REGISTRAR, 500, { provinces: [province] }).catchUp()).told;
    expect(asked).toEqual(own);
  });
});

describe('an officer whose case is another’s now', () => {
  beforeEach(async () => {
    await accept(...[FIRST, SECOND, THIRD].map(appointed), ...openedCase(CASE));
    await accept(assigned(FIRST));
  });

  test('is told that it is gone and nothing else; whoever never had it is told nothing', async () => {
    const [first, second, third] = [FIRST, SECOND, THIRD].map((id) => copyOf(officer(id)));
    for (const copy of [first!, second!, third!]) await copy.catchUp();
    expect(inShort(first!)).toEqual([
      `${CASE} 1 ENTRUSTMENT_RECEIVED`,
      `${CASE} 2 CLASSIFIED_WITH_CONDITIONS`,
      `${CASE} 3 OFFICER_ASSIGNED`,
    ]);
    await accept(assigned(SECOND));
    await accept(caseEvent(CASE, 'MONEY_PAID', '2024-11-05', { amount: 400 }));
    for (const copy of [first!, second!, third!]) await copy.catchUp();
    expect(first!.told.slice(3)).toEqual([
      {
        cursor: expect.any(String),
        subject: CASE,
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
    expect(first!.lines()).toEqual([]);
    expect(second!.lines()).toHaveLength(1);
    expect(inShort(second!)).toEqual([`${CASE} 4 OFFICER_ASSIGNED`, `${CASE} 5 MONEY_PAID`]);
    expect(third!.told).toEqual([]);
    expect((await copyOf(officer(FIRST)).catchUp()).lines()).toEqual([]);
    expect((await copyOf(officer(THIRD)).catchUp()).told).toEqual([]);
    expect(inShort(await copyOf(REGISTRAR).catchUp())).toHaveLength(5);
  });

  test('is told so when a correction takes it from him, and has it back by another', async () => {
    const handover = assigned(SECOND);
    await accept(handover);
    const [first, second] = [await copyOf(officer(FIRST)).catchUp(), await copyOf(officer(SECOND)).catchUp()];
    expect([first.lines().length, second.lines().length]).toEqual([0, 1]);
    await accept({
      ...caseEvent(CASE, EVENT_REVERSED, '2024-11-01'),
      reverses: handover.id,
      ground: 'Ghi nhầm',
    } as CaseEvent);
    await Promise.all([first.catchUp(), second.catchUp()]);
    expect([first.lines().length, second.lines().length]).toEqual([1, 0]);
    expect(inShort(second).at(-1)).toBe(`${CASE} gone`);
  });

  test('is told so of the rows of the case too', async () => {
    await accept(caseEvent(CASE, 'COERCION_DECIDED', '2024-12-02', { coercionMeasure: 'SEIZURE_OF_ASSETS' } as object));
    const copy = await copyOf(officer(FIRST), 500, { dataset: 'COERCIONS' }).catchUp();
    expect(copy.lines()).toHaveLength(1);
    await accept({ ...assigned(SECOND), occurredOn: '2024-12-03' });
    await copy.catchUp();
    expect(copy.lines()).toEqual([]);
    expect(inShort(copy).at(-1)).toBe(`${CASE} gone`);
  });

  test('between two steps of one transaction nobody had it, and nobody is told', async () => {
    await accept(assigned(THIRD), assigned(SECOND));
    expect((await copyOf(officer(THIRD)).catchUp()).told).toEqual([]);
    expect(inShort(await copyOf(officer(FIRST)).catchUp())).toEqual([`${CASE} gone`]);
  });

  test('nobody has had what came in by a bulk load, whoever had it there', async () => {
    const other = `${OFFICE}.C-9`;
    await loadInBulk(
      register.database.loader,
      casesRegister,
      [[...openedCase(other), assigned(THIRD, other), assigned(SECOND, other)]],
      { submittedBy: 'tester' },
    );
    expect((await copyOf(officer(THIRD)).catchUp()).told).toEqual([]);
    expect((await copyOf(officer(SECOND)).catchUp()).lines()).toHaveLength(1);
  });
});

describe('under writers and a follower that is killed and started again', () => {
  test('two readers with pages of different sizes are told the same, nothing missing and nothing twice', async () => {
    const writers = 4;
    const cases = 15;
    let writing = true;
    let follower: Follower | undefined;
    const following = (async () => {
      while (writing) {
        // A pass that is cut off in the middle leaves nothing behind.
        const dataSource = await register.database.connect();
        follower = await followerOn(dataSource);
        const pass = follower.pass().catch(() => 0);
        await new Promise((resolve) => setTimeout(resolve, 5));
        await register.database.admin.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and query like '%pg_try_advisory%' and pid <> pg_backend_pid()`,
        );
        await pass;
        await register.follower.pass().catch(() => 0);
        await dataSource.destroy();
      }
    })();
    const [small, large] = [copyOf(REGISTRAR, 3), copyOf(REGISTRAR, 200)];
    const reading = (async () => {
      while (writing) await Promise.all([small.catchUp(), large.catchUp()]);
    })();
    await Promise.all(
      Array.from({ length: writers }, async (_, writer) => {
        const submitter = submitterOn(register.database.dataSource);
        for (let nth = 0; nth < cases; nth += 1) await submitter.submit(openedCase(`${OFFICE}.W${writer}-${nth}`), 'w');
      }),
    );
    writing = false;
    await Promise.all([following, reading]);
    while ((await register.follower.pass()) > 0);
    await Promise.all([small.catchUp(), large.catchUp()]);
    const ids = (copy: FollowedCopy): unknown[] => copy.told.map(({ eventId }) => eventId);
    expect(ids(small)).toEqual(ids(large));
    expect(new Set(ids(small)).size).toBe(ids(small).length);
    const { rows } = await register.database.admin.query(
      `select event_id from cases.journal join cases.chain on journal_id = id order by position`,
    );
    expect(ids(small)).toEqual(rows.map(({ event_id }) => event_id));
    expect(rows).toHaveLength(writers * cases * 2);
    expect(small.lines()).toEqual(large.lines());
    expect(small.lines()).toEqual((await copyOf(REGISTRAR).catchUp()).lines());
  });
});

describe('a cursor', () => {
  test('is the same for everybody and tells no position', async () => {
    await accept(...openedCase(CASE), ...openedCase(ELSEWHERE));
    const everywhere = await page(REGISTRAR, {});
    const own = await page({ role: 'PROVINCE_VIEWER', province: 'VN63-10' }, {});
    expect(own.nodes.map(({ cursor }) => cursor)).toEqual(everywhere.nodes.slice(0, 2).map(({ cursor }) => cursor));
    expect(own.endCursor).toBe(everywhere.endCursor);
    const said = [...everywhere.nodes.map(({ cursor }) => cursor), own.endCursor].map((cursor) =>
      Buffer.from(Buffer.from(cursor, 'base64url').toString().split(' ')[1]!, 'base64url').toString('hex'),
    );
    // Neighbours have nothing in common.
    expect(new Set(said.flatMap((hex) => [hex.slice(0, 8), hex.slice(-8)])).size).toBe(2 * 4);
  });

  const rewritten = (cursor: string, rewrite: (said: string) => string): string =>
    Buffer.from(rewrite(Buffer.from(cursor, 'base64url').toString())).toString('base64url');

  test.each([
    ['malformed', () => 'nonsense'],
    ['empty', () => ''],
    ['sealed by somebody else', () => Buffer.from(`CASES ${'A'.repeat(22)}`).toString('base64url')],
    [
      'altered',
      (cursor: string) => rewritten(cursor, (said) => said.replace(/(?<= .{8})./, (of) => (of === 'A' ? 'B' : 'A'))),
    ],
    ['of another dataset', (cursor: string) => cursor, 'OFFICERS'],
    [
      'of another dataset by another name',
      (cursor: string) => rewritten(cursor, (said) => said.replace('CASES', 'OFFICERS')),
      'OFFICERS',
    ],
  ] as const)('that is %s is refused', async (_what, alter, dataset: string = 'CASES') => {
    await accept(...openedCase(CASE));
    const { endCursor } = await page(REGISTRAR, {});
    expect(await refusal(REGISTRAR, { dataset, after: alter(endCursor) })).toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining('after: '),
    });
  });

  test('of a journal that was restored to an earlier time is refused, also when it has grown since', async () => {
    await accept(...openedCase(CASE));
    const { endCursor } = await page(REGISTRAR, {});
    await register.database.clear();
    expect(await refusal(REGISTRAR, { after: endCursor })).toMatchObject({ code: 'BAD_USER_INPUT' });
    await accept(...openedCase(CASE), ...openedCase(`${OFFICE}.C-2`));
    expect(await refusal(REGISTRAR, { after: endCursor })).toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

describe('what is asked', () => {
  test.each([
    [{ dataset: 'NONE' }, 'BAD_USER_INPUT', 'dataset: '],
    [{ first: 0 }, 'BAD_USER_INPUT', 'first: '],
    [{ first: 1_001 }, 'BAD_USER_INPUT', 'first: '],
    [{ waitSeconds: 31 }, 'BAD_USER_INPUT', 'waitSeconds: '],
    [{ waitSeconds: -1 }, 'BAD_USER_INPUT', 'waitSeconds: '],
    [{ provinces: ['VN63-99'] }, 'BAD_USER_INPUT', 'provinces: '],
    [{ provinces: ['VN63-38'] }, 'FORBIDDEN', 'provinces: '],
  ])('%j is refused', async (variables, code, message) => {
    expect(await refusal({ role: 'PROVINCE_VIEWER', province: 'VN63-10' }, variables)).toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
  });

  test('by the public is refused', async () => {
    expect(await refusal(null, {})).toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('a reader who waits', () => {
  test('is answered when something happened that concerns him, and not before', async () => {
    await accept(...openedCase(CASE));
    const claims = { role: 'PROVINCE_VIEWER', province: 'VN63-10' };
    const { endCursor } = await page(claims, {});
    let answered = false;
    const waiting = page(claims, { after: endCursor, waitSeconds: 20 }).finally(() => (answered = true));
    await accept(...openedCase(ELSEWHERE));
    await page(REGISTRAR, { after: endCursor });
    expect(answered).toBe(false);
    await accept(caseEvent(CASE, 'MONEY_PAID', '2024-11-05', { amount: 400 }));
    expect((await waiting).nodes.map(({ type }) => type)).toEqual(['MONEY_PAID']);
  });

  test('holds no connection, and is let go with nothing when the time is up', async () => {
    await accept(...openedCase(CASE));
    const { endCursor } = await page(REGISTRAR, {});
    // More than the subgraph has connections.
    const waiting = Array.from({ length: 30 }, () => page(REGISTRAR, { after: endCursor, waitSeconds: 1 }));
    door.statements.length = 0;
    expect((await page(REGISTRAR, {})).nodes).toHaveLength(2);
    expect(await Promise.all(waiting)).toEqual(
      waiting.map(() => ({ nodes: [], endCursor, hasMore: false, isNew: false })),
    );
    const looks = door.statements.filter((sql) => sql.includes('max(position)'));
    expect(looks.length).toBeGreaterThan(0);
    expect(looks.length).toBeLessThan(30);
  });
});

describe('a page far on', () => {
  const LENGTH = 60_000;

  beforeEach(async () => {
    const { admin } = register.database;
    await admin.query(
      `insert into cases.journal (event_id, occurred_on, version, office, territory, subject_type, subject_id, type, content, submitted_by)
       select gen_random_uuid(), '2024-10-01', nth, 101, 10, 'case', '${CASE}', 'MONEY_PAID', '{}', 'x' from generate_series(1, ${LENGTH}) nth`,
    );
    await admin.query(`insert into cases.chain select version, id, sha256(id::text::bytea) from cases.journal`);
    await admin.query('analyze cases.chain, cases.journal');
  });

  interface Plan {
    readonly 'Node Type': string;
    readonly 'Relation Name'?: string;
    readonly 'Index Cond'?: string;
    readonly Plans?: readonly Plan[];
  }
  const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

  test.each([REGISTRAR, { role: 'PROVINCE_VIEWER', province: 'VN63-10' }, officer(FIRST)])(
    'is read by the index of the chain: %j',
    async (claims) => {
      door.statements.length = 0;
      await page(claims, {});
      const text = door.statements.find((sql) => sql.includes('as "endPosition"'))!;
      const reader = new Reader(register.database.dataSource, { access: rowAccessOf(principalOf('x', claims)) });
      const [row] = await reader.query(`explain (format json) ${text}`, [LENGTH - 1_000, 10_000, null, 501]);
      const nodes = nodesOf(row['QUERY PLAN'][0].Plan as Plan);
      const chain = nodes.filter((node) => node['Relation Name'] === 'chain');
      expect(chain.length).toBeGreaterThan(0);
      for (const node of chain) {
        expect(node['Node Type']).toMatch(/^Index (Only )?Scan$/);
        expect(node['Index Cond']).toContain(`("position" `);
      }
      const journal = nodes.filter((node) => node['Relation Name'] === 'journal');
      expect(journal.map((node) => [node['Node Type'], node['Index Cond']])).toEqual([
        ['Index Scan', '(id = c.journal_id)'],
      ]);
    },
  );
});
