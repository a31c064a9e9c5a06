import { DuckDBInstance } from '@duckdb/node-api';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { SpoolWriter } from '../changes/spool';
import type { Dataset } from '../graph/contract';
import { type DatasetState, isSameShape } from '../state/dataset-state';
import { type Format, openTarget } from './open-target';
import type { CopiedFile, Target } from './target';

/** Several rows for a subject, and a field of each type. */
const PAYMENTS: Dataset = {
  name: 'PAYMENTS',
  key: ['id'],
  subject: 'case',
  fields: [
    { name: 'id', type: 'ID' },
    { name: 'case', type: 'ID' },
    { name: 'province', type: 'ID' },
    { name: 'note', type: 'TEXT' },
    { name: 'turn', type: 'INT' },
    { name: 'amount', type: 'VND' },
    { name: 'paidOn', type: 'DATE' },
    { name: 'recordedAt', type: 'TIMESTAMP' },
    { name: 'inCash', type: 'BOOLEAN' },
    { name: 'overlays', type: 'TEXT_LIST' },
  ],
};

const PROVINCES: Readonly<Record<string, string>> = { a: 'VN34-01', b: 'VN34-02', d: 'VN34-03', e: 'VN34-03' };
const provinceOf = (subject: string): string | null => PROVINCES[subject] ?? null;

type Row = Readonly<Record<string, unknown>>;

const row = (id: string, subject: string, more: Row = {}): Row => ({
  id,
  case: subject,
  province: 'VN63-10',
  note: `"Thi hành", án\n=1+1`,
  turn: 1,
  amount: Number.MAX_SAFE_INTEGER,
  paidOn: '2025-06-30',
  recordedAt: '2025-06-30T17:00:00.123Z',
  inCash: true,
  overlays: ['STATE_BUDGET', 'CONVICTS'],
  ...more,
});
const EMPTY = { note: null, amount: null, paidOn: null, recordedAt: null, inCash: null, overlays: [] };

const A1 = row('a1', 'a');
const A2 = row('a2', 'a', { turn: 2, ...EMPTY });
const B1 = row('b1', 'b');
const C1 = row('c1', 'c', { note: '=1+1' });
const A2_LATER = { ...A2, turn: 3, note: '' };
const D1 = row('d1', 'd', { note: '-1', inCash: false });
/** Of changes. */
const FURTHER: readonly Row[] = [A2_LATER, D1, { ...A2, id: 'a3' }];

let folder: string;
const servers: { url: string; drop: () => Promise<void> }[] = [];

beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'thads-pull-'))));
afterEach(async () => {
  rmSync(folder, { recursive: true });
  for (const { drop } of servers.splice(0)) await drop();
});

async function freshDatabase(): Promise<string> {
  const adminUrl = process.env.THADS_TEST_DATABASE_URL!;
  const name = `pull_${process.pid}_${Date.now()}`;
  const admin = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: adminUrl });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await admin(`create database ${name}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  servers.push({ url: url.href, drop: () => admin(`drop database ${name} with (force)`) });
  return url.href;
}

async function duck(file: string, sql: string): Promise<Row[]> {
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  await connection.run(`set timezone = 'UTC'`);
  const rows = (await connection.runAndReadAll(sql)).getRowObjectsJson();
  connection.closeSync();
  instance.closeSync();
  return rows.map((found) => ({
    ...found,
    turn: Number(found['turn']),
    amount: found['amount'] === null ? null : Number(found['amount']),
    recordedAt: momentOf(found['recordedAt']),
  }));
}

const momentOf = (value: unknown): string | null =>
  value === null ? null : new Date(String(value).replace(/\+00$/, 'Z')).toISOString();

async function postgres(url: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(`select p.*, "paidOn"::text as "paidOn" from thads.payments p order by id`);
    return rows.map((found: Record<string, unknown>) => ({
      ...found,
      turn: Number(found['turn']),
      amount: found['amount'] === null ? null : Number(found['amount']),
      recordedAt: found['recordedAt'] === null ? null : (found['recordedAt'] as Date).toISOString(),
    }));
  } finally {
    await client.end();
  }
}

/** As the graph writes it; null is nothing at all, and the empty text is a pair of quotes. */
function csvLine(values: readonly unknown[]): string {
  const cells = values.map((value) => {
    if (value === null) return '';
    const cell = Array.isArray(value) ? value.join('|') : String(value).replace(/^[-=+@]/, `'$&`);
    return cell === '' || /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  });
  return `${cells.join(',')}\n`;
}

