import { type RegisterEvent, createLogger, offices, roleOf, startSubgraph, urlForRole } from '@thads/shared';
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench, Surroundings } from './bench';
import { clerkEvents } from './clerk';
import type { BenchDatabase } from './database';
import { subgraphDefinitions } from './house';
import { REGISTRAR_HEAD } from './identity';
import { quantileOf, ratioAtLeast } from './measure';

const definition = subgraphDefinitions.find(({ name }) => name === 'cases')!;
const { schema } = definition.register;
const CLIENTS = 8;
const COPY = 'bench_writes';
const logger = createLogger('bench', 'warn');

export const writes: Bench = {
  about:
    'Events a second of 8 clients that send valid events through the register’s one way in, each submission a transaction ' +
    'made durable, on a copy of the data. "With the engine": the follower runs in the same process and the time until it ' +
    'has taken everything counts; "register only": the same without a follower. Goal: at least 0.7 of it, without deadlock.',
  data: 'first',
  run: async (surroundings) => {
    const { databases } = surroundings;
    const url = await copyOf(databases[0]);
    try {
      await measureOn(url, surroundings);
    } finally {
      await asMaintenance(databases[0], `drop database if exists ${COPY} with (force)`);
    }
  },
};

async function measureOn(url: string, { databases: [database], seconds, compare, add }: Surroundings): Promise<void> {
  const roleUrl = urlForRole(url, roleOf(schema), database.passwords[schema]!);
  for (const [place, among] of [
    ['spread over all offices', offices.slice(1)],
    ['on one office', offices.slice(1, 2)],
  ] as const) {
    for (const batch of [1, 100]) {
      const latencies: Record<'engine' | 'register', number[]> = { engine: [], register: [] };
      const deadlocks = { engine: 0, register: 0 };
      const sampleOf = (side: 'engine' | 'register') => async (): Promise<number> => {
        const before = await deadlocksOf(url);
        const clients = Array.from({ length: CLIENTS }, (_, nth) =>
          clerkEvents([...among.slice(nth * 7), ...among.slice(0, nth * 7)], database.workingYear),
        );
        const rate = await writing(roleUrl, { clients, batch, seconds, follow: side === 'engine' }, latencies[side]);
        deadlocks[side] += (await deadlocksOf(url)) - before;
        return rate;
      };
      const what = `${CLIENTS} clients ${place}, ${batch === 1 ? 'one event' : `${batch} events`} a submission`;
      const sides = { against: 'register only', goal: null, met: null };
      const { pairs } = await compare(
        {
          what: `${what}, with the engine`,
          against: sides.against,
          unit: 'events/s',
          sample: sampleOf('engine'),
          sampleAgainst: sampleOf('register'),
          goal: ratioAtLeast(0.7),
        },
        { pairs: 5 },
      );
      for (const quantile of [0.5, 0.99]) {
        const [own, other] = [quantileOf(latencies.engine, quantile), quantileOf(latencies.register, quantile)];
        add({ ...sides, what: `${what}: p${quantile * 100}`, unit: 'ms', own, other, ratio: other / own, pairs });
      }
      const { engine: own, register: other } = deadlocks;
      add({
        ...sides,
        what: `${what}: deadlocks`,
        unit: '40P01',
        own,
        other,
        ratio: Number.NaN,
        pairs,
        goal: 'none',
        met: own === 0,
      });
    }
  }
}

interface Writing {
  readonly clients: readonly Generator<RegisterEvent, never>[];
  readonly batch: number;
  readonly seconds: number;
  readonly follow: boolean;
}

/** Events a second until all is written and, with a follower, taken. Leaves nothing pending. */
async function writing(
  url: string,
  { clients, batch, seconds, follow }: Writing,
  latencies: number[],
): Promise<number> {
  const subgraph = await startSubgraph(definition, { databaseUrl: url, logger, follow });
  try {
    const { submitter } = subgraph.createContext(REGISTRAR_HEAD) as { submitter: { submit: Submit } };
    const begun = performance.now();
    const until = begun + seconds * 1_000;
    const counts = await Promise.all(
      clients.map(async (events) => {
        let count = 0;
        for (; performance.now() < until; count += batch) {
          const submission = Array.from({ length: batch }, () => events.next().value);
          const sentAt = performance.now();
          const refused = (await submitter.submit(submission, 'bench')).find(({ status }) => status !== 'ACCEPTED');
          if (refused) throw new Error(`an event of the bench was not accepted: ${JSON.stringify(refused)}`);
          latencies.push(performance.now() - sentAt);
        }
        return count;
      }),
    );
    const pending = async (): Promise<boolean> =>
      (await subgraph.dataSource.query(`select exists (select from ${schema}.pending) as pending`))[0]
        .pending as boolean;
    while (follow && (await pending())) await sleep(5);
    const elapsed = performance.now() - begun;
    while ((await subgraph.follower.pass()) > 0);
    return (counts.reduce((sum, count) => sum + count, 0) * 1_000) / elapsed;
  } finally {
    await subgraph.stop();
  }
}

type Submit = (events: readonly RegisterEvent[], by: string) => Promise<{ readonly status: string }[]>;

/** PostgreSQL's own count: what the register tries again by itself is in it. */
async function deadlocksOf(url: string): Promise<number> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<{ deadlocks: string }>(
      'select deadlocks from pg_stat_database where datname = current_database()',
    );
    return Number(rows[0]!.deadlocks);
  } finally {
    await client.end();
  }
}

/** The data as a database of its own, so that what the bench writes does not stay. */
async function copyOf(database: BenchDatabase): Promise<string> {
  const url = new URL(database.adminUrl);
  const template = url.pathname.slice(1);
  await asMaintenance(database, `drop database if exists ${COPY} with (force)`);
  await asMaintenance(database, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${template}'`);
  await asMaintenance(database, `create database ${COPY} template ${template} strategy file_copy`);
  url.pathname = `/${COPY}`;
  return url.toString();
}

async function asMaintenance({ adminUrl }: BenchDatabase, sql: string): Promise<void> {
  const url = new URL(adminUrl);
  url.pathname = '/postgres';
  const client = new pg.Client(url.toString());
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
