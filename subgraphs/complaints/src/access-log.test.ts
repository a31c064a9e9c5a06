import { ROLE_NAMES, Reader, principalOf, registerChecks, rowAccessOf, todayInVietnam } from '@thads/shared';
import { type Door, openDoor } from '@thads/shared/src/testing/door.testkit';
import { headOf } from '@thads/shared/src/testing/head.testkit';
import { complaintsSubgraph } from './index';
import { complaintsRegister } from './register';
import { type TestRegister, anEvent, openRegister } from './testing/register.testkit';

const petition = (nth: number): string => `VN63-10-01.K-${nth}`;
const BELONGING = { province: 'VN63-10', office: 'VN63-10-01', officer: 'VN63-10-01.CHV-1' };
const inspector = headOf({ role: 'INSPECTOR', ...BELONGING }, { operation: 'Inspect', requestId: 'request-1' });
const handler = headOf({ role: 'COMPLAINT_HANDLER', ...BELONGING }, { operation: 'Handle', requestId: 'request-2' });
const auditor = headOf(
  { role: 'AUDITOR' },
  { operation: 'Audit', requestId: 'request-3', purpose: { article: 'Luật Kiểm toán', file: 'KT-1' } },
);

let register: TestRegister;
let door: Door;

beforeAll(async () => {
  register = await openRegister();
  const events = [1, 2, 3].map((nth) =>
    anEvent(petition(nth), 'PETITION_RECEIVED', '2024-10-01', {
      kind: 'COMPLAINT',
      sender: { name: `Người gửi ${nth}` },
    }),
  );
  expect(await register.submit(...events)).toEqual(Array.from({ length: 3 }, () => 'ACCEPTED 1'));
  door = await openDoor(complaintsSubgraph, register.database.url);
  const look = (nth: number): string => `{ petition(id: "${petition(nth)}") { sender { name } } }`;
  await door.ask(inspector, '{ petitions { nodes { sender { name } } } }');
  await door.ask(handler, look(1));
  await door.ask(handler, look(2));
});
afterAll(async () => {
  await door.stop();
  await register.database.drop();
});

const LINES = `query ($filter: AccessLogFilter, $first: Int, $after: String) {
  complaintsAccessLog(filter: $filter, first: $first, after: $after) {
    nodes { position at principal role operation requestId article file origin subjects hash }
    edges { cursor } pageInfo { hasNextPage hasPreviousPage endCursor } totalCount } }`;

async function log(variables: Record<string, unknown> = {}): Promise<any> {
  const { data, errors } = await door.ask(auditor, LINES, variables);
  expect(errors).toEqual([]);
  return data.complaintsAccessLog;
}

const operations = async (filter: object): Promise<string[]> =>
  (await log({ filter })).nodes.map(({ operation }: { operation: string }) => operation);

