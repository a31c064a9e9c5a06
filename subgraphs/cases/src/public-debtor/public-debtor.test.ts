import {
  type IsoDate,
  type RegisterEvent,
  ROLE_NAMES,
  Reader,
  addDays,
  principalOf,
  rowAccessOf,
  todayInVietnam,
} from '@thads/shared';
import { type Door, openDoor } from '@thads/shared/src/testing/door.testkit';
import { headOf } from '@thads/shared/src/testing/head.testkit';
import { randomUUID } from 'node:crypto';
import type { CaseEvent } from '../case/case.event';
import { casesSubgraph } from '../index';
import { type TestRegister, caseEvent, openRegister } from '../testing/register.testkit';
import { publicDebtorCheck } from './public-debtor.checks';
import { changedFrom, publicFrom, removedFrom } from './public-debtor.listing';

const CASE = 'VN63-10-01.C-1';
const DEBTOR = {
  role: 'DEBTOR',
  kind: 'PERSON',
  name: 'Nguyễn Đức Mẫu',
  identityNumber: '001099',
  address: 'Bản Mẫu',
} as const;
const CREDITOR = { role: 'CREDITOR', kind: 'PERSON', name: 'Trần Thị Được', address: 'Phố Được' } as const;
const RELATED = { role: 'RELATED_PERSON', kind: 'PERSON', name: 'Lê Văn Liên' } as const;

let register: TestRegister;
let door: Door;

beforeAll(async () => {
  register = await openRegister();
  door = await openDoor(casesSubgraph, register.database.url);
});
afterAll(async () => {
  await door.stop();
  await register.database.drop();
});
beforeEach(() => register.database.clear());

const opened = (occurredOn: IsoDate, subject = CASE, parties: CaseEvent['parties'] = [CREDITOR, DEBTOR, RELATED]) =>
  caseEvent(subject, 'ENTRUSTMENT_RECEIVED', occurredOn, {
    kind: 'CIVIL',
    initiation: 'ON_REQUEST',
    amount: 1_000,
    judgmentNumber: '12/2024/DS-ST',
    decisionNumber: '34/QĐ-CCTHADS',
    parties,
  });
const without = (occurredOn: IsoDate, ground = 'NO_INCOME_NO_ASSETS', subject = CASE) =>
  caseEvent(subject, 'NOT_YET_WITH_CONDITIONS_DECIDED', occurredOn, { decisionNumber: '56/QĐ', ground });
const happened = (type: string, occurredOn: IsoDate, fields: Partial<CaseEvent> = {}) =>
  caseEvent(CASE, type, occurredOn, fields);
const reversed = (event: RegisterEvent, occurredOn = event.occurredOn): RegisterEvent => ({
  id: randomUUID(),
  subject: event.subject,
  type: 'EVENT_REVERSED',
  occurredOn,
  reverses: event.id,
  ground: 'Ghi nhầm',
});

async function submit(...events: readonly RegisterEvent[]): Promise<void> {
  const outcomes = await register.submitter.submit(events, 'tester');
  expect(outcomes.flatMap(({ refusal }) => refusal ?? [])).toEqual([]);
  const runner = { query: async (sql: string) => (await register.database.admin.query(sql)).rows } as never;
  expect(Number(await publicDebtorCheck.count(runner))).toBe(0);
}

/** What is public on each of the days on which it changes, from the tables: `name obligation reason`. */
async function timeline(): Promise<[IsoDate, string[]][]> {
  const { rows } = await register.database.admin.query<{ day: IsoDate; shown: string[] | null }>(
    `with edge as (
       select shown_from as day from cases.public_listing union select shown_until from cases.public_listing
       union select shown_from from cases.public_debtor union select shown_until from cases.public_debtor
     )
     select day::text, array_agg(d.name || ' ' || l.obligation || ' ' || l.reason order by d.name) filter (where l.id is not null) as shown
     from edge left join cases.public_debtor d on d.shown_from <= day and (d.shown_until is null or d.shown_until > day)
     left join cases.public_listing l on l.territory = d.territory and l.case_id = d.case_id
       and l.shown_from <= day and (l.shown_until is null or l.shown_until > day)
     where day is not null group by day order by day`,
  );
  const all = rows.map(({ day, shown }): [IsoDate, string[]] => [day, shown ?? []]);
  return all.filter(([, shown], index) => shown.join() !== (all[index - 1]?.[1] ?? []).join());
}

