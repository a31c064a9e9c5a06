import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Bench } from './bench';
import type { BenchDatabase } from './database';
import { startGateway, startSubgraphs } from './graph';
import { ask } from './load-generator';
import { growthAtMost, ratioAtLeast, timed } from './measure';
import { type Operation, dashboard } from './operations';
import { startPostGraphile } from './peers';
import type { ServerProcess } from './process';
import { whileRunning } from './running';

/** Twenty fields of a case, as the graph names them and as its table does. */
const FIELDS: Readonly<Record<string, string>> = {
  id: 'id',
  kind: 'kind',
  initiation: 'initiation',
  state: 'state',
  judgmentNumber: 'judgment_number',
  receivedOn: 'received_on',
  decisionDueOn: 'decision_due_on',
  decidedOn: 'decided_on',
  decisionNumber: 'decision_number',
  amount: 'amount',
  paid: 'paid',
  collected: 'collected',
  terminatedAmount: 'terminated_amount',
  entrustedAmount: 'entrusted_amount',
  verificationDueOn: 'verification_due_on',
  noConditionsOn: 'no_conditions_on',
  postponedUntil: 'postponed_until',
  endedOn: 'ended_on',
  lastEventOn: 'last_event_on',
  version: 'version',
};
const COLUMNS = Object.values(FIELDS).join(', ');
const NAMES = Object.keys(FIELDS);

/** Pages that are read of those that a thousand rows each would be. */
const PAGES = 20;

export const exportsBench: Bench = {
  about:
    'All cases with 20 fields, one file a province, written to the disk, hashed and signed, from when an export is begun to ' +
    'when it is finished, with the subgraphs over HTTP. "COPY" is `COPY (select the same columns) TO STDOUT` over one ' +
    'connection, read by Node and thrown away. Memory is the most that the process of the subgraph had meanwhile. Pages are ' +
    `${PAGES} of 1,000 rows, one after the other.`,
  data: 'first',
  run: ({ databases: [database], compare, add }) =>
    whileRunning(async (keep) => {
      const folder = await mkdtemp(path.join(database.folder, 'exports-of-bench-'));
      await keep(Promise.resolve({ stop: () => rm(folder, { recursive: true, force: true }) }));
      const subgraphs = await startSubgraphs(keep, database, { EXPORT_FOLDER: folder });
      const gateway = await keep(startGateway(subgraphs));
      const cases = subgraphs.processes.find(({ url }) => url === subgraphs.urls.cases)!;
      const copied = copyRate(database);
      const few = { pairs: 3, milliseconds: 30_000 };
      let most = 0;
      for (const format of ['CSV', 'JSON_LINES']) {
        const sample = async (): Promise<number> => {
          const watch = watchMemory(cases);
          const rate = await exportRate(gateway, format);
          most = Math.max(most, watch.stop());
          return rate;
        };
        const row = { what: `export, ${format}`, against: 'COPY', unit: 'rows/s', goal: ratioAtLeast(0.5) } as const;
        await compare({ ...row, sample, sampleAgainst: copied }, few);
      }
      add({
        what: 'export, memory of the subgraph',
        against: 'what it may have',
        unit: 'MB',
        own: most,
        other: 250,
        ratio: 250 / most,
        pairs: 1,
        goal: 'below 250',
        met: most < 250,
      });

      const whole = (): Promise<number> => exportRate(gateway, 'JSON_LINES');
      await compare(
        {
          what: 'export, JSON_LINES',
          against: 'pages of the graph',
          unit: 'rows/s',
          sample: whole,
          sampleAgainst: graphPages(gateway),
        },
        few,
      );
      const postGraphile = await keep(startPostGraphile(database));
      await compare(
        {
          what: 'export, JSON_LINES',
          against: 'pages of PostGraphile',
          unit: 'rows/s',
          sample: whole,
          sampleAgainst: postGraphilePages(postGraphile),
        },
        few,
      );

      const asking = timed(() => ask(gateway, dashboard(database.workingYear)));
      const meanwhile = exportsGoOn(gateway);
      await compare(
        {
          what: 'dashboard of 34 provinces while exports go on',
          against: 'the same alone',
          unit: 'ms',
          sample: () => meanwhile.during(() => medianOfTen(asking)),
          sampleAgainst: () => medianOfTen(asking),
          goal: growthAtMost(1.3),
        },
        few,
      );
    }),
};

