/**
 * Every role against everything of the graph, own and foreign, through the gateway and directly at each subgraph. Made from
 * the schemas, so that a new field is in it as soon as it exists; what may be seen is said by the policy.
 */
import { buildSubgraphSchema } from '@apollo/subgraph';
import { ROLE_NAMES, type Role, type Rule, belongingOf, findClass, ruleFor } from '@thads/shared';
import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type GraphQLUnionType,
  buildSchema,
  getNamedType,
  isRequiredArgument,
  parse,
} from 'graphql';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { type Caller, FOREIGN, OWN, everyCaller } from './access/callers';
import { leaksIn } from './access/leaks';
import { examplesOfAllRegisters } from './harness/example-events';
import { subgraphDefinitions } from './harness/exports';
import { type HttpGraph, SUBGRAPHS, type SubgraphName, startOverHttp } from './harness/graph';
import { selectionOf } from './harness/introspection';
import type { RawAnswer } from './harness/raw-request';

jest.setTimeout(180_000);

type Field = GraphQLField<unknown, unknown>;

const read = (file: string): string => readFileSync(path.join(__dirname, '..', file), 'utf8');
const schema = buildSchema(read('schema.graphql'));
const subgraphSchemas = Object.fromEntries(
  SUBGRAPHS.map((name) => [name, buildSubgraphSchema(parse(read(`subgraphs/${name}/schema.graphql`)))]),
) as Record<SubgraphName, GraphQLSchema>;

const typeOf = ({ type }: Field): GraphQLObjectType => getNamedType(type) as GraphQLObjectType;
const has = ({ args }: Field, ...names: readonly string[]): boolean =>
  names.every((wanted) => args.some(({ name }) => name === wanted));

/** Every root field is of one of these. */
const isList = (field: Field): boolean => has(field, 'filter', 'orderBy');
const isScope = (field: Field): boolean => ['nation', 'province', 'provinces', 'office'].includes(field.name);
/** Taking the whole, which has tests of its own beside the lists. */
const isBulk = ({ name }: Field): boolean =>
  ['datasets', 'changes'].includes(name) || /^(start|cancel)?export$/i.test(name);
const isRecord = (field: Field): boolean => has(field, 'id') && !isScope(field) && !isBulk(field);
const isSending = (field: Field): boolean => has(field, 'events');
const isOfTheWhole = ({ name }: Field): boolean => /(Journal|AccessLog)$/.test(name);
/** The records behind figures, with one of their figures each. */
const FIGURES: Readonly<Record<string, string>> = {
  casesEvidence: 'CaseStatistics.handled',
  complaintsEvidence: 'PetitionStatistics.received',
  inspectionsEvidence: 'InspectionStatistics.conducted',
  recoveryEvidence: 'RecoveryStatistics.handled',
};
const isEvidence = ({ name }: Field): boolean => Object.hasOwn(FIGURES, name);
const OTHERS = ['allocationProposal', 'definition', 'definitions', 'publicDebtors'];

const queriesOf = (of: GraphQLSchema): Field[] =>
  Object.values(of.getQueryType()!.getFields()).filter(({ name }) => !name.startsWith('_'));
const listsOf = (of: GraphQLSchema): Field[] => queriesOf(of).filter(isList);
const lists = listsOf(schema);
const records = queriesOf(schema).filter(isRecord);
const mutations = Object.values(schema.getMutationType()!.getFields());

const ruleOf = (type: string, field: string, role: Role): Rule => ruleFor(findClass(type, field)!, role);
const isCentral = (role: Role): boolean => belongingOf(role) === 'NONE' && role !== 'PUBLIC';
const codesOf = ({ errors }: RawAnswer): string[] => [...new Set(errors.map(({ extensions }) => extensions.code))];
/** What the public is refused, it could have with a token. */
const refusalFor = (role: Role): string[] => [role === 'PUBLIC' ? 'UNAUTHENTICATED' : 'FORBIDDEN'];

let graph: HttpGraph;
let callers: ReadonlyMap<Role, Caller>;
/** Of every type of records, ids of some. */
const known = new Map<string, Record<'own' | 'foreign', string[]>>();
/** What is known of persons, as it stands in the registers, by class. */
let persons: Readonly<Record<'PARTY' | 'PETITIONER', ReadonlySet<string>>>;

