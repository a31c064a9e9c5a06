/**
 * What a viewer of Lào Cai can try in order to learn a number about the denunciations of Thanh Hóa. Every trick is tried in
 * two worlds that differ in nothing else: each has to bring the same, to the last character. That there was something to
 * learn is seen by the inspector of the centre, who tries the same before.
 */
import { STATEMENT_HEADER, signStatement, statementKey } from '@thads/shared';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { type Caller, FOREIGN, OWN, callerOf } from './access/callers';
import { type HttpGraph, startOverHttp } from './harness/graph';
import { sendRaw } from './harness/raw-request';

const OWN_CASE = `${OWN.office}.C-1`;
const FOREIGN_CASE = `${FOREIGN.office}.C-1`;
const OWN_PETITION = `${OWN.office}.K-1`;
const FOREIGN_LETTER = `${FOREIGN.office}.M-1`;
const DENUNCIATION = `${FOREIGN.office}.D-1`;
const ACCUSED = `${FOREIGN.office}.CHV-09`;
const PERIOD = 'period: { workingYear: 2025 }';
const FIGURES = 'received resolved overdue carriedForward';

/** What a trick brings whoever tries it. */
type Trick = (caller: Caller) => Promise<unknown>;

const asking =
  (...queries: readonly string[]): Trick =>
  async ({ ask }) => {
    const answers = [];
    for (const query of queries) {
      const { data, errors } = await ask(query);
      answers.push({
        data,
        errors: errors.map(({ message, extensions: { code } }) => `${code}: ${message}`).toSorted(),
      });
    }
    return answers;
  };

let graph: HttpGraph;
/** Of the inspector, who may see what the viewer may not. */
let theirs: { cursor: string; etag: string | null };

