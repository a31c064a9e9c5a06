import { type Follower, type Submitter, createFollower, createLogger, createSubmitter } from '@thads/shared';
import { type TestDatabase, createTestDatabase } from '@thads/shared/src/testing/database.testkit';
import { inspectionsSubgraph } from '../index';
import { inspectionsRegister } from '../register';

/** The register of inspections on a real database; follower passes are the test's to make. */
export interface TestRegister {
  readonly database: TestDatabase;
  readonly submitter: Submitter;
  readonly follower: Follower;
}

export async function openRegister(): Promise<TestRegister> {
  const database = await createTestDatabase(inspectionsSubgraph);
  const follower = createFollower(database.dataSource, inspectionsRegister, createLogger('test', 'silent'));
  await follower.stop();
  return { database, submitter: createSubmitter(database.dataSource, inspectionsRegister), follower };
}
