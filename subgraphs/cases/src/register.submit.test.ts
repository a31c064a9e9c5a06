import type { EventOutcome, RegisterEvent } from '@thads/shared';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { type TestRegister, caseEvent, openRegister, openedCase, submitterOn } from './testing/register.testkit';

let register: TestRegister;

beforeAll(async () => {
  register = await openRegister();
});
afterAll(() => register.database.drop());
beforeEach(() => register.database.clear());

const CASE = 'VN63-10-01.C-1';
const OTHER = 'VN63-15-01.C-2';
const told = (outcomes: readonly EventOutcome[]): string[] =>
  outcomes.map(({ status, version, refusal }) => refusal?.rule ?? `${status} ${version}`);
const submit = async (events: readonly RegisterEvent[]): Promise<string[]> =>
  told(await register.submitter.submit(events, 'tester'));

describe('a batch', () => {
  test('takes every event by itself: a refused one writes nothing, its neighbours go in', async () => {
    const batch = [
      ...openedCase(CASE),
      caseEvent(CASE, 'MONEY_PAID', '2024-10-05', { amount: 1_001 }),
      caseEvent(CASE, 'MONEY_PAID', '2024-10-05', { amount: 400 }),
      caseEvent(OTHER, 'COMPLETED', '2024-10-05'),
      ...openedCase(OTHER),
    ];
    expect(await submit(batch)).toEqual([
      'ACCEPTED 1',
      'ACCEPTED 2',
      'AMOUNT_EXCEEDS_OUTSTANDING',
      'ACCEPTED 3',
      'SUBJECT_UNKNOWN',
      'ACCEPTED 1',
      'ACCEPTED 2',
    ]);
    const { rows } = await register.database.admin.query(
      'select id, state, version, paid from cases.enforcement_case order by territory',
    );
    expect(rows).toEqual([
      { id: CASE, state: 'WITH_CONDITIONS', version: 3, paid: '400' },
      { id: OTHER, state: 'WITH_CONDITIONS', version: 2, paid: '0' },
    ]);
    expect(await register.counts()).toMatchObject({ journal: 5, pending: 5, enforcement_case: 2 });
  });

  test('is refused event by event when malformed, and the well-formed rest goes in', async () => {
    const [opening] = openedCase(CASE);
    expect(
      await submit([
        { ...opening!, id: 'not a uuid' },
        { ...opening!, id: randomUUID(), type: 'CASE_LOST' },
        { ...opening!, id: randomUUID(), subject: 'VN63-99-01.C-1' },
        { ...opening!, id: randomUUID(), decisionNumber: '' },
        { ...opening!, id: randomUUID(), ground: 'a\0b' },
        { ...opening!, id: randomUUID(), officer: 'VN63-10-01.CHV-404' },
        opening!,
      ]),
    ).toEqual([
      'EVENT_ID_MALFORMED',
      'EVENT_TYPE_UNKNOWN',
      'SUBJECT_MALFORMED',
      'FIELD_EMPTY',
      'TEXT_NOT_ALLOWED',
      'REFERENCE_UNKNOWN',
      'ACCEPTED 1',
    ]);
  });

  test('may name an officer that an earlier event of the same batch appoints', async () => {
    const officer = 'VN63-10-01.CHV-1';
    const [opening] = openedCase(CASE);
    const appointment = caseEvent(officer, 'OFFICER_APPOINTED', '2020-01-01', { name: 'A', grade: 'JUNIOR' } as object);
    expect(await submit([{ ...opening!, officer }, appointment, { ...opening!, id: randomUUID(), officer }])).toEqual([
      'REFERENCE_UNKNOWN',
      'ACCEPTED 1',
      'ACCEPTED 1',
    ]);
  });

  test('whose transaction fails at its last row writes nothing at all, and goes in whole once the fault is gone', async () => {
    const batch = [
      ...openedCase(OTHER),
      ...openedCase(CASE),
      caseEvent(CASE, 'COERCION_DECIDED', '2024-10-02', { coercionMeasure: 'HANDOVER_OF_OBJECT' }),
    ];
    await submit(openedCase('VN63-38-01.C-9'));
    const before = await register.counts();
    const { admin } = register.database;
    await admin.query(`alter table cases.coercion add constraint broken check (measure <> 'HANDOVER_OF_OBJECT')`);
    try {
      await expect(submit(batch)).rejects.toThrow('broken');
    } finally {
      await admin.query('alter table cases.coercion drop constraint broken');
    }
    expect(await register.counts()).toEqual(before);
    expect(await submit(batch)).toEqual(['ACCEPTED 1', 'ACCEPTED 2', 'ACCEPTED 1', 'ACCEPTED 2', 'ACCEPTED 3']);
    expect(await register.counts()).toMatchObject({ journal: before['journal']! + 5, coercion: 1 });
  });
});

