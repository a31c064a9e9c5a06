/** Taking the whole: through the gateway, on the sample. */
import { ROLE_NAMES, type Role, findProvince } from '@thads/shared';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import pg from 'pg';
import { OWN } from './access/callers';
import {
  type AskedExport,
  DATASETS,
  START,
  download,
  ended,
  exported,
  exportedRows,
  findExport,
  inGraph,
  startExport,
  subgraphDefinitions,
} from './harness/exports';
import { type OneProcessGraph, startInOneProcess, startOverHttp } from './harness/graph';
import type { GraphClient } from './harness/graph-client';

/** Where the rows of a type are listed, for datasets of what belongs to them. */
const LISTS = new Map([
  ['Case', 'cases'],
  ['Finding', 'findings'],
  ['Obligation', 'obligations'],
  ['Asset', 'assets'],
]);
const datasets = subgraphDefinitions.flatMap((definition) => definition.datasets);
const recorded = datasets.filter(({ subject, name }) => subject !== null && name !== 'OFFICERS');

let graph: OneProcessGraph;
let admin: pg.Client;
const clients = new Map<Role, GraphClient>();

beforeAll(async () => {
  graph = await startInOneProcess('sample', { exports: { perCaller: 50 } });
  admin = new pg.Client({ connectionString: graph.adminUrl });
  await admin.connect();
  for (const role of ROLE_NAMES.filter((name) => name !== 'PUBLIC')) {
    clients.set(role, await graph.asRole({ role, ...OWN }));
  }
});
afterAll(async () => {
  await admin?.end();
  await graph?.stop();
});

/** Every page of a list. */
async function listed(client: GraphClient, list: string, filter: object, selection: string): Promise<any[]> {
  const type = `${list[0]!.toUpperCase()}${list.slice(1, -1)}Filter`.replace('CasesFilter', 'CaseFilter');
  const rows: any[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { data }: { data: any } = await client.ask<any>(
      `query ($filter: ${type}, $after: String) {
         ${list}(filter: $filter, first: 200, after: $after) { nodes { ${selection} } pageInfo { hasNextPage endCursor } }
       }`,
      { filter, after },
    );
    rows.push(...data[list].nodes);
    ({ hasNextPage: more, endCursor: after } = data[list].pageInfo);
  }
  return rows;
}

const keyOf = (row: Record<string, unknown>, key: readonly string[]): string =>
  key.map((name) => String(row[name])).join(' ');
const inOrder = (rows: Record<string, unknown>[], key: readonly string[]): Record<string, unknown>[] =>
  rows.toSorted((a, b) => (keyOf(a, key) < keyOf(b, key) ? -1 : 1));

describe('an export is what the graph shows the caller, row by row and field by field', () => {
  const office = { CENTRAL_STATISTICIAN: 'VN63-10-01', OFFICER: 'VN63-10-01' } as Partial<Record<Role, string>>;

  test.each(ROLE_NAMES.filter((role) => role !== 'PUBLIC'))('%s', async (role) => {
    const client = clients.get(role)!;
    const { datasets: mine } = await client.data<{ datasets: { name: string }[] }>('{ datasets { name } }');
    let rows = 0;
    for (const dataset of recorded.filter(({ name }) => mine.some((one) => one.name === name))) {
      const filter = { office: office[role] ?? OWN.office };
      const made = await exported(client, { dataset: dataset.name, filter });
      const { list, selection, rowsOf } = inGraph(dataset, made.fields, LISTS);
      const shown = (await listed(client, list, filter, selection)).flatMap(rowsOf);
      expect(inOrder(await exportedRows(graph.url, made), dataset.key)).toEqual(inOrder(shown, dataset.key));
      rows += made.rows!;
    }
    expect(rows).toBeGreaterThan(0);
  });

  test('officers, whom the graph lists nowhere, one by one', async () => {
    const made = await exported(clients.get('HEAD_OF_PROVINCE')!, { dataset: 'OFFICERS' });
    const rows = await exportedRows(graph.url, made);
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows.slice(0, 20)) {
      const { officer } = await clients
        .get('HEAD_OF_PROVINCE')!
        .data('query ($id: ID!) { officer(id: $id) { id office { id } name grade inOffice } }', { id: row.id });
      expect(row).toEqual({ ...officer, office: officer.office.id });
    }
    const { rows: there } = await admin.query(
      'select id from cases.officer where territory = any ($1) order by territory, id',
      [findProvince(OWN.province)!.territories],
    );
    expect(rows.map(({ id }) => id)).toEqual(there.map(({ id }) => id));
  });
});

