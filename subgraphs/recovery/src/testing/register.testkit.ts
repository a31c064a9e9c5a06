import {
  ALL_ROWS,
  readerOfAll,
  type EventOutcome,
  type Follower,
  type RegisterEvent,
  type Submitter,
  buildFederatedSchema,
  createFollower,
  createLogger,
  createSubmitter,
  createTotalsReader,
  inTransaction,
  registerChecks,
} from '@thads/shared';
import { type TestDatabase, createTestDatabase } from '@thads/shared/src/testing/database.testkit';
import { type ExecutionResult, graphql } from 'graphql';
import { createLoaders } from '../context';
import { recoverySubgraph } from '../index';
import { recoveryRegister } from '../register';
import { recoveryChecks } from '../statistics/recovery.checks';

/** The register of recovery on a real database; follower passes are the test's to make. */
export interface TestRegister {
  readonly database: TestDatabase;
  readonly submitter: Submitter;
  readonly follower: Follower;
  /** What became of each event: the version it led to, or the rule that refused it. */
  submit(...events: readonly RegisterEvent[]): Promise<string[]>;
  rows(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  /** Answers as the subgraph does. */
  ask(source: string): Promise<ExecutionResult>;
  /** The sentences about stored data that are not true; of what the follower has taken. */
  untrue(): Promise<string[]>;
}

export async function openRegister(): Promise<TestRegister> {
  const database = await createTestDatabase(recoverySubgraph);
  const { dataSource } = database;
  const submitter = createSubmitter(dataSource, recoveryRegister);
  const follower = createFollower(dataSource, recoveryRegister, createLogger('test', 'silent'));
  await follower.stop();
  const { schema } = await buildFederatedSchema(recoverySubgraph as never);
  return {
    database,
    submitter,
    follower,
    submit: async (...events) => told(await submitter.submit(events, 'tester')),
    rows: async (sql, values = []) => (await database.admin.query<Record<string, unknown>>(sql, values)).rows,
    ask: (source) =>
      graphql({
        schema,
        source,
        contextValue: {
          manager: dataSource.manager,
          totals: createTotalsReader(readerOfAll(dataSource), recoveryRegister),
          loaders: createLoaders(dataSource.manager),
          submitter,
          submittedBy: 'tester',
        },
      }),
    async untrue() {
      while ((await follower.pass()) > 0);
      return inTransaction(dataSource, ALL_ROWS, async (runner) => {
        const sentences: string[] = [];
        for (const check of [...registerChecks(recoveryRegister), ...recoveryChecks]) {
          if ((await check.count(runner)) > 0) sentences.push(check.sentence);
        }
        return sentences;
      });
    },
  };
}

function told(outcomes: readonly EventOutcome[]): string[] {
  return outcomes.map(({ status, version, refusal }) => refusal?.rule ?? `${status} ${version}`);
}
