import { randomUUID } from 'node:crypto';
import { asAdmin } from './harness/databases';
import { type Graph, SHAPES, startGraph } from './harness/graph';

const STATISTICS = `query ($id: ID!, $period: PeriodInput!) { province(id: $id) { caseStatistics(period: $period) { handled { cases } } } }`;
const LIST = `query ($first: Int, $after: String) { cases(first: $first, after: $after) { nodes { id } pageInfo { endCursor } } }`;

describe.each(SHAPES)('bad input is refused with what is wrong and what is allowed, %s', (shape) => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await startGraph(shape, 'empty');
  });
  afterAll(() => graph.stop());

  const id = 'VN63-10';
  it.each([
    [
      'an unknown province',
      STATISTICS,
      { id: 'VN34-10', period: { workingYear: 2024 } },
      /VN34-10.*VN63-10 \(Lào Cai\)/,
    ],
    ['an unknown office', '{ office(id: "VN63-10-77") { name } }', {}, /VN63-10-77.*VN63-<province code>-<number>/],
    ['months 0', STATISTICS, { id, period: { workingYear: 2024, months: 0 } }, /months is 0; it must be 1 to 12/],
    ['months 13', STATISTICS, { id, period: { workingYear: 2024, months: 13 } }, /months is 13; it must be 1 to 12/],
    [
      'from after through',
      STATISTICS,
      { id, period: { from: '2024-05-02', through: '2024-05-01' } },
      /from \(2024-05-02\) is after through/,
    ],
    [
      'both forms of a period',
      STATISTICS,
      { id, period: { workingYear: 2024, from: '2024-01-01', through: '2024-05-01' } },
      /not both/,
    ],
    ['no form of a period', STATISTICS, { id, period: {} }, /give a workingYear .* or from and through/],
    ['half a period', STATISTICS, { id, period: { from: '2024-01-01' } }, /through is missing/],
    [
      'a day that does not exist',
      STATISTICS,
      { id, period: { from: '2025-02-29', through: '2025-03-01' } },
      /2025-02-29.*YYYY-MM-DD/,
    ],
    ['a page of 0', LIST, { first: 0 }, /first: 0 .* 1 to 1000/],
    ['a page of -1', LIST, { first: -1 }, /first: -1 .* 1 to 1000/],
    ['a page of 1001', LIST, { first: 1001 }, /first: 1001 .* 1 to 1000/],
    ['a malformed cursor', LIST, { after: 'what?' }, /what\?.*is not a cursor/],
    [
      'a cursor of another list',
      LIST,
      { after: Buffer.from('["petitions",10,"x"]').toString('base64url') },
      /belongs to the list "petitions", not to "cases"/,
    ],
    ['an unknown enum value', '{ provinces(boundaries: VN35) { id } }', {}, /VN35.*Boundaries/],
    [
      'an unknown enum value in a variable',
      'query ($b: Boundaries!) { provinces(boundaries: $b) { id } }',
      { b: 'VN62' },
      /VN62.*Boundaries/,
    ],
    [
      'a malformed case id',
      '{ case(id: "17") { state } }',
      {},
      /"17" is not an identifier.*<office id>\.<local number>/,
    ],
    ['an unknown province in a filter', '{ cases(filter: { province: "VN63-99" }) { nodes { id } } }', {}, /VN63-99/],
    [
      'a day of a record that does not exist',
      '{ finding(id: "VN63-10-01.F-1", asOf: "2025-02-29") { state } }',
      {},
      /2025-02-29.*YYYY-MM-DD/,
    ],
    [
      'a day of a record that is yet to come',
      '{ officer(id: "VN63-10-01.CHV-1", asOf: "2200-01-01") { name } }',
      {},
      /^asOf: 2200-01-01 is yet to come; write a day up to today, 20\d\d-\d\d-\d\d, or leave it out\.$/,
    ],
    [
      'work due within too many days',
      '{ protests(filter: { dueWithinDays: 3661 }) { nodes { id } } }',
      {},
      /filter\.dueWithinDays: 3661 is not a number of days from 0 to 3660/,
    ],
    [
      'a round that there is not',
      '{ petitions(filter: { round: 70000 }) { nodes { id } } }',
      {},
      /filter\.round: 70000 is not a round; it is 1 or 2/,
    ],
    [
      'an unknown office among those supervised',
      '{ supervisions(filter: { unit: "VN63-10-77" }) { nodes { id } } }',
      {},
      /VN63-10-77/,
    ],
    [
      'a worklist in an order that no index serves',
      '{ cases(filter: { unenforcedSince: "2024-09-30" }, orderBy: { field: ID }) { nodes { id } } }',
      {},
      /"cases" by ID with unenforcedSince is not offered.*: order it by DECIDED_ON, or add office or officer to the filter, or leave out unenforcedSince\.$/,
    ],
    ['an empty batch', 'mutation { submitCaseEvents(events: []) { accepted } }', {}, /send 1 to 1000/],
    ['an unknown field', '{ provinces { colour } }', {}, /colour/],
    ['text that is not GraphQL', '{ provinces {', {}, /Syntax Error/],
  ])('%s', async (_what, query, variables, message) => {
    const { errors } = await graph.client.ask(query, variables);
    expect(errors.length).toBeGreaterThan(0);
    expect(errors[0]!.extensions.code).toBe('BAD_USER_INPUT');
    expect(errors[0]!.extensions.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(errors[0]!.message).toMatch(message);
    expect(JSON.stringify(errors)).not.toMatch(/select |node_modules|stacktrace|127\.0\.0\.1/i);
  });

  it('first: 1 and first: 1000 are allowed', async () => {
    for (const first of [1, 1000]) expect((await graph.client.data(LIST, { first })).cases.nodes).toEqual([]);
  });

  const event = (fields: object): object => ({
    id: randomUUID(),
    subject: 'VN63-10-01.C-1',
    type: 'JUDGMENT_RECEIVED',
    occurredOn: '2024-02-01',
    ...fields,
  });
  const SUBMIT = `mutation ($events: [CaseEventInput!]!) { submitCaseEvents(events: $events) { accepted refused { status refusal { code rule message allowed legalBasis } } } }`;

  it.each([
    [
      'an event for an unknown case',
      { type: 'COMPLETED', subject: 'VN63-10-01.NOT-THERE' },
      'SUBJECT_UNKNOWN',
      /VN63-10-01\.NOT-THERE/,
      /JUDGMENT_RECEIVED/,
    ],
    [
      'a negative amount',
      { type: 'ENTRUSTMENT_RECEIVED', kind: 'CIVIL', initiation: 'ON_REQUEST', decisionNumber: 'QD-1', amount: -1 },
      'AMOUNT_NEGATIVE',
      /amount is -1/,
      /from 0/,
    ],
    [
      'an amount beyond belief',
      {
        type: 'ENTRUSTMENT_RECEIVED',
        kind: 'CIVIL',
        initiation: 'ON_REQUEST',
        decisionNumber: 'QD-1',
        amount: 1_000_000_000_000_001,
      },
      'AMOUNT_TOO_LARGE',
      /amount is 1000000000000001/,
      /from 0 to 1000000000000000/,
    ],
    [
      'a day in the future',
      { kind: 'CIVIL', initiation: 'ON_REQUEST', occurredOn: '2199-01-01' },
      'DATE_OUT_OF_RANGE',
      /2199-01-01/,
      /to \d{4}/,
    ],
    ['a missing field', { kind: 'CIVIL' }, 'FIELD_MISSING', /needs initiation/, /kind, initiation/],
    [
      'a field of another event',
      { kind: 'CIVIL', initiation: 'ON_REQUEST', toOffice: 'VN63-10-02' },
      'FIELD_NOT_ALLOWED',
      /toOffice/,
      /optional: overlays, judgmentNumber/,
    ],
    [
      'an unknown office',
      { subject: 'VN63-10-99.C-1', kind: 'CIVIL', initiation: 'ON_REQUEST' },
      'SUBJECT_MALFORMED',
      /VN63-10-99/,
      /<office id>/,
    ],
    [
      'an id that is no UUID',
      { id: '17', kind: 'CIVIL', initiation: 'ON_REQUEST' },
      'EVENT_ID_MALFORMED',
      /"17"/,
      /UUID/,
    ],
    [
      'an unknown officer',
      { type: 'DECISION_ISSUED', officer: 'VN63-10-01.CHV-9', amount: 1, decisionNumber: 'QD-1' },
      'REFERENCE_UNKNOWN',
      /CHV-9/,
      /existing officer/,
    ],
  ])('%s is refused by its rule, nothing stored changes', async (_what, fields, rule, message, allowed) => {
    const before = await stored(graph);
    const { submitCaseEvents } = await graph.client.data(SUBMIT, { events: [event(fields)] });
    expect(submitCaseEvents).toEqual({
      accepted: 0,
      refused: [
        {
          status: 'REFUSED',
          refusal: expect.objectContaining({
            code: 'BAD_USER_INPUT',
            rule,
            message: expect.stringMatching(message),
            allowed: expect.stringMatching(allowed),
          }),
        },
      ],
    });
    expect(await stored(graph)).toEqual(before);
  });

  it('an amount that is not whole dong is refused before anything happens', async () => {
    const before = await stored(graph);
    const { errors } = await graph.client.ask(SUBMIT, { events: [event({ amount: 1.5 })] });
    expect(errors[0]).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
      message: expect.stringMatching(/1\.5.*whole dong/),
    });
    expect(await stored(graph)).toEqual(before);
  });
});

/** Number of rows of every table of the register of cases. */
function stored(graph: Graph): Promise<Record<string, number>> {
  return asAdmin(graph.adminUrl, async (client) => {
    const tables = await client.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'cases' order by 1`,
    );
    const counts: Record<string, number> = {};
    for (const { name } of tables.rows) {
      counts[name] = Number((await client.query(`select count(*) from cases.${name}`)).rows[0].count);
    }
    return counts;
  });
}
