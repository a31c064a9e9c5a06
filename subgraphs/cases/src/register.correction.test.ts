import {
  type EventOutcome,
  type RegisterEvent,
  brokenLinks,
  deadlinesOf,
  readJournal,
  replay,
  storedEvent,
  totalsOffLedger,
} from '@thads/shared';
import { openDoor } from '@thads/shared/src/testing/door.testkit';
import { headOf } from '@thads/shared/src/testing/head.testkit';
import { randomUUID } from 'node:crypto';
import { caseLifecycle } from './case/case.lifecycle';
import { casesSubgraph } from './index';
import { casesRegister } from './register';
import { type TestRegister, caseEvent, openRegister, openedCase } from './testing/register.testkit';

let register: TestRegister;

beforeAll(async () => {
  register = await openRegister();
});
afterAll(() => register.database.drop());
beforeEach(() => register.database.clear());

const CASE = 'VN63-10-01.C-1';
const told = (outcomes: readonly EventOutcome[]): string[] =>
  outcomes.map(({ status, version, refusal }) => refusal?.rule ?? `${status} ${version}`);
const submit = async (...events: readonly RegisterEvent[]): Promise<string[]> =>
  told(await register.submitter.submit(events, 'tester'));
const reversal = (reverses: RegisterEvent, occurredOn = '2025-01-31'): RegisterEvent => ({
  ...caseEvent(reverses.subject, 'EVENT_REVERSED', occurredOn),
  reverses: reverses.id,
  ground: 'Ghi nhầm',
});

async function rows(sql: string): Promise<Record<string, unknown>[]> {
  return (await register.database.admin.query<Record<string, unknown>>(sql)).rows;
}

const journalOf = async (id: string) =>
  (await readJournal(register.database.dataSource, 'cases', [{ subjectType: 'case', id }])).get(`case ${id}`)!;

/** What the ledger says on the ends of three months: sums by slot. */
const standings = (): Promise<Record<string, unknown>[]> =>
  rows(`select day::text, slot, sum(count)::int as cases, sum(money)::int as money
        from unnest('{2024-10-31,2024-12-31,2025-02-28}'::date[]) as day join cases.movement on on_date <= day
        group by 1, 2 having sum(count) <> 0 or sum(money) <> 0 order by 1, 2`);

async function expectSound(): Promise<void> {
  while ((await register.follower.pass()) > 0);
  expect(await rows(totalsOffLedger(casesRegister, 'ALL'))).toEqual([]);
  expect(await rows(brokenLinks('cases'))).toEqual([]);
}

