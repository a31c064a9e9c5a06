import { personReads, roleOf } from '@thads/shared';
import { type TestDatabase, createTestDatabase } from '@thads/shared/src/testing/database.testkit';
import { headOf } from '@thads/shared/src/testing/head.testkit';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { subgraphDefinitions } from '../one-process';
import { verifyAccessLog } from './verify-access-log';

const REGISTER = 'complaints';
const ROOT = path.resolve(__dirname, '..', '..', '..');
const LOOKS = 12;

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase(subgraphDefinitions.find(({ name }) => name === REGISTER)!);
  const role = 'INSPECTOR';
  // Quotation marks, line ends and control characters are hashed as they are, here and in SQL.
  const purpose = { article: 'Điều 44 "khoản" 1\n\u2028', file: 'HS\t\\2025/\u0001' };
  // From several requests at once.
  await Promise.all(
    Array.from({ length: LOOKS }, (_, nth) => {
      const look = personReads(database.dataSource, REGISTER, headOf({ role, province: 'VN63-10' }, { purpose }));
      return Promise.all([look('Petition', `VN63-10-01.K-${nth}`), look('Petition', `VN63-10-01.K-${nth}b`)]);
    }),
  );
});
afterAll(() => database.drop());

interface Told {
  readonly code: number;
  readonly said: string;
}

/** As its npm script starts it. */
function command(...args: string[]): Promise<Told> {
  const words = ['-r', './scripts/register.cjs', 'gateway/src/access-log/verify-access-log.main.ts', ...args];
  const env = { PATH: process.env.PATH, DATABASE_URL: url() };
  return new Promise((resolve) => {
    execFile(process.execPath, words, { cwd: ROOT, env }, (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), said: stdout + stderr });
    });
  });
}

const url = (): string => database.admin.options.connectionString!;

async function headHash(): Promise<string> {
  const { rows } = await database.admin.query(
    `select encode(hash, 'hex') as hash from complaints.access_log order by position desc limit 1`,
  );
  return rows[0].hash;
}

test('a log that nobody touched holds, up to the head that was held', async () => {
  const hash = await headHash();
  const what = `all ${LOOKS} lines hold; the head is line ${LOOKS}, hash ${hash}.`;
  expect(await verifyAccessLog(url(), REGISTER, hash)).toEqual({ holds: true, what });
  expect(await command('--register', REGISTER, '--head', hash.toUpperCase())).toEqual({
    code: 0,
    said: `${REGISTER}: ${what}\n`,
  });
});

test.each([
  ['another purpose', `update complaints.access_log set file = 'HS-9' where position = 5`, 'line 5: it is not what'],
  ['another person', `update complaints.access_log set principal = 'x' where position = 7`, 'line 7: it is not what'],
  [
    'another time',
    `update complaints.access_log set at = at + interval '1 ms' where position = 2`,
    'line 2: it is not',
  ],
  [
    'another subject',
    `update complaints.access_log set subjects = '["Petition VN63-10-01.K-99"]' where position = 3`,
    'line 3: it is not what',
  ],
  [
    'one taken out',
    'delete from complaints.access_log where position = 9',
    'line 10: lines are missing between it and line 8',
  ],
  ['one put in', `update complaints.access_log set position = 13 where position = 12`, 'line 13: lines are missing'],
  ['the last taken out', 'delete from complaints.access_log where position = 12', 'the head held is of none of the 11'],
  ['nothing left', 'delete from complaints.access_log', 'the log has no lines: it is cut off'],
])('%s is found out, and the place named', async (_what, sql, expected) => {
  const hash = await headHash();
  await database.admin.query('create table public.copy as table complaints.access_log');
  try {
    await database.admin.query(sql);
    const { holds, what } = await verifyAccessLog(url(), REGISTER, hash);
    expect([holds, what]).toEqual([false, expect.stringContaining(expected)]);
  } finally {
    await database.admin.query(
      'truncate complaints.access_log; insert into complaints.access_log table public.copy; drop table public.copy',
    );
  }
  expect(await verifyAccessLog(url(), REGISTER, hash)).toMatchObject({ holds: true });
});

test('one that was tampered with is exit code 1, and one that cannot be looked at 2', async () => {
  const told = await Promise.all([
    command('--register', REGISTER, '--head', 'a'.repeat(64)),
    command('--register', 'petitions'),
    command('--register', REGISTER, '--head', 'abc'),
    command('--head', 'a'.repeat(64)),
  ]);
  expect(told.map(({ code, said }) => [code, said])).toEqual([
    [1, expect.stringContaining('the head held is of none of the 12 lines')],
    [2, expect.stringContaining('must be one of cases, complaints')],
    [2, expect.stringContaining('64 hexadecimal digits')],
    [2, expect.stringContaining('--head is of one register')],
  ]);
});

test.each(['access_log', 'access_log_subject'])(
  'the service can add to %s and do nothing else with it',
  async (table) => {
    const statements = [
      `update complaints.${table} set position = 99`,
      `delete from complaints.${table}`,
      `truncate complaints.${table}`,
      `alter table complaints.${table} disable row level security`,
      `drop policy access on complaints.${table}`,
      `grant delete on complaints.${table} to ${roleOf(REGISTER)}; delete from complaints.${table}`,
    ];
    for (const statement of statements) {
      await expect(database.dataSource.query(statement)).rejects.toMatchObject({ code: '42501' });
    }
  },
);