beforeAll(async () => {
  // An answer of everything is larger than what anybody asks for.
  graph = await startOverHttp('sample', { LIMIT_TOKENS: '20000', LIMIT_SELECTIONS: '20000', LIMIT_COST: '10000000' });
  const idsIn = async (list: string, province: string): Promise<string[]> => {
    const query = `{ list: ${list}(first: 3, filter: { province: "${province}" }) { nodes { id } } }`;
    return (await graph.client.data(query)).list.nodes.map(({ id }: { id: string }) => id);
  };
  for (const list of lists) {
    const type = typeOf(list).name.replace('Connection', '');
    known.set(type, { own: await idsIn(list.name, OWN.province), foreign: await idsIn(list.name, FOREIGN.province) });
  }
  const officersIn = async (province: string): Promise<string[]> => {
    const { cases } = await graph.client.data(
      `{ cases(first: 200, filter: { province: "${province}" }) { nodes { officer { id } } } }`,
    );
    return [...new Set<string>(cases.nodes.flatMap(({ officer }: any) => (officer ? [officer.id] : [])))].slice(0, 3);
  };
  known.set('Officer', { own: await officersIn(OWN.province), foreign: await officersIn(FOREIGN.province) });
  callers = await everyCaller(graph, known.get('Officer')!.own[0]!);
  persons = await knownPersons();
});
afterAll(() => graph.stop());

const PERSONS = {
  PARTY: `select name as known from cases.party union select identity_number from cases.party
    union select payer from recovery.receipt`,
  PETITIONER: `select name as known from complaints.petition_sender
    union select identity_number from complaints.petition_sender`,
};

async function knownPersons(): Promise<typeof persons> {
  const admin = new pg.Client(graph.adminUrl);
  await admin.connect();
  const inJson = async (select: string): Promise<ReadonlySet<string>> => {
    const { rows } = await admin.query<{ known: string | null }>(select);
    return new Set(rows.flatMap(({ known: value }) => (value ? [JSON.stringify(value)] : [])));
  };
  try {
    return { PARTY: await inJson(PERSONS.PARTY), PETITIONER: await inJson(PERSONS.PETITIONER) };
  } finally {
    await admin.end();
  }
}

/** By the fields, and by the whole text of the answer, errors and all. */
function expectNoLeak(of: GraphQLSchema, { role, principal }: Caller, answer: RawAnswer): void {
  expect(leaksIn(of, answer.data, principal)).toEqual([]);
  const texts = answer.text.match(/"(?:[^"\\]|\\.)*"/g) ?? [];
  for (const dataClass of ['PARTY', 'PETITIONER'] as const) {
    if (ruleFor(dataClass, role) === 'full') continue;
    expect(texts.filter((text) => persons[dataClass].has(text))).toEqual([]);
  }
}

const everythingOf = ({ type }: Field): string => selectionOf(type, 2);

it('knows what every root field is, and has something of everybody to leak', () => {
  const unknown = queriesOf(schema)
    .filter(
      (field) => ![isList, isScope, isRecord, isSending, isOfTheWhole, isEvidence, isBulk].some((is) => is(field)),
    )
    .map(({ name }) => name)
    .toSorted();
  expect(unknown).toEqual(OTHERS);
  expect(mutations.filter(isBulk).map(({ name }) => name)).toEqual(['startExport', 'cancelExport']);
  expect(mutations.every((field) => isSending(field) || isBulk(field))).toBe(true);
  const both = [...known].filter(([, { own, foreign }]) => own.length > 0 && foreign.length > 0).map(([type]) => type);
  expect(both).toEqual(
    expect.arrayContaining([
      'Case',
      'Officer',
      'Petition',
      'Reception',
      'Inspection',
      'Finding',
      'Obligation',
      'Receipt',
    ]),
  );
  expect(Object.values(persons).map(({ size }) => size > 50)).toEqual([true, true]);
});