describe('the same event again', () => {
  test('is a duplicate with the version it had, however far the case has gone since, in whatever key order', async () => {
    const [opening, classified] = openedCase(CASE);
    const paid = caseEvent(CASE, 'MONEY_PAID', '2024-10-05', { amount: 400 });
    await submit([opening!, classified!, paid]);
    const before = await register.counts();
    const turned = Object.fromEntries(Object.entries(opening!).reverse()) as unknown as typeof paid;
    expect(await submit([paid, turned, { ...classified!, ground: null }])).toEqual([
      'DUPLICATE 3',
      'DUPLICATE 1',
      'DUPLICATE 2',
    ]);
    expect(await register.counts()).toEqual(before);
  });

  test('twice in one batch goes in once', async () => {
    const [opening] = openedCase(CASE);
    expect(await submit([opening!, opening!])).toEqual(['ACCEPTED 1', 'DUPLICATE 1']);
    expect(await register.counts()).toMatchObject({ journal: 1, enforcement_case: 1 });
  });

  test('with other content is refused, in the same batch and later', async () => {
    const [opening] = openedCase(CASE);
    const forged = { ...opening!, amount: 2_000 };
    expect(await submit([opening!, forged])).toEqual(['ACCEPTED 1', 'EVENT_ID_TAKEN']);
    expect(await submit([forged, { ...opening!, subject: OTHER }])).toEqual(['EVENT_ID_TAKEN', 'EVENT_ID_TAKEN']);
    expect(await register.counts()).toMatchObject({ journal: 1, enforcement_case: 1 });
  });

  test('after a refusal is judged anew: a refusal takes no id', async () => {
    const paid = caseEvent(CASE, 'MONEY_PAID', '2024-10-05', { amount: 400 });
    expect(await submit([paid])).toEqual(['SUBJECT_UNKNOWN']);
    await submit(openedCase(CASE));
    expect(await submit([paid])).toEqual(['ACCEPTED 3']);
  });
});

