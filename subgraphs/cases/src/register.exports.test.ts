/** Exports as a subgraph makes them: the queue, the worker, and what goes wrong. */
import {
  type ExportRequest,
  type ExportSettings,
  type ExportState,
  type Exports,
  type PrincipalClaims,
  Reader,
  Traffic,
  createExports,
  createLogger,
  rowAccessOf,
} from '@thads/shared';
import { headOf } from '@thads/shared/src/testing/head.testkit';
import { parquetReadObjects } from 'hyparquet';
import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { datasets } from './datasets';
import { type TestRegister, caseEvent, openRegister, openedCase } from './testing/register.testkit';

const REGISTRAR: PrincipalClaims = { role: 'REGISTRAR' };
const INSPECTOR: PrincipalClaims = { role: 'CENTRAL_INSPECTOR' };
const CASES: ExportRequest = { dataset: 'CASES', format: 'JSON_LINES' };
/** Two provinces that are read one after the other. */
const [EARLIER, LATER] = ['VN63-01-01', 'VN63-38-01'] as const;

let register: TestRegister;
let folder: string;
const opened: Exports[] = [];
let release: () => Promise<void> = () => Promise.resolve();

beforeAll(async () => {
  register = await openRegister();
});
afterAll(() => register.database.drop());
beforeEach(async () => {
  await register.database.clear();
  folder = await mkdtemp(path.join(tmpdir(), 'thads-exports-'));
});
afterEach(async () => {
  await release();
  await Promise.all(opened.splice(0).map((exports) => exports.stop()));
  await rm(folder, { recursive: true, force: true });
});

const settings = (own: Partial<ExportSettings> = {}): ExportSettings => ({
  folder,
  signingKey: undefined,
  keepMs: 3_600_000,
  perCaller: 5,
  ...own,
});

function openExports(own: Partial<ExportSettings> = {}): Exports {
  const exports = createExports({
    dataSource: register.database.dataSource,
    schema: 'cases',
    datasets,
    describe: (coordinate) => coordinate,
    settings: settings(own),
    logger: createLogger('test', 'silent'),
    traffic: new Traffic(),
  });
  opened.push(exports);
  return exports;
}

function callersExports(exports: Exports, claims: PrincipalClaims) {
  const head = headOf(claims);
  return exports.of(head, new Reader(register.database.dataSource, { access: rowAccessOf(head.principal) }));
}

async function ended(exports: Exports, claims: PrincipalClaims, { id }: ExportState): Promise<ExportState> {
  for (;;) {
    const state = await callersExports(exports, claims).find(id);
    if (state!.status !== 'QUEUED' && state!.status !== 'RUNNING') return state!;
    await sleep(20);
  }
}

async function made(exports: Exports, request: ExportRequest, claims = REGISTRAR): Promise<ExportState> {
  const state = await ended(exports, claims, await callersExports(exports, claims).start(request));
  if (state.status !== 'FINISHED') throw new Error(JSON.stringify(state));
  return state;
}

/** By file, of those that have rows. */
async function contents({ id, files }: ExportState): Promise<Record<string, Buffer>> {
  const read = files
    .filter(({ rows }) => rows > 0)
    .map(async ({ name }) => [name, await readFile(path.join(folder, id, name))] as const);
  return Object.fromEntries(await Promise.all(read));
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(20);
}

/** The subgraph as a process of its own, once it is ready; before it begins its shell runs `first`. */
async function startProcess(first = ':') {
  const child = spawn(
    'sh',
    [
      '-c',
      `${first}; exec "$@"`,
      'sh',
      process.execPath,
      '-r',
      path.resolve('scripts/register.cjs'),
      path.resolve('subgraphs/cases/src/main.ts'),
    ],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: {
        PATH: process.env.PATH,
        PORT: '0',
        DATABASE_URL: register.database.url,
        EXPORT_FOLDER: folder,
        STATEMENT_PUBLIC_KEY: JSON.stringify(generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' })),
      },
    },
  );
  await once(child.stdout, 'data');
  return child;
}

/** Holds up whoever reads cases until they are released. */
async function holdCases(): Promise<void> {
  const client = await register.database.admin.connect();
  await client.query('begin; lock table cases.enforcement_case in access exclusive mode');
  release = async () => {
    release = () => Promise.resolve();
    await client.query('commit');
    client.release();
  };
}

