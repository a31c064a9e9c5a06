import { type Environment, runningServerUrl } from '@thads/shared';
import path from 'node:path';
import { openDatabase } from './one-process';
import { readDatabaseSettings } from './settings';

/**
 * For a command beside a server that may be in use: the administrator's connection to the database that `npm start`
 * uses, the embedded PostgreSQL started for the command when nobody runs it.
 */
export async function withDatabase(environment: Environment, run: (adminUrl: string) => Promise<void>): Promise<void> {
  const settings = readDatabaseSettings(environment, path.resolve(__dirname, '..', '..'));
  const inUse = settings.databaseUrl ?? (await runningServerUrl(settings.dataDir));
  if (inUse) return run(inUse);
  const database = await openDatabase(settings);
  try {
    await run(database.adminUrl);
  } finally {
    await database.stop();
  }
}
