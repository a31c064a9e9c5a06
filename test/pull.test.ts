import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type CommandResult, type RunningCommand, startCommand } from './harness/command';
import { asAdmin, databaseUrl } from './harness/databases';
import { askDuckDb } from './harness/duckdb';
import { type OneProcessGraph, startInOneProcess } from './harness/graph';
import { type Passing, type Proxy, startProxy } from './harness/proxy';

let graph: OneProcessGraph;
let proxy: Proxy;
/** Of the test file. */
let place: string;
/** Of one test. */
let folder: string;
/** A copy of most as Parquet. */
let whole: string;

beforeAll(async () => {
  graph = await startInOneProcess('sample');
  proxy = await startProxy(graph.url);
  place = mkdtempSync(path.join(tmpdir(), 'thads-pull-'));
  whole = path.join(place, 'data');
  await pulled(whole, of(...DATASETS));
});
afterAll(async () => {
  await proxy?.stop();
  await graph?.stop();
  rmSync(place, { recursive: true, force: true });
});
beforeEach(() => {
  folder = mkdtempSync(path.join(place, 'of-a-test-'));
  proxy.trouble(() => null);
  proxy.take();
});

/** The command as cron runs it, by way of the proxy. */
function startPull(into: string, args: readonly string[] = [], token: string | null = graph.token): RunningCommand {
  const purpose = ['--purpose-article', 'Điều 27', '--purpose-file', 'HS-1'];
  return startCommand('pull/src/main.ts', ['--url', proxy.url, '--into', into, ...purpose, ...args], {
    HOME: place,
    ...(token !== null && { THADS_TOKEN: token }),
  });
}

const pull = (...command: Parameters<typeof startPull>): Promise<CommandResult> => startPull(...command).ended;

async function pulled(...command: Parameters<typeof startPull>): Promise<string> {
  const { code, stdout, stderr } = await pull(...command);
  if (code !== 0) throw new Error(`ended with ${code}: ${stderr}\n${stdout}`);
  return stdout;
}

const of = (...datasets: string[]): string[] => ['--datasets', datasets.join(',')];
const isDownload = ({ path: asked }: Passing): boolean => asked.startsWith('/exports/') && !asked.includes('keys.json');
const isStart = ({ body }: Passing): boolean => body.includes('startExport');
const isOf =
  (field: string) =>
  ({ body }: Passing): boolean =>
    body.includes(`${field}(`);

/** What a register's list counts, and the dataset of the same. */
const LISTS: Readonly<Record<string, string>> = {
  cases: 'CASES',
  petitions: 'PETITIONS',
  receptions: 'RECEPTIONS',
  inspections: 'INSPECTIONS',
  findings: 'FINDINGS',
  obligations: 'OBLIGATIONS',
  receipts: 'RECEIPTS',
  assets: 'ASSETS',
};

const DATASETS = [
  ...Object.values(LISTS),
  'PARTIES',
  'OFFICERS',
  'CASE_STATISTICS',
  'COMPLAINT_STATISTICS',
  'RECOVERY_STATISTICS',
];

/** Every file of a dataset's folder has the same rows as its namesake in the other. */
async function expectSameFiles(one: string, other: string, dataset: string): Promise<void> {
  const names = readdirSync(path.join(one, dataset));
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) {
    const [a, b] = [one, other].map((root) => `select * from '${path.join(root, dataset, name)}'`);
    const differing = await askDuckDb(`(${a} except all ${b}) union all (${b} except all ${a})`);
    expect({ name, differing }).toEqual({ name, differing: [] });
  }
}