const isRunning = async (id: string): Promise<boolean> => {
  const { rows } = await register.database.admin.query('select status from cases.export where id = $1', [id]);
  return rows[0]?.status === 'RUNNING';
};

/** Statements that copy cases and have not come to their end. */
async function copying(): Promise<{ pid: number }[]> {
  const { rows } = await register.database.admin.query(
    `select pid from pg_stat_activity where datname = current_database() and state = 'active' and query like 'copy (%'`,
  );
  return rows;
}

async function accept(...events: Parameters<TestRegister['submitter']['submit']>[0]): Promise<void> {
  await register.submitter.submit(events, 'tester');
  while ((await register.follower.pass()) > 0);
}

describe('one snapshot', () => {
  test('all files show the same moment while writers go on', async () => {
    await accept(...openedCase(`${EARLIER}.C-1`), ...openedCase(`${LATER}.C-1`));
    const columns = await register.database.admin.query(
      `select string_agg(attname, ', ') as names from pg_attribute
       where attrelid = 'cases.enforcement_case'::regclass and attnum > 0 and not attisdropped and attgenerated = ''
         and attname not in ('territory', 'id')`,
    );
    const { names } = columns.rows[0];
    let written = 0;
    let writing = true;
    // A case in each of the two provinces, always together.
    const writer = (async () => {
      for (; writing; written += 1) {
        await register.database.admin.query(
          `insert into cases.enforcement_case (territory, id, ${names})
           select territory, left(id, 10) || '.N-' || $1, ${names} from cases.enforcement_case where id like '%.C-1'`,
          [written],
        );
      }
    })();
    const exports = openExports();
    const counts: number[][] = [];
    for (let round = 0; round < 5; round += 1) {
      await until(async () => written > round * 20);
      const { files } = await made(exports, CASES);
      counts.push(files.filter(({ rows }) => rows > 0).map(({ rows }) => rows));
    }
    writing = false;
    await writer;
    expect(counts.map((each) => new Set(each).size)).toEqual([1, 1, 1, 1, 1]);
    expect(counts.flat()).toHaveLength(10);
    expect(counts.at(-1)![0]).toBeGreaterThan(counts[0]![0]!);
  });
});

describe('formats', () => {
  const NAMES = ['=1+1', '+84', '-5', '@x', '\ttab', '\rreturn', 'Nguyễn "A", con\ncủa B', '\\.', 'Lê Văn C'];

  beforeEach(async () => {
    for (const index of NAMES.keys()) {
      const event = caseEvent(`${EARLIER}.CHV-${index}`, 'OFFICER_APPOINTED', '2015-01-05');
      await accept({ ...event, name: 'name', grade: 'JUNIOR' } as typeof event);
      await register.database.admin.query('update cases.officer set name = $1 where id = $2', [
        NAMES[index],
        event.subject,
      ]);
    }
  });
  const request: ExportRequest = { dataset: 'OFFICERS', format: 'CSV', fields: ['id', 'name', 'inOffice'] };

  test('in CSV text that begins like a formula follows an apostrophe, and all is quoted as it must be', async () => {
    const files = await contents(await made(openExports(), request));
    expect(Object.values(files).map((bytes) => bytes.toString('utf8'))).toEqual([
      [
        'id,name,inOffice',
        `${EARLIER}.CHV-0,'=1+1,true`,
        `${EARLIER}.CHV-1,'+84,true`,
        `${EARLIER}.CHV-2,'-5,true`,
        `${EARLIER}.CHV-3,'@x,true`,
        `${EARLIER}.CHV-4,'\ttab,true`,
        `${EARLIER}.CHV-5,"'\rreturn",true`,
        `${EARLIER}.CHV-6,"Nguyễn ""A"", con\ncủa B",true`,
        `${EARLIER}.CHV-7,\\.,true`,
        `${EARLIER}.CHV-8,Lê Văn C,true`,
        '',
      ].join('\n'),
    ]);
  });

  test('JSON lines and Parquet have every text as it is', async () => {
    const exports = openExports();
    const [lines] = Object.values(await contents(await made(exports, { ...request, format: 'JSON_LINES' })));
    const named = NAMES.map((name, index) => ({ id: `${EARLIER}.CHV-${index}`, name, inOffice: true }));
    expect(
      lines!
        .toString('utf8')
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line)),
    ).toEqual(named);
    const [parquet] = Object.values(await contents(await made(exports, { ...request, format: 'PARQUET' })));
    expect(await readParquet(parquet!)).toEqual(named);
  });

  test('Parquet has whole dong beyond 32 bits, days, lists and nulls', async () => {
    const overlays = ['CREDIT_INSTITUTION', 'CONVICTS'];
    await accept(...openedCase(`${EARLIER}.C-1`, 10_000_000_000_000));
    await register.database.admin.query('update cases.enforcement_case set overlays = 9');
    const fields = ['id', 'amount', 'overlays', 'decidedOn', 'endedOn', 'version'];
    const exports = openExports();
    const [bytes] = Object.values(await contents(await made(exports, { ...CASES, fields, format: 'PARQUET' })));
    const [json] = Object.values(await contents(await made(exports, { ...CASES, fields })));
    const line = JSON.parse(json!.toString('utf8'));
    expect(line).toMatchObject({ amount: 10_000_000_000_000, overlays });
    expect(await readParquet(bytes!)).toEqual([
      { ...line, amount: 10_000_000_000_000n, decidedOn: line.decidedOn && new Date(line.decidedOn) },
    ]);
  });

  async function readParquet(bytes: Buffer): Promise<unknown[]> {
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
    return parquetReadObjects({ file });
  }
});