describe.each(ROLE_NAMES)('%s', (role) => {
  const caller = (): Caller => callers.get(role)!;

  it.each(lists.map((list) => [list.name, list] as const))('has of %s its own', async (name, list) => {
    const rule = ruleOf('Query', name, role);
    const answer = await caller().ask(`{ ${name}(first: 5) { nodes ${selectionOf(nodeOf(list), 2)} totalCount } }`);
    expectNoLeak(schema, caller(), answer);
    const elsewhere = await caller().ask(
      `{ ${name}(first: 5, filter: { province: "${FOREIGN.province}" }) { nodes { id } totalCount } }`,
    );
    const { own, foreign } = known.get(nodeOf(list).name)!;
    if (rule === 'denied') {
      expect([answer.data, codesOf(answer), codesOf(elsewhere)]).toEqual([null, refusalFor(role), refusalFor(role)]);
    } else if (rule === 'full') {
      expect(elsewhere.data[name].nodes.map(({ id }: { id: string }) => id).slice(0, 3)).toEqual(foreign);
    } else {
      expect([elsewhere.data, codesOf(elsewhere)]).toEqual([null, ['FORBIDDEN']]);
      const ofTheProvince = await graph.client.data(
        `{ ${name}(filter: { province: "${OWN.province}" }) { totalCount } }`,
      );
      expect(answer.data[name].totalCount).toBeLessThanOrEqual(ofTheProvince[name].totalCount);
      if (role === 'PROVINCE_VIEWER' && name !== 'petitions') {
        expect(answer.data[name].totalCount).toBe(ofTheProvince[name].totalCount);
      }
      if (own.length > 0 && role !== 'OFFICER') expect(answer.data[name].nodes.length).toBeGreaterThan(0);
    }
  });

  it.each(records.map((record) => [record.name, record] as const))('finds by %s(id) its own', async (name, record) => {
    const rule = ruleOf('Query', name, role);
    const { own, foreign } = known.get(typeOf(record).name)!;
    const days = has(record, 'asOf') ? ['', ', asOf: "2025-09-30"'] : [''];
    for (const day of days) {
      for (const [ids, isForeign] of [
        [own, false],
        [foreign, true],
      ] as const) {
        for (const id of ids) {
          const answer = await caller().ask(`query ($id: ID!) { ${name}(id: $id${day}) ${everythingOf(record)} }`, {
            id,
          });
          expectNoLeak(schema, caller(), answer);
          const found = answer.data?.[name] ?? null;
          if (rule === 'denied' || (isForeign && !isCentral(role))) expect([id, found]).toEqual([id, null]);
          else if (rule === 'full' && day === '') expect(found?.id).toBe(id);
          if (rule === 'denied') expect(codesOf(answer)).toEqual(refusalFor(role));
        }
      }
    }
  });

  const SCOPES = [
    ['the nation', 'nation', 'Nation', true],
    ['its province', `province(id: "${OWN.province}")`, 'Province', true],
    ['another province', `province(id: "${FOREIGN.province}")`, 'Province', false],
    ['the province of today, with others in it', 'province(id: "VN34-15")', 'Province', false],
    ['its office', `office(id: "${OWN.office}")`, 'Office', true],
    ['an office elsewhere', `office(id: "${FOREIGN.office}")`, 'Office', false],
  ] as const;

  it.each(SCOPES)('has of %s the figures of its classes', async (_name, root, type, isOwn) => {
    const fields = figuresOf(schema, type);
    expect(fields.length).toBeGreaterThan(7);
    const period = '{ workingYear: 2025, months: 9 }';
    const answer = await caller().ask(`{ scope: ${root} { ${figureSelection(fields, period)} } }`);
    for (const { name } of fields) {
      const rule = ruleOf(type, name, role);
      const isTold = rule === 'full' || (rule === 'own' && isOwn);
      expect([name, answer.data.scope[name] !== null]).toEqual([name, isTold]);
      const codes = answer.errors.filter(({ path: at }) => at?.[1] === name).map(({ extensions }) => extensions.code);
      // What is masked is so by year and size: this year's is withheld.
      const refusal = rule === 'masked' ? ['FORBIDDEN'] : refusalFor(role);
      expect([name, [...new Set(codes)]]).toEqual([name, isTold ? [] : refusal]);
    }
  });

  it('has the journals and the access logs of the whole country only by class', async () => {
    for (const field of queriesOf(schema).filter(isOfTheWhole)) {
      const selection = field.name.endsWith('Journal') ? '{ position }' : '{ nodes { principal subjects } }';
      const answer = await caller().ask(`{ ${field.name} ${selection} }`);
      const isTold = ruleOf('Query', field.name, role) === 'full';
      expect([field.name, (answer.data?.[field.name] ?? null) !== null]).toEqual([field.name, isTold]);
      expect(codesOf(answer)).toEqual(isTold ? [] : refusalFor(role));
    }
  });

  it('has the records behind figures of its own place', async () => {
    for (const { name } of queriesOf(schema).filter(isEvidence)) {
      const rule = ruleOf('Query', name, role);
      for (const [scope, isOwn] of [
        [OWN.province, true],
        [OWN.office, true],
        [FOREIGN.province, false],
        ['VN34-15', false],
        ['VN', false],
      ] as const) {
        const answer = await caller().ask(
          `{ ${name}(figure: "${FIGURES[name]}", scope: "${scope}", period: { workingYear: 2024 }, first: 20) { nodes { id cases money } } }`,
        );
        expectNoLeak(schema, caller(), answer);
        const isTold = rule === 'full' || (rule === 'own' && isOwn);
        expect([name, scope, codesOf(answer)]).toEqual([name, scope, isTold ? [] : refusalFor(role)]);
        if (isTold && scope === OWN.province && name === 'casesEvidence' && role !== 'OFFICER') {
          expect(answer.data[name].nodes).toHaveLength(20);
        }
      }
    }
  });

  it('shares no money out on a case of elsewhere', async () => {
    const of = (id: string): Promise<RawAnswer> =>
      caller().ask(`{ allocationProposal(case: "${id}", amount: 1000000) { shares { obligation { id } amount } } }`);
    const { own, foreign } = known.get('Case')!;
    expectNoLeak(schema, caller(), await of(own[0]!));
    const answer = await of(foreign[0]!);
    if (isCentral(role)) expect(codesOf(answer)).toEqual([]);
    else expect(answer.data?.allocationProposal?.shares ?? []).toEqual([]);
  });

  it('reads who is on the public list, like everybody', async () => {
    expect((await caller().ask('{ publicDebtors(first: 5) { nodes { name } totalCount } }')).errors).toEqual([]);
  });

  it('takes the whole of what it may have, and starts nothing else', async () => {
    const { data, ...refused } = await caller().ask('{ datasets { name fields { name } } }');
    if (ruleOf('Query', 'datasets', role) === 'denied') {
      expect([data, codesOf({ data, ...refused })]).toEqual([null, refusalFor(role)]);
      const others = await caller().ask(
        'mutation { startExport(input: { dataset: CASES }) { id } cancelExport(id: "cases-x") { id } }',
      );
      expect([others.data, codesOf(others)]).toEqual([null, refusalFor(role)]);
      return;
    }
    const mine = new Map<string, string[]>(
      data.datasets.map((one: any) => [one.name, one.fields.map((field: any) => field.name)]),
    );
    for (const { name, coordinate, fields } of subgraphDefinitions.flatMap(({ datasets }) => datasets)) {
      const isMine = ruleOf(...(coordinate.split('.') as [string, string]), role) !== 'denied';
      expect([name, mine.has(name)]).toEqual([name, isMine]);
      const own = fields.filter(
        (field) => ruleOf(...(field.coordinate.split('.') as [string, string]), role) !== 'denied',
      );
      if (isMine) expect([name, mine.get(name)]).toEqual([name, own.map((field) => field.name)]);
      else {
        const started = await caller().ask(`mutation { startExport(input: { dataset: ${name} }) { id } }`);
        expect([started.data, codesOf(started)]).toEqual([null, ['FORBIDDEN']]);
      }
    }
  });

  it('sends and tries events for its own offices only', async () => {
    for (const field of [...mutations, ...queriesOf(schema)].filter(isSending)) {
      const operation = mutations.includes(field) ? 'mutation' : 'query';
      const parent = mutations.includes(field) ? 'Mutation' : 'Query';
      const register = field.name.replace(/^(submit|preview)/, '').replace(/Events$/, '');
      const { event } = examplesOfAllRegisters().find((example) => example.register === register)!;
      for (const [office, isOwn] of [
        [OWN.office, true],
        [FOREIGN.office, false],
      ] as const) {
        const subject = `${office}.MATRIX-${role}`;
        const answer = await caller().ask(
          `${operation} ($events: [${register}EventInput!]!) { done: ${field.name}(events: $events) { results { status } } }`,
          { events: [{ ...event, subject }] },
        );
        const rule = ruleOf(parent, field.name, role);
        const isDone = rule === 'full' || (rule === 'own' && isOwn);
        const wanted = isDone ? [] : refusalFor(role);
        expect([field.name, office, codesOf(answer)]).toEqual([field.name, office, wanted]);
        expect((answer.data?.done ?? null) !== null).toBe(isDone);
      }
    }
  });

  describe.each(SUBGRAPHS)('directly at %s', (name) => {
    const own = subgraphSchemas[name];

    it('has of its lists its own', async () => {
      for (const list of listsOf(own)) {
        const answer = await caller().askSubgraph(
          name,
          `{ ${list.name}(first: 5) { nodes ${selectionOf(nodeOf(list, own), 2)} totalCount } }`,
        );
        expectNoLeak(own, caller(), answer);
        if (ruleOf('Query', list.name, role) === 'denied') expect(answer.data ?? null).toBeNull();
      }
    });

    it('is told by references what it may see, and nothing of foreign records', async () => {
      for (const type of (own.getType('_Entity') as GraphQLUnionType).getTypes()) {
        const ids = known.get(type.name);
        if (!ids) continue;
        for (const [refered, isForeign] of [
          [ids.own, false],
          [ids.foreign, true],
        ] as const) {
          const answer = await entities(caller(), name, type, refered, contentsOf(type));
          expectNoLeak(own, caller(), answer);
          if (isForeign && !isCentral(role)) {
            expect([type.name, somethingIn(answer.data?._entities)]).toEqual([type.name, []]);
          }
        }
      }
    });

    it('is told by references figures of its classes', async () => {
      for (const [typeName, id] of [
        ['Province', FOREIGN.province],
        ['Office', FOREIGN.office],
      ] as const) {
        const type = own.getType(typeName) as GraphQLObjectType;
        const fields = figuresOf(own, typeName);
        const selection = figureSelection(fields, '{ workingYear: 2025, months: 9 }');
        const answer = await entities(caller(), name, type, [id], selection);
        for (const field of fields) {
          const isTold = ruleOf(typeName, field.name, role) === 'full';
          const told = answer.data?._entities?.[0]?.[field.name] ?? null;
          expect([typeName, field.name, told !== null]).toEqual([typeName, field.name, isTold]);
        }
      }
    });
  });
});

