import { type AccessLog, openAccessLog, verifyAccessLog } from './harness/access-log';
import { type CommandResult, runCommand } from './harness/command';

const REGISTER = 'complaints';
const LOOKS = 12;

let log: AccessLog;

beforeAll(async () => {
  log = await openAccessLog(REGISTER);
  // Quotation marks, line ends and control characters are hashed as they are, here and in SQL.
  const purpose = { article: 'Điều 44 "khoản" 1\n\u2028', file: 'HS\t\\2025/\u0001' };
  // From several requests at once.
  await Promise.all(
    Array.from({ length: LOOKS }, (_, nth) => log.look(purpose, [`VN63-10-01.K-${nth}`, `VN63-10-01.K-${nth}b`])),
  );
});
afterAll(() => log.database.drop());

const url = (): string => log.database.admin.options.connectionString!;

const command = (...args: string[]): Promise<CommandResult> =>
  runCommand('gateway/src/access-log/verify-access-log.main.ts', args, { DATABASE_URL: url() });

async function headHash(): Promise<string> {
  const { rows } = await log.database.admin.query(
    `select encode(hash, 'hex') as hash from complaints.access_log order by position desc limit 1`,
  );
  return rows[0].hash;
}

test('a log that nobody touched holds, up to the head that was held', async () => {
  const hash = await headHash();
  const what = `all ${LOOKS} lines hold; the head is line ${LOOKS}, hash ${hash}.`;
  expect(await verifyAccessLog(url(), REGISTER, hash)).toEqual({ holds: true, what });
  const { code, stdout } = await command('--register', REGISTER, '--head', hash.toUpperCase());
  expect([code, stdout]).toEqual([0, `${REGISTER}: ${what}\n`]);
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
  await log.database.admin.query('create table public.copy as table complaints.access_log');
  try {
    await log.database.admin.query(sql);
    const { holds, what } = await verifyAccessLog(url(), REGISTER, hash);
    expect([holds, what]).toEqual([false, expect.stringContaining(expected)]);
  } finally {
    await log.database.admin.query(
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
  expect(told.map(({ code, stdout, stderr }) => [code, stdout + stderr])).toEqual([
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
      `grant delete on complaints.${table} to thads_complaints; delete from complaints.${table}`,
    ];
    for (const statement of statements) {
      await expect(log.database.dataSource.query(statement)).rejects.toMatchObject({ code: '42501' });
    }
  },
);
