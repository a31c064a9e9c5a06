import type { DataSource, QueryRunner } from 'typeorm';

/** Runs in one transaction on one connection: committed when `run` resolves, rolled back when it rejects. */
export async function inTransaction<T>(dataSource: DataSource, run: (runner: QueryRunner) => Promise<T>): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.startTransaction('READ COMMITTED');
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
