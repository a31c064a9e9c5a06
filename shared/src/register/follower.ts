import type { DataSource, QueryRunner } from 'typeorm';
import { ALL_ROWS } from '../access/row-access';
import { inTransaction } from '../database/transaction';
import { messageOf } from '../errors';
import type { Logger } from '../logging/logger';
import { type ChainLink, chainHead, linkHash } from './chain';
import { JOURNAL_EVENT } from './event';
import { foldMovements, followerLock } from '../statistics/running-totals';
import type { RegisterDefinition } from './register';

/**
 * Gives committed events their position and hash and folds their movements into the totals, one transaction a pass.
 * Any number of processes may run one; an advisory lock lets one work at a time. Killed at any point, nothing is lost
 * or counted twice: what it had not committed is still pending.
 */
export interface Follower {
  /** Takes what is pending; returns the number of events taken, 0 when there is nothing or another process is at it. */
  pass(): Promise<number>;
  stop(): Promise<void>;
}

const BATCH = 20_000;
/** Between passes. Reads are never behind; the more events a pass takes, the more of them share a running total. */
const INTERVAL_MS = 1_000;

/** In the names of `ChainLink`. */
type PendingRow = Omit<ChainLink, 'position'> & { readonly id: number };

export function createFollower(dataSource: DataSource, register: RegisterDefinition, logger: Logger): Follower {
  const { schema } = register;

  async function passInTransaction(runner: QueryRunner): Promise<number> {
    const [lock] = (await runner.query(`select pg_try_advisory_xact_lock(hashtext($1)) as taken`, [
      followerLock(register),
    ])) as { taken: boolean }[];
    if (!lock!.taken) return 0;
    const rows = (await runner.query(
      `select j.* from (select journal_id from ${schema}.pending order by journal_id limit ${BATCH}) p cross join lateral (
         select id, ${JOURNAL_EVENT}, recorded_at as "recordedAt", submitted_by as "submittedBy"
         from ${schema}.journal where id = p.journal_id offset 0
       ) j order by j.id`,
    )) as PendingRow[];
    if (rows.length === 0) return 0;

    let { position, hash } = await chainHead(runner, schema);
    const hashes: string[] = [];
    const first = position + 1;
    for (const row of rows) {
      position += 1;
      hash = linkHash(hash, { position, ...row });
      hashes.push(`\\x${hash.toString('hex')}`);
    }
    const ids = rows.map(({ id }) => id);
    await runner.query(
      `insert into ${schema}.chain (position, journal_id, hash)
       select $3::bigint + link.nth - 1, link.id, link.hash
       from unnest($1::bigint[], $2::bytea[]) with ordinality as link(id, hash, nth)`,
      [ids, hashes, first],
    );
    await foldMovements(runner, register, 'journal_id = any($1::bigint[])', [ids]);
    await runner.query(`delete from ${schema}.pending where journal_id = any($1::bigint[])`, [ids]);
    return rows.length;
  }

  const pass = (): Promise<number> => inTransaction(dataSource, ALL_ROWS, passInTransaction);

  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let failing = false;

  function schedule(): void {
    if (stopped) return;
    timer = setTimeout(() => {
      running = run();
    }, INTERVAL_MS);
  }

  async function run(): Promise<void> {
    try {
      while (!stopped && (await pass()) === BATCH);
      failing = false;
    } catch (error) {
      if (!stopped) report(error);
    }
    schedule();
  }

  /** Once per outage, not once per attempt. */
  function report(error: unknown): void {
    if (!failing)
      logger.warn({ reason: messageOf(error), schema }, 'follower pass failed, is tried again every second');
    failing = true;
  }

  schedule();
  return {
    pass,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