const getFigures = async (headers: Readonly<Record<string, string>>, token: string | null): Promise<unknown> => {
  const query = `{ province(id: "${OWN.province}") { petitionStatistics(${PERIOD}) { ${FIGURES} } } }`;
  const answer = await sendRaw(graph.url, { path: `/graphql?query=${encodeURIComponent(query)}`, headers, token });
  return [answer.status, answer.headers.get('etag'), answer.text.replace(/"requestId":"[^"]*"/g, '')];
};

const viewerToken = (): Promise<string> => graph.issuer.token({ role: 'PROVINCE_VIEWER', ...OWN });

/** Each by what it tries; those of the second list are for nobody, so that the inspector learns nothing either. */
const TRICKS: Readonly<Record<string, Trick>> = {
  'the figures of the province': asking(
    `{ province(id: "${FOREIGN.province}") { petitionStatistics(${PERIOD}) { ${FIGURES} byKind { kind ${FIGURES} } } } }`,
  ),
  'the figures of all provinces, its own among them': asking(
    `{ provinces(boundaries: VN63) { id petitionStatistics(${PERIOD}) { ${FIGURES} } } }`,
  ),
  'the figures of an office': asking(
    `{ office(id: "${FOREIGN.office}") { petitionStatistics(${PERIOD}) { ${FIGURES} } } }`,
  ),
  'the figures of the offices, on the way through the province': asking(
    `{ province(id: "${FOREIGN.province}") { offices { id petitionStatistics(${PERIOD}) { ${FIGURES} } } } }`,
  ),
  'the figures of the predecessors of a province of today': asking(
    '{ province(id: "VN34-38") { predecessors { id petitionStatistics(period: { workingYear: 2025 }) { received } } } }',
  ),
  'the figures by way of an office of its own that leads to a province': asking(
    `{ office(id: "${OWN.office}") { province { offices { id } } } province(id: "${FOREIGN.province}") { successor { petitionStatistics(${PERIOD}) { received } } } }`,
  ),
  'a trend, month by month': asking(
    `{ province(id: "${FOREIGN.province}") { petitionTrend(${PERIOD}, grain: MONTH) { period { through } received } } }`,
  ),
  'the same period last year, from the year after': asking(
    `{ province(id: "${FOREIGN.province}") { petitionStatistics(period: { workingYear: 2026 }) { samePeriodLastYear { received } } } }`,
  ),
  'single days': asking(
    ...['2025-03-03', '2025-03-04', '2025-03-05'].map(
      (day) =>
        `{ province(id: "${FOREIGN.province}") { petitionStatistics(period: { from: "${day}", through: "${day}" }) { received } } }`,
    ),
  ),
  'other names for the same, thirty at once': asking(
    `{ ${Array.from({ length: 15 }, (_, nth) => `o${nth}: office(id: "${FOREIGN.province}-${String(nth + 1).padStart(2, '0')}") { f: petitionStatistics(${PERIOD}) { received } }`).join(' ')} }`,
  ),
  'fragments and directives around it': asking(
    `query ($yes: Boolean = true) { ...On } fragment On on Query { province(id: "${FOREIGN.province}") { ... on Province @include(if: $yes) { petitionStatistics(${PERIOD}) { ...Figures } } } } fragment Figures on PetitionStatistics { ${FIGURES} }`.replace(
      '$yes: Boolean = true',
      '$yes: Boolean! = true',
    ),
  ),
  'the list of the province': asking(
    `{ petitions(filter: { province: "${FOREIGN.province}" }) { totalCount nodes { id kind } } }`,
  ),
  'the list of the office, by kind': asking(
    `{ petitions(filter: { office: "${FOREIGN.office}", kind: DENUNCIATION }) { totalCount nodes { id } } }`,
  ),
  'all denunciations, wherever': asking('{ petitions(filter: { kind: DENUNCIATION }) { totalCount nodes { id } } }'),
  'a count of everything': asking('{ petitions { totalCount } }'),
  'whatever is against the accused': asking(
    `{ petitions(filter: { officer: "${ACCUSED}" }) { totalCount nodes { id } } }`,
  ),
  'whatever is about a case': asking(
    `{ petitions(filter: { case: "${FOREIGN_CASE}" }) { totalCount } }`,
    `{ petitions(filter: { case: "${OWN_CASE}" }) { totalCount nodes { id } } }`,
  ),
  'orders and their ends': asking(
    ...['ID', 'RECEIVED_ON', 'DUE_ON'].map(
      (field) =>
        `{ petitions(first: 1, orderBy: { field: ${field}, direction: DESC }) { nodes { id } pageInfo { hasNextPage hasPreviousPage endCursor } } }`,
    ),
  ),
  'the cursor of somebody who sees them': async (caller) =>
    asking(`{ petitions(after: "${theirs.cursor}") { nodes { id } pageInfo { hasNextPage } totalCount } }`)(caller),
  'an id': asking(`{ petition(id: "${DENUNCIATION}") { id kind receivedOn } }`),
  'an id, as of a day': asking(`{ petition(id: "${DENUNCIATION}", asOf: "2025-09-30") { id kind } }`),
  'the officer who is accused': asking(`{ officer(id: "${ACCUSED}") { id petitionsAgainst { id } } }`),
  'the case that it is about': asking(
    `{ case(id: "${FOREIGN_CASE}") { petitions { id } } }`,
    `{ case(id: "${OWN_CASE}") { petitions { id kind } } }`,
  ),
  'what is late, as a worklist': asking(
    '{ petitions(filter: { overdueOn: "2025-09-30" }) { totalCount nodes { id } } }',
    `{ petitions(filter: { province: "${FOREIGN.province}", overdueOn: "2025-09-30" }) { totalCount } }`,
  ),
  'how far the journal has come': asking('{ complaintsJournal { position hash waiting } }'),
  'who has looked at them': asking('{ complaintsAccessLog { totalCount nodes { subjects } } }'),
};

const FOR_NOBODY: Readonly<Record<string, Trick>> = {
  'what an event about one would lead to': asking(
    `{ previewPetitionEvents(events: [{ id: "${randomUUID()}", subject: "${DENUNCIATION}", type: PETITION_ACCEPTED, occurredOn: "2025-04-01" }]) { results { status refusal { rule message } } } }`,
  ),
  'an entity by reference, at the gateway': asking(
    `{ _entities(representations: [{ __typename: "Petition", id: "${DENUNCIATION}" }]) { ... on Petition { kind } } }`,
  ),
  'a subgraph itself, without a statement': async () => askSubgraph({}),
  'a subgraph itself, with a statement of its own making': async ({ principal }) => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const key = await statementKey(JSON.stringify(privateKey.export({ format: 'jwk' })));
    const head = { requestId: 'r', purpose: null, operation: '', from: '', deadlineAt: Date.now() + 60_000 };
    return askSubgraph({ [STATEMENT_HEADER]: await signStatement(key, { ...head, principal }) });
  },
  'a token that it has changed': async () => {
    const [header, payload, signature] = (await viewerToken()).split('.');
    const claims = JSON.parse(Buffer.from(payload!, 'base64url').toString()) as object;
    const changed = Buffer.from(JSON.stringify({ ...claims, thads_province: FOREIGN.province })).toString('base64url');
    const { status, data } = await sendRaw(graph.url, {
      body: { query: `{ province(id: "${FOREIGN.province}") { petitionStatistics(${PERIOD}) { received } } }` },
      token: [header, changed, signature].join('.'),
    });
    return { status, data };
  },
  'whether its own figures have another ETag': async () => getFigures({}, await viewerToken()),
  'whether an answer to somebody else is still the same': async () =>
    getFigures({ 'if-none-match': theirs.etag ?? '"none"' }, await viewerToken()),
};

async function askSubgraph(headers: Readonly<Record<string, string>>): Promise<unknown> {
  const { status, data } = await sendRaw(new URL(graph.subgraphUrls.complaints).origin, {
    body: { query: '{ petitions { totalCount } }' },
    headers,
  });
  return { status, data };
}

