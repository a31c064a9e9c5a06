import { type Follower, type Submitter, createFollower, createLogger, createSubmitter } from '@thads/shared';
import { type TestDatabase, createTestDatabase } from '@thads/shared/src/testing/database.testkit';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { CaseEvent } from '../case/case.event';
import { casesSubgraph } from '../index';
import { casesRegister } from '../register';
import { formalities } from './formalities';

/** The register of cases on a real database; follower passes are the test's to make. */
export interface TestRegister {
  readonly database: TestDatabase;
  readonly submitter: Submitter;
  readonly follower: Follower;
  /** Rows of every table that a batch writes into. */
  counts(): Promise<Record<string, number>>;
}

export const TABLES = [
  'journal',
  'movement',
  'pending',
  'enforcement_case',
  'coercion',
  'chain',
  'running_total',
] as const;

export async function openRegister(): Promise<TestRegister> {
  const database = await createTestDatabase(casesSubgraph);
  return {
    database,
    submitter: submitterOn(database.dataSource),
    follower: await followerOn(database.dataSource),
    async counts() {
      const columns = TABLES.map((table) => `(select count(*)::int from cases.${table}) as ${table}`);
      const { rows } = await database.admin.query<Record<string, number>>(`select ${columns.join(', ')}`);
      return rows[0]!;
    },
  };
}

export function submitterOn(dataSource: DataSource): Submitter {
  return createSubmitter(dataSource, casesRegister);
}

/** One that works only when told to. */
export async function followerOn(dataSource: DataSource): Promise<Follower> {
  const follower = createFollower(dataSource, casesRegister, createLogger('test', 'silent'));
  await follower.stop();
  return follower;
}

export function caseEvent(
  subject: string,
  type: string,
  occurredOn: string,
  fields: Partial<CaseEvent> = {},
): CaseEvent {
  return { id: randomUUID(), subject, type, occurredOn, ...formalities(type), ...fields };
}

/** A case from its entrustment to a classification with conditions. */
export function openedCase(subject: string, amount = 1_000, occurredOn = '2024-10-01'): CaseEvent[] {
  return [
    caseEvent(subject, 'ENTRUSTMENT_RECEIVED', occurredOn, { kind: 'CIVIL', initiation: 'ON_REQUEST', amount }),
    caseEvent(subject, 'CLASSIFIED_WITH_CONDITIONS', occurredOn),
  ];
}
