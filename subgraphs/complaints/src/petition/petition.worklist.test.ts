import { type Connection, addDays, listPage, listStatements, todayInVietnam } from '@thads/shared';
import type { DataSource } from 'typeorm';
import { type TestRegister, anEvent, openRegister } from '../testing/register.testkit';
import type { PetitionEntity } from './petition.entity';
import { petitionList } from './petition.list';

const TODAY = todayInVietnam();

let register: TestRegister;
let dataSource: DataSource;

/** Denunciations accepted so many days before today, due in 60 days; every fourth is resolved, the fifth is not accepted. */
const AGES = [0, 20, 50, 58, 59, 60, 61, 62, 90];

beforeAll(async () => {
  register = await openRegister();
  ({ dataSource } = register.database);
  for (const [nth, age] of AGES.entries()) {
    for (const office of ['VN63-10-01', 'VN63-15-01', 'VN63-38-01']) {
      const day = addDays(TODAY, -age);
      const [open, done, idle] = ['O', 'R', 'I'].map((letter) => `${office}.D-${letter}-${nth}`);
      const outcomes = await register.submit(
        ...[open!, done!, idle!].map((id) => anEvent(id, 'PETITION_RECEIVED', day, { kind: 'DENUNCIATION' })),
        ...[open!, done!].map((id) => anEvent(id, 'PETITION_ACCEPTED', day)),
        anEvent(done!, 'PETITION_RESOLVED', day, { outcome: 'WRONG', decisionNumber: '1' }),
      );
      expect(outcomes.every((outcome) => outcome.startsWith('ACCEPTED'))).toBe(true);
    }
  }
});
afterAll(() => register.database.drop());

const page = { first: 500, after: null } as never;
const listed = (filter: object, orderBy: { field: string } | null = null): Promise<Connection<PetitionEntity>> =>
  listPage(petitionList, dataSource.manager, { filter, orderBy, page });
const idsOf = ({ nodes }: Connection<PetitionEntity>): string[] => nodes.map(({ id }) => id);

/** Days until they are due, of those that are being resolved. */
const daysLeft = AGES.map((age) => 60 - age);
const expected = (
  isWanted: (left: number) => boolean,
  offices = ['VN63-10-01', 'VN63-15-01', 'VN63-38-01'],
): string[] =>
  daysLeft
    .map((left, nth) => ({ left, nth }))
    .filter(({ left }) => isWanted(left))
    .sort((a, b) => a.left - b.left)
    .flatMap(({ nth }) => offices.map((office) => `${office}.D-O-${nth}`));

test.each<[string, object, string[]]>([
  ['what is late', { overdue: true }, expected((left) => left < 0)],
  ['what is in time', { overdue: false }, expected((left) => left >= 0)],
  ['what is due today or late', { dueWithinDays: 0 }, expected((left) => left <= 0)],
  ['what is due within a day or late', { dueWithinDays: 1 }, expected((left) => left <= 1)],
  ['what is due within ten days or late', { dueWithinDays: 10 }, expected((left) => left <= 10)],
  [
    'what is due within ten days and not late',
    { dueWithinDays: 10, overdue: false },
    expected((left) => left >= 0 && left <= 10),
  ],
  ['what is late, whatever the days', { dueWithinDays: 10, overdue: true }, expected((left) => left < 0)],
  ['what was late yesterday', { overdueOn: addDays(TODAY, -1) }, expected((left) => left < -1)],
  ['what will be late in ten days', { overdueOn: addDays(TODAY, 10) }, expected((left) => left < 10)],
  [
    'one province’s',
    { overdue: true, province: 'VN34-15' },
    expected((left) => left < 0, ['VN63-10-01', 'VN63-15-01']),
  ],
  ['one office’s', { overdue: true, office: 'VN63-10-01' }, expected((left) => left < 0, ['VN63-10-01'])],
  ['of another kind', { overdue: true, kind: 'COMPLAINT' }, []],
  ['of another state', { overdue: true, states: ['RESOLVED'] }, []],
  [
    'narrowed by a later day',
    { dueWithinDays: 10, dueFrom: addDays(TODAY, 1) },
    expected((left) => left >= 1 && left <= 10),
  ],
  ['narrowed by an earlier day', { dueWithinDays: 10, dueThrough: TODAY }, expected((left) => left <= 0)],
])('the worklist of %s comes by the day it is due', async (_what, filter, ids) => {
  const connection = await listed(filter);
  expect(idsOf(connection)).toEqual(ids);
  expect(await connection.totalCount()).toBe(ids.length);
});

test('comes in another order when asked for', async () => {
  const connection = await listed({ overdue: true }, { field: 'ID' });
  expect(idsOf(connection)).toEqual(expected((left) => left < 0).sort());
});

test('a filter that asks for no worklist lists everything, by id', async () => {
  expect(idsOf(await listed({}))).toHaveLength(AGES.length * 9);
});

test.each([-1, 3_661])('within %s days is refused', async (dueWithinDays) => {
  await expect(listed({ dueWithinDays })).rejects.toThrow(
    expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } }),
  );
});

test.each([{ overdue: true }, { dueWithinDays: 7, office: 'VN63-10-01' }, { dueWithinDays: 7, province: 'VN63-10' }])(
  '%j is read by the index of work, and by no more of it than is due',
  async (filter) => {
    const { admin } = register.database;
    const client = await admin.connect();
    try {
      await client.query('begin');
      await client.query(`insert into complaints.petition (territory, id, office, state, version, last_event_on, kind, round,
          measure_stage, complex, signers, received_on, accepted_on, due_on)
        select 10, 'VN63-10-01.X-' || i, 1001, case when i % 10 = 0 then 'ACCEPTED' else 'RESOLVED' end, 1, '2024-01-01',
          'DENUNCIATION', 1, 'COERCION', false, 1, '2024-01-01', '2024-01-01', '${TODAY}'::date + 30 + i / 100
        from generate_series(1, 20000) i`);
      await client.query('analyze complaints.petition');
      const { text, values } = listStatements(petitionList, dataSource.manager, { filter, orderBy: null, page }).page!;
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain analyze ${text}`, [...values]);
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan).toContain('petition_work');
      expect(plan).not.toContain('Seq Scan');
      expect([...plan.matchAll(/Rows Removed by Filter: (\d+)/g)].every(([, removed]) => Number(removed) < 100)).toBe(
        true,
      );
    } finally {
      await client.query('rollback');
      client.release();
    }
  },
);