const MAU = 'Nguyễn Đức Mẫu 1000 NO_INCOME_NO_ASSETS';

describe('the times of the list', () => {
  test.each([
    // 7 October 2024 is a Monday.
    ['published', publicFrom, '2024-10-07', '2024-10-14'],
    ['published', publicFrom, '2024-10-11', '2024-10-18'],
    ['changed', changedFrom, '2024-10-10', '2024-10-15'],
    ['removed under the old law', removedFrom, '2024-10-10', '2024-10-14'],
    ['removed on the last day of the old law', removedFrom, '2026-06-30', '2026-07-02'],
    ['removed under the new law', removedFrom, '2026-07-01', '2026-07-06'],
  ] as const)('%s', (_what, from, day, expected) => {
    expect(from(day)).toBe(expected);
  });
});

describe('a debtor', () => {
  test('is public from the fifth working day after the decision until it goes on, and the others of the case never', async () => {
    await submit(opened('2024-09-02'), without('2024-10-07'), happened('CONTINUED', '2024-11-07'));
    expect(await timeline()).toEqual([
      ['2024-10-14', [MAU]],
      ['2024-11-11', []],
    ]);
  });

  test('is not public by a decision that went on, or was taken back, in time', async () => {
    await submit(opened('2024-09-02'), without('2024-10-07'), happened('CONTINUED', '2024-10-09'));
    expect(await timeline()).toEqual([]);
    const again = without('2024-10-14');
    await submit(again);
    expect(await timeline()).toEqual([['2024-10-21', [MAU]]]);
    await submit(reversed(again));
    expect(await timeline()).toEqual([]);
  });

  test('is public again when what ended it is taken back', async () => {
    const ended = happened('TERMINATED', '2024-11-07', { ground: 'DEATH_WITHOUT_HEIRS' });
    await submit(opened('2024-09-02'), without('2024-10-07'));
    await submit(ended);
    expect(await timeline()).toEqual([
      ['2024-10-14', [MAU]],
      ['2024-11-11', []],
    ]);
    await submit(reversed(ended));
    expect(await timeline()).toEqual([['2024-10-14', [MAU]]]);
  });

  test('stays public while new information is verified, and until then what is said is the same', async () => {
    await submit(
      opened('2024-09-02'),
      without('2024-10-07'),
      happened('NEW_INFORMATION', '2024-11-04'),
      happened('CLASSIFIED_WITH_CONDITIONS', '2024-11-14'),
    );
    expect(await timeline()).toEqual([
      ['2024-10-14', [MAU]],
      ['2024-11-18', []],
    ]);
  });

  test('is public for another reason from the third working day after it was found', async () => {
    await submit(
      opened('2024-09-02'),
      without('2024-10-07'),
      happened('NEW_INFORMATION', '2024-11-04'),
      without('2024-11-11', 'PRISONER'),
    );
    expect(await timeline()).toEqual([
      ['2024-10-14', [MAU]],
      ['2024-11-14', ['Nguyễn Đức Mẫu 1000 PRISONER']],
    ]);
    const { rows } = await register.database.admin.query(
      'select distinct published_on::text from cases.public_listing',
    );
    expect(rows).toEqual([{ published_on: '2024-10-14' }]);
  });

  test('owes what is left, from the third working day on, and never before he is public at all', async () => {
    const part = happened('REDUCTION_GRANTED', '2024-11-07', { amount: 400 });
    const early = happened('REDUCTION_GRANTED', '2024-10-08', { amount: 100 });
    await submit(opened('2024-09-02'), without('2024-10-07'), early, part);
    expect(await timeline()).toEqual([
      ['2024-10-14', ['Nguyễn Đức Mẫu 900 NO_INCOME_NO_ASSETS']],
      ['2024-11-12', ['Nguyễn Đức Mẫu 500 NO_INCOME_NO_ASSETS']],
    ]);
    await submit(reversed(part), reversed(early, '2024-11-07'));
    expect(await timeline()).toEqual([['2024-10-14', [MAU]]]);
  });

  test('who was stated in error is gone at once, and who takes his place is public from the third working day', async () => {
    const right = { ...DEBTOR, name: 'Phạm Văn Đúng' };
    const correction = happened('PARTIES_STATED', '2024-11-07', {
      parties: [right],
      replacedParties: [2],
      ground: 'CORRECTION',
    });
    await submit(opened('2024-09-02'), without('2024-10-07'), correction);
    expect(await timeline()).toEqual([
      ['2024-10-14', [MAU]],
      ['2024-11-07', []],
      ['2024-11-12', ['Phạm Văn Đúng 1000 NO_INCOME_NO_ASSETS']],
    ]);
    await submit(reversed(correction));
    expect(await timeline()).toEqual([['2024-10-14', [MAU]]]);
  });
});