describe('the queue', () => {
  test('callers take turns, whoever asks for many', async () => {
    await holdCases();
    const exports = openExports();
    const start = (claims: PrincipalClaims) => callersExports(exports, claims).start(CASES);
    const first = await start(REGISTRAR);
    await until(() => isRunning(first.id));
    const mine = [await start(REGISTRAR), await start(REGISTRAR)];
    const others = [await start(INSPECTOR)];
    expect((await callersExports(exports, INSPECTOR).find(others[0]!.id))!.queuePosition).toBe(1);
    expect((await callersExports(exports, REGISTRAR).find(mine[1]!.id))!.queuePosition).toBe(3);
    await release();
    for (const state of mine) await ended(exports, REGISTRAR, state);
    const { rows } = await register.database.admin.query('select id from cases.export order by started_at');
    expect(rows.map(({ id }) => id)).toEqual([first.id, others[0]!.id, mine[0]!.id, mine[1]!.id]);
  });

  test('one of a register is under way at a time, however many processes there are', async () => {
    await holdCases();
    const [one, another] = [openExports(), openExports()];
    const states = [
      await callersExports(one, REGISTRAR).start(CASES),
      await callersExports(another, INSPECTOR).start(CASES),
    ];
    await until(async () => (await copying()).length > 0);
    await sleep(500);
    expect(await copying()).toHaveLength(1);
    await release();
    expect((await ended(one, REGISTRAR, states[0]!)).status).toBe('FINISHED');
    expect((await ended(one, INSPECTOR, states[1]!)).status).toBe('FINISHED');
  });

  test('two of a caller are taken and a third is refused', async () => {
    await holdCases();
    const exports = openExports({ perCaller: 2 });
    const own = callersExports(exports, REGISTRAR);
    const [first] = [await own.start(CASES), await own.start(CASES)];
    await expect(own.start(CASES)).rejects.toMatchObject({
      extensions: { code: 'TOO_COSTLY' },
      message: expect.stringContaining('2 are allowed'),
    });
    await expect(callersExports(exports, INSPECTOR).start(CASES)).resolves.toMatchObject({ status: 'QUEUED' });
    await own.cancel(first.id);
    await expect(own.start(CASES)).resolves.toMatchObject({ status: 'QUEUED' });
    await release();
  });
});