async function csv(name: string, rows: readonly Row[]): Promise<string> {
  const file = path.join(folder, 'copy', '.pull', `${name}.csv`);
  mkdirSync(path.dirname(file), { recursive: true });
  const names = PAYMENTS.fields.map((field) => field.name);
  writeFileSync(file, [csvLine(names), ...rows.map((one) => csvLine(names.map((field) => one[field])))].join(''));
  return file;
}

/** The lines of all files, byte for byte, and the rows that a reader of CSV makes of them. */
async function readCsv(into: string): Promise<Row[]> {
  const place = path.join(into, 'payments');
  const records = readdirSync(place).flatMap((file) => {
    const [header, ...lines] = readFileSync(path.join(place, file), 'utf8').split(/(?<=\n)(?=id,|[a-z]\d,)/);
    expect(header).toBe(csvLine(PAYMENTS.fields.map((field) => field.name)));
    return lines;
  });
  const known = [A1, A2, B1, C1, ...FURTHER];
  return records.sort().map((record) => {
    const found = known.find((one) => csvLine(PAYMENTS.fields.map((field) => one[field.name])) === record);
    if (!found) throw new Error(`not as the graph writes it: ${record}`);
    return found;
  });
}

interface Case {
  readonly format?: Format;
  into(): Promise<string>;
  /** Everything that is there, by id, asked as an analyst does. */
  read(into: string): Promise<Row[]>;
  file(name: string, rows: readonly Row[]): Promise<string>;
}

async function lines(name: string, rows: readonly Row[]): Promise<string> {
  const file = path.join(folder, `${name}.jsonl`);
  writeFileSync(file, rows.map((one) => `${JSON.stringify(one)}\n`).join(''));
  return file;
}

async function parquet(name: string, rows: readonly Row[]): Promise<string> {
  const source = await lines(name, rows);
  const file = path.join(folder, 'copy', '.pull', `${name}.parquet`);
  mkdirSync(path.dirname(file), { recursive: true });
  const types = `{id: 'VARCHAR', "case": 'VARCHAR', province: 'VARCHAR', note: 'VARCHAR', turn: 'INTEGER', amount: 'BIGINT',
    paidOn: 'DATE', recordedAt: 'TIMESTAMP', inCash: 'BOOLEAN', overlays: 'VARCHAR[]'}`;
  await duck(':memory:', `copy (from read_json('${source}', columns = ${types})) to '${file}'`).catch(() => undefined);
  return file;
}

const CASES: Record<string, Case> = {
  'a folder of Parquet': {
    into: async () => path.join(folder, 'copy'),
    read: (into) => duck(':memory:', `from '${into}/payments/*.parquet' order by id`),
    file: parquet,
  },
  'a folder of CSV': {
    format: 'csv',
    into: async () => path.join(folder, 'copy'),
    read: readCsv,
    file: csv,
  },
  DuckDB: {
    into: async () => `duckdb:${path.join(folder, 'copy.duckdb')}`,
    read: (into) => duck(into.slice('duckdb:'.length), 'from thads.payments order by id'),
    file: lines,
  },
  PostgreSQL: { into: freshDatabase, read: postgres, file: lines },
};

const shape = { key: PAYMENTS.key, fields: PAYMENTS.fields, format: 'PARQUET', provinces: null, since: null } as const;
const at = (cursor: string): DatasetState => ({ shape, cursor, underWay: null });