describe('two batches at the same time', () => {
  const ROUNDS = 15;
  let processes: DataSource[];
  beforeEach(async () => {
    processes = await Promise.all([1, 2, 3, 4].map(() => register.database.connect()));
  });
  afterEach(() => Promise.all(processes.map((process) => process.isInitialized && process.destroy())));

  const together = (...batches: RegisterEvent[][]): Promise<string[][]> =>
    Promise.all(batches.map(async (batch, nth) => told(await submitterOn(processes[nth]!).submit(batch, 'tester'))));
  const count = (answers: readonly string[][], answer: string): number =>
    answers.flat().filter((one) => one === answer).length;

  test('that open the same case: exactly one does', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const subject = `VN63-10-01.N-${round}`;
      const answers = await together(...[0, 1, 2, 3].map(() => openedCase(subject).slice(0, 1)));
      expect([count(answers, 'ACCEPTED 1'), count(answers, 'SUBJECT_EXISTS')]).toEqual([1, 3]);
    }
    expect(await register.counts()).toMatchObject({ journal: ROUNDS, enforcement_case: ROUNDS });
  });

  test('that carry the same event: exactly one accepts it, the others call it a duplicate', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const [opening] = openedCase(`VN63-10-01.N-${round}`);
      const answers = await together([opening!], [opening!], [opening!], [opening!]);
      expect([count(answers, 'ACCEPTED 1'), count(answers, 'DUPLICATE 1')]).toEqual([1, 3]);
    }
  });

  test('that carry the same event id with other content: exactly one goes in', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const [opening] = openedCase(`VN63-10-01.N-${round}`);
      const answers = await together([opening!], [{ ...opening!, subject: `VN63-15-01.N-${round}` }]);
      expect([count(answers, 'ACCEPTED 1'), count(answers, 'EVENT_ID_TAKEN')]).toEqual([1, 1]);
    }
  });

  test('over the same cases in opposite order neither wait in a circle nor lose an event', async () => {
    const subjects = Array.from({ length: 8 }, (_, nth) => `VN63-${nth % 2 ? '10' : '38'}-01.C-${nth}`);
    await submit(subjects.flatMap((subject) => openedCase(subject, 1_000)));
    const payments = (): RegisterEvent[] =>
      subjects.map((subject) => caseEvent(subject, 'MONEY_PAID', '2024-10-05', { amount: 1 }));
    for (let round = 0; round < ROUNDS; round += 1) {
      const answers = await together(payments(), payments().reverse(), payments(), payments().reverse());
      expect(answers.flat().every((answer) => answer.startsWith('ACCEPTED'))).toBe(true);
    }
    const { rows } = await register.database.admin.query('select distinct paid, version from cases.enforcement_case');
    expect(rows).toEqual([{ paid: String(4 * ROUNDS), version: 2 + 4 * ROUNDS }]);
    // A connection tells the server's counters when it ends.
    await Promise.all(processes.map((process) => process.destroy()));
    const deadlocks = await register.database.admin.query(
      'select deadlocks::int from pg_stat_database where datname = current_database()',
    );
    expect(deadlocks.rows).toEqual([{ deadlocks: 0 }]);
  });

  test('are locked in the order of their keys, whatever the order of the batch', async () => {
    const [first, last] = ['VN63-10-01.C-1', 'VN63-38-01.C-9'];
    await submit(openedCase(last));
    await submit(openedCase(first));
    const holder = await register.database.admin.connect();
    await holder.query('begin');
    await holder.query('select 1 from cases.enforcement_case where id = $1 for update', [last]);
    const waiting = submit([last, first].map((id) => caseEvent(id, 'MONEY_PAID', '2024-10-05', { amount: 1 })));
    await untilSomebodyWaits();
    const free = await register.database.admin.query(
      'select id from cases.enforcement_case where id = $1 for update skip locked',
      [first],
    );
    await holder.query('rollback');
    holder.release();
    expect(await waiting).toEqual(['ACCEPTED 3', 'ACCEPTED 3']);
    expect(free.rows).toEqual([]);
  });

  test('or ten of them on one case all get their turn', async () => {
    await submit(openedCase(CASE));
    for (let round = 0; round < 5; round += 1) {
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => submit([caseEvent(CASE, 'MONEY_PAID', '2024-10-05', { amount: 1 })])),
      );
      const versions = Array.from({ length: 10 }, (_, nth) => `ACCEPTED ${3 + 10 * round + nth}`);
      expect(answers.flat().sort()).toEqual(versions.sort());
    }
  });

  async function untilSomebodyWaits(): Promise<void> {
    for (let attempt = 0; attempt < 400; attempt += 1) {
      const { rows } = await register.database.admin.query(
        `select 1 from pg_stat_activity
         where datname = current_database() and usename = 'thads_cases' and wait_event_type = 'Lock'`,
      );
      if (rows.length > 0) return;
      await sleep(10);
    }
    throw new Error('nobody waits for the lock');
  }
});
