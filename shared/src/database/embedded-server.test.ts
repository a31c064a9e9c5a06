import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { serverBinaries, serverUser } from './embedded-binaries';
import { type EmbeddedServer, startEmbeddedServer } from './embedded-server';

const folders: string[] = [];
const servers: EmbeddedServer[] = [];
const helpers: ChildProcess[] = [];

/** As a program would make it: only its owner may enter. */
function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'thads-embedded-'));
  folders.push(made);
  return made;
}

async function start(dataDir: string): Promise<EmbeddedServer> {
  const server = await startEmbeddedServer(dataDir);
  servers.push(server);
  return server;
}

async function ask<T extends pg.QueryResultRow>({ url }: EmbeddedServer, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

const lockFile = (dataDir: string): string => path.join(dataDir, 'postgresql', 'postmaster.pid');

afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
  for (const helper of helpers.splice(0)) helper.kill('SIGKILL');
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true });
});

describe('the embedded PostgreSQL', () => {
  it('keeps its cluster in the data folder, even in one that only its owner may enter', async () => {
    const dataDir = folder();
    const server = await start(dataDir);
    await server.stop();
    expect(readdirSync(dataDir).sort()).toEqual(['postgresql', 'postgresql.log', 'postgresql.password']);
  });

  it('lets one of several simultaneous first starts have the folder and refuses the others by any name of it', async () => {
    const dataDir = folder();
    const link = `${dataDir}-link`;
    symlinkSync(dataDir, link);
    folders.push(link);
    const outcomes = await Promise.allSettled([start(dataDir), start(link), start(dataDir)]);
    const refusals = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [(outcome.reason as Error).message] : [],
    );
    expect(refusals).toEqual([
      expect.stringMatching(/is in use by another running THADS Graph/),
      expect.stringMatching(/is in use by another running THADS Graph/),
    ]);
    expect(await ask(servers[0]!, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(readdirSync(dataDir).filter((name) => name.includes('.init-'))).toEqual([]);
  });

  it('starts beside a killed server that nobody has waited for', async () => {
    const dataDir = folder();
    const first = await start(dataDir);
    await ask(first, 'create table kept (id int)');
    await first.stop();
    servers.length = 0;

    const user = await serverUser();
    const binaries = await serverBinaries(user, dataDir);
    const command = `"${binaries}/bin/postgres" -D "${dataDir}/postgresql" -c port=5499 -c listen_addresses= -c unix_socket_directories=/tmp & exec sleep 60`;
    // The shell becomes a sleep, which never waits for its child.
    helpers.push(spawn('sh', ['-c', command], { ...user, cwd: '/', stdio: 'ignore' }));
    await until(() => readLock(dataDir).includes('ready'));
    const pid = Number(readLock(dataDir).split('\n')[0]);
    process.kill(pid, 'SIGKILL');
    await until(() => / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8')));

    expect(await ask(await start(dataDir), 'select * from kept')).toEqual([]);
  });

  it('starts when another program has got the process id of a killed server', async () => {
    const dataDir = folder();
    const first = await start(dataDir);
    const left = readLock(dataDir);
    await first.stop();
    servers.length = 0;
    const user = await serverUser();
    const stranger = spawn('sleep', ['60'], { ...user, stdio: 'ignore' });
    helpers.push(stranger);
    // Written by root on behalf of the server's user, which is what makes PostgreSQL believe it.
    writeFileSync(lockFile(dataDir), left.replace(/^\d+/, String(stranger.pid)), { mode: 0o644 });

    const second = await start(dataDir);
    expect(await ask(second, 'select 1 as one')).toEqual([{ one: 1 }]);
    await second.stop();
    expect(stranger.exitCode).toBeNull();
    expect(stranger.signalCode).toBeNull();
  });

  it('says so when the password file is not that of the database', async () => {
    const dataDir = folder();
    await (await start(dataDir)).stop();
    servers.length = 0;
    writeFileSync(path.join(dataDir, 'postgresql.password'), 'another');
    await expect(start(dataDir)).rejects.toThrow(/the file does not belong to this database/);
  });

  it.each([['/proc/thads'], ['/dev/null'], ['/dev/null/thads']])(
    'refuses the data folder %s in one line',
    async (dir) => {
      await expect(startEmbeddedServer(dir)).rejects.toThrow(/^The data folder .* cannot be written \(E[A-Z]+\)/);
    },
  );
});

function readLock(dataDir: string): string {
  try {
    return readFileSync(lockFile(dataDir), 'utf8');
  } catch {
    return '';
  }
}

async function until(isSo: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 500; attempt += 1) {
    if (isSo()) return;
    await sleep(20);
  }
  throw new Error('not within 10 s');
}
