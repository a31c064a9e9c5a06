import { randomUUID } from 'node:crypto';
import { type OneProcessGraph, startInOneProcess } from './harness/graph';

const OFFICE = 'VN63-10-01';
const NEIGHBOUR = 'VN63-15-02';

type Party = Readonly<Record<string, unknown>>;

const person = (name: string, role = 'DEBTOR', more: Party = {}): Party => ({ role, kind: 'PERSON', name, ...more });

let graph: OneProcessGraph;
beforeAll(async () => {
  graph = await startInOneProcess('empty');
});
afterAll(() => graph.stop());

function event(subject: string, type: string, occurredOn: string, fields: object = {}) {
  return { id: randomUUID(), subject, type, occurredOn, ...fields };
}

async function submit(...events: readonly object[]) {
  const { submitted } = await graph.client.data(
    `mutation ($events: [CaseEventInput!]!) { submitted: submitCaseEvents(events: $events) {
       accepted refused { refusal { code rule message allowed field legalBasis } } } }`,
    { events },
  );
  return submitted;
}

/** An entrusted case with a number for its decision and perhaps parties. */
const opened = (subject: string, parties?: readonly Party[], decisionNumber = '1/QĐ', judgmentNumber?: string) =>
  event(subject, 'ENTRUSTMENT_RECEIVED', '2024-03-04', {
    kind: 'CIVIL',
    initiation: 'ON_REQUEST',
    amount: 1_000,
    decisionNumber,
    judgmentNumber,
    parties,
  });

describe('the parties of a case', () => {
  const CASE = `${OFFICE}.P-1`;
  const deceased = person('  Nguyễn Văn Mẫu '.normalize('NFD'), 'DEBTOR', {
    identityNumber: '001099000001',
    address: 'Số 1, đường Mẫu',
  });
  const bank = { role: 'CREDITOR', kind: 'ORGANISATION', name: 'Ngân hàng Mẫu' };
  const heirs = [person('Trần Thị Mẫu'), person('Nguyễn Văn Con (mẫu)')];
  const succession = event(CASE, 'PARTIES_STATED', '2024-05-06', {
    ground: 'SUCCESSION',
    parties: heirs,
    replacedParties: [1],
  });

  const partiesOf = async (asOf?: string) =>
    (
      await graph.client.data(
        `query ($id: ID!, $asOf: Date) { case(id: $id, asOf: $asOf) { parties { id number role kind name identityNumber address statedOn } } }`,
        { id: CASE, asOf },
      )
    ).case?.parties;
  const namesOf = async (asOf?: string) => (await partiesOf(asOf))?.map(({ name }: { name: string }) => name);

  it('are stated with the event that opens it, and kept in one way of writing', async () => {
    expect(await submit(opened(CASE, [deceased, bank]))).toMatchObject({ accepted: 1 });
    expect(await partiesOf()).toEqual([
      {
        id: `${CASE}.001`,
        number: 1,
        role: 'DEBTOR',
        kind: 'PERSON',
        name: 'Nguyễn Văn Mẫu',
        identityNumber: '001099000001',
        address: 'Số 1, đường Mẫu',
        statedOn: '2024-03-04',
      },
      expect.objectContaining({ number: 2, role: 'CREDITOR', kind: 'ORGANISATION', identityNumber: null }),
    ]);
  });

  it('are succeeded by others, and stand as they stood on any day before', async () => {
    expect(await submit(succession)).toMatchObject({ accepted: 1 });
    expect(await namesOf()).toEqual(['Ngân hàng Mẫu', 'Trần Thị Mẫu', 'Nguyễn Văn Con (mẫu)']);
    expect(await namesOf('2024-05-05')).toEqual(['Nguyễn Văn Mẫu', 'Ngân hàng Mẫu']);
    expect(await namesOf('2024-03-03')).toBeUndefined();
    expect(await found({ partyName: 'nguyễn văn mẫu' })).toEqual([]);
    expect(await found({ partyName: 'trần thị' })).toEqual([CASE]);
  });

  it('are what they were when that is taken back, and again when it is stated anew', async () => {
    const reversal = { reverses: succession.id, ground: 'Ghi nhầm' };
    expect(await submit(event(CASE, 'EVENT_REVERSED', '2024-06-03', reversal))).toMatchObject({ accepted: 1 });
    expect(await namesOf()).toEqual(['Nguyễn Văn Mẫu', 'Ngân hàng Mẫu']);
    expect(await found({ partyName: 'nguyễn văn mẫu' })).toEqual([CASE]);
    expect(await found({ partyName: 'trần thị' })).toEqual([]);
    const again = { ...succession, id: randomUUID(), parties: heirs.slice(1) };
    expect(await submit(again)).toMatchObject({ accepted: 1 });
    expect(await namesOf()).toEqual(['Ngân hàng Mẫu', 'Nguyễn Văn Con (mẫu)']);
  });

  it('leave with the opening of the case, and nothing finds them', async () => {
    const subject = `${OFFICE}.P-2`;
    const opening = opened(subject, [person('Lý Thị Nhầm')], '77/QĐ-NHẦM');
    await submit(opening);
    expect(await found({ partyName: 'ly thi nham' })).toEqual([subject]);
    await submit(event(subject, 'EVENT_REVERSED', '2024-06-03', { reverses: opening.id, ground: 'Ghi nhầm' }));
    expect(await found({ partyName: 'ly thi nham' })).toEqual([]);
    const { case: voided } = await graph.client.data(`{ case(id: "${subject}") { state parties { name } } }`);
    expect(voided).toEqual({ state: 'VOID', parties: [] });
  });

  it('that are stated, succeeded and taken back within one batch are as if one after the other', async () => {
    const subject = `${OFFICE}.P-3`;
    const stated = event(subject, 'PARTIES_STATED', '2024-03-05', {
      ground: 'CORRECTION',
      parties: [person('Đỗ Thị Đúng')],
      replacedParties: [1],
    });
    await submit(
      opened(subject, [person('Đỗ Thị Sai')]),
      stated,
      event(subject, 'EVENT_REVERSED', '2024-03-05', { reverses: stated.id, ground: 'Ghi nhầm' }),
      { ...stated, id: randomUUID() },
    );
    expect(await found({ partyName: 'đỗ thị' })).toEqual([subject]);
    expect(await found({ partyName: 'sai' })).toEqual([]);
    expect(await found({ partyName: 'do thi dung' })).toEqual([subject]);
  });

  it.each([
    ['a name that is too long', { parties: [bank, person('ẫ'.repeat(201))] }, 'TEXT_TOO_LONG', 'parties.1.name'],
    ['a name of spaces', { parties: [person('   ')] }, 'FIELD_EMPTY', 'parties.0.name'],
    ['a NUL character', { parties: [person('a\0b')] }, 'TEXT_NOT_ALLOWED', 'parties.0.name'],
    ['too many parties', { parties: Array.from({ length: 101 }, () => person('Mẫu')) }, 'PARTIES_TOO_MANY', 'parties'],
  ])('are refused with %s, by name of the field and without what it says', async (_what, fields, rule, field) => {
    const { refused } = await submit({ ...opened(`${OFFICE}.P-9`), ...fields });
    expect(refused).toEqual([{ refusal: expect.objectContaining({ code: 'BAD_USER_INPUT', rule, field }) }]);
    expect(JSON.stringify(refused)).not.toMatch(/ẫ|a\0b/);
  });
});

