import {
  readerOfAll,
  type BulkReport,
  type SubjectHistory,
  brokenLinks,
  createTotalsReader,
  findScope,
  loadInBulk,
  periodBetween,
  readPeriod,
  totalsOffLedger,
} from '@thads/shared';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CaseEvent } from './case/case.event';
import { casesRegister } from './register';
import { historiesOf } from './testing/recount';
import { type TestRegister, caseEvent, openRegister, openedCase } from './testing/register.testkit';
import { twelveCases } from './testing/twelve-cases';

let register: TestRegister;
/** Takes the same events the usual way. */
let other: TestRegister;

beforeAll(async () => {
  [register, other] = await Promise.all([openRegister(), openRegister()]);
});
afterAll(() => Promise.all([register.database.drop(), other.database.drop()]));
beforeEach(() => Promise.all([register.database.clear(), other.database.clear()]));

const load = (histories: Iterable<SubjectHistory> | AsyncIterable<SubjectHistory>): Promise<BulkReport> =>
  loadInBulk(register.database.loader, casesRegister, histories, { submittedBy: 'tester' });

async function submitAll(histories: readonly SubjectHistory[]): Promise<void> {
  for (const history of histories) await other.submitter.submit(history, 'tester');
  while ((await other.follower.pass()) > 0);
}

async function rows<T>(of: TestRegister, sql: string): Promise<T[]> {
  return (await of.database.admin.query(sql)).rows as T[];
}

const OFFICER = 'VN63-10-01.CHV-1';
const inService = [
  caseEvent(OFFICER, 'OFFICER_APPOINTED', '2015-01-05', { name: 'Tab\there, \\ and\nline' } as Partial<CaseEvent>),
].map((event) => ({ ...event, grade: 'SENIOR' }));
const target = [
  {
    ...caseEvent('VN-00.CT-1', 'TARGET_ASSIGNED', '2024-12-20'),
    scope: 'VN',
    workingYear: 2025,
    casesTarget: 83.5,
    moneyTarget: 47,
  },
];
const coerced = [
  ...openedCase('VN63-15-01.C-1', 5_000),
  caseEvent('VN63-15-01.C-1', 'OFFICER_ASSIGNED', '2024-10-02', { officer: OFFICER, ground: 'nghỉ "phép"\\' }),
  caseEvent('VN63-15-01.C-1', 'COERCION_DECIDED', '2024-10-03', {
    coercionMeasure: 'SEIZURE_OF_ASSETS',
    mobilisedForces: true,
  }),
];
const debtor = { role: 'DEBTOR', kind: 'PERSON', name: ' Nguyễn Văn Mẫu', address: 'Bản\tMẫu' } as const;
const listed = [
  caseEvent('VN63-15-01.C-2', 'ENTRUSTMENT_RECEIVED', '2024-09-02', {
    kind: 'CIVIL',
    initiation: 'ON_REQUEST',
    amount: 1_000,
    parties: [debtor, { ...debtor, role: 'CREDITOR' }],
  }),
  caseEvent('VN63-15-01.C-2', 'NOT_YET_WITH_CONDITIONS_DECIDED', '2024-10-07', { ground: 'NO_INCOME_NO_ASSETS' }),
  caseEvent('VN63-15-01.C-2', 'PARTIES_STATED', '2024-11-07', {
    parties: [{ ...debtor, name: 'Trần Thị Mẫu' }],
    replacedParties: [1],
    ground: 'SUCCESSION',
  }),
  caseEvent('VN63-15-01.C-2', 'REDUCTION_GRANTED', '2024-11-08', { amount: 100 }),
  caseEvent('VN63-15-01.C-2', 'CONTINUED', '2024-12-07'),
];
const histories: SubjectHistory[] = [
  inService,
  target,
  ...historiesOf(twelveCases.map((event) => ({ ...event, id: randomUUID() }))),
  coerced,
  listed,
];
const events = histories.flat().length;

/** What is the same however the events came in: order and time of record aside. */
const SAME = {
  cases: 'select * from cases.enforcement_case order by id',
  officers: 'select * from cases.officer order by id',
  targets: 'select * from cases.target order by id',
  'target values': 'select * from cases.target_value order by id',
  coercions: 'select * from cases.coercion order by id',
  parties: 'select * from cases.party order by id',
  'words of parties': 'select * from cases.party_word order by id, word',
  'debtors on the public list': 'select * from cases.public_debtor order by id',
  'the public list': 'select * from cases.public_listing order by id',
  journal: `select event_id, subject_type, territory, subject_id, version, office, type, occurred_on, content,
              submitted_by from cases.journal order by event_id`,
  movements: `select event_id, m.on_date, m.territory, m.office, m.slot, m.kind, m.initiation, m.overlays, m.count,
                m.money from cases.movement m join cases.journal j on j.id = m.journal_id
              order by event_id, m.on_date, m.slot`,
  'running totals':
    'select * from cases.running_total order by territory, office, kind, initiation, overlay, since, day',
} as const;

async function expectSoundRegister(): Promise<void> {
  expect(await rows(register, totalsOffLedger(casesRegister, 'ALL'))).toEqual([]);
  expect(await rows(register, brokenLinks('cases'))).toEqual([]);
  const { chain, journal, pending } = await register.counts();
  expect({ chain, pending }).toEqual({ chain: journal, pending: 0 });
}