describe('a full copy', () => {
  it('has the rows of every province that the graph has', async () => {
    const { provinces } = await graph.client.data('{ provinces { id } }');
    for (const [list, dataset] of Object.entries(LISTS)) {
      const counts: Record<string, number> = {};
      for (const { id } of provinces) {
        const answer = await graph.client.data(
          `query ($id: ID!) { found: ${list}(first: 1, filter: { province: $id }) { totalCount } }`,
          { id },
        );
        counts[`${id}.parquet`] = answer.found.totalCount;
      }
      const rows = await askDuckDb<{ file: string; rows: number }>(
        `select parse_filename(filename) as file, count(*) as rows
         from read_parquet('${whole}/${dataset.toLowerCase()}/*.parquet', filename = true) group by file`,
      );
      const copied = Object.fromEntries(rows.map(({ file, rows: number }) => [file, number]));
      expect({ list, ...Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)) }).toEqual({
        list,
        ...copied,
      });
    }
  });

  it('answers the questions of the documentation as the graph does', async () => {
    const page = readFileSync(path.resolve(__dirname, '..', 'docs', 'pull.md'), 'utf8');
    const queries = [...page.matchAll(/```sql\n(.*?)```/gs)].map(([, sql]) => sql!.replaceAll(`'data/`, `'${whole}/`));
    expect(queries).toHaveLength(3);
    const [completed, received, collected] = await Promise.all(queries.map((sql) => askDuckDb(sql)));
    const { provinces, nation } = await graph.client.data(`{
      provinces { id caseStatistics(period: { workingYear: 2024 }) { completed { cases money } } }
      nation {
        petitionStatistics(period: { workingYear: 2024 }) { byKind { kind received } }
        recoveryTrend(period: { workingYear: 2024 }) { period { from } collected { money } }
      }
    }`);
    const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
    expect(provinces).toHaveLength(34);
    expect(completed).toEqual(
      provinces.sort(byId).map(({ id, caseStatistics }: any) => ({ province: id, ...caseStatistics.completed })),
    );
    expect(received!.length).toBeGreaterThan(2);
    expect(Object.fromEntries(received!.map((row) => [row.kind, row.received]))).toEqual(
      Object.fromEntries(
        nation.petitionStatistics.byKind
          .filter((row: any) => row.received > 0)
          .map((row: any) => [row.kind, row.received]),
      ),
    );
    expect(collected).toHaveLength(12);
    expect(collected!.map((row) => [new Date(row.month).toISOString().slice(0, 10), row.collected])).toEqual(
      nation.recoveryTrend.map((row: any) => [row.period.from, row.collected.money]),
    );
  });

  it.each(['duckdb', 'postgresql'])('in %s has the rows of the files', async (kind) => {
    const datasets = ['CASES', 'PARTIES', 'PETITIONS', 'RECOVERY_STATISTICS'];
    const file = path.join(folder, 'ministry.duckdb');
    const database = `pull_${process.pid}`;
    const url = databaseUrl(graph.adminUrl, database);
    if (kind === 'postgresql') await asAdmin(graph.adminUrl, (client) => client.query(`create database ${database}`));
    try {
      await pulled(kind === 'duckdb' ? `duckdb:${file}` : url, of(...datasets));
      for (const dataset of datasets) {
        const name = dataset.toLowerCase();
        const sum = dataset === 'CASES' ? 'amount' : dataset.endsWith('STATISTICS') ? 'money' : '0';
        const sql = (table: string): string =>
          `select count(*)::text as rows, sum(${sum})::text as sum, count(distinct office)::text as offices from ${table}`;
        const columns =
          dataset === 'PARTIES' ? (text: string): string => text.replace('distinct office', 'distinct role') : String;
        const [expected] = await askDuckDb(columns(sql(`'${whole}/${name}/*.parquet'`)));
        const [found] =
          kind === 'duckdb'
            ? await askDuckDb(columns(sql(`thads.${name}`)), file)
            : await asAdmin(url, async (client) => (await client.query(columns(sql(`thads.${name}`)))).rows);
        expect({ dataset, ...found }).toEqual({ dataset, ...expected });
      }
      const again = await pulled(kind === 'duckdb' ? `duckdb:${file}` : url, of(...datasets));
      expect(again).toMatch(/^CASES: up to date, \d+ rows\.$/m);
      expect(again).toMatch(/^RECOVERY_STATISTICS: up to date/m);
    } finally {
      if (kind === 'postgresql') {
        await asAdmin(graph.adminUrl, (client) => client.query(`drop database ${database} with (force)`));
      }
    }
  });

  it('of chosen provinces has those alone, and is made anew for others', async () => {
    const into = path.join(folder, 'data');
    await pulled(into, [...of('CASES'), '--provinces', 'VN34-15']);
    expect(readdirSync(path.join(into, 'cases'))).toEqual(['VN34-15.parquet']);
    await pulled(into, [...of('CASES'), '--provinces', 'VN34-38', '--format', 'csv']);
    expect(readdirSync(path.join(into, 'cases'))).toEqual(['VN34-38.csv']);
  });
});

describe('killed in the middle', () => {
  it('twice, it goes on where it was, and nothing is fetched twice', async () => {
    const into = path.join(folder, 'data');
    proxy.trouble((passing) => (isDownload(passing) ? { delayMs: 40 } : null));
    for (const files of [5, 20]) {
      const run = startPull(into, of('OBLIGATIONS'));
      while (proxyDownloads() < files && run.child.exitCode === null) await sleep(5);
      run.child.kill('SIGKILL');
      expect((await run.ended).code).toBeNull();
      expect(existsSync(path.join(into, 'obligations'))).toBe(false);
    }
    proxy.trouble(() => null);
    await pulled(into, of('OBLIGATIONS'));
    await expectSameFiles(into, whole, 'obligations');
    expect(readdirSync(path.join(into, 'obligations'))).toEqual(readdirSync(path.join(whole, 'obligations')));
    const passed = [...seen, ...proxy.take()];
    expect(passed.filter(isStart)).toHaveLength(1);
    // The file that was on its way when the run was killed is the only one that is asked for again.
    expect(passed.filter(isDownload).length).toBeLessThanOrEqual(
      readdirSync(path.join(into, 'obligations')).length + 1 + 2,
    );
    expect(existsSync(path.join(into, '.pull', 'exports'))).toBe(false);
  });

  const seen: Passing[] = [];
  function proxyDownloads(): number {
    seen.push(...proxy.take());
    return seen.filter(isDownload).length;
  }
});