async function found(filter: object, args = ''): Promise<string[]> {
  const { cases } = await graph.client.data(
    `query ($filter: CaseFilter) { cases(filter: $filter, first: 100${args}) { totalCount nodes { id } } }`,
    { filter },
  );
  expect(cases.totalCount).toBe(cases.nodes.length);
  return cases.nodes.map(({ id }: { id: string }) => id);
}

describe('a search in the list of cases', () => {
  const MAU = `${OFFICE}.S-1`;
  const VAN = `${OFFICE}.S-2`;
  const DUC = `${NEIGHBOUR}.s-3`;
  beforeAll(async () => {
    await submit(
      opened(MAU, [person('Nguyễn Hữu Mẫu'), person('Nguyễn Hữu Tài (mẫu)')], '12/QĐ-CTHADS', '34/2024/DS-ST'),
      opened(VAN, [person('Nguyen Huu Van')], '125/QĐ-CTHADS'),
      opened(DUC, [person('Đặng Hữu Đức'), person("H'Hen Niê")], '7_9%/QĐ'),
    );
  });

  it.each([
    ['without diacritics, in any case', 'nguyen HUU', [MAU, VAN]],
    ['with diacritics, which must be the same', 'Nguyễn Hữu', [MAU]],
    ['in decomposed form', 'Nguyễn Hữu'.normalize('NFD'), [MAU]],
    ['with the beginning of the last word', 'nguyen h', [MAU, VAN]],
    ['by a word in the middle', 'huu', [MAU, VAN, DUC]],
    ['with đ written as d', 'dang huu duc', [DUC]],
    ['with Đ', 'ĐẶNG', [DUC]],
    ['with an apostrophe or without', 'h hen', [DUC]],
    ['with spaces and signs around', ' (nguyen,  huu)% ', [MAU, VAN]],
    ['by a part within a word', 'guyen', []],
    ['with other diacritics', 'Nguyên', []],
    ['by a pattern', 'ng%n', []],
    ['by a pattern for one letter', 'ng_yen', []],
    ['by nothing that is there', 'không có', []],
  ])('by a party’s name %s: %s', async (_how, partyName, cases) => {
    expect(await found({ partyName })).toEqual(cases);
  });

  it.each([
    ['the beginning of a decision’s number', '12', [MAU, VAN]],
    ['the whole of it, in small letters', '12/qđ-cthads', [MAU]],
    ['the same without diacritics and with spaces', '12 / QD', [MAU]],
    ['the same in decomposed form', '12/QĐ-CTHADS'.normalize('NFD'), [MAU]],
    ['the number of the judgment', '34/2024/ds', [MAU]],
    ['the id', MAU, [MAU]],
    ['the beginning of the id, in small letters', 'vn63-10-01.s', [MAU, VAN]],
    ['the id in other letters', `${NEIGHBOUR}.S-3`, [DUC]],
    ['signs that are no wildcards', '7_9%', [DUC]],
    ['an underscore for a digit', '1_5', []],
    ['a percent sign', '12%', []],
    ['a part in the middle', 'CTHADS', []],
    ['nothing that is there', '99999', []],
  ])('by %s: %s', async (_how, number, cases) => {
    expect(await found({ number })).toEqual(cases);
  });

  it('within a province or an office, backwards, and with other conditions in an office', async () => {
    expect(await found({ partyName: 'huu', province: 'VN63-15' })).toEqual([DUC]);
    expect(await found({ partyName: 'huu', province: 'VN34-15' })).toEqual([MAU, VAN, DUC]);
    expect(await found({ partyName: 'huu', office: OFFICE, states: ['DECIDED'] })).toEqual([MAU, VAN]);
    expect(await found({ partyName: 'huu', office: OFFICE, states: ['COMPLETED'] })).toEqual([]);
    expect(await found({ partyName: 'huu', initiation: 'EX_OFFICIO' })).toEqual([]);
    expect(await found({ number: '12', office: NEIGHBOUR })).toEqual([]);
    expect(await found({ partyName: 'huu' }, ', orderBy: { field: ID, direction: DESC }')).toEqual([DUC, VAN, MAU]);
  });

  it.each([
    [{ partyName: 'n' }, 'filter.partyName: it is too short to be searched for; give at least 2 letters or digits.'],
    [
      { partyName: ' % _ ' },
      'filter.partyName: it is too short to be searched for; give at least 2 letters or digits.',
    ],
    [{ number: '1' }, 'filter.number: it is too short to be searched for; give at least 2 letters or digits.'],
    [{ partyName: 'ẫ'.repeat(201) }, 'filter.partyName: it has 201 characters; give at most 200.'],
    [
      { partyName: 'huu', states: ['DECIDED'] },
      'orderBy: "cases" with partyName, states is not offered, since no index serves it: add office to the filter, or leave out partyName or states.',
    ],
    [
      { partyName: 'huu', number: '12', office: OFFICE },
      'orderBy: "cases" with number, partyName, office, province is not offered, since no index serves it: leave out number or partyName.',
    ],
  ])('by %j is refused', async (filter, message) => {
    const { errors } = await graph.client.ask(
      'query ($filter: CaseFilter) { cases(filter: $filter) { nodes { id } } }',
      { filter },
    );
    expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('by amount is refused, and told the order that is offered', async () => {
    const { errors } = await graph.client.ask(
      '{ cases(filter: { partyName: "huu" }, orderBy: { field: AMOUNT }) { nodes { id } } }',
    );
    expect(errors[0]).toMatchObject({
      message: expect.stringMatching(/^orderBy: "cases" by AMOUNT with partyName is not offered.*: order it by ID/),
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });
});

describe('a common name', () => {
  const OFFICES = [OFFICE, 'VN63-10-02', NEIGHBOUR, 'VN63-79-03'];
  const CASES = Array.from({ length: 40 }, (_, nth) => `${OFFICES[nth % 4]}.T-${String(nth).padStart(3, '0')}`);
  beforeAll(async () => {
    await submit(...CASES.map((subject) => opened(subject, [person('Phổ Biến'), person('Phổ Biến Hơn')])));
  });

  it.each(['ASC', 'DESC'])(
    'is paged in the order of ids %s: every case once, and as many as the total says',
    async (direction) => {
      const ids: string[] = [];
      let after: string | null = null;
      for (;;) {
        const { cases }: any = await graph.client.data(
          `query ($after: String) { cases(filter: { partyName: "pho bien" }, first: 7, after: $after, orderBy: { field: ID, direction: ${direction} }) {
           totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`,
          { after },
        );
        expect(cases.totalCount).toBe(CASES.length);
        // What was searched for does not travel in cursors.
        expect(Buffer.from(cases.pageInfo.endCursor, 'base64url').toString()).not.toMatch(/pho|bien/i);
        ids.push(...cases.nodes.map(({ id }: { id: string }) => id));
        if (!cases.pageInfo.hasNextPage) break;
        after = cases.pageInfo.endCursor;
      }
      const inOrder = [...CASES].sort();
      expect(ids).toEqual(direction === 'ASC' ? inOrder : inOrder.reverse());
    },
  );

  it('of many cases costs one statement for the page and one for all their parties', async () => {
    graph.takeStatements();
    const { cases } = await graph.client.data(
      '{ cases(filter: { partyName: "pho bien hon" }, first: 40) { nodes { parties { name } } } }',
    );
    expect(cases.nodes).toHaveLength(40);
    for (const { parties } of cases.nodes) expect(parties).toEqual([{ name: 'Phổ Biến' }, { name: 'Phổ Biến Hơn' }]);
    const statements = graph.takeStatements().cases;
    expect(statements.filter((sql) => sql.includes('cases.party'))).toHaveLength(2);
  });
});
