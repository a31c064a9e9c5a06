import { type Check, createDataSource, noRows, registerChecks } from '@thads/shared';
import type { QueryRunner } from 'typeorm';
import { subgraphDefinitions } from './one-process';

/** What became of a check. */
export interface CheckResult {
  readonly register: string;
  readonly sentence: string;
  /** 0 when the sentence is true of the data. */
  readonly faults: number;
}

/** What two registers must say alike. */
const ACROSS: readonly Check[] = [
  noRows(
    'Where the obligations of a case cover its whole amount, their receipts are the money it counts as enforced.',
    `select from cases.enforcement_case c
     join (select case_id as id, sum(amount) as amount, sum(collected) as collected
           from recovery.obligation where case_id is not null group by 1) o using (id)
     where o.amount = c.amount and o.collected <> c.paid`,
  ),
];

/**
 * Every check of every register, one after the other, each register in one snapshot: usable while events come in.
 * Only reads. `onResult` is told of each as soon as it is known.
 */
export async function checkData(adminUrl: string, onResult: (result: CheckResult) => void): Promise<void> {
  for (const definition of subgraphDefinitions) {
    const { name, register, entities, checks = [] } = definition;
    await inSnapshot(adminUrl, name, entities, async (runner) => {
      for (const check of [...registerChecks(register), ...checks]) {
        onResult({ register: name, sentence: check.sentence, faults: await check.count(runner) });
      }
    });
  }
  await inSnapshot(adminUrl, 'public', [], async (runner) => {
    for (const check of ACROSS) {
      onResult({ register: 'across', sentence: check.sentence, faults: await check.count(runner) });
    }
  });
}

async function inSnapshot(
  url: string,
  schema: string,
  entities: Function[],
  run: (runner: QueryRunner) => Promise<void>,
): Promise<void> {
  const dataSource = await createDataSource({ url, schema, entities, poolSize: 2 }).initialize();
  try {
    const runner = dataSource.createQueryRunner();
    await runner.query('begin transaction isolation level repeatable read, read only');
    await runner.query(`set local work_mem = '256MB'`);
    try {
      await run(runner);
    } finally {
      await runner.query('rollback');
      await runner.release();
    }
  } finally {
    await dataSource.destroy();
  }
}
