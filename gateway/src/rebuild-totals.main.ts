/**
 * `npm run rebuild:totals`: makes the running totals of all registers anew from their ledgers, each register in one
 * transaction, beside a server that is in use: until it is done, statistics are answered from the totals before.
 */
import {
  ALL_ROWS,
  OperatorError,
  createDataSource,
  inTransaction,
  messageOf,
  rebuildRunningTotals,
} from '@thads/shared';
import { subgraphDefinitions } from './one-process';
import { withDatabase } from './with-database';

async function rebuild(url: string): Promise<void> {
  for (const { name, register, entities } of subgraphDefinitions) {
    const dataSource = await createDataSource({ url, schema: register.schema, entities, poolSize: 1 }).initialize();
    try {
      await inTransaction(dataSource, ALL_ROWS, (runner) => rebuildRunningTotals(runner, register));
    } finally {
      await dataSource.destroy();
    }
    process.stdout.write(`${name}: running totals made anew\n`);
  }
}

withDatabase(process.env, rebuild).catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof OperatorError ? error.message : `The totals stay as they are: ${messageOf(error)}`}\n`,
  );
  process.exitCode = 1;
});
