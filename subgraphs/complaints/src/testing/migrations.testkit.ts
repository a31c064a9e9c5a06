import { ALL_ROWS, createDataSource, inTransaction, registerChecks } from '@thads/shared';
import type pg from 'pg';
import type { DataSource } from 'typeorm';
import { complaintsSubgraph } from '../index';
import { complaintsRegister } from '../register';

/** Who may migrate the database of a test. */
export function migrator({ options }: pg.Pool): Promise<DataSource> {
  return createDataSource({
    ...complaintsSubgraph,
    url: options.connectionString!,
    schema: complaintsRegister.schema,
    access: ALL_ROWS,
  }).initialize();
}

/** Undoes migrations, the latest first, up to and including the one of the name. */
export async function undoThrough(dataSource: DataSource, name: string): Promise<void> {
  const isRun = async (): Promise<boolean> =>
    ((await dataSource.query('select from complaints.migration where name = $1', [name])) as unknown[]).length > 0;
  while (await isRun()) await dataSource.undoLastMigration();
}

/** The sentences that must hold of every register and do not hold of this one. */
export function faults(dataSource: DataSource): Promise<string[]> {
  return inTransaction(dataSource, ALL_ROWS, async (runner) => {
    const found: string[] = [];
    for (const { sentence, count } of registerChecks(complaintsRegister)) {
      if ((await count(runner)) > 0) found.push(sentence);
    }
    return found;
  });
}
