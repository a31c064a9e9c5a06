import { type RegisterEvent, loadInBulk, readJournal } from '@thads/shared';
import { randomUUID } from 'node:crypto';
import { complaintsRegister } from './register';
import { type TestRegister, anEvent, openRegister, reversalOf } from './testing/register.testkit';

let register: TestRegister;

beforeAll(async () => {
  register = await openRegister();
});
afterAll(() => register.database.drop());
beforeEach(() => register.database.clear());

const FIRST = 'VN63-10-01.D-1';
const SECOND = 'VN63-10-00.D-2';
const first = [
  anEvent(FIRST, 'PETITION_RECEIVED', '2024-10-01', { kind: 'COMPLAINT' }),
  anEvent(FIRST, 'PETITION_ACCEPTED', '2024-10-02'),
  anEvent(FIRST, 'PETITION_RESOLVED', '2024-10-09', { outcome: 'WRONG', decisionNumber: '1' }),
];
const second = anEvent(SECOND, 'PETITION_RECEIVED', '2024-10-15', { kind: 'COMPLAINT', round: 2, follows: FIRST });
const again = (event: RegisterEvent, fields: object = {}) => ({ ...event, id: randomUUID(), ...fields });

const LETTER = 'VN63-10-01.D-9';
const letter = [
  anEvent(LETTER, 'PETITION_RECEIVED', '2024-10-01', { kind: 'MIXED' }),
  anEvent(LETTER, 'PETITION_SPLIT', '2024-10-04', { parts: 2 }),
];
const part = (nth: number, day = '2024-10-04') =>
  anEvent(`VN63-10-01.D-9-${nth}`, 'PETITION_RECEIVED', day, { kind: 'REQUEST', splitFrom: LETTER });

const ACCEPTED = ['ACCEPTED 1', 'ACCEPTED 2', 'ACCEPTED 3'];

/** How many petitions are received through a day, by kind. */
const receivedThrough = (day: string): Promise<Record<string, unknown>[]> =>
  register.rows(
    `select kind, sum(count)::int as petitions from complaints.movement where on_date <= '${day}' group by 1
     having sum(count) <> 0 order by 1`,
  );

describe('a second complaint', () => {
  test('follows a first one that is resolved, of the same batch or of one before', async () => {
    expect(await register.submit(...first, second)).toEqual([...ACCEPTED, 'ACCEPTED 1']);
    expect(await register.submit(again(second, { subject: 'VN63-10-00.D-3' }))).toEqual(['ACCEPTED 1']);
    expect(await register.rows(`select follows, round from complaints.petition where id = '${SECOND}'`)).toEqual([
      { follows: FIRST, round: 2 },
    ]);
  });

  test('follows none that is not there, not resolved, or resolved no more', async () => {
    expect(await register.submit(second)).toEqual(['REFERENCE_UNKNOWN']);
    await register.submit(...first.slice(0, 2));
    expect(await register.submit(second)).toEqual(['FIRST_UNRESOLVED']);
    await register.submit(first[2]!);
    expect(await register.submit(reversalOf(first[2]!), second)).toEqual(['ACCEPTED 4', 'FIRST_UNRESOLVED']);
    await register.submit(reversalOf(first[1]!), reversalOf(first[0]!));
    expect(await register.submit(second)).toEqual(['REFERENCE_UNKNOWN']);
    expect(await register.rows(`select 1 from complaints.petition where id = '${SECOND}'`)).toEqual([]);
  });

  test('is final: none follows it', async () => {
    await register.submit(
      ...first,
      second,
      anEvent(SECOND, 'PETITION_ACCEPTED', '2024-10-16'),
      anEvent(SECOND, 'PETITION_RESOLVED', '2024-10-17', { outcome: 'WRONG', decisionNumber: '2' }),
    );
    const third = again(second, { subject: 'VN-00.D-3', follows: SECOND, occurredOn: '2024-10-20' });
    expect(await register.submit(third)).toEqual(['DECISION_FINAL']);
  });

  test('is judged by the first as it stands when both are sent at once', async () => {
    await register.submit(...first);
    const undone = reversalOf(first[2]!);
    const [[reversed], [received]] = await Promise.all([register.submit(undone), register.submit(second)]);
    expect(reversed).toBe('ACCEPTED 4');
    expect(['ACCEPTED 1', 'FIRST_UNRESOLVED']).toContain(received);
  });
});

