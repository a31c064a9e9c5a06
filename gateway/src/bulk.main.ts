/**
 * Loads whole histories from standard input, for a maker of histories that started this process (see `BulkLine` in
 * shared): on the database that `npm start` uses, prepared if it is new.
 */
import { OperatorError, messageOf } from '@thads/shared';
import path from 'node:path';
import { serveBulkLoads } from './bulk-loads';
import { loadFailure } from './load-failure';
import { openDatabase } from './one-process';
import { readDatabaseSettings } from './settings';

async function main(): Promise<void> {
  // Ctrl-C reaches the maker too, and its end is ours.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
  const database = await openDatabase(readDatabaseSettings(process.env, path.resolve(__dirname, '..', '..')));
  process.once('disconnect', () => void database.stop().finally(() => process.exit(1)));
  try {
    await serveBulkLoads(database, process.stdin, (message) => void process.send?.(message));
  } finally {
    await database.stop();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    const failure = loadFailure(error);
    process.stderr.write(
      `${failure instanceof OperatorError ? failure.message : `The load failed: ${messageOf(failure)}`}\n`,
    );
    process.exit(1);
  },
);
