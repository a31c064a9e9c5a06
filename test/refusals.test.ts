import { todayInVietnam } from '@thads/shared';
import { randomUUID } from 'node:crypto';
import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
} from 'graphql';
import { EVERYTHING_AT_ONCE, type Graph, startInOneProcess } from './harness/graph';
import { introspect, selectionOf } from './harness/introspection';
import { caseRefusals } from './refusals/cases.refusals';
import { compensationRefusals, petitionRefusals, receptionRefusals } from './refusals/complaints.refusals';
import { inspectionRefusals } from './refusals/inspections.refusals';
import { recoveryRefusals } from './refusals/recovery.refusals';
import { OFFICE, type Refusal, eventsOf } from './refusals/refusal';

const REFUSALS: readonly (readonly [register: string, rows: readonly Refusal[]])[] = [
  ['Case', caseRefusals],
  ['Petition', petitionRefusals],
  ['Reception', receptionRefusals],
  ['Compensation', compensationRefusals],
  ['Inspection', inspectionRefusals],
  ['Recovery', recoveryRefusals],
];

let graph: Graph;
let everything: string;
beforeAll(async () => {
  graph = await startInOneProcess('empty', { limits: EVERYTHING_AT_ONCE });
  everything = queryOfEverything(await introspect(graph.client));
});
afterAll(() => graph.stop());

/** Every record of an office with its history, every figure of it, and how far each journal has come. */
function queryOfEverything(schema: GraphQLSchema): string {
  // Given by the follower a moment later, or figures of another year.
  const without = new Set(['position', 'hash', 'samePeriodLastYear']);
  const fieldsOf = (type: GraphQLOutputType | undefined): GraphQLField<unknown, unknown>[] =>
    Object.values((getNamedType(type) as GraphQLObjectType).getFields());
  const fields = fieldsOf(schema.getQueryType()!);
  const lists = fields.flatMap(({ name, args, type }) => {
    if (!args.some((argument) => argument.name === 'orderBy')) return [];
    const node = fieldsOf(type).find((field) => field.name === 'nodes')!.type;
    const history = fieldsOf(node).find((field) => field.name === 'history');
    const own = selectionOf(node, 1).slice(1, -1);
    const past = history ? `history ${selectionOf(history.type, 2, without)}` : '';
    return [`${name}(first: 1000, filter: { office: $office }) { nodes { ${own} ${past} } }`];
  });
  const journals = fields.filter(({ type }) => String(type) === 'JournalHead');
  const figures = fieldsOf(schema.getType('Office') as GraphQLObjectType).filter(
    ({ args, type }) => args.some(({ name }) => name === 'period') && !String(type).startsWith('['),
  );
  if (lists.length < 12 || journals.length < 4 || figures.length < 8) throw new Error('this is not everything');
  return `query ($office: ID!, $period: PeriodInput!) {
    ${lists.join('\n')}
    ${journals.map(({ name }) => `${name} { position waiting }`).join('\n')}
    office(id: $office) { ${figures.map(({ name, type }) => `${name}(period: $period) ${selectionOf(type, 3, without)}`).join('\n')} } }`;
}

/** How things stand. */
async function standing(): Promise<Record<string, unknown>> {
  const period = { from: '1993-10-01', through: todayInVietnam() };
  const found = await graph.client.data<Record<string, any>>(everything, { office: OFFICE, period });
  const isJournal = (name: string): boolean => name.endsWith('Journal');
  return Object.fromEntries(
    Object.entries(found).map(([name, value]) => [name, isJournal(name) ? value.position + value.waiting : value]),
  );
}

/** What the graph has of a subject: its record with its history, whatever it is. */
function recordOf(subject: string, stands: Record<string, any>): unknown {
  return Object.values(stands).flatMap(({ nodes = [] }) => nodes.filter(({ id }: { id: string }) => id === subject));
}

async function send(operation: 'submit' | 'preview', register: string, events: readonly object[]): Promise<any[]> {
  const { sent } = await graph.client.data(
    `${operation === 'submit' ? 'mutation' : 'query'} ($events: [${register}EventInput!]!) {
       sent: ${operation}${register}Events(events: $events) {
         results { id status version refusal { code rule message allowed legalBasis field } } } }`,
    { events },
  );
  return sent.results;
}