describe.each(Object.entries(CASES))('%s', (_, { format, into, read, file }) => {
  let address: string;
  let target: Target;

  beforeEach(async () => {
    address = await into();
    target = await openTarget(address, format);
  });
  afterEach(() => target.close());

  async function copy(files: Readonly<Record<string, readonly Row[]>>, cursor: string): Promise<void> {
    const copied: CopiedFile[] = [];
    for (const [name, rows] of Object.entries(files)) {
      copied.push({ path: await file(name, rows), province: name === 'none' ? null : name });
    }
    await target.replace(PAYMENTS, copied, at(cursor));
  }

  async function apply(changes: readonly (readonly [string, readonly Row[]])[], cursor: string) {
    const spool = new SpoolWriter(path.join(folder, 'spool'), provinceOf);
    await spool.add(changes.map(([subject, rows]) => ({ subject, rows: rows.map((one) => JSON.stringify(one)) })));
    return target.apply(PAYMENTS, await spool.close(), at(cursor));
  }

  async function present(): Promise<Row[]> {
    await target.close();
    const rows = await read(address);
    target = await openTarget(address, format);
    return rows;
  }

  it('holds every value of every type as the graph has it', async () => {
    await copy({ 'VN34-01': [A1, A2], 'VN34-02': [B1], none: [C1] }, '1');
    expect(await present()).toEqual([A1, A2, B1, C1]);
    expect(await target.count(PAYMENTS)).toBe(4);
    expect(target.stateOf('PAYMENTS')).toEqual(at('1'));
    expect(isSameShape(target.stateOf('PAYMENTS').shape, shape)).toBe(true);
  });

  it('takes the rows that a subject has now in place of those that it had', async () => {
    await copy({ 'VN34-01': [A1, A2], 'VN34-02': [B1], none: [C1] }, '1');
    // Each subject is as its last change says; of one that came and went nothing is left.
    const changes = [
      ['a', []],
      ['b', [B1, row('b2', 'b')]],
      ['b', []],
      ['a', [A2_LATER]],
      ['d', [D1]],
      ['e', [row('e1', 'e')]],
      ['e', []],
    ] as const;
    expect(await apply(changes, '2')).toMatchObject({ removed: 2 });
    expect(await present()).toEqual([A2_LATER, C1, D1]);
    expect(target.stateOf('PAYMENTS').cursor).toBe('2');
  });

  it('the same changes again change nothing', async () => {
    await copy({ 'VN34-01': [A1], none: [] }, '1');
    await apply([['a', [A1, A2]]], '2');
    await apply([['a', [A1, A2]]], '2');
    expect(await present()).toEqual([A1, A2]);
  });

  it('sums, whose keys may be unknown, take the place of those that there were', async () => {
    const sums: Dataset = { ...PAYMENTS, key: ['case', 'note'], subject: null };
    for (const rows of [
      [A1, A2],
      [A2, { ...A2, id: 'a3' }],
    ]) {
      await target.replace(sums, [{ path: await file('VN34-01', rows), province: 'VN34-01' }], at('1'));
      expect(await present()).toEqual(rows);
    }
  });

  it('a copy takes the place of everything that there was', async () => {
    await copy({ 'VN34-01': [A1, A2], 'VN34-02': [B1] }, '1');
    await copy({ 'VN34-01': [A2] }, '2');
    expect(await present()).toEqual([A2]);
  });

  it('changes that cannot be applied leave rows and state as they were', async () => {
    await copy({ 'VN34-01': [A1] }, '1');
    const broken = apply([['a', [{ ...A1, paidOn: '2025-02-30' }]]], '2');
    await expect(broken).rejects.toThrow(/2025-02-30/);
    expect(await present()).toEqual([A1]);
    expect(target.stateOf('PAYMENTS')).toEqual(at('1'));
  });

  it('refuses a second run at the same time', async () => {
    await expect(openTarget(address, format)).rejects.toMatchObject({
      exitCode: 4,
      message: expect.stringMatching(/Another run/),
    });
  });
});

it('changes rewrite the files of their provinces and no others', async () => {
  const { into } = CASES['a folder of Parquet']!;
  const target = await openTarget(await into());
  try {
    const files = [
      { path: await parquet('VN34-01', [A1, A2]), province: 'VN34-01' },
      { path: await parquet('VN34-02', [B1]), province: 'VN34-02' },
    ];
    await target.replace(PAYMENTS, files, at('1'));
    const place = path.join(folder, 'copy', 'payments');
    const untouched = path.join(place, 'VN34-01.parquet');
    const { mtimeMs, ino } = statSync(untouched);
    const spool = new SpoolWriter(path.join(folder, 'spool'), provinceOf);
    await spool.add([{ subject: 'b', rows: [JSON.stringify({ ...B1, turn: 9 })] }]);
    expect(await target.apply(PAYMENTS, await spool.close(), at('2'))).toEqual({ written: 1, removed: 0 });
    expect(statSync(untouched)).toMatchObject({ mtimeMs, ino });
    expect(readdirSync(place)).toEqual(['VN34-01.parquet', 'VN34-02.parquet']);
  } finally {
    await target.close();
  }
});
