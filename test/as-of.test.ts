import { addDays, todayInVietnam } from '@thads/shared';
import { type GraphQLField, buildSchema, getNamedType, isLeafType, isObjectType } from 'graphql';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { examplesOfAllRegisters } from './harness/example-events';
import { type OneProcessGraph, startInOneProcess } from './harness/graph';

const OFFICE = 'VN63-10-01';
const MILLION = 1_000_000;

/** Every record that has a history, by the field that queries one, with the examples that there are of it. */
const RECORDS: Readonly<Record<string, string>> = {
  case: `${OFFICE}.EXAMPLE-CASE-1`,
  officer: `${OFFICE}.EXAMPLE-OFFICER-1`,
  administrativeJudgment: `${OFFICE}.EXAMPLE-ADMINISTRATIVE-JUDGMENT-1`,
  petition: `${OFFICE}.EXAMPLE-PETITION-1`,
  reception: `${OFFICE}.EXAMPLE-RECEPTION-1`,
  compensation: `${OFFICE}.EXAMPLE-COMPENSATION-1`,
  inspectionPlan: `${OFFICE}.EXAMPLE-PLAN-1`,
  inspection: `${OFFICE}.EXAMPLE-INSPECTION-1`,
  finding: `${OFFICE}.EXAMPLE-FINDING-1`,
  supervision: `${OFFICE}.EXAMPLE-SUPERVISION-1`,
  protest: `${OFFICE}.EXAMPLE-PROTEST-1`,
  obligation: `${OFFICE}.EXAMPLE-OBLIGATION-1`,
  asset: `${OFFICE}.EXAMPLE-ASSET-1`,
};

/** Rows that events add beside the record. */
const DETAILS: Readonly<Record<string, string>> = {
  case: 'coercions { id decidedOn }',
  finding: 'consequences { consequence decidedOn }',
  obligation:
    'receipts { id amount reversedOn } distributions { id amount reversedOn } exemptions { outcome granted decidedOn }',
  asset: 'auctionRounds { number heldOn startingPrice }',
};

const schema = buildSchema(readFileSync(path.resolve(__dirname, '..', 'schema.graphql'), 'utf8'));
const queries: Readonly<Record<string, GraphQLField<unknown, unknown>>> = schema.getQueryType()!.getFields();

function fieldsOf(query: string): string {
  const type = getNamedType(queries[query]!.type);
  if (!isObjectType(type)) throw new Error(`${query} is no record`);
  const leaves = Object.values(type.getFields()).filter(
    ({ type: of, args }) => args.length === 0 && isLeafType(getNamedType(of)),
  );
  return `${leaves.map(({ name }) => name).join(' ')} ${DETAILS[query] ?? ''}`;
}

type Told = readonly [register: string, subject: string, type: string, occurredOn: string, fields?: object];

/** What the examples leave out: rows beside the record that are amended later. */
const TOLD: readonly Told[] = [
  [
    'Case',
    `${OFFICE}.C-1`,
    'ENTRUSTMENT_RECEIVED',
    '2024-01-08',
    { kind: 'CIVIL', initiation: 'ON_REQUEST', amount: 9 * MILLION, decisionNumber: '1/QĐ' },
  ],
  ['Case', `${OFFICE}.C-1`, 'CLASSIFIED_WITH_CONDITIONS', '2024-02-01'],
  [
    'Case',
    `${OFFICE}.C-1`,
    'COERCION_DECIDED',
    '2024-03-01',
    { coercionMeasure: 'SEIZURE_OF_ASSETS', decisionNumber: '2/QĐ' },
  ],
  ['Case', `${OFFICE}.C-1`, 'MONEY_PAID', '2024-04-01', { amount: 2 * MILLION }],
  [
    'Case',
    `${OFFICE}.C-1`,
    'COERCION_DECIDED',
    '2024-05-02',
    { coercionMeasure: 'HANDOVER_OF_OBJECT', decisionNumber: '3/QĐ' },
  ],
  ['Recovery', `${OFFICE}.O-1`, 'OBLIGATION_RECORDED', '2024-01-08', { category: 'FINE', amount: 9 * MILLION }],
  ['Recovery', `${OFFICE}.O-1`, 'RECEIPT_RECORDED', '2024-02-01', { amount: 4 * MILLION }],
  ['Recovery', `${OFFICE}.O-1`, 'REMITTED_TO_BUDGET', '2024-02-05', { amount: 3 * MILLION }],
  ['Recovery', `${OFFICE}.O-1`, 'RECEIPT_RECORDED', '2024-03-01', { amount: 5 * MILLION }],
  ['Recovery', `${OFFICE}.O-1`, 'DISTRIBUTION_REVERSED', '2024-04-01', { distribution: 1, ground: 'TRANSFER_FAILED' }],
  ['Recovery', `${OFFICE}.O-1`, 'RECEIPT_REVERSED', '2024-05-02', { receipt: 2, ground: 'PAID_BY_MISTAKE' }],
];

