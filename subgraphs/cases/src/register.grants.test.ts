import { type TestRegister, openRegister, openedCase } from './testing/register.testkit';

let register: TestRegister;

beforeAll(async () => {
  register = await openRegister();
  await register.submitter.submit(openedCase('VN63-10-01.C-1'), 'tester');
  await register.follower.pass();
  await register.database.admin.query('create schema complaints; create table complaints.petition (id text)');
  await register.database.admin.query('grant select on complaints.petition to thads_cases');
});
afterAll(() => register.database.drop());

const INSUFFICIENT_PRIVILEGE = '42501';

/** What the subgraph's own role is told when it tries. */
async function answerTo(statement: string): Promise<string> {
  const runner = register.database.dataSource.createQueryRunner();
  try {
    await runner.startTransaction();
    await runner.query(statement);
    return 'done';
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

describe('the role of a subgraph', () => {
  test.each(
    ['journal', 'movement', 'chain'].flatMap((table) => [
      `update cases.${table} set ${table === 'journal' ? 'content = type' : 'journal_id = 1'}`,
      `delete from cases.${table}`,
      `truncate cases.${table}`,
      `drop table cases.${table}`,
      `alter table cases.${table} add column more text`,
      `alter table cases.${table} disable trigger all`,
      `create trigger quiet before insert on cases.${table} for each row execute function suppress_redundant_updates_trigger()`,
    ]),
  )('cannot %s', async (statement) => {
    expect(await answerTo(statement)).toBe(INSUFFICIENT_PRIVILEGE);
  });

  test.each([
    'select * from complaints.petition',
    'create table cases.more (id text)',
    'create table public.more (id text)',
    'create schema more',
    'alter table cases.enforcement_case add column more text',
    'grant delete on cases.journal to thads_cases; delete from cases.journal',
    'set role thads_admin',
    "alter role thads_cases with password 'x' superuser",
    'create role more',
    "copy cases.journal to '/tmp/journal'",
    "select pg_read_file('/etc/passwd')",
  ])('cannot %s', async (statement) => {
    expect(await answerTo(statement)).toBe(INSUFFICIENT_PRIVILEGE);
  });

  test.each([
    'select * from cases.journal',
    'delete from cases.pending',
    'update cases.running_total set since = since',
    'update cases.enforcement_case set state = state',
  ])('can %s, which its work needs', async (statement) => {
    expect(await answerTo(statement)).toBe('done');
  });

  test('is no superuser, owns nothing and bypasses nothing', async () => {
    const { rows } = await register.database.admin.query(
      `select rolsuper, rolcreatedb, rolcreaterole, rolbypassrls, rolreplication,
              (select count(*)::int from pg_class where relowner = r.oid) as owned,
              (select count(*)::int from pg_auth_members where member = r.oid) as memberships
       from pg_roles r where rolname = 'thads_cases'`,
    );
    expect(rows).toEqual([
      {
        rolsuper: false,
        rolcreatedb: false,
        rolcreaterole: false,
        rolbypassrls: false,
        rolreplication: false,
        owned: 0,
        memberships: 0,
      },
    ]);
  });
});

test('submitting and following never change or remove a row of the journal, the ledger or the chain', async () => {
  const { admin } = register.database;
  const content = async (): Promise<string[]> => {
    const tables = await Promise.all(
      ['journal', 'movement', 'chain'].map((table) =>
        admin.query<{ row: string }>(`select '${table} ' || t::text as row from cases.${table} t`),
      ),
    );
    return tables.flatMap(({ rows }) => rows.map(({ row }) => row));
  };
  const before = await content();
  const events = openedCase('VN63-10-01.C-2');
  await register.submitter.submit([...events, ...events], 'tester');
  await register.follower.pass();
  const after = await content();
  expect(after.filter((row) => before.includes(row))).toEqual(before);
  expect(after.length).toBeGreaterThan(before.length);
});