async function medianOfTen(sample: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let nth = 0; nth < 10; nth += 1) times.push(await sample());
  return times.toSorted((a, b) => a - b)[5]!;
}

interface ExportAnswer {
  readonly id: string;
  readonly status: string;
  readonly rows: number;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly error: { readonly message: string } | null;
}

async function start(gateway: ServerProcess, format: string): Promise<string> {
  const { startExport } = await ask(gateway, {
    query: 'mutation ($input: ExportInput!) { startExport(input: $input) { id } }',
    variables: { input: { dataset: 'CASES', format, fields: NAMES } },
  });
  return startExport.id as string;
}

async function ended(gateway: ServerProcess, id: string): Promise<ExportAnswer> {
  const query: Operation = {
    query: 'query ($id: ID!) { export(id: $id) { id status rows startedAt finishedAt error { message } } }',
    variables: { id },
  };
  for (;;) {
    const answer = (await ask(gateway, query)).export as ExportAnswer;
    if (answer.status !== 'QUEUED' && answer.status !== 'RUNNING') return answer;
    await sleep(100);
  }
}

/** Rows a second of one export, from its beginning to its end. */
async function exportRate(gateway: ServerProcess, format: string): Promise<number> {
  const answer = await ended(gateway, await start(gateway, format));
  if (answer.status !== 'FINISHED') throw new Error(`the export ended as ${answer.status}: ${answer.error?.message}`);
  return (1_000 * answer.rows) / (Date.parse(answer.finishedAt) - Date.parse(answer.startedAt));
}

/** Runs something while one export after the other is made. */
function exportsGoOn(gateway: ServerProcess): { during<T>(run: () => Promise<T>): Promise<T> } {
  return {
    async during(run) {
      const id = await start(gateway, 'JSON_LINES');
      // Until it has been taken up.
      await sleep(500);
      const result = await run();
      await ended(gateway, id);
      return result;
    },
  };
}

/** Rows a second of the same columns, as fast as PostgreSQL gives them. */
function copyRate({ adminUrl }: BenchDatabase): () => Promise<number> {
  return async () => {
    const client = new pg.Client({ connectionString: adminUrl });
    await client.connect();
    try {
      const begun = performance.now();
      const rows = client.query(
        copyTo(`copy (select ${COLUMNS} from cases.enforcement_case order by territory, id) to stdout`),
      );
      await pipeline(rows, new Writable({ write: (_chunk, _encoding, done) => done() }));
      await client.query('select 1');
      return (1_000 * rows.rowCount) / (performance.now() - begun);
    } finally {
      await client.end();
    }
  };
}

function graphPages(gateway: ServerProcess): () => Promise<number> {
  return pageRate(async (after) => {
    const query = `query ($after: String) { page: cases(first: 1000, after: $after) { nodes { ${NAMES.join(' ')} } pageInfo { endCursor } } }`;
    return (await ask(gateway, { query, variables: { after } })).page;
  });
}

function postGraphilePages(server: ServerProcess): () => Promise<number> {
  const fields = ['rowId', ...NAMES.slice(1)].join(' ');
  return pageRate(async (after) => {
    const query = `query ($after: Cursor) { page: allEnforcementCases(first: 1000, after: $after, orderBy: [TERRITORY_ASC, ROW_ID_ASC]) { nodes { ${fields} } pageInfo { endCursor } } }`;
    return (await ask(server, { query, variables: { after } })).page;
  });
}

interface Page {
  readonly nodes: readonly unknown[];
  readonly pageInfo: { readonly endCursor: string };
}

function pageRate(read: (after: string | null) => Promise<Page>): () => Promise<number> {
  return async () => {
    const begun = performance.now();
    let after: string | null = null;
    let rows = 0;
    for (let nth = 0; nth < PAGES; nth += 1) {
      const { nodes, pageInfo }: Page = await read(after);
      rows += nodes.length;
      after = pageInfo.endCursor;
    }
    return (1_000 * rows) / (performance.now() - begun);
  };
}

/** The most memory that a process has, in MB, looked at ten times a second. Linux only. */
function watchMemory({ pid }: ServerProcess): { stop(): number } {
  let most = 0;
  const look = (): void => {
    const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))!;
    most = Math.max(most, Number(kilobytes) / 1_000);
  };
  const timer = setInterval(look, 100);
  return {
    stop() {
      clearInterval(timer);
      look();
      return most;
    },
  };
}