describe('an event that is taken back', () => {
  const opened = openedCase(CASE);
  const paid = caseEvent(CASE, 'MONEY_PAID', '2024-11-05', { amount: 400 });
  const coerced = caseEvent(CASE, 'COERCION_DECIDED', '2024-12-02', {
    coercionMeasure: 'SEIZURE_OF_ASSETS' as never,
    decisionNumber: 'CC-1',
  });

  test('leaves the case and every past day of the statistics as if it had not been, and stays in the journal', async () => {
    await submit(...opened);
    const before = await standings();
    const [stood] = await rows('select * from cases.enforcement_case');
    expect(await submit(paid)).toEqual(['ACCEPTED 3']);
    expect(await standings()).not.toEqual(before);
    expect(await submit(reversal(paid))).toEqual(['ACCEPTED 4']);
    expect(await standings()).toEqual(before);
    expect(await rows('select * from cases.enforcement_case')).toEqual([{ ...stood, version: 4 }]);
    expect((await journalOf(CASE)).map(({ type }) => type).slice(2)).toEqual(['MONEY_PAID', 'EVENT_REVERSED']);
    await expectSound();
  });

  test('can be restated on its own day', async () => {
    await submit(...opened, paid, reversal(paid));
    expect(await submit({ ...paid, id: randomUUID(), amount: 300 } as RegisterEvent)).toEqual(['ACCEPTED 5']);
    expect(await rows('select paid, last_event_on::text from cases.enforcement_case')).toEqual([
      { paid: '300', last_event_on: '2024-11-05' },
    ]);
    await expectSound();
  });

  test('takes the rows it added along, also within one batch', async () => {
    await submit(...opened, coerced);
    expect(await rows('select id from cases.coercion')).toHaveLength(1);
    expect(await submit(reversal(coerced))).toEqual(['ACCEPTED 4']);
    expect(await rows('select id from cases.coercion')).toEqual([]);
    const again = { ...coerced, id: randomUUID() };
    const oncemore = { ...coerced, id: randomUUID(), decisionNumber: 'CC-2' };
    expect(await submit(again, reversal(again), oncemore)).toEqual(['ACCEPTED 5', 'ACCEPTED 6', 'ACCEPTED 7']);
    expect(await rows('select decision_number from cases.coercion')).toEqual([{ decision_number: 'CC-2' }]);
    await expectSound();
  });

  test('must be the latest that holds; earlier ones follow one by one, down to the opening', async () => {
    await submit(...opened, paid);
    expect(await submit(reversal(opened[1]!))).toEqual(['NOT_THE_LATEST']);
    expect(await submit(reversal(paid), reversal(opened[1]!), reversal(opened[0]!))).toEqual([
      'ACCEPTED 4',
      'ACCEPTED 5',
      'ACCEPTED 6',
    ]);
    expect(await standings()).toEqual([]);
    expect(await rows('select state, version from cases.enforcement_case')).toEqual([{ state: 'VOID', version: 6 }]);
    expect(await submit({ ...paid, id: randomUUID() })).toEqual(['SUBJECT_UNKNOWN']);
    expect(await submit(...openedCase(CASE, 70))).toEqual(['ACCEPTED 7', 'ACCEPTED 8']);
    await expectSound();
  });

  test.each<[string, (event: RegisterEvent) => RegisterEvent, string]>([
    ['of another case', (event) => ({ ...event, subject: 'VN63-10-01.C-2' }), 'REVERSED_EVENT_UNKNOWN'],
    ['that is not there', (event) => ({ ...event, reverses: randomUUID() }), 'REVERSED_EVENT_UNKNOWN'],
    ['without an id', (event) => ({ ...event, reverses: null }), 'REVERSED_EVENT_MISSING'],
    ['without a ground', (event) => ({ ...event, ground: null }), 'GROUND_MISSING'],
    ['before it happened', (event) => ({ ...event, occurredOn: '2024-11-04' }), 'DATE_RUNS_BACKWARDS'],
    ['in the future', (event) => ({ ...event, occurredOn: '2199-01-01' }), 'DATE_OUT_OF_RANGE'],
  ])('is refused %s', async (_what, change, rule) => {
    await submit(...opened, paid);
    const before = await register.counts();
    expect(await submit(change(reversal(paid)))).toEqual([rule]);
    expect(await register.counts()).toEqual(before);
  });

  test('twice is refused; the same reversal sent again is a duplicate', async () => {
    await submit(...opened, paid);
    const first = reversal(paid);
    expect(await submit(first)).toEqual(['ACCEPTED 4']);
    expect(await submit(first, reversal(paid))).toEqual(['DUPLICATE 4', 'NOT_THE_LATEST']);
    expect(await submit(reversal(first))).toEqual(['REVERSED_EVENT_UNKNOWN']);
  });

  test('has one effect when it is taken back by many at once', async () => {
    await submit(...opened, paid);
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => submit(reversal(paid))));
    expect(outcomes.flat().sort()).toEqual(['ACCEPTED 4', ...Array.from({ length: 7 }, () => 'NOT_THE_LATEST')]);
    await expectSound();
  });
});

describe('the version that an event was decided on', () => {
  test('is let through when it is the present one, within a batch too', async () => {
    const [first, second] = openedCase(CASE);
    expect(await submit({ ...first!, expectedVersion: 0 }, { ...second!, expectedVersion: 1 })).toEqual([
      'ACCEPTED 1',
      'ACCEPTED 2',
    ]);
  });

  test('is a conflict when the subject has moved on, and says where it stands', async () => {
    await submit(...openedCase(CASE));
    const [outcome] = await register.submitter.submit(
      [{ ...caseEvent(CASE, 'COMPLETED', '2024-12-01'), expectedVersion: 1 }],
      'tester',
    );
    expect(outcome!.refusal).toMatchObject({
      rule: 'VERSION_CONFLICT',
      message: `${CASE} is at version 2; the event was decided on version 1.`,
      field: 'expectedVersion',
    });
  });

  test('lets one of many win who decided on the same version', async () => {
    await submit(...openedCase(CASE));
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () =>
        submit({ ...caseEvent(CASE, 'MONEY_PAID', '2024-12-01', { amount: 1 }), expectedVersion: 2 }),
      ),
    );
    expect(outcomes.flat().filter((one) => one === 'ACCEPTED 3')).toHaveLength(1);
    expect(outcomes.flat().filter((one) => one === 'VERSION_CONFLICT')).toHaveLength(7);
  });

  test('is no part of the event: the same one without it is a duplicate', async () => {
    const [first] = openedCase(CASE);
    await submit({ ...first!, expectedVersion: 0 });
    expect(await submit(first!)).toEqual(['DUPLICATE 1']);
  });
});

