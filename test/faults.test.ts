/** What is acknowledged is there, nothing is half there, and the statistics are right, whatever is killed, whenever. */
import { type EmbeddedServer, startEmbeddedServer } from '@thads/shared';
import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { type AddressInfo, type Socket, connect, createServer } from 'node:net';
import path from 'node:path';
import pg from 'pg';
import { startCommand } from './harness/command';
import { untrueSentences } from './harness/data-check';
import { FIND, download, findExport, startExport } from './harness/exports';
import { removeFolders, temporaryFolder } from './start/folders';
import { type NpmStart, killAll, npmStart } from './start/npm-start';
import { postmasterPid } from './start/postgres-processes';
import { until } from './start/until';

const WRITERS = ['W1', 'W2', 'W3'];
/** Events that are acknowledged before something is killed, so that the follower is at work. */
const ENOUGH = 800;

const dataDir = temporaryFolder();
let postgres: EmbeddedServer;
let round = 0;
const acknowledgedFiles: string[] = [];
const children = new Set<ChildProcess>();

const environment = (): Record<string, string> => ({ DATABASE_URL: postgres.url, THADS_DATA_DIR: dataDir });

function start(entry: string, args: readonly string[], more: Readonly<Record<string, string>> = {}): ChildProcess {
  const { child } = startCommand(entry, args, { ...environment(), ...more }, { detached: true });
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

/** Its whole process group, at once and without a word. */
async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-child.pid!, 'SIGKILL');
  await ended;
}

async function asAdmin<T extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: postgres.url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<T>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

function acknowledged(): string[] {
  return acknowledgedFiles.filter(existsSync).flatMap((file) => {
    const lines = readFileSync(file, 'utf8').split('\n');
    // A writer killed in the middle of a note has not finished its last line.
    return lines.slice(0, -1);
  });
}

interface UnderWay {
  readonly server: NpmStart;
  readonly writers: readonly ChildProcess[];
  readonly bulkLoad: ChildProcess;
}

/** A server, three writers and a bulk load, all in the middle of their work. */
async function everythingUnderWay(): Promise<UnderWay> {
  round += 1;
  const server = npmStart(environment());
  const url = await server.ready;
  const token = await server.token();
  const before = acknowledged().length;
  const writers = WRITERS.map((writer) => {
    const file = path.join(dataDir, `acknowledged-${round}-${writer}`);
    acknowledgedFiles.push(file);
    return start('test/faults/writer.ts', [url, `${writer}-${round}`, file], { THADS_TOKEN: token });
  });
  await until('the writers write', () => acknowledged().length > before + ENOUGH);
  const bulkLoad = start('sample/src/main.ts', ['--national', '--scale', '0.004']);
  await until(
    'the bulk load copies',
    async () =>
      (await asAdmin(`select from pg_stat_activity where query ilike 'copy %' and state = 'active'`)).length > 0,
  );
  return { server, writers, bulkLoad };
}

beforeAll(async () => {
  postgres = await startEmbeddedServer(dataDir);
});
afterAll(async () => {
  await Promise.all([...children].map(kill));
  killAll();
  await postgres.stop();
  removeFolders();
});

describe('killed without warning, in the middle of event traffic and of a bulk load,', () => {
  it.each<[string, (all: UnderWay) => Promise<unknown>]>([
    [
      'the server with its followers',
      async ({ server }) => {
        server.signal('SIGKILL');
        await server.ended;
      },
    ],
    ['a writer and the bulk load', ({ writers, bulkLoad }) => Promise.all([writers[0]!, bulkLoad].map(kill))],
    ['PostgreSQL', async () => process.kill(postmasterPid(dataDir), 'SIGKILL')],
  ])('%s leaves nothing half there and loses nothing acknowledged', async (_what, killOne) => {
    const all = await everythingUnderWay();
    await killOne(all);
    await Promise.all([...all.writers, all.bulkLoad].map(kill));
    all.server.signal('SIGKILL');
    await all.server.ended;
    await postgres.stop();
    postgres = await startEmbeddedServer(dataDir);

    const noted = acknowledged();
    const [missing] = await asAdmin<{ count: string }>(
      `select count(*) from unnest($1::uuid[]) as noted(id) where not exists (
         select from cases.journal j where j.event_id = noted.id)`,
      [noted],
    );
    expect(noted.length).toBeGreaterThan(ENOUGH);
    expect(missing!.count).toBe('0');

    expect(await untrueSentences(postgres.url)).toEqual([]);
  });

  it('the bulk load, started again, goes on to its end', async () => {
    const child = start('sample/src/main.ts', ['--national', '--scale', '0.004']);
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0);
    expect(await untrueSentences(postgres.url)).toEqual([]);
  }, 240_000);
});

it('an export in the middle of which PostgreSQL is restarted is taken up again, and ends whole', async () => {
  const address = await sameAddress(() => postgres.url);
  const server = npmStart({ ...environment(), DATABASE_URL: address.url });
  const client = await server.client();
  const holder = new pg.Client({ connectionString: postgres.url });
  holder.on('error', () => undefined);
  await holder.connect();
  await holder.query('begin; lock table cases.enforcement_case in access exclusive mode');
  const { id } = await startExport(client, { dataset: 'CASES' });
  await until(
    'the export copies',
    async () =>
      (await asAdmin(`select from pg_stat_activity where query like 'copy (%' and state = 'active'`)).length > 0,
  );
  await postgres.stop();
  postgres = await startEmbeddedServer(dataDir);

  await until('the export has ended', async () => {
    const { data } = await client.ask<any>(FIND, { id });
    return ['FINISHED', 'FAILED', 'CANCELLED'].includes(data?.export?.status);
  });
  const [{ count, attempts }] = (await asAdmin(
    `select (select count(*)::integer from cases.enforcement_case) as count, attempts from cases.export where id = $1`,
    [id],
  )) as [any];
  const { status, rows, files } = await findExport(client, id);
  expect([status, rows, attempts]).toEqual(['FINISHED', count, 2]);
  const lines = await Promise.all(
    files.map(async (file) => (await download(await server.ready, file)).toString('utf8').split('\n').length - 1),
  );
  expect(lines.reduce((sum, more) => sum + more)).toBe(count);
  expect(count).toBeGreaterThan(1_000);
  server.signal('SIGTERM');
  await server.ended;
  await address.close();
});

/** An address that stays while that of PostgreSQL changes. */
async function sameAddress(currentUrl: () => string): Promise<{ url: string; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const passing = createServer((socket) => {
    const onward = connect(Number(new URL(currentUrl()).port), '127.0.0.1');
    for (const [one, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy()).on('close', () => other.destroy());
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => passing.listen(0, '127.0.0.1', resolve));
  const url = new URL(currentUrl());
  url.port = String((passing.address() as AddressInfo).port);
  return {
    url: url.toString(),
    close: () =>
      new Promise((resolve) => {
        passing.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