describe('a record as of a day', () => {
  let graph: OneProcessGraph;
  /** What the graph answered in the evening of the day of each event. */
  const seen: { readonly query: string; readonly id: string; readonly day: string; readonly record: object }[] = [];

  async function submit(register: string, event: object): Promise<void> {
    const { submitted } = await graph.client.data(
      `mutation ($events: [${register}EventInput!]!) { submitted: submit${register}Events(events: $events) {
         refused { refusal { rule message allowed } } } }`,
      { events: [event] },
    );
    expect(submitted.refused).toEqual([]);
  }

  async function ask(query: string, id: string, asOf: string | null): Promise<object | null> {
    const { record } = await graph.client.data(
      `query ($id: ID!, $asOf: Date) { record: ${query}(id: $id, asOf: $asOf) { ${fieldsOf(query)} } }`,
      { id, asOf },
    );
    return record;
  }

  beforeAll(async () => {
    graph = await startInOneProcess('empty');
    const told = TOLD.map(([register, subject, type, occurredOn, fields]) => ({
      register,
      event: { id: randomUUID(), subject, type, occurredOn, ...fields },
    }));
    const ids: Record<string, string> = {
      ...Object.fromEntries(Object.entries(RECORDS).map(([query, id]) => [id, query])),
      [`${OFFICE}.C-1`]: 'case',
      [`${OFFICE}.O-1`]: 'obligation',
    };
    for (const { register, event } of [...examplesOfAllRegisters(), ...told]) {
      await submit(register, event);
      const query = ids[event.subject];
      if (!query) continue;
      const record = await ask(query, event.subject, null);
      seen.push({ query, id: event.subject, day: event.occurredOn, record: record! });
    }
  });
  afterAll(() => graph.stop());

  it('is offered for every record that has a history, and every one is tested here', () => {
    const withHistory = Object.values(queries).filter(({ type: of }) => {
      const type = getNamedType(of);
      return isObjectType(type) && Boolean(type.getFields()['history']);
    });
    expect(withHistory.map(({ name }) => name).sort()).toEqual(Object.keys(RECORDS).sort());
    for (const { name, args } of withHistory)
      expect([name, args.map((arg) => arg.name).sort()]).toEqual([name, ['asOf', 'id']]);
    expect(new Set(seen.map(({ query }) => query))).toEqual(new Set(Object.keys(RECORDS)));
  });

  it.each(Object.keys(RECORDS))(
    '%s: is what it was in the evening of that day, until the next event',
    async (query) => {
      const steps = seen.filter((step) => step.query === query);
      for (const [nth, { id, day, record }] of steps.entries()) {
        const before = steps[nth - 1]?.id === id ? steps[nth - 1]!.record : null;
        const next = steps[nth + 1]?.id === id ? steps[nth + 1]!.day : addDays(todayInVietnam(), 1);
        expect([day, await ask(query, id, addDays(day, -1))]).toEqual([day, before]);
        expect([day, await ask(query, id, day)]).toEqual([day, record]);
        expect([day, await ask(query, id, addDays(next, -1))]).toEqual([day, record]);
      }
    },
  );

  it('that is yet to come is refused, whatever the record', async () => {
    const tomorrow = addDays(todayInVietnam(), 1);
    for (const [query, id] of Object.entries(RECORDS)) {
      const { errors } = await graph.client.ask(`{ record: ${query}(id: "${id}", asOf: "${tomorrow}") { id } }`);
      expect([query, errors[0]?.extensions.code, errors[0]?.message]).toEqual([
        query,
        'BAD_USER_INPUT',
        `asOf: ${tomorrow} is yet to come; write a day up to today, ${todayInVietnam()}, or leave it out.`,
      ]);
    }
  });

  it('of an unknown id is null; what is not an id is refused', async () => {
    expect(await ask('petition', `${OFFICE}.NOT-THERE`, '2024-06-30')).toBeNull();
    const { errors } = await graph.client.ask('{ petition(id: "17", asOf: "2024-06-30") { id } }');
    expect(errors[0]!.extensions.code).toBe('BAD_USER_INPUT');
    expect(errors[0]!.message).toMatch(/^id: "17" is not an identifier/);
  });

  it('shows the legal times as they stood, the history as it is known', async () => {
    const { then, now } = await graph.client.data(
      `query ($id: ID!) {
         then: case(id: $id, asOf: "2024-03-05") { deadlines { name metOn status } history { type } }
         now: case(id: $id) { deadlines { name metOn status } history { type } } }`,
      { id: RECORDS['case']! },
    );
    expect(then.deadlines).toEqual([{ name: 'Enforcement decision', metOn: null, status: 'DUE' }]);
    expect(now.deadlines).toContainEqual({ name: 'Enforcement decision', metOn: '2024-03-11', status: 'MET' });
    expect(then.history).toEqual(now.history);
    expect(now.history.length).toBeGreaterThan(3);
  });

  it('does not know what was taken back since', async () => {
    const id = `${OFFICE}.T-1`;
    const opening = {
      id: randomUUID(),
      subject: id,
      type: 'PETITION_RECEIVED',
      occurredOn: '2024-01-08',
      kind: 'REQUEST',
    };
    const accepted = { id: randomUUID(), subject: id, type: 'PETITION_ACCEPTED', occurredOn: '2024-01-10' };
    const takeBack = (reverses: string) => ({
      id: randomUUID(),
      subject: id,
      type: 'EVENT_REVERSED',
      occurredOn: '2024-03-01',
      reverses,
      ground: 'Ghi nhầm',
    });
    for (const event of [opening, accepted]) await submit('Petition', event);
    expect(await ask('petition', id, '2024-02-01')).toMatchObject({ state: 'ACCEPTED', version: 2 });
    await submit('Petition', takeBack(accepted.id));
    expect(await ask('petition', id, '2024-02-01')).toMatchObject({ state: 'RECEIVED', version: 1 });
    await submit('Petition', takeBack(opening.id));
    expect(await ask('petition', id, '2024-02-01')).toBeNull();
    expect(await ask('petition', id, null)).toMatchObject({ state: 'VOID' });
  });
});