describe('a preview', () => {
  test('says what submitting would say, and writes nothing', async () => {
    await submit(...openedCase(CASE));
    const paid = caseEvent(CASE, 'MONEY_PAID', '2024-11-05', { amount: 400 });
    const batch = [
      paid,
      reversal(paid),
      caseEvent(CASE, 'MONEY_PAID', '2024-11-05', { amount: 4_000 }),
      caseEvent('VN63-10-01.C-404', 'COMPLETED', '2024-11-05'),
      ...openedCase('VN63-10-01.C-9'),
    ];
    const before = await register.counts();
    const previewed = await register.submitter.preview(batch);
    expect(await register.counts()).toEqual(before);
    expect(told(previewed)).toEqual([
      'ACCEPTED 3',
      'ACCEPTED 4',
      'AMOUNT_EXCEEDS_OUTSTANDING',
      'SUBJECT_UNKNOWN',
      'ACCEPTED 1',
      'ACCEPTED 2',
    ]);
    expect(await register.submitter.submit(batch, 'tester')).toEqual(previewed);
  });

  test('does not wait for a writer, and no writer waits for it', async () => {
    await submit(...openedCase(CASE));
    const writer = await register.database.admin.connect();
    try {
      await writer.query('begin');
      await writer.query('select 1 from cases.enforcement_case for update');
      const events = [caseEvent(CASE, 'MONEY_PAID', '2024-11-05', { amount: 1 })];
      expect(told(await register.submitter.preview(events))).toEqual(['ACCEPTED 3']);
    } finally {
      await writer.query('rollback');
      writer.release();
    }
  });
});

describe('the history of a case', () => {
  test('has every event in order with who, when, number, place and hash, and what was taken back by what', async () => {
    const [opening, classified] = openedCase(CASE);
    const paid = caseEvent(CASE, 'MONEY_PAID', '2024-11-05', { amount: 400, decisionNumber: 'PC-1' });
    const taken = reversal(paid);
    await submit(opening!, classified!, paid, taken);
    await register.follower.pass();
    const door = await openDoor(casesSubgraph, register.database.url);
    const { data } = await door
      .ask(
        headOf({ role: 'AUDITOR' }),
        `{ case(id: "${CASE}") { history { type version reversedBy occurredOn submittedBy decisionNumber legalBasis
             position hash fields { name value } } } }`,
      )
      .finally(() => door.stop());
    const history: Record<string, unknown>[] = data.case.history;
    const chain = await rows(`select position::int, encode(hash, 'hex') as hash from cases.chain order by position`);
    expect(history.map(({ position, hash }) => ({ position, hash }))).toEqual(chain);
    expect(history.map(({ type, version, reversedBy }) => [type, version, reversedBy])).toEqual([
      ['ENTRUSTMENT_RECEIVED', 1, null],
      ['CLASSIFIED_WITH_CONDITIONS', 2, null],
      ['MONEY_PAID', 3, taken.id],
      ['EVENT_REVERSED', 4, null],
    ]);
    expect(history[2]).toMatchObject({
      occurredOn: '2024-11-05',
      submittedBy: 'tester',
      decisionNumber: 'PC-1',
      fields: [{ name: 'amount', value: '400' }],
      legalBasis: 'Law 26/2008 art. 47',
    });
  });

  test('leads to where the register says that the case stands', async () => {
    const paid = caseEvent(CASE, 'MONEY_PAID', '2024-11-05', { amount: 400 });
    await submit(...openedCase(CASE), paid, reversal(paid), { ...paid, id: randomUUID() });
    const events = (await journalOf(CASE)).map((entry) => storedEvent(entry));
    const [row] = await rows(
      'select state, paid::int, last_event_on::text as "lastEventOn" from cases.enforcement_case',
    );
    expect(replay(caseLifecycle, events as never).at(-1)!.after).toMatchObject(row!);
    expect(() => deadlinesOf(caseLifecycle, events as never, '2025-01-01')).not.toThrow();
  });
});
