import { OperatorError, roleOf, urlForRole } from '@thads/shared';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { type FileReport, type RejectedLine, loadFile } from './load-file';
import { migrateAll, subgraphDefinitions } from './one-process';

const cases = subgraphDefinitions.find(({ name }) => name === 'cases')!;
/** Roles belong to the whole server: everyone who migrates in a test run gives a role the same password. */
const passwords = Object.fromEntries(subgraphDefinitions.map(({ name }) => [name, `test-${name}`]));
const folder = mkdtempSync(path.join(tmpdir(), 'thads-load-'));
const name = `test_${randomUUID().replaceAll('-', '')}`;
let server: pg.Client;
let database: pg.Client;
let url: string;

beforeAll(async () => {
  const serverUrl = process.env.THADS_TEST_DATABASE_URL!;
  server = new pg.Client({ connectionString: serverUrl });
  await server.connect();
  await server.query(`create database ${name}`);
  const adminUrl = new URL(serverUrl);
  adminUrl.pathname = `/${name}`;
  await migrateAll(adminUrl.toString(), passwords);
  database = new pg.Client({ connectionString: adminUrl.toString() });
  await database.connect();
  url = urlForRole(adminUrl.toString(), roleOf('cases'), passwords['cases']!);
});
afterAll(async () => {
  await database.end();
  await server.query(`drop database ${name} with (force)`);
  await server.end();
  rmSync(folder, { recursive: true, force: true });
});

let files = 0;
function load(lines: readonly unknown[]): Promise<FileReport> {
  files += 1;
  const file = path.join(folder, `events-${files}.ndjson`);
  writeFileSync(file, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  return loadFile(cases, url, file);
}

const rejects = ({ rejectsFile }: FileReport): RejectedLine[] =>
  readFileSync(rejectsFile!, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as RejectedLine);

const received = (subject: string) => ({
  id: randomUUID(),
  subject,
  type: 'ENTRUSTMENT_RECEIVED',
  occurredOn: '2024-10-01',
  kind: 'CIVIL',
  initiation: 'ON_REQUEST',
  decisionNumber: 'QD-1',
  amount: 1_000,
});
const paid = (subject: string, amount: unknown = 10) => ({
  id: randomUUID(),
  subject,
  type: 'MONEY_PAID',
  occurredOn: '2024-10-02',
  amount,
});

describe('a file of events', () => {
  test('goes in whole when nothing is wrong with it, and leaves no file of rejects', async () => {
    expect(await load([received('VN63-10-01.F-1'), '', paid('VN63-10-01.F-1')])).toEqual({
      accepted: 2,
      duplicates: 0,
      rejected: 0,
      rejectsFile: null,
    });
  });

  test('goes in without its bad lines, which stand beside it with file, line, field and reason', async () => {
    const wrong = [
      '{"id": ',
      '[1]',
      { ...paid('VN63-10-01.F-2'), type: 'MONEY_PIAD' },
      paid('VN63-10-01.F-2', 'ten'),
      { ...paid('VN63-10-01.F-2'), amuont: 1 },
      { ...paid('VN63-10-01.F-2'), occurredOn: '2024-02-30' },
      { ...paid('VN63-10-01.F-2'), subject: undefined },
      { ...paid('VN63-10-01.F-2'), id: '17' },
      paid('VN63-10-01.F-404'),
      paid('VN63-10-01.F-2', 2_000),
      { ...paid('VN63-10-01.F-2'), kind: 'CIVIL' },
    ];
    const report = await load([received('VN63-10-01.F-2'), ...wrong, paid('VN63-10-01.F-2')]);
    expect(report).toMatchObject({ accepted: 2, rejected: wrong.length });
    const found = rejects(report).sort((a, b) => a.line - b.line);
    expect(found.map(({ line, field, rule }) => [line, field, rule])).toEqual([
      [2, null, 'JSON_MALFORMED'],
      [3, null, 'EVENT_MALFORMED'],
      [4, 'type', 'EVENT_TYPE_UNKNOWN'],
      [5, 'amount', 'FIELD_MALFORMED'],
      [6, 'amuont', 'FIELD_MALFORMED'],
      [7, 'occurredOn', 'FIELD_MALFORMED'],
      [8, 'subject', 'FIELD_MALFORMED'],
      [9, 'id', 'EVENT_ID_MALFORMED'],
      [10, 'subject', 'SUBJECT_UNKNOWN'],
      [11, 'amount', 'AMOUNT_EXCEEDS_OUTSTANDING'],
      [12, 'kind', 'FIELD_NOT_ALLOWED'],
    ]);
    expect(found.map(({ file }) => file)).toEqual(wrong.map(() => path.basename(`events-${files}.ndjson`)));
    expect(found.map(({ reason }) => reason.length > 10)).toEqual(wrong.map(() => true));
    expect(found.map(({ text }) => text)).toEqual(
      wrong.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))),
    );
  });

  test('loaded a second time changes nothing', async () => {
    const lines = [received('VN63-10-01.F-3'), paid('VN63-10-01.F-3'), paid('VN63-10-01.F-3', 'ten')];
    await load(lines);
    const count = 'select count(*)::int as events from cases.journal';
    const before = (await database.query(count)).rows;
    expect(await load(lines)).toMatchObject({ accepted: 0, duplicates: 2, rejected: 1 });
    expect((await database.query(count)).rows).toEqual(before);
  });

  test('that goes on mended takes what was missing', async () => {
    const first = received('VN63-10-01.F-4');
    const report = await load([first, paid('VN63-10-01.F-4', 'ten')]);
    const mended = rejects(report).map(({ text }) => text.replace('"ten"', '10'));
    expect(await load(mended)).toMatchObject({ accepted: 1, rejected: 0 });
  });

  test('whose statements are cancelled ends with what to do, and leaves no half event', async () => {
    await database.query(`alter role thads_cases in database ${name} set statement_timeout = '300ms'`);
    await database.query('begin; lock table cases.movement in exclusive mode');
    const failure = await load([received('VN63-10-01.F-5')]).catch((error: unknown) => error);
    await database.query('rollback');
    await database.query(`alter role thads_cases in database ${name} reset statement_timeout`);
    expect(failure).toBeInstanceOf(OperatorError);
    expect((failure as Error).message).toMatch(/cancelled.*Raise the timeout.*start the load again.*57014/);
    expect((await database.query(`select from cases.journal where subject_id = 'VN63-10-01.F-5'`)).rowCount).toBe(0);
  });
});
