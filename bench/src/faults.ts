import { type RegisterEvent, offices, roleOf, urlForRole } from '@thads/shared';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench } from './bench';
import { clerkEvents } from './clerk';
import { type BenchDatabase, openFolder } from './database';
import { startSubgraph } from './graph';
import { ask } from './load-generator';
import { REGISTER, ROOT, SAMPLE, type ServerProcess, runProgram } from './process';

type Victim = 'writer' | 'PostgreSQL';

const CLIENTS = 8;
const BATCH = 20;
const SUBMIT = `mutation ($events: [CaseEventInput!]!) { result: submitCaseEvents(events: $events) { accepted } }`;

export const faults: Bench = {
  about:
    'kill -9 in the middle of things, on a database of its own: of the loader and of PostgreSQL during a national load, ' +
    'which is then started again; of the process that writes and follows, and of PostgreSQL, under event traffic of 8 ' +
    'clients. Afterwards every event that was acknowledged must be in the journal, and `npm run check:data` (statistics = ' +
    'recount, ledger = register, chain unbroken …) must be all zeros.',
  data: 'empty',
  run: async ({ databases: [{ folder }], seconds, scale, add }) => {
    const place = path.join(folder, 'faults');
    let database = await openFolder(place, { create: true });
    const acknowledged: string[] = [];
    for (const victim of ['writer', 'PostgreSQL'] as const) {
      await loadUntilKilled(database, { scale, victim, seconds });
      database = await reopened(database, victim);
    }
    await runProgram(process.execPath, nationalLoad(scale), environmentOf(database));
    for (const victim of ['writer', 'PostgreSQL', 'writer', 'PostgreSQL'] as const) {
      acknowledged.push(...(await trafficUntilKilled(database, { victim, seconds })));
      database = await reopened(database, victim);
    }
    try {
      const { rows } = await database.admin.query<{ found: string }>(
        'select count(*) as found from cases.journal where event_id = any($1::uuid[])',
        [acknowledged],
      );
      const found = Number(rows[0]!.found);
      const wrong = await wrongIn(database);
      const row = { unit: 'events', ratio: Number.NaN, pairs: 1 } as const;
      const kept = { own: found, other: acknowledged.length, goal: 'all', met: found === acknowledged.length };
      add({ ...row, ...kept, what: 'acknowledged events found after 4 kills', against: 'acknowledged' });
      const consistent = { own: wrong, other: 0, goal: 'none', met: wrong === 0 };
      add({ ...row, ...consistent, unit: 'faults', what: 'failed checks after 6 kills', against: 'expected' });
    } finally {
      await database.stop();
    }
  },
};

interface Killing {
  readonly victim: Victim;
  /** Until the kill. */
  readonly seconds: number;
}

function nationalLoad(scale: string): string[] {
  return ['-r', REGISTER, SAMPLE, '--national', '--years', '1', '--scale', scale];
}

function environmentOf({ adminUrl, folder }: BenchDatabase): NodeJS.ProcessEnv {
  return { DATABASE_URL: adminUrl, THADS_DATA_DIR: folder };
}

async function loadUntilKilled(
  database: BenchDatabase,
  { scale, victim, seconds }: Killing & { readonly scale: string },
): Promise<void> {
  // A process group of its own: the load is made by more than one process.
  const loader = spawn(process.execPath, nationalLoad(scale), {
    cwd: ROOT,
    env: { ...process.env, ...environmentOf(database) },
    stdio: 'ignore',
    detached: true,
  });
  const ended = new Promise((resolve) => loader.once('exit', resolve));
  await sleep(seconds * 1_000);
  if (loader.exitCode !== null) throw new Error('the load ended before it was killed; give a larger --scale');
  if (victim === 'writer') process.kill(-loader.pid!, 'SIGKILL');
  else await killPostgres(database);
  await ended;
}

/** The ids of the events that were acknowledged. */
async function trafficUntilKilled(database: BenchDatabase, { victim, seconds }: Killing): Promise<string[]> {
  const { adminUrl, passwords } = database;
  const subgraph = await startSubgraph('cases', {
    DATABASE_URL: urlForRole(adminUrl, roleOf('cases'), passwords.cases!),
    LOG_LEVEL: 'fatal',
  });
  const acknowledged: string[] = [];
  const stop = new AbortController();
  const clients = Array.from({ length: CLIENTS }, () =>
    send(subgraph, clerkEvents(offices.slice(1), database.workingYear), acknowledged, stop.signal),
  );
  await sleep(seconds * 1_000);
  if (victim === 'writer') process.kill(subgraph.pid, 'SIGKILL');
  else await killPostgres(database);
  stop.abort();
  await Promise.all(clients);
  await subgraph.stop();
  return acknowledged;
}

/** Until its time is over or it gets no answer. What was sent without an answer may be there or not. */
async function send(
  subgraph: ServerProcess,
  events: Generator<RegisterEvent, never>,
  acknowledged: string[],
  over: AbortSignal,
): Promise<void> {
  while (!over.aborted) {
    const batch = Array.from({ length: BATCH }, () => events.next().value);
    const answer = await ask(subgraph, { query: SUBMIT, variables: { events: batch } }).catch(() => null);
    if (answer === null) return;
    if (answer.result.accepted !== BATCH)
      throw new Error(`only ${answer.result.accepted} of ${BATCH} events were accepted`);
    acknowledged.push(...batch.map(({ id }) => id));
  }
}

async function killPostgres({ admin }: BenchDatabase): Promise<void> {
  const { rows } = await admin.query<{ data_directory: string }>('show data_directory');
  const [pid] = readFileSync(path.join(rows[0]!.data_directory, 'postmaster.pid'), 'utf8').split('\n');
  process.kill(Number(pid), 'SIGKILL');
}

/** The same database, recovered when its server was killed. */
async function reopened(database: BenchDatabase, victim: Victim): Promise<BenchDatabase> {
  if (victim === 'writer') return database;
  await database.admin.end();
  return openFolder(database.folder, { create: false });
}

/** Checks of the shipped ones that are not zero. */
async function wrongIn(database: BenchDatabase): Promise<number> {
  const checks = ['-r', REGISTER, path.join(ROOT, 'gateway', 'src', 'check-data.main.ts')];
  return runProgram(process.execPath, checks, environmentOf(database)).then(
    () => 0,
    () => 1,
  );
}