const LIST = `query ($province: ID, $name: String, $first: Int, $after: String) {
  publicDebtors(province: $province, name: $name, first: $first, after: $after) {
    nodes { name address judgmentNumber decisionNumber obligation reason publishedOn }
    edges { cursor } pageInfo { hasNextPage hasPreviousPage endCursor } totalCount } }`;

async function list(variables: Record<string, unknown> = {}, head = headOf(null, { purpose: null })): Promise<any> {
  const { data, errors } = await door.ask(head, LIST, variables);
  expect(errors).toEqual([]);
  return data.publicDebtors;
}
const names = async (variables: Record<string, unknown> = {}): Promise<string[]> =>
  (await list(variables)).nodes.map(({ name }: { name: string }) => name);

describe('the list', () => {
  const today = todayInVietnam();
  const before = addDays(today, -60);

  test('is the same for everybody, without a token and without a purpose, and says what the law names', async () => {
    await submit(opened(before), without(before));
    const mine = await list();
    expect(mine.nodes).toEqual([
      {
        name: 'Nguyễn Đức Mẫu',
        address: 'Bản Mẫu',
        judgmentNumber: '12/2024/DS-ST',
        decisionNumber: '34/QĐ-CCTHADS',
        obligation: 1_000,
        reason: expect.stringContaining('không có thu nhập, tài sản'),
        publishedOn: publicFrom(before),
      },
    ]);
    const belonging = { province: 'VN63-38', office: 'VN63-38-01', officer: 'VN63-38-01.CHV-1' };
    for (const role of ROLE_NAMES.filter((name) => name !== 'PUBLIC')) {
      expect(await list({}, headOf({ role, ...belonging }))).toEqual(mine);
    }
    expect((await register.database.admin.query('select from cases.access_log')).rows).toEqual([]);
  });

  test('has nobody before his day, and nobody after it, whatever the caller may see besides', async () => {
    const [early, late, gone] = ['C-1', 'C-2', 'C-3'].map((number) => `VN63-10-01.${number}`) as [
      string,
      string,
      string,
    ];
    await submit(opened(before, early), without(today, undefined, early));
    await submit(opened(before, late), without(before, undefined, late), caseEvent(late, 'CONTINUED', today));
    await submit(
      opened(before, gone),
      without(before, undefined, gone),
      caseEvent(gone, 'CONTINUED', addDays(today, -20)),
    );
    // Of the second the enforcement goes on since today: he is public until the list has to say so.
    expect((await list()).totalCount).toBe(1);
    const head = headOf({ role: 'HEAD_OF_PROVINCE', province: 'VN63-10' });
    expect((await list({}, head)).totalCount).toBe(1);
    const { data } = await door.ask(head, '{ cases { totalCount } }');
    expect(data.cases.totalCount).toBe(3);
  });

  test('is found by the beginning of a name, in any way of writing, and by province', async () => {
    const people = ['Nguyễn Đức Anh', 'Nguyen Duc Binh', 'Đỗ Thị Ánh', 'Ngô Văn 50%', 'Công ty TNHH Mẫu'];
    for (const [nth, name] of people.entries()) {
      const subject = `${nth === 2 ? 'VN63-38-01' : 'VN63-10-01'}.C-${nth}`;
      await submit(opened(before, subject, [{ ...DEBTOR, name }]), without(before, undefined, subject));
    }
    expect(await names()).toEqual([
      'Công ty TNHH Mẫu',
      'Đỗ Thị Ánh',
      'Ngô Văn 50%',
      'Nguyễn Đức Anh',
      'Nguyen Duc Binh',
    ]);
    expect(await names({ name: 'nguyễn đ' })).toEqual(['Nguyễn Đức Anh', 'Nguyen Duc Binh']);
    expect(await names({ name: 'NGUYEN DUC A'.normalize('NFD') })).toEqual(['Nguyễn Đức Anh']);
    expect(await names({ name: 'do' })).toEqual(['Đỗ Thị Ánh']);
    expect(await names({ name: 'Đức' })).toEqual([]);
    expect(await names({ name: 'ngo van 5' })).toEqual(['Ngô Văn 50%']);
    expect(await names({ province: 'VN63-38' })).toEqual(['Đỗ Thị Ánh']);
    expect(await names({ province: 'VN34-15', name: 'ng' })).toEqual([
      'Ngô Văn 50%',
      'Nguyễn Đức Anh',
      'Nguyen Duc Binh',
    ]);
    expect((await list({ province: 'VN34-15', name: 'ng' })).totalCount).toBe(3);
  });

  test('comes in pages that lose nobody of the same name and tell no case', async () => {
    for (const nth of [1, 2, 3, 4, 5]) {
      const subject = `VN63-10-0${(nth % 2) + 1}.C-${nth}`;
      await submit(
        opened(before, subject, [DEBTOR, { ...DEBTOR, address: `Nhà ${nth}` }]),
        without(before, undefined, subject),
      );
    }
    for (const province of [null, 'VN34-15']) {
      const seen: unknown[] = [];
      let after: string | null = null;
      for (;;) {
        const page: any = await list({ province, first: 3, after });
        seen.push(...page.nodes);
        for (const { cursor } of page.edges) {
          expect(Buffer.from(cursor, 'base64url').toString()).not.toMatch(/C-\d|VN63/);
        }
        after = page.pageInfo.endCursor;
        if (!page.pageInfo.hasNextPage) break;
      }
      expect(seen).toHaveLength(10);
      expect(seen.filter((debtor: any) => debtor.address === 'Nhà 4')).toHaveLength(1);
    }
  });

  test.each([
    ['too few letters', { name: ' N%' }],
    ['too many', { name: 'N'.repeat(201) }],
    ['an unknown province', { province: 'VN34-99' }],
    ['no rows', { first: 0 }],
    ['another cursor', { after: 'abc' }],
    [
      'a cursor that is none',
      { after: Buffer.from('["publicDebtors","NAME ASC"," ","\0","x"]').toString('base64url') },
    ],
  ])('is not asked with %s, and no error repeats a name', async (_what, variables) => {
    const { errors } = await door.ask(headOf(null), LIST, variables);
    expect(errors.map(({ code }) => code)).toEqual(['BAD_USER_INPUT']);
    expect(errors[0]!.message).not.toContain('N%');
  });

  test('has rows that everybody may read in their time, and that nobody may write for another territory', async () => {
    await submit(opened(before), without(before));
    const anybody = { ...rowAccessOf(principalOf('x', { role: 'PROVINCE_VIEWER', province: 'VN63-38' })) };
    const reader = new Reader(door.subgraph.dataSource, { access: anybody });
    const count = async (table: string): Promise<number> => (await reader.query(`select from cases.${table}`)).length;
    const tables = ['public_debtor', 'public_listing', 'party', 'party_word', 'enforcement_case'];
    expect(await Promise.all(tables.map(count))).toEqual([1, 1, 0, 0, 0]);
    await register.database.admin.query(`update cases.public_listing set shown_until = '${today}'`);
    expect(await Promise.all(tables.map(count))).toEqual([0, 0, 0, 0, 0]);
  });
});