test('the datasets that the gateway names are those of the subgraphs', () => {
  const named = Object.entries(DATASETS).map(([register, ofRegister]) => [register, Object.keys(ofRegister)]);
  expect(named).toEqual(
    subgraphDefinitions.map(({ register, datasets: own }) => [register.schema, own.map(({ name }) => name)]),
  );
});

describe('statistics', () => {
  const year = { from: '2023-10-01', through: '2024-09-30' };

  /** Sums of the rows of slots before and in working year 2024. */
  function sums(rows: readonly Record<string, any>[], names: readonly string[], basis: 'CLOSING' | 'FLOW') {
    const counted = rows.filter(
      ({ slot, day }) => names.includes(slot) && day <= year.through && (basis === 'CLOSING' || day >= year.from),
    );
    return {
      cases: counted.reduce((sum, { count }) => sum + count, 0),
      money: counted.reduce((sum, { money }) => sum + money, 0),
    };
  }

  test('lines of the statistics of cases are sums over the export, for the nation, a province, an office and a category', async () => {
    const rows = await exportedRows(graph.url, await exported(graph.client, { dataset: 'CASE_STATISTICS' }));
    const figures = `toBeEnforced { cases money } completed { cases money } carriedForward { cases money }`;
    const { nation, province, office, category } = await graph.client.data(`{
      nation { caseStatistics(period: { workingYear: 2024 }) { ${figures} } }
      province(id: "VN34-15") { caseStatistics(period: { workingYear: 2024 }) { ${figures} } }
      office(id: "VN63-10-01") { caseStatistics(period: { workingYear: 2024 }) { ${figures} } }
      category: nation { caseStatistics(period: { workingYear: 2024 }, overlay: CREDIT_INSTITUTION) { ${figures} } }
    }`);
    const open = [
      'IN_PROGRESS',
      'POSTPONED_BY_CONSENT',
      'OTHER_WITH_CONDITIONS',
      'NOT_YET_44A',
      'POSTPONED',
      'SUSPENDED',
    ];
    const done = ['COMPLETED', 'TERMINATED', 'REDUCED'];
    const scopes = [
      [nation, () => true],
      [province, (row: any) => row.province === 'VN34-15'],
      [office, (row: any) => row.office === 'VN63-10-01'],
      [category, (row: any) => row.overlays.includes('CREDIT_INSTITUTION')],
    ] as const;
    for (const [shown, isOf] of scopes) {
      const own = rows.filter(isOf);
      const closing = sums(own, open, 'CLOSING');
      const completed = sums(own, done, 'FLOW');
      expect(completed.cases).toBeGreaterThan(0);
      expect(shown.caseStatistics).toEqual({
        toBeEnforced: { cases: closing.cases + completed.cases, money: closing.money + completed.money },
        completed,
        carriedForward: closing,
      });
    }
  });

  test('petitions by kind and money collected by category are sums over the exports', async () => {
    const petitions = await exportedRows(graph.url, await exported(graph.client, { dataset: 'COMPLAINT_STATISTICS' }));
    const recovery = await exportedRows(graph.url, await exported(graph.client, { dataset: 'RECOVERY_STATISTICS' }));
    const { nation } = await graph.client.data(`{ nation {
      petitionStatistics(period: { workingYear: 2024 }) { byKind { kind resolved } }
      recoveryStatistics(period: { workingYear: 2024 }) { byCategory { category collected { money } } }
    } }`);
    expect(nation.petitionStatistics.byKind.length).toBeGreaterThan(2);
    for (const { kind, resolved } of nation.petitionStatistics.byKind) {
      expect([
        kind,
        sums(
          petitions.filter((row) => row.kind === kind),
          ['RESOLVED'],
          'FLOW',
        ).cases,
      ]).toEqual([kind, resolved]);
    }
    expect(nation.recoveryStatistics.byCategory.length).toBeGreaterThan(2);
    for (const { category, collected } of nation.recoveryStatistics.byCategory) {
      const money = sums(
        recovery.filter((row) => row.category === category),
        ['COLLECTED'],
        'FLOW',
      ).money;
      expect([category, money]).toEqual([category, collected.money]);
    }
  });

  test('a province’s reader has the offices of the own province alone', async () => {
    const made = await exported(clients.get('PROVINCE_VIEWER')!, { dataset: 'CASE_STATISTICS' });
    const provinces = new Set((await exportedRows(graph.url, made)).map(({ formerProvince }) => formerProvince));
    expect([...provinces]).toEqual([OWN.province]);
  });
});