async function submit(register: string, events: readonly object[]): Promise<void> {
  const { done } = await graph.client.data(
    `mutation ($events: [${register}EventInput!]!) { done: submit${register}Events(events: $events) { accepted refused { refusal { rule message } } } }`,
    { events: events.map((event) => ({ id: randomUUID(), ...event })) },
  );
  expect(done).toEqual({ accepted: events.length, refused: [] });
}

const received = (subject: string, fields: object) => ({
  subject,
  type: 'PETITION_RECEIVED',
  occurredOn: '2025-03-03',
  kind: 'COMPLAINT',
  ...fields,
});

const learnt: Record<'viewer' | 'inspector', Record<string, unknown>[]> = { viewer: [], inspector: [] };

beforeAll(async () => {
  graph = await startOverHttp('empty');
  const opened = (subject: string) => ({
    subject,
    type: 'ENTRUSTMENT_RECEIVED',
    occurredOn: '2025-02-03',
    kind: 'CIVIL',
    initiation: 'ON_REQUEST',
    amount: 1_000_000,
    decisionNumber: '1/QĐ',
    signer: 'A',
  });
  await submit('Case', [
    opened(OWN_CASE),
    opened(FOREIGN_CASE),
    { subject: ACCUSED, type: 'OFFICER_APPOINTED', occurredOn: '2020-01-02', name: 'Chấp hành viên', grade: 'SENIOR' },
  ]);
  await submit('Petition', [
    received(OWN_PETITION, { case: OWN_CASE }),
    received(`${FOREIGN.office}.K-1`, { case: FOREIGN_CASE, againstOfficer: ACCUSED }),
    received(FOREIGN_LETTER, { kind: 'MIXED' }),
    { subject: FOREIGN_LETTER, type: 'PETITION_SPLIT', occurredOn: '2025-03-04', parts: 3 },
  ]);
  const viewer = await callerOf(graph, 'PROVINCE_VIEWER');
  const inspector = await callerOf(graph, 'CENTRAL_INSPECTOR');
  const tryAll = async (): Promise<void> => {
    const { data } = await inspector.ask('{ petitions(first: 1) { pageInfo { endCursor } } }');
    const figures = (await getFigures({}, await graph.issuer.token({ role: 'CENTRAL_INSPECTOR' }))) as [number, string];
    theirs = { cursor: data.petitions.pageInfo.endCursor, etag: figures[1] };
    for (const [name, caller] of [
      ['inspector', inspector],
      ['viewer', viewer],
    ] as const) {
      const found: Record<string, unknown> = {};
      for (const [trick, tryIt] of Object.entries({ ...TRICKS, ...FOR_NOBODY })) found[trick] = await tryIt(caller);
      learnt[name].push(found);
    }
  };
  await tryAll();
  await submit('Petition', [
    ...Array.from({ length: 7 }, (_, nth) =>
      received(`${FOREIGN.office}.D-${nth + 1}`, {
        kind: 'DENUNCIATION',
        againstOfficer: ACCUSED,
        case: nth === 0 ? FOREIGN_CASE : nth === 1 ? OWN_CASE : null,
        occurredOn: nth < 4 ? '2025-03-03' : '2025-03-04',
        sender: { name: 'Trần Thị Tố Giác' },
      }),
    ),
    {
      subject: `${FOREIGN.office}.D-2`,
      type: 'PETITION_ACCEPTED',
      occurredOn: '2025-03-10',
      decisionNumber: '2/QĐ',
      signer: 'B',
    },
  ]);
  await tryAll();
});
afterAll(() => graph.stop());

it('there are more than twenty of them', () => {
  expect(Object.keys({ ...TRICKS, ...FOR_NOBODY }).length).toBeGreaterThan(20);
});

it.each(Object.keys(TRICKS))('nothing is learnt by %s', (trick) => {
  const [before, after] = learnt.viewer.map((found) => found[trick]);
  expect(after).toEqual(before);
  expect(JSON.stringify(after)).not.toMatch(/INTERNAL|\.D-\d|GRAPHQL_VALIDATION|Syntax|Unknown argument|Cannot query/);
});

it.each(Object.keys(TRICKS).filter((trick) => !trick.startsWith('who has looked')))(
  'something could be learnt by %s',
  (trick) => {
    const [before, after] = learnt.inspector.map((found) => found[trick]);
    expect(after).not.toEqual(before);
  },
);

it.each(Object.keys(FOR_NOBODY))('nobody learns anything by %s', (trick) => {
  const [before, after] = learnt.viewer.map((found) => found[trick]);
  expect(after).toEqual(before);
});

it('the places of its own events in the journal, which would count those between them, are not told', async () => {
  const query = `{ petition(id: "${OWN_PETITION}") { history { position } } }`;
  const [theirs, own] = await Promise.all(
    (['CENTRAL_INSPECTOR', 'PROVINCE_VIEWER'] as const).map(async (role) => (await callerOf(graph, role)).ask(query)),
  );
  expect(theirs!.data.petition.history).toEqual([{ position: expect.any(Number) }]);
  expect(own!.data.petition.history).toEqual([{ position: null }]);
});
