import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What the global set-up leaves for the test files. */
export interface TestServers {
  /** Administrator's connection to a PostgreSQL started for this run. */
  readonly adminUrl: string;
  readonly passwords: Readonly<Record<string, string>>;
  /** A migrated database with the whole sample in it, to be copied. */
  readonly sampleDatabase: string;
  /** A migrated database without any data, to be copied. */
  readonly emptyDatabase: string;
}

export const SAMPLE_DATABASE = 'template_sample';
export const EMPTY_DATABASE = 'template_empty';

/** A jest run has one set-up process, which all workers are children of. */
export function serversFile(setupPid: number): string {
  return path.join(tmpdir(), `thads-test-${setupPid}.json`);
}

export function readTestServers(): TestServers {
  const file = process.env.THADS_TEST_SERVERS;
  if (!file) throw new Error('the global set-up has not run; start tests with jest from the root');
  return JSON.parse(readFileSync(file, 'utf8')) as TestServers;
}