describe('a bulk load', () => {
  test.each(Object.entries(SAME))(
    'writes the same %s as the same events submitted and followed',
    async (_what, sql) => {
      expect(await load(histories)).toEqual({ subjects: histories.length, events, rejected: [] });
      await submitAll(histories);
      const loaded = await rows(register, sql);
      expect(loaded.length).toBeGreaterThan(0);
      expect(loaded).toEqual(await rows(other, sql));
    },
  );

  test('gives the same statistics, and a chain without a gap or a broken link', async () => {
    await load(histories);
    await submitAll(histories);
    const statistics = ({ database }: TestRegister) =>
      readPeriod(
        createTotalsReader(readerOfAll(database.dataSource), casesRegister),
        periodBetween('2024-10-01', '2025-06-30'),
        findScope('VN')!,
        {},
      );
    const of = await statistics(register);
    expect(of.closing.size).toBeGreaterThan(5);
    expect(of).toEqual(await statistics(other));
    await expectSoundRegister();
  });

  test('goes on where the chain stands, and the next event goes on from the load', async () => {
    await register.submitter.submit(inService, 'tester');
    await register.follower.pass();
    await load(histories.slice(1));
    await register.submitter.submit([caseEvent('VN63-15-01.C-1', 'MONEY_PAID', '2024-10-04', { amount: 7 })], 'tester');
    await register.follower.pass();
    await expectSoundRegister();
    expect(await register.counts()).toMatchObject({ chain: events + 1 });
  });

  test('leaves a history with a refused event out whole, says which and why, and takes the rest', async () => {
    const wrong = [
      ...openedCase('VN63-10-01.W-1', 100),
      caseEvent('VN63-10-01.W-1', 'MONEY_PAID', '2024-10-05', { amount: 101 }),
    ];
    const stray = [
      ...openedCase('VN63-10-01.W-2'),
      caseEvent('VN63-10-01.W-3', 'MONEY_PAID', '2024-10-05', { amount: 1 }),
    ];
    const undated = [{ ...openedCase('VN63-10-01.W-4')[0]!, occurredOn: '2024-02-30' }];
    const unknown = [
      ...openedCase('VN63-10-01.W-5'),
      caseEvent('VN63-10-01.W-5', 'OFFICER_ASSIGNED', '2024-10-05', { officer: 'VN63-10-01.CHV-9' }),
    ];
    const malformed = [{ ...openedCase('VN63-10-01.W-6')[0]!, id: 'no uuid' }];
    const report = await load([wrong, stray, undated, unknown, malformed, ...histories, histories[2]!]);
    expect(report.rejected.map(({ event, refusal }) => [event.subject, refusal.rule])).toEqual([
      ['VN63-10-01.W-1', 'AMOUNT_EXCEEDS_OUTSTANDING'],
      ['VN63-10-01.W-3', 'HISTORY_MIXED'],
      ['VN63-10-01.W-4', 'DATE_MALFORMED'],
      ['VN63-10-01.W-5', 'REFERENCE_UNKNOWN'],
      ['VN63-10-01.W-6', 'EVENT_ID_MALFORMED'],
      [histories[2]![0]!.subject, 'SUBJECT_EXISTS'],
    ]);
    expect(await register.counts()).toMatchObject({ journal: events });
    await expectSoundRegister();
  });

  test('takes nothing about a subject that the register has', async () => {
    await load(histories);
    const before = await register.counts();
    const report = await load(histories);
    expect([report.events, report.rejected.length]).toEqual([0, histories.length]);
    expect(await register.counts()).toEqual(before);
  });

  test('counts nothing twice while others write and another load runs', async () => {
    const slow = async function* (office: string) {
      for (let nth = 0; nth < 60; nth += 1) {
        yield openedCase(`${office}.S-${nth}`);
        if (nth % 20 === 0) await sleep(20);
      }
    };
    let isLoading = true;
    const writing = (async () => {
      for (let nth = 0; isLoading; nth += 1) {
        await register.submitter.submit(openedCase(`VN63-38-01.C-${nth}`), 'tester');
        await register.follower.pass();
      }
    })();
    await Promise.all([load(slow('VN63-10-01')), load(slow('VN63-15-01')), load(slow('VN63-01-01'))]);
    isLoading = false;
    await writing;
    while ((await register.follower.pass()) > 0);
    await expectSoundRegister();
  });

  test.each(['enforcement_case', 'movement', 'chain', 'running_total'])(
    'killed while it writes %s leaves nothing behind',
    async (table) => {
      await load([inService]);
      const before = await register.counts();
      const blocker = await register.database.admin.connect();
      await blocker.query(`begin; lock table cases.${table} in exclusive mode`);
      const doomed = load(histories.slice(1)).then(
        () => 'loaded',
        () => 'killed',
      );
      for (let attempt = 0; attempt < 400; attempt += 1) {
        const killed = await rows(
          register,
          `select pg_terminate_backend(pid) from pg_locks where not granted and relation = 'cases.${table}'::regclass`,
        );
        if (killed.length > 0) break;
        if (attempt === 399) throw new Error(`nobody waits for ${table}`);
        await sleep(10);
      }
      expect(await doomed).toBe('killed');
      await blocker.query('rollback');
      blocker.release();
      expect(await register.counts()).toEqual(before);
      expect(await load(histories.slice(1))).toMatchObject({ events: events - 1 });
      await expectSoundRegister();
    },
  );

  test('that fails in the middle of its source leaves nothing behind', async () => {
    const broken = async function* () {
      yield* histories;
      throw new Error('the source is gone');
    };
    await expect(load(broken())).rejects.toThrow('the source is gone');
    expect(await register.counts()).toMatchObject({ journal: 0, movement: 0, chain: 0, enforcement_case: 0 });
  });
});