describe('what ends before its time', () => {
  test('a cancelled export stops its statement and leaves no file', async () => {
    await holdCases();
    const exports = openExports();
    const state = await callersExports(exports, REGISTRAR).start(CASES);
    await until(async () => (await copying()).length > 0);
    expect((await callersExports(exports, REGISTRAR).cancel(state.id)).status).toBe('CANCELLED');
    await until(async () => (await copying()).length === 0);
    await release();
    // The next one has its turn.
    await made(exports, { ...CASES, dataset: 'OFFICERS' });
    expect((await readdir(folder)).filter((name) => name.startsWith(state.id))).toEqual([]);
  });

  test('what a killed process was at is taken up again from the start', async () => {
    await accept(...openedCase(`${EARLIER}.C-1`));
    const child = await startProcess();
    const gone = once(child, 'exit');
    await holdCases();
    // It takes exports in and makes none.
    const clerk = openExports();
    await clerk.stop();
    const waiting = await callersExports(clerk, REGISTRAR).start(CASES);
    await until(async () => (await copying()).length > 0);
    child.kill('SIGKILL');
    await gone;
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toHaveLength(1);
    const exports = openExports();
    await release();
    const state = await ended(exports, REGISTRAR, waiting);
    expect(state).toMatchObject({ status: 'FINISHED', rows: 1 });
    const { rows } = await register.database.admin.query('select attempts from cases.export');
    expect(rows).toEqual([{ attempts: 2 }]);
    expect((await readdir(folder)).filter((name) => name.startsWith(waiting.id))).toEqual([waiting.id]);
  });

  test('where there is no room for its files it fails and says so, and leaves none', async () => {
    await accept(...openedCase(`${EARLIER}.C-1`));
    const child = await startProcess('ulimit -f 0');
    const gone = once(child, 'exit');
    const clerk = openExports();
    await clerk.stop();
    const state = await ended(clerk, REGISTRAR, await callersExports(clerk, REGISTRAR).start(CASES));
    child.kill('SIGTERM');
    await gone;
    expect(state).toMatchObject({
      status: 'FAILED',
      error: { code: 'SUBGRAPH_UNAVAILABLE', message: expect.stringContaining('no room for its files') },
      files: [],
      manifest: null,
    });
    expect((await readdir(folder)).filter((name) => name.startsWith(state.id))).toEqual([]);
  });

  test('while the database goes away it is tried again, and given up after the third time with the reason', async () => {
    await holdCases();
    const exports = openExports();
    const state = await callersExports(exports, REGISTRAR).start(CASES);
    for (let time = 0; time < 3; time += 1) {
      await until(async () => (await copying()).length > 0);
      const [{ pid }] = (await copying()) as [{ pid: number }];
      await register.database.admin.query('select pg_terminate_backend($1)', [pid]);
      await until(async () => (await copying()).every((one) => one.pid !== pid));
    }
    await release();
    expect(await ended(exports, REGISTRAR, state)).toMatchObject({
      status: 'FAILED',
      error: { code: 'SUBGRAPH_UNAVAILABLE', message: expect.stringContaining('database went away') },
      files: [],
    });
    expect((await readdir(folder)).filter((name) => name.startsWith(state.id))).toEqual([]);
  });

  test('files are removed after their time, and the export says so', async () => {
    const exports = openExports({ keepMs: 300 });
    const state = await made(exports, CASES);
    const { name } = state.files[0]!;
    await until(async () => (await exports.file(state.id, name)) === 'REMOVED');
    expect(await callersExports(exports, REGISTRAR).find(state.id)).toMatchObject({
      status: 'FINISHED',
      files: [],
      manifest: null,
      filesUntil: expect.any(String),
    });
    await until(async () => (await readdir(folder)).every((one) => !one.startsWith(state.id)));
    expect(await exports.file(`cases-${'0'.repeat(8)}`, name)).toBe('UNKNOWN');
  });
});

test('nobody is shown the rows of others’ exports by the database itself', async () => {
  const exports = openExports();
  await made(exports, CASES);
  const client = new pg.Client({ connectionString: register.database.url });
  await client.connect();
  const seen = async (owner: string) => {
    await client.query('select set_config($1, $2, false)', ['thads.exports_of', owner]);
    return (await client.query('select id from cases.export')).rows.length;
  };
  try {
    expect([await seen(''), await seen('REGISTRAR somebody else'), await seen('REGISTRAR test REGISTRAR')]).toEqual([
      0, 0, 1,
    ]);
  } finally {
    await client.end();
  }
});
