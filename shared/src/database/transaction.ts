import type { DataSource, QueryRunner } from 'typeorm';
import { type RowAccess, settingsOf } from '../access/row-access';

/**
 * Runs in one transaction on one connection, which sees and writes the rows of `access`: committed when `run` resolves,
 * rolled back when it rejects.
 */
export async function inTransaction<T>(
  dataSource: DataSource,
  access: RowAccess,
  run: (runner: QueryRunner) => Promise<T>,
): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.startTransaction('READ COMMITTED');
    const settings = Object.entries(settingsOf(access));
    await runner.query(
      `select ${settings.map((_setting, index) => `set_config($${2 * index + 1}, $${2 * index + 2}, true)`).join(', ')}`,
      settings.flat(),
    );
    const result = await run(runner);
    await runner.commitTransaction();
    return result;
  } catch (error) {
    // The first error is the one to tell of; a connection that is gone has rolled back by itself.
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
}
