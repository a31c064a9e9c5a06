/**
 * Once per jest run: a PostgreSQL of its own, a migrated empty database, and one with the whole sample, loaded the way
 * `npm start` loads it. Test files copy these.
 */
import 'reflect-metadata';
import { type EmbeddedServer, EnvironmentReader, createLogger, startEmbeddedServer } from '@thads/shared';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readDoors } from '../../gateway/src/doors/doors';
import { readLimits } from '../../gateway/src/limits/limits';
import { migrateAll, startOneProcess } from '../../gateway/src/one-process';
import { loadSample } from '../../sample/src/load';
import { TestIssuer } from './issuers';
import { asAdmin, databaseUrl } from './databases';
import { EMPTY_DATABASE, SAMPLE_DATABASE, type TestServers, serversFile } from './server-settings';

const passwords = {
  cases: 'test-cases',
  complaints: 'test-complaints',
  inspections: 'test-inspections',
  recovery: 'test-recovery',
};

declare global {
  // eslint-disable-next-line no-var
  var thadsTestServer: { server: EmbeddedServer; folder: string; file: string } | undefined;
}

export default async function globalSetup(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'thads-test-'));
  const server = await startEmbeddedServer(folder);
  const file = serversFile(process.pid);
  globalThis.thadsTestServer = { server, folder, file };

  await asAdmin(server.url, (client) => client.query(`create database ${EMPTY_DATABASE}`));
  await migrateAll(databaseUrl(server.url, EMPTY_DATABASE), passwords);
  await asAdmin(server.url, (client) => client.query(`create database ${SAMPLE_DATABASE} template ${EMPTY_DATABASE}`));
  await fillWithSample(databaseUrl(server.url, SAMPLE_DATABASE));

  const servers: TestServers = {
    adminUrl: server.url,
    passwords,
    sampleDatabase: SAMPLE_DATABASE,
    emptyDatabase: EMPTY_DATABASE,
  };
  writeFileSync(file, JSON.stringify(servers), { mode: 0o600 });
  process.env.THADS_TEST_SERVERS = file;
  process.env.THADS_TEST_DATABASE_URL = server.url;
}

async function fillWithSample(adminUrl: string): Promise<void> {
  const issuer = await TestIssuer.start();
  const running = await startOneProcess({
    settings: {
      host: '127.0.0.1',
      port: 0,
      logLevel: 'warn',
      subgraphDeadlineMs: 60_000,
      operationDeadlineMs: 60_000,
      keptAnswersMb: 0,
      exportLinkMs: 3_600_000,
      issuer: issuer.settings(),
      trustProxy: false,
      signIn: { kind: 'TOKEN' },
      limits: readLimits(new EnvironmentReader({})),
      doors: readDoors(new EnvironmentReader({}), 'development'),
    },
    adminUrl,
    passwords,
    logger: createLogger('test-setup', 'warn'),
  });
  try {
    const token = await issuer.token({ role: 'REGISTRAR' });
    await loadSample(running.url, token, (line) => void process.stdout.write(`${line}\n`));
    for (const { dataSource, follower, name } of running.subgraphs) {
      const isPending = async (): Promise<boolean> =>
        (await dataSource.query(`select from ${name}.pending limit 1`)).length > 0;
      while (await isPending()) await follower.pass();
    }
  } finally {
    await running.stop();
    await issuer.stop();
  }
}

/** For the tear-down, which runs in the same process. */
export function cleanUp(folder: string, file: string): void {
  rmSync(folder, { recursive: true, force: true });
  rmSync(file, { force: true });
}
