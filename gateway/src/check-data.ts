import { ALL_ROWS, type Check, createDataSource, noRows, registerChecks } from '@thads/shared';
import type { DataSource, QueryRunner } from 'typeorm';
import { subgraphDefinitions } from './one-process';

/** What became of a check. */
export interface CheckResult {
  readonly register: string;
  readonly sentence: string;
  /** 0 when the sentence is true of the data. */
  readonly faults: number;
  /** Where the faults are and how they are mended, where there is something to say. */
  readonly advice: string | null;
}

const MONEY_APART = `select c.id from cases.enforcement_case c
  join (select case_id as id, sum(amount) as amount, sum(collected) as collected
        from recovery.obligation where case_id is not null group by 1) o using (id)
  where o.amount = c.amount and o.collected <> c.collected`;
/** How many subjects at fault are named. */
const NAMED = 5;

/** What two registers must say alike. */
const ACROSS: readonly Check[] = [
  {
    ...noRows(
      'Where the obligations of a case cover its whole amount, their receipts are the money that it says was collected.',
      MONEY_APART,
    ),
    async advice(runner) {
      const cases = (await runner.query(`${MONEY_APART} order by c.territory, c.id limit ${NAMED}`)) as {
        id: string;
      }[];
      return (
        `The first of them: ${cases.map(({ id }) => id).join(', ')}. Compare "collected" of the case with "recovery { collected }"; ` +
        'docs/definitions.md, "The same money in two registers", says what to send to the one that lags behind.'
      );
    },
  },
];

/** Connections on which checks of one register run side by side. */
const AT_ONCE = 2;

/**
 * Every check of every register, each register in one snapshot: usable while events come in. Only reads. `onResult` is
 * told of each, in their order, as soon as it is known.
 */
export async function checkData(adminUrl: string, onResult: (result: CheckResult) => void): Promise<void> {
  for (const { name, register, entities, checks = [] } of subgraphDefinitions) {
    await runChecks(adminUrl, name, entities, [...registerChecks(register), ...checks], onResult);
  }
  await runChecks(adminUrl, 'across', [], ACROSS, onResult);
}

async function runChecks(
  url: string,
  register: string,
  entities: Function[],
  checks: readonly Check[],
  onResult: (result: CheckResult) => void,
): Promise<void> {
  const dataSource = await createDataSource({
    url,
    schema: 'public',
    entities,
    poolSize: AT_ONCE + 1,
    access: ALL_ROWS,
  }).initialize();
  try {
    const results: (CheckResult | undefined)[] = [];
    let told = 0;
    const waiting = checks.entries();
    await inOneSnapshot(dataSource, AT_ONCE, async (runner) => {
      for (const [nth, check] of waiting) {
        const faults = await check.count(runner);
        const advice = faults > 0 && check.advice ? await check.advice(runner) : null;
        results[nth] = { register, sentence: check.sentence, faults, advice };
        for (; results[told] !== undefined; told += 1) onResult(results[told]!);
      }
    });
  } finally {
    await dataSource.destroy();
  }
}

/** Runs on several connections at once, all of which see the same moment. Nothing is written. */
async function inOneSnapshot(
  dataSource: DataSource,
  connections: number,
  run: (runner: QueryRunner) => Promise<void>,
): Promise<void> {
  const runners = Array.from({ length: connections }, () => dataSource.createQueryRunner());
  try {
    let snapshot: string | null = null;
    for (const runner of runners) {
      await runner.query('begin transaction isolation level repeatable read, read only');
      if (snapshot === null) {
        const [exported] = (await runner.query('select pg_export_snapshot() as id')) as { id: string }[];
        snapshot = exported!.id;
      } else {
        await runner.query(`set transaction snapshot '${snapshot}'`);
      }
      await runner.query(`set local work_mem = '256MB'`);
    }
    const outcomes = await Promise.allSettled(runners.map(run));
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  } finally {
    for (const runner of runners) {
      await runner.query('rollback').catch(() => undefined);
      await runner.release();
    }
  }
}
