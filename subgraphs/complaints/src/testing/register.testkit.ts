import {
  type EventOutcome,
  type Follower,
  type RegisterEvent,
  type Submitter,
  createFollower,
  createLogger,
  createSubmitter,
} from '@thads/shared';
import { type TestDatabase, createTestDatabase } from '@thads/shared/src/testing/database.testkit';
import { randomUUID } from 'node:crypto';
import { complaintsSubgraph } from '../index';
import { complaintsRegister } from '../register';

/** The register of complaints on a real database; follower passes are the test's to make. */
export interface TestRegister {
  readonly database: TestDatabase;
  readonly submitter: Submitter;
  readonly follower: Follower;
  /** What became of each event: its refusal's rule, or status and version. */
  submit(...events: readonly RegisterEvent[]): Promise<string[]>;
  rows(sql: string): Promise<Record<string, unknown>[]>;
}

export async function openRegister(): Promise<TestRegister> {
  const database = await createTestDatabase(complaintsSubgraph);
  const submitter = createSubmitter(database.dataSource, complaintsRegister);
  const follower = createFollower(database.dataSource, complaintsRegister, createLogger('test', 'silent'));
  await follower.stop();
  return {
    database,
    submitter,
    follower,
    submit: async (...events) => told(await submitter.submit(events, 'tester')),
    rows: async (sql) => (await database.admin.query<Record<string, unknown>>(sql)).rows,
  };
}

function told(outcomes: readonly EventOutcome[]): string[] {
  return outcomes.map(({ status, version, refusal }) => refusal?.rule ?? `${status} ${version}`);
}

export function anEvent<F extends object>(subject: string, type: string, occurredOn: string, fields: F = {} as F) {
  return { id: randomUUID(), subject, type, occurredOn, ...fields };
}

export function reversalOf(reversed: RegisterEvent, occurredOn = reversed.occurredOn): RegisterEvent {
  return anEvent(reversed.subject, 'EVENT_REVERSED', occurredOn, { reverses: reversed.id, ground: 'Ghi nhầm' });
}