it.each(SUBGRAPHS)('%s answers 401 and nothing else without the statement of a gateway', async (name) => {
  const { data } = await graph.asRole({ role: 'REGISTRAR' }).then((client) => client.ask('{ nation { id } }'));
  expect(data).toEqual({ nation: { id: 'VN' } });
  for (const headers of [{}, graph.headers, { 'x-thads-statement': 'a.b.c' }]) {
    const response = await fetch(graph.subgraphUrls[name], {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: '{ __typename }' }),
    });
    expect([response.status, Object.keys((await response.json()) as object)]).toEqual([401, ['errors']]);
  }
});

function nodeOf(list: Field, of: GraphQLSchema = schema): GraphQLObjectType {
  return of.getType(typeOf(list).name.replace('Connection', '')) as GraphQLObjectType;
}

function figuresOf(of: GraphQLSchema, type: string): Field[] {
  return Object.values((of.getType(type) as GraphQLObjectType).getFields()).filter((field) => has(field, 'period'));
}

function figureSelection(fields: readonly Field[], period: string): string {
  const told = (type: GraphQLObjectType): string =>
    'period' in type.getFields() ? 'period { label }' : 'statistics { period { label } }';
  return fields.map((field) => `${field.name}(period: ${period}) { ${told(typeOf(field))} }`).join(' ');
}

/** Everything of an entity but its id, which whoever asks knows. */
function contentsOf(type: GraphQLObjectType): string {
  return Object.values(type.getFields())
    .filter(({ name, args }) => name !== 'id' && !args.some(isRequiredArgument))
    .map((field) => `${field.name} ${selectionOf(field.type, 1)}`)
    .join(' ');
}

function entities(
  caller: Caller,
  name: SubgraphName,
  { name: type }: GraphQLObjectType,
  ids: readonly string[],
  selection: string,
): Promise<RawAnswer> {
  return caller.askSubgraph(
    name,
    `query ($of: [_Any!]!) { _entities(representations: $of) { __typename ... on ${type} { ${selection} } } }`,
    { of: ids.map((id) => ({ __typename: type, id })) },
  );
}

/** What an answer says of records that are not there for the caller: sums of nothing say nothing. */
function somethingIn(value: unknown, at = ''): string[] {
  if (value === null || value === undefined || value === 0 || value === '0' || value === false) return [];
  if (typeof value !== 'object') return [`${at}: ${String(value as string)}`];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '__typename' ? [] : somethingIn(inner, `${at}.${key}`),
  );
}
