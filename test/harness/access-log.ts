import { type RequestHead, personReads } from '@thads/shared';
import { type TestDatabase, createTestDatabase } from '@thads/shared/src/testing/database.testkit';
import { headOf } from '@thads/shared/src/testing/head.testkit';
import { subgraphDefinitions } from '../../gateway/src/one-process';

export { verifyAccessLog } from '../../gateway/src/access-log/verify-access-log';

export interface AccessLog {
  readonly register: string;
  readonly database: TestDatabase;
  /** Notes the looks of one request. */
  look(purpose: RequestHead['purpose'], subjects: readonly string[]): Promise<unknown>;
}

/** The access log of a register, in a database of its own. */
export async function openAccessLog(register: string): Promise<AccessLog> {
  const database = await createTestDatabase(subgraphDefinitions.find(({ name }) => name === register)!);
  return {
    register,
    database,
    look(purpose, subjects) {
      const head = headOf({ role: 'INSPECTOR', province: 'VN63-10' }, { purpose });
      const note = personReads(database.dataSource, register, head);
      return Promise.all(subjects.map((subject) => note('Petition', subject)));
    },
  };
}
