import { randomUUID } from 'node:crypto';
import { type Graph, startGraph } from './harness/graph';

const OFFICE = 'VN63-10-01';
/** In the order of their ids. */
const CASES = [
  { id: `${OFFICE}.S-1`, judgmentNumber: '12/2024/DS-ST', names: ['Nguyễn Văn Đức', 'Trần Thị Hoa'] },
  { id: `${OFFICE}.S-2`, judgmentNumber: '123/2024/KDTM', names: ['Nguyên Van Duc'] },
  { id: `${OFFICE}.S-3`, judgmentNumber: '7/2024/HS', names: ['Ngân hàng 100%_A', 'Hoàng Nguyễn'] },
  { id: 'VN63-38-01.S-1', judgmentNumber: '12/2024/HNGD', names: ['NGUYỄN VĂN ĐỨC'] },
];

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph('in one process', 'empty');
  const events = CASES.map(({ id, judgmentNumber, names }) => ({
    id: randomUUID(),
    subject: id,
    type: 'JUDGMENT_RECEIVED',
    occurredOn: '2024-10-01',
    kind: 'CIVIL',
    initiation: 'EX_OFFICIO',
    judgmentNumber,
    parties: names.map((name) => ({ role: 'DEBTOR', kind: 'PERSON', name })),
  }));
  await submit(events);
});
afterAll(() => graph.stop());

async function submit(events: readonly object[]): Promise<void> {
  const { data } = await graph.client.ask(
    'mutation ($events: [CaseEventInput!]!) { submitCaseEvents(events: $events) { refused { refusal { message } } } }',
    { events },
  );
  expect(data.submitCaseEvents.refused).toEqual([]);
}

const SEARCH = `query ($filter: CaseFilter!, $first: Int, $after: String) {
  cases(filter: $filter, first: $first, after: $after) { nodes { id } totalCount pageInfo { endCursor hasNextPage } }
}`;

async function found(filter: object): Promise<string[]> {
  const { data } = await graph.client.ask(SEARCH, { filter });
  const ids = data.cases.nodes.map(({ id }: { id: string }) => id);
  expect(data.cases.totalCount).toBe(ids.length);
  return ids;
}

const [one, two, three, elsewhere] = CASES.map(({ id }) => id) as [string, string, string, string];

it.each([
  ['with its diacritics finds what is written so', 'Nguyễn Văn Đức', [one, elsewhere]],
  ['in decomposed Unicode as in composed', 'Nguyễn Văn Đức'.normalize('NFD'), [one, elsewhere]],
  ['in any case of letters', 'nGUYỄN vĂN', [one, elsewhere]],
  ['without diacritics finds names with and without', 'nguyen van duc', [one, two, elsewhere]],
  ['by the beginning of its last word', 'nguyen van d', [one, two, elsewhere]],
  ['from any word on', 'thi hoa', [one]],
  ['only from the beginning of a word', 'guyen', []],
  ['with words in another order', 'van nguyen', []],
  ['whose signs are no wildcards', '100%_a', [three]],
  ['that matches anything as a pattern', '%%%%', null],
  ['that is too short', 'a', null],
])('a name %s', async (_how, partyName, expected) => {
  if (expected) return expect(await found({ partyName })).toEqual(expected);
  const { errors } = await graph.client.ask(SEARCH, { filter: { partyName } });
  expect(errors[0]!.extensions.code).toBe('BAD_USER_INPUT');
  expect(errors[0]!.message).toMatch(/partyName: it is too short to be searched for; give at least 2/);
  expect(errors[0]!.message).not.toContain('%%');
});

it.each([
  ['of the judgment', '12/2024/ds', [one]],
  ['of the judgment, by its beginning', '12/', [one, elsewhere]],
  ['of the case', 'VN63-10-01.S-', [one, two, three]],
  ['that nothing has', '999/', []],
])('a number %s', async (_what, number, expected) => {
  expect(await found({ number })).toEqual(expected);
});

it('is narrowed by province and goes on page by page', async () => {
  expect(await found({ partyName: 'nguyen', province: 'VN63-38' })).toEqual([elsewhere]);
  const ids: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { data }: any = await graph.client.ask(SEARCH, { filter: { partyName: 'nguyen' }, first: 1, after });
    ids.push(...data.cases.nodes.map(({ id }: { id: string }) => id));
    ({ endCursor: after, hasNextPage: more } = data.cases.pageInfo);
  }
  expect(ids).toEqual([one, two, three, elsewhere]);
});

it('finds those who stand: not who was replaced, and again who was replaced by mistake', async () => {
  const replacement = {
    id: randomUUID(),
    subject: three,
    type: 'PARTIES_STATED',
    occurredOn: '2024-10-02',
    ground: 'SUCCESSION',
    parties: [{ role: 'DEBTOR', kind: 'PERSON', name: 'Lê Thu Thảo' }],
    replacedParties: [2],
  };
  await submit([replacement]);
  expect(await found({ partyName: 'hoang nguyen' })).toEqual([]);
  expect(await found({ partyName: 'thu thảo' })).toEqual([three]);
  const names = async (): Promise<string[]> => {
    const { data } = await graph.client.ask(`{ case(id: "${three}") { parties { number name } } }`);
    return data.case.parties.map(({ number, name }: { number: number; name: string }) => `${number} ${name}`);
  };
  expect(await names()).toEqual(['1 Ngân hàng 100%_A', '3 Lê Thu Thảo']);

  await submit([
    {
      id: randomUUID(),
      subject: three,
      type: 'EVENT_REVERSED',
      occurredOn: '2024-10-02',
      ground: 'nhầm',
      reverses: replacement.id,
    },
  ]);
  expect(await found({ partyName: 'hoang nguyen' })).toEqual([three]);
  expect(await found({ partyName: 'thu thảo' })).toEqual([]);
  expect(await names()).toEqual(['1 Ngân hàng 100%_A', '2 Hoàng Nguyễn']);
});