describe('a mixed letter', () => {
  test('counts until it is split, and its parts in its place from then on', async () => {
    expect(await register.submit(...letter, part(1), part(2))).toEqual([
      'ACCEPTED 1',
      'ACCEPTED 2',
      'ACCEPTED 1',
      'ACCEPTED 1',
    ]);
    expect(await receivedThrough('2024-10-03')).toEqual([{ kind: 'MIXED', petitions: 1 }]);
    expect(await receivedThrough('2024-10-04')).toEqual([{ kind: 'REQUEST', petitions: 2 }]);
  });

  test('has no parts before it is split or on another day', async () => {
    await register.submit(letter[0]!);
    expect(await register.submit(part(1))).toEqual(['LETTER_NOT_SPLIT']);
    expect(await register.submit(letter[1]!, part(1, '2024-10-05'))).toEqual(['ACCEPTED 2', 'PART_ON_ANOTHER_DAY']);
  });

  test('keeps nothing that ties a denunciation to it, in no table and no journal entry', async () => {
    const denunciation = again(part(1), { kind: 'DENUNCIATION' });
    expect(await register.submit(...letter, denunciation, again(denunciation, { splitFrom: null }))).toEqual([
      'ACCEPTED 1',
      'ACCEPTED 2',
      'DENOUNCER_TRACEABLE',
      'ACCEPTED 1',
    ]);
    const reference = { subjectType: 'petition', id: denunciation.subject };
    const journal = await readJournal(register.database.dataSource, 'complaints', [reference]);
    expect([...journal.values()].flat().map(({ content }) => content)).toEqual(['{"kind":"DENUNCIATION"}']);
    expect(await register.rows('select id from complaints.petition where split_from is not null')).toEqual([]);
  });
});

describe('what is taken back', () => {
  const REQUEST = 'VN63-10-00.B-1';
  const compensation = [
    anEvent(REQUEST, 'COMPENSATION_REQUESTED', '2024-10-01', { amount: 900 }),
    anEvent(REQUEST, 'COMPENSATION_ACCEPTED', '2024-10-02'),
    anEvent(REQUEST, 'COMPENSATION_SETTLED', '2024-10-03', { amount: 500, decisionNumber: '1' }),
    anEvent(REQUEST, 'COMPENSATION_PAID', '2024-10-04', { amount: 500 }),
  ];
  const sums = (): Promise<Record<string, unknown>[]> =>
    register.rows(
      `select slot, on_date::text, sum(count)::int as count, sum(money)::int as money from complaints.movement
       group by 1, 2 having sum(count) <> 0 or sum(money) <> 0 order by 1, 2`,
    );
  const row = (table: string): Promise<Record<string, unknown>[]> => register.rows(`select * from complaints.${table}`);

  test.each([
    ['a payment', 'compensation', compensation],
    ['a resolution', 'petition', first],
    ['a split', 'petition', letter],
  ])('%s leaves subject and statistics as they were before it', async (_what, table, events) => {
    const before = events.slice(0, -1);
    await register.submit(...before);
    const [stood] = await row(table);
    const counted = await sums();
    await register.submit(events.at(-1)!);
    expect(await sums()).not.toEqual(counted);
    expect(await register.submit(reversalOf(events.at(-1)!))).toEqual([`ACCEPTED ${events.length + 1}`]);
    expect(await sums()).toEqual(counted);
    expect(await row(table)).toEqual([{ ...stood, version: events.length + 1 }]);
  });
});

describe('in bulk', () => {
  const load = async (...histories: readonly RegisterEvent[][]): Promise<string[]> => {
    const { rejected } = await loadInBulk(register.database.loader, complaintsRegister, histories, {
      submittedBy: 'tester',
    });
    return rejected.map(({ event, refusal }) => `${event.subject} ${refusal.rule}`);
  };

  test('a second complaint is judged by a first of the same load, or of the register', async () => {
    const unresolved = first.slice(0, 2).map((event) => again(event, { subject: 'VN63-10-01.D-7' }));
    const early = again(second, { subject: 'VN63-10-00.D-7', follows: 'VN63-10-01.D-7' });
    expect(await load([...first], [second], unresolved, [early])).toEqual(['VN63-10-00.D-7 FIRST_UNRESOLVED']);
    expect(await load([again(second, { subject: 'VN63-10-00.D-8' })], [again(early)])).toEqual([
      'VN63-10-00.D-7 FIRST_UNRESOLVED',
    ]);
  });

  test('a reception without a day is refused, as when it is submitted', async () => {
    const counts = { visits: 1, citizens: 1, matters: 1 };
    const undated = anEvent('VN63-10-01.T-1', 'RECEPTION_RECORDED', undefined as never, counts);
    expect(await register.submit(undated, again(undated, { occurredOn: '2024-02-30' }))).toEqual([
      'DATE_MALFORMED',
      'DATE_MALFORMED',
    ]);
    expect(await load([undated])).toEqual(['VN63-10-01.T-1 DATE_MALFORMED']);
  });
});