describe.each(REFUSALS)('what is not legal in the register of %s events', (register, refusals) => {
  const rows = refusals.map((row, nth) => ({ row, nth, ...eventsOf(row, `R-${register}-${nth}`) }));
  const sent = rows.map((row) => row.sent);
  let before: Record<string, unknown>;
  let previewed: { readonly results: readonly unknown[]; readonly after: Record<string, unknown> };
  let submitted: typeof previewed;
  beforeAll(async () => {
    const given = rows.flatMap((row) => row.given);
    const results = await send('submit', register, given);
    const refused = results.flatMap(({ status, refusal }, nth) =>
      status === 'REFUSED' ? [[given[nth], refusal]] : [],
    );
    expect(refused).toEqual([]);
    before = await standing();
    previewed = { results: await send('preview', register, sent), after: await standing() };
    submitted = { results: await send('submit', register, sent), after: await standing() };
  });

  it.each(rows.map((one) => [one.row.what, one] as const))('%s', (_what, { row, nth, subject }) => {
    const refused = {
      id: sent[nth]!.id,
      status: 'REFUSED',
      version: null,
      refusal: {
        code: 'BAD_USER_INPUT',
        rule: row.rule,
        message: expect.stringMatching(row.says),
        allowed: expect.stringMatching(row.allowed),
        legalBasis: row.basis,
        field: row.field,
      },
    };
    expect(submitted.results[nth]).toEqual(refused);
    expect(previewed.results[nth]).toEqual(submitted.results[nth]);
    expect(recordOf(subject, submitted.after)).toEqual(recordOf(subject, before));
  });

  it('changes no record, no history, no figure and no journal, and neither does asking beforehand', () => {
    expect(previewed.after).toEqual(before);
    expect(submitted.after).toEqual(before);
  });
});

describe('what is no event at all is refused before anything happens', () => {
  const reception = {
    id: randomUUID(),
    subject: `${OFFICE}.TD-1`,
    type: 'RECEPTION_RECORDED',
    occurredOn: '2024-03-04',
    visits: 1,
    citizens: 1,
    matters: 1,
  };
  let before: Record<string, unknown>;
  beforeAll(async () => {
    before = await standing();
  });

  it.each([
    ['a reception without a day', { occurredOn: undefined }, /occurredOn.*"Date!"/],
    ['a reception whose day is null', { occurredOn: null }, /occurredOn.*Date!/],
    ['a reception whose day is empty', { occurredOn: '' }, /occurredOn.*"" is not a day; write .* YYYY-MM-DD/],
    ['a reception on a day that does not exist', { occurredOn: '2024-02-30' }, /2024-02-30.*an existing day/],
    ['a reception with a time of day', { occurredOn: '2024-03-04T00:00:00Z' }, /T00:00:00Z.*YYYY-MM-DD/],
    ['a reception without a subject', { subject: undefined }, /subject.*"ID!"/],
    ['a reception without an id', { id: undefined }, /id.*"ID!"/],
    ['an event of a type that is none', { type: 'RECEPTION_LOST' }, /RECEPTION_LOST.*ReceptionEventType/],
    ['a half visit', { visits: 1.5 }, /visits.*1\.5/],
    ['more visits than a number holds', { visits: 2_147_483_648 }, /visits.*2147483648/],
    ['visits in words', { visits: 'ba' }, /visits.*"ba"/],
    ['a field that no event has', { persons: 1 }, /persons.*ReceptionEventInput/],
  ])('%s', async (_what, change, message) => {
    const { data, errors } = await graph.client.ask(
      'mutation ($events: [ReceptionEventInput!]!) { submitReceptionEvents(events: $events) { accepted } }',
      { events: [{ ...reception, ...change }] },
    );
    expect(data).toBeFalsy();
    expect(errors).toEqual([
      expect.objectContaining({
        message: expect.stringMatching(message),
        extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }),
      }),
    ]);
  });

  it('and changes nothing', async () => {
    expect(await standing()).toEqual(before);
  });
});