test('the log says who looked, at what, when, why and from where, and never what was seen', async () => {
  const { nodes } = await log({ first: 3 });
  expect(nodes[0]).toEqual({
    position: 1,
    at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    principal: 'test INSPECTOR',
    role: 'INSPECTOR',
    operation: 'Inspect',
    requestId: 'request-1',
    article: 'Luật THADS Điều 44',
    file: 'HS-2025-001',
    origin: '127.0.0.1',
    // Of one page one line.
    subjects: [1, 2, 3].map((nth) => `Petition ${petition(nth)}`),
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(nodes.map(({ operation }: any) => operation)).toEqual(['Inspect', 'Handle', 'Handle']);
  expect(JSON.stringify(nodes)).not.toContain('Người gửi');
});

test('reading the log is a look itself: it takes a purpose, and is in the log before it is answered', async () => {
  const { nodes } = await log({ filter: { principal: 'test AUDITOR' }, first: 1_000 });
  const { nodes: later } = await log({ filter: { principal: 'test AUDITOR' }, first: 1_000 });
  expect(later).toHaveLength(nodes.length + 1);
  expect(later.at(-1)).toMatchObject({
    operation: 'Audit',
    article: 'Luật Kiểm toán',
    subjects: ['Query complaintsAccessLog'],
  });
  const { data, errors } = await door.ask({ ...auditor, purpose: null }, LINES);
  expect(data).toEqual({ complaintsAccessLog: null });
  expect(errors.map(({ code }) => code)).toEqual(['BAD_USER_INPUT']);
});

test('lines are found by who, in which role, on which days, and what was looked at', async () => {
  expect(await operations({ principal: 'test INSPECTOR' })).toEqual(['Inspect']);
  expect(await operations({ role: 'complaint-handler' })).toEqual(['Handle', 'Handle']);
  expect(await operations({ subject: petition(1) })).toEqual(['Inspect', 'Handle']);
  expect(await operations({ subject: petition(3) })).toEqual(['Inspect']);
  expect(await operations({ subject: 'VN63-10-01' })).toEqual(['Inspect', 'Handle', 'Handle']);
  expect(await operations({ subject: 'VN63-10-01.K' })).toEqual([]);
  expect(await operations({ subject: petition(1), role: 'INSPECTOR' })).toEqual(['Inspect']);
  const today = todayInVietnam();
  expect(await operations({ role: 'INSPECTOR', from: today, through: today })).toEqual(['Inspect']);
  expect(await operations({ role: 'INSPECTOR', from: '2100-01-01' })).toEqual([]);
  expect(await operations({ role: 'INSPECTOR', through: '2020-01-01' })).toEqual([]);
});

test('lines come in pages by their place, and a cursor belongs to its conditions', async () => {
  const filter = { role: 'COMPLAINT_HANDLER' };
  const first = await log({ filter, first: 1 });
  expect(first).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true, hasPreviousPage: false } });
  const after = first.pageInfo.endCursor;
  const second = await log({ filter, first: 1, after });
  expect(second).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: false, hasPreviousPage: true } });
  expect([...first.nodes, ...second.nodes].map(({ subjects }: any) => subjects)).toEqual(
    [1, 2].map((nth) => [`Petition ${petition(nth)}`]),
  );
  for (const variables of [
    { after },
    { after: 'abc' },
    { first: 0 },
    { first: 1_001 },
    { filter: { role: 'KING' } },
    { filter: { subject: 'a\0' } },
  ]) {
    const { errors } = await door.ask(auditor, LINES, variables);
    expect([variables, errors.map(({ code }) => code)]).toEqual([variables, ['BAD_USER_INPUT']]);
  }
});

test.each(ROLE_NAMES.filter((role) => role !== 'AUDITOR'))(
  '%s cannot read it, through the graph or in the table',
  async (role) => {
    const claims = { role, ...BELONGING };
    const { data, errors } = await door.ask(headOf(role === 'PUBLIC' ? null : claims), LINES);
    expect([data, errors.map(({ code }) => code)]).toEqual([
      { complaintsAccessLog: null },
      [role === 'PUBLIC' ? 'UNAUTHENTICATED' : 'FORBIDDEN'],
    ]);
    if (role === 'PUBLIC') return;
    const reader = new Reader(door.subgraph.dataSource, { access: rowAccessOf(principalOf('somebody', claims)) });
    for (const table of ['access_log', 'access_log_subject']) {
      expect(await reader.query(`select from complaints.${table}`)).toEqual([]);
    }
  },
);

test('a check of the data says that the log is whole, and when it is not', async () => {
  const { admin } = register.database;
  const untrue = async (): Promise<string[]> => {
    const sentences: string[] = [];
    const runner = { query: async (sql: string) => (await admin.query(sql)).rows } as never;
    for (const { sentence, count } of registerChecks(complaintsRegister)) {
      if (sentence.includes('access log') && Number(await count(runner)) > 0) sentences.push(sentence);
    }
    return sentences;
  };
  expect(await untrue()).toEqual([]);
  await admin.query(`update complaints.access_log set principal = 'nobody' where position = 2`);
  await admin.query(`delete from complaints.access_log_subject where id = '${petition(3)}'`);
  expect(await untrue()).toEqual([
    'The access log is unbroken: no line is missing, every hash is that of its line.',
    'Every look in the access log is found by what was looked at.',
  ]);
});