describe('files', () => {
  let made: AskedExport;
  beforeAll(async () => {
    made = await exported(graph.client, { dataset: 'OBLIGATIONS' });
  });

  test('there is one for each of the 34 provinces and the central department, all counted and hashed', async () => {
    expect(made.files.map(({ province }) => province)).toHaveLength(35);
    expect(new Set(made.files.map(({ province }) => province))).toHaveProperty('size', 35);
    expect(made.files.map(({ name }) => name)).toContain('obligations-VN34-15.jsonl');
    for (const file of made.files) {
      const bytes = await download(graph.url, file);
      const lines = bytes.toString('utf8').split('\n').length - 1;
      expect([lines, bytes.length, createHash('sha256').update(bytes).digest('hex')]).toEqual([
        file.rows,
        file.bytes,
        file.sha256,
      ]);
    }
    const [{ total }] = (await admin.query('select count(*)::integer as total from recovery.obligation')).rows as [any];
    expect([made.rows, made.files.reduce((sum, { rows }) => sum + rows, 0)]).toEqual([total, total]);
  });

  test('the manifest says what they are, and its signature is that of the published key', async () => {
    const bytes = await download(graph.url, made.manifest!);
    const manifest = JSON.parse(bytes.toString('utf8'));
    expect(manifest).toMatchObject({
      id: made.id,
      dataset: 'OBLIGATIONS',
      snapshotId: made.snapshotId,
      dataVersion: made.dataVersion,
      cursor: made.cursor,
      key: ['id'],
      rows: made.rows,
      requested: { by: 'registrar', role: 'REGISTRAR', input: { dataset: 'OBLIGATIONS', format: 'JSON_LINES' } },
      files: made.files.map(({ url: _url, expiresAt: _expiresAt, ...file }) => file),
    });
    expect(manifest.fields[0]).toEqual({
      name: 'id',
      type: 'ID',
      masked: false,
      description: expect.stringContaining('(mã'),
    });
    const { keys } = (await (await fetch(`${graph.url}/exports/keys.json`)).json()) as { keys: any[] };
    const key = createPublicKey({ key: keys.find(({ kid }) => kid === manifest.signedWith), format: 'jwk' });
    const signature = Buffer.from(made.manifestSignature!, 'base64url');
    expect(verify(null, bytes, key, signature)).toBe(true);
    bytes[20] = bytes[20]! ^ 1;
    expect(verify(null, bytes, key, signature)).toBe(false);
  });

  test('they are sent by ranges, and parts make the whole', async () => {
    const file = made.files.find(({ rows }) => rows > 1_000)!;
    const whole = await download(graph.url, file);
    const ranged = async (range: string, more: Record<string, string> = {}) =>
      fetch(graph.url + file.url, { headers: { range, ...more } });
    const half = Math.floor(file.bytes / 2);
    const first = await ranged(`bytes=0-${half - 1}`);
    const second = await ranged(`bytes=${half}-`, { 'if-range': first.headers.get('etag')! });
    expect([first.status, second.status, first.headers.get('etag')]).toEqual([206, 206, `"${file.sha256}"`]);
    expect(first.headers.get('content-range')).toBe(`bytes 0-${half - 1}/${file.bytes}`);
    const parts = await Promise.all([first, second].map(async (part) => Buffer.from(await part.arrayBuffer())));
    expect(Buffer.concat(parts).equals(whole)).toBe(true);
    expect((await ranged('bytes=0-9', { 'if-range': '"another"' })).status).toBe(200);
    const beyond = await ranged(`bytes=${file.bytes}-`);
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${file.bytes}`]);
    expect(await beyond.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  test('an altered, foreign or expired address is refused', async () => {
    const { url } = made.files[0]!;
    const altered = [
      url.replace(/expires=\d+/, 'expires=9999999999'),
      url.replace(/signature=...../, 'signature=AAAAA'),
      url.replace('obligations-VN34-01', 'obligations-VN34-04'),
      url.replace(/\?.*/, ''),
      url.replace(/\/[^/]+\?/, '/..%2f..%2fsigning-key.json?'),
    ];
    for (const address of altered) {
      const answer = await fetch(graph.url + address);
      expect([address, answer.status, await answer.json()]).toEqual([
        address,
        403,
        {
          errors: [
            {
              message: expect.stringContaining('ask "export"'),
              extensions: expect.objectContaining({ code: 'FORBIDDEN' }),
            },
          ],
        },
      ]);
    }
  });
});

describe('who may', () => {
  const refusal = async (client: GraphClient, input: object) => {
    const { errors } = await client.ask(START, { input });
    return errors.map(({ message, extensions }) => `${extensions.code}: ${message}`);
  };

  test('nobody without a token', async () => {
    const answer = await fetch(`${graph.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: 'mutation { startExport(input: { dataset: CASES }) { id } }' }),
    });
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  test('unknown, repeated and forbidden fields, datasets and filters are refused and name what is right', async () => {
    const client = graph.client;
    expect(await refusal(client, { dataset: 'CASES', fields: ['id', 'nothing'] })).toEqual([
      expect.stringMatching(/^BAD_USER_INPUT: fields: "nothing" is no field of CASES; there are id, office/),
    ]);
    expect(await refusal(client, { dataset: 'CASES', fields: ['id', 'id'] })).toEqual([
      expect.stringContaining('named twice'),
    ]);
    expect(await refusal(client, { dataset: 'CASES', fields: [] })).toEqual([expect.stringContaining('is empty')]);
    expect(await refusal(client, { dataset: 'NOTHING' })).toEqual([expect.stringMatching(/^BAD_USER_INPUT/)]);
    expect(await refusal(client, { dataset: 'CASES', filter: { provinces: ['VN34-99'] } })).toEqual([
      expect.stringContaining('Unknown province id'),
    ]);
    expect(await refusal(client, { dataset: 'CASES', filter: { office: 'x' } })).toEqual([
      expect.stringContaining('Unknown office id'),
    ]);
    expect(await refusal(client, { dataset: 'CASE_STATISTICS', filter: { lastEventFrom: '2024-01-01' } })).toEqual([
      expect.stringContaining('no last event'),
    ]);
    expect(await refusal(client, { dataset: 'CASES', format: 'PARQUET', compression: 'GZIP' })).toEqual([
      expect.stringContaining('compressed by itself'),
    ]);
    expect(await refusal(clients.get('OFFICER')!, { dataset: 'PETITIONS' })).toEqual([
      'FORBIDDEN: PETITIONS: not for the role OFFICER.',
    ]);
    expect(await refusal(clients.get('OFFICER')!, { dataset: 'CASES', fields: ['id'] })).toEqual([]);
  });

  test('personal fields in full take a purpose, masked ones do not', async () => {
    const token = await graph.issuer.token({ role: 'CENTRAL_INSPECTOR' });
    const ask = async (bearer: string, fields: string[]) => {
      const answer = await fetch(`${graph.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
        body: JSON.stringify({ query: START, variables: { input: { dataset: 'PARTIES', fields } } }),
      });
      return ((await answer.json()) as any).errors?.[0].message ?? 'started';
    };
    expect(await ask(token, ['id', 'name'])).toContain('x-purpose-article');
    expect(await ask(token, ['id', 'role'])).toBe('started');
    expect(await ask(await graph.issuer.token({ role: 'CENTRAL_STATISTICIAN' }), ['id', 'name'])).toBe('started');
  });

  test('nobody sees, ends or downloads the exports of others, not even an auditor', async () => {
    const made = await exported(clients.get('INSPECTOR')!, { dataset: 'COERCIONS' });
    for (const client of [clients.get('AUDITOR')!, graph.client, clients.get('HEAD_OF_PROVINCE')!]) {
      expect(await findExport(client, made.id)).toBeNull();
      const { errors } = await client.ask('mutation ($id: ID!) { cancelExport(id: $id) { id } }', { id: made.id });
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
    }
  });

  test('every export is in the access log before rows are read, and how many there were after', async () => {
    const input = { dataset: 'PARTIES', filter: { provinces: ['VN63-10'] }, fields: ['id', 'name'] };
    const made = await exported(clients.get('CENTRAL_INSPECTOR')!, input);
    const { casesAccessLog } = await clients
      .get('AUDITOR')!
      .data('query ($id: ID!) { casesAccessLog(filter: { subject: $id }) { nodes { role article file subjects } } }', {
        id: made.id,
      });
    const who = { role: 'CENTRAL_INSPECTOR', article: 'Điều 27', file: 'HS-1' };
    expect(casesAccessLog.nodes).toEqual([
      {
        ...who,
        subjects: [
          `Export ${made.id}`,
          'Dataset PARTIES',
          'Filter {"provinces":["VN63-10"]}',
          'Fields id,name',
          'Format JSON_LINES',
        ],
      },
      { ...who, subjects: [`Export ${made.id}`, `Rows ${made.rows}`] },
    ]);
    expect(made.rows).toBeGreaterThan(0);
  });

  test('an export that cannot be logged is not made', async () => {
    await admin.query('alter table recovery.access_log rename to access_log_away');
    try {
      const before = await admin.query('select count(*) from recovery.export');
      expect(await refusal(graph.client, { dataset: 'RECEIPTS' })).toEqual([expect.stringMatching(/^INTERNAL/)]);
      expect((await admin.query('select count(*) from recovery.export')).rows).toEqual(before.rows);
    } finally {
      await admin.query('alter table recovery.access_log_away rename to access_log');
    }
  });
});

test('cancelling one that waits takes it from the queue, and one that has ended stays as it is', async () => {
  const client = clients.get('REGISTRAR')!;
  const [first, second] = [
    await startExport(client, { dataset: 'CASE_STATISTICS' }),
    await startExport(client, { dataset: 'CASE_STATISTICS' }),
  ];
  const cancel = 'mutation ($id: ID!) { cancelExport(id: $id) { status files { name } } }';
  expect((await client.data(cancel, { id: second.id })).cancelExport).toEqual({ status: 'CANCELLED', files: [] });
  // Under way or waiting, it is over at once.
  expect((await client.data(cancel, { id: first.id })).cancelExport).toEqual({ status: 'CANCELLED', files: [] });
  const third = await exported(client, { dataset: 'COERCIONS' });
  expect((await client.data(cancel, { id: third.id })).cancelExport.status).toBe('FINISHED');
  expect((await ended(client, first)).status).toBe('CANCELLED');
});

test('an address is good for as long as it says, and not longer', async () => {
  const hasty = await startInOneProcess('sample', { exportLinkMs: 0 });
  try {
    const made = await exported(hasty.client, { dataset: 'OFFICERS' });
    await sleep(1_100);
    const answer = await fetch(hasty.url + made.files[0]!.url);
    expect([answer.status, await answer.json()]).toEqual([
      403,
      { errors: [expect.objectContaining({ message: expect.stringContaining('no longer good') })] },
    ]);
  } finally {
    await hasty.stop();
  }
});

test('over HTTP the gateway passes files on from the subgraph, by ranges too', async () => {
  const apart = await startOverHttp('sample');
  try {
    const made = await exported(apart.client, { dataset: 'OBLIGATIONS', compression: 'GZIP' });
    const file = made.files.find(({ rows }) => rows > 1_000)!;
    const whole = await fetch(apart.url + file.url);
    const bytes = Buffer.from(await whole.arrayBuffer());
    expect([whole.status, whole.headers.get('etag'), whole.headers.get('content-type')]).toEqual([
      200,
      `"${file.sha256}"`,
      'application/gzip',
    ]);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256);
    expect(gunzipSync(bytes).toString('utf8').split('\n')).toHaveLength(file.rows + 1);
    const rest = await fetch(apart.url + file.url, { headers: { range: 'bytes=1000-' } });
    expect([rest.status, rest.headers.get('content-range')]).toEqual([
      206,
      `bytes 1000-${file.bytes - 1}/${file.bytes}`,
    ]);
    expect(Buffer.from(await rest.arrayBuffer()).equals(bytes.subarray(1_000))).toBe(true);
    const beyond = await fetch(apart.url + file.url, { headers: { range: `bytes=${file.bytes}-` } });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${file.bytes}`]);
    const { keys } = (await (await fetch(`${apart.url}/exports/keys.json`)).json()) as { keys: unknown[] };
    // Each subgraph has made its own.
    expect(keys).toHaveLength(4);
    await apart.stopSubgraph('recovery');
    const gone = await fetch(apart.url + file.url);
    expect([gone.status, await gone.json()]).toEqual([
      503,
      { errors: [expect.objectContaining({ extensions: expect.objectContaining({ code: 'SUBGRAPH_UNAVAILABLE' }) })] },
    ]);
  } finally {
    await apart.stop();
  }
});