describe('after events came in', () => {
  const OFFICE = 'VN63-10-01';
  const judgment = (number: string) => ({
    id: randomUUID(),
    subject: `${OFFICE}.PULL-${number}`,
    type: 'JUDGMENT_RECEIVED',
    occurredOn: '2025-07-01',
    kind: 'CIVIL',
    initiation: 'EX_OFFICIO',
    parties: [{ role: 'DEBTOR', kind: 'PERSON', name: 'Nguyễn Văn Mẫu' }],
  });

  it('only what changed is fetched, and the copy is what a fresh one is', async () => {
    const before = statSync(path.join(whole, 'cases', 'VN34-38.parquet'));
    const events = [judgment('1'), judgment('2'), judgment('3')];
    const { submitted } = await graph.client.data(
      'mutation ($events: [CaseEventInput!]!) { submitted: submitCaseEvents(events: $events) { accepted refused { refusal { message } } } }',
      { events },
    );
    expect(submitted).toEqual({ accepted: 3, refused: [] });
    const petition = {
      id: randomUUID(),
      subject: 'VN63-38-01.PULL-1',
      type: 'PETITION_RECEIVED',
      occurredOn: '2025-07-01',
    };
    const { sent } = await graph.client.data(
      'mutation ($events: [PetitionEventInput!]!) { sent: submitPetitionEvents(events: $events) { accepted refused { refusal { message } } } }',
      { events: [{ ...petition, kind: 'RECOMMENDATION' }] },
    );
    expect(sent).toEqual({ accepted: 1, refused: [] });
    const datasets = of('CASES', 'PARTIES', 'OFFICERS', 'PETITIONS', 'COMPLAINT_STATISTICS', 'RECOVERY_STATISTICS');
    await untilFollowed();

    // Killed while it asks for changes: the next run asks from where the copy is.
    proxy.trouble((passing) => (isOf('changes')(passing) ? { delayMs: 2_000 } : null));
    const killed = startPull(whole, datasets);
    while (!proxy.take().some(isOf('changes'))) await sleep(5);
    killed.child.kill('SIGKILL');
    await killed.ended;
    proxy.trouble(() => null);

    proxy.take();
    const said = await pulled(whole, datasets);
    const passed = proxy.take();
    expect(said).toMatch(/^CASES: up to date, \d+ rows; 3 changes, 3 rows written, 0 removed\.$/m);
    expect(said).toMatch(/^PARTIES: up to date, \d+ rows; 3 changes, 3 rows written, 0 removed\.$/m);
    expect(said).toMatch(/^OFFICERS: up to date, \d+ rows\.$/m);
    expect(said).toMatch(/^PETITIONS: up to date, \d+ rows; 1 changes, 1 rows written, 0 removed\.$/m);
    // Sums are fetched anew where something happened in their register, and only there.
    expect(said).toMatch(/^COMPLAINT_STATISTICS: copied/m);
    expect(said).toMatch(/^RECOVERY_STATISTICS: up to date/m);
    expect(passed.filter(isStart)).toHaveLength(1);
    const downloads = passed.filter((one) => isDownload(one) && !one.path.includes('complaint-statistics'));
    expect(downloads).toEqual([expect.objectContaining({ path: expect.stringContaining('manifest.json') })]);
    expect(passed.filter(isOf('changes'))).toHaveLength(6);
    expect(statSync(path.join(whole, 'cases', 'VN34-38.parquet'))).toMatchObject({
      ino: before.ino,
      size: before.size,
    });

    const fresh = path.join(folder, 'fresh');
    // Of the provinces in which something happened; the others' files are the very ones that were there before.
    await pulled(fresh, [...datasets, '--provinces', 'VN34-15,VN34-38']);
    for (const dataset of readdirSync(fresh)) {
      if (dataset !== '.pull') await expectSameFiles(fresh, whole, dataset);
    }
  });

  /** The feed has what the follower has given a position, which it does once a second. */
  async function untilFollowed(): Promise<void> {
    const pending = (): Promise<number> =>
      asAdmin(
        graph.adminUrl,
        async (client) =>
          (await client.query('select from cases.pending union all select from complaints.pending')).rowCount ?? 0,
      );
    while ((await pending()) > 0) await sleep(100);
  }
});

describe('trouble on the way', () => {
  const small = [...of('OFFICERS', 'RECEPTIONS'), '--provinces', 'VN34-15,VN34-38'];

  it('a graph that answers now and then, and breaks off, is asked until it has answered', async () => {
    let nth = 0;
    proxy.trouble((passing) => {
      nth += 1;
      if (nth % 3 === 0) return { status: 503 };
      return isDownload(passing) && nth % 2 === 0 ? { cutAfter: 100 } : null;
    });
    const into = path.join(folder, 'data');
    const said = await pulled(into, small);
    expect(said).toMatch(/503/);
    expect(said).toMatch(/broke off|bytes came in/);
    for (const dataset of ['officers', 'receptions']) {
      for (const file of readdirSync(path.join(into, dataset))) {
        const count = (root: string): Promise<object[]> =>
          askDuckDb(`select count(*) from '${root}/${dataset}/${file}'`);
        expect(await count(into)).toEqual(await count(whole));
      }
    }
  });

  it('a graph that is away for good ends it with 1', async () => {
    proxy.trouble(() => ({ status: 502 }));
    const { code, stderr } = await pull(path.join(folder, 'data'), [...small, '--tries', '2']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/failed 2 times in a row.*502/) });
  });

  it('a dataset or a province that there is none of ends it with 2, and says which there are', async () => {
    const unknown = await pull(path.join(folder, 'data'), of('CASE'));
    expect(unknown).toMatchObject({ code: 2, stderr: expect.stringMatching(/CASE is none.*CASES, PARTIES/) });
    const nowhere = await pull(path.join(folder, 'data'), [...of('CASES'), '--provinces', 'VN34-99']);
    expect(nowhere).toMatchObject({ code: 2, stderr: expect.stringContaining('VN34-99') });
  });

  it('a bad token and none end it with 3, at once', async () => {
    const bad = await pull(path.join(folder, 'data'), small, 'no.such.token');
    expect(bad).toMatchObject({ code: 3, stderr: expect.stringMatching(/not allowed/) });
    expect(proxy.take()).toHaveLength(1);
    expect(await pull(path.join(folder, 'data'), small, null)).toMatchObject({ code: 3 });
  });

  it('a second run at the same time ends with 4 and names the first', async () => {
    const into = path.join(folder, 'data');
    proxy.trouble((passing) => (isDownload(passing) ? { delayMs: 100 } : null));
    const first = startPull(into, of('COERCIONS'));
    while (!proxy.take().some(isDownload)) await sleep(5);
    const second = await pull(into, of('COERCIONS'));
    expect(second).toMatchObject({ code: 4, stderr: expect.stringContaining(`pid ${first.child.pid}`) });
    expect((await first.ended).code).toBe(0);
  });

  it('a changed byte in a file ends it with 5, and nothing of it is in the copy', async () => {
    const into = path.join(folder, 'data');
    const change = (body: Buffer): Buffer => {
      const changed = Buffer.from(body);
      changed[changed.length >> 1]! ^= 1;
      return changed;
    };
    proxy.trouble((passing) => (/receptions.*parquet/.test(passing.path) ? { change } : null));
    const { code, stderr } = await pull(into, small);
    expect({ code, stderr }).toEqual({ code: 5, stderr: expect.stringMatching(/is not what the graph says/) });
    expect(existsSync(path.join(into, 'officers'))).toBe(true);
    expect(existsSync(path.join(into, 'receptions'))).toBe(false);
  });

  it('a manifest of another key ends it with 5', async () => {
    const keys = path.join(folder, 'keys.json');
    const served = await (await fetch(`${graph.url}/exports/keys.json`)).json();
    const [key] = (served as { keys: Record<string, string>[] }).keys;
    writeFileSync(keys, JSON.stringify({ keys: [{ ...key, kid: 'another' }] }));
    const unknown = await pull(path.join(folder, 'data'), [...small, '--manifest-keys', keys]);
    expect(unknown).toMatchObject({ code: 5, stderr: expect.stringMatching(/signed with the key/) });
    writeFileSync(keys, JSON.stringify(served));
    await pulled(path.join(folder, 'data'), [...small, '--manifest-keys', keys]);
  });

  it('a target that cannot be written ends it with 6', async () => {
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    expect(await pull(path.join(file, 'data'), small)).toMatchObject({ code: 6 });
    const nowhere = await pull('postgresql://nobody@127.0.0.1:1/none', small);
    expect(nowhere).toMatchObject({ code: 6, stderr: expect.stringMatching(/--into cannot be opened/) });
  });
});
