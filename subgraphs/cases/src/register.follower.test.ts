import {
  type ChainLink,
  GENESIS_HASH,
  JOURNAL_EVENT,
  TOTALS_PARTS,
  type TotalsPart,
  type RegisterEvent,
  brokenLinks,
  createDataSource,
  dropJournalCopies,
  linkHash,
  totalsOffLedger,
} from '@thads/shared';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { casesRegister } from './register';
import {
  caseEvent,
  followerOn,
  openRegister,
  openedCase,
  submitterOn,
  type TestRegister,
} from './testing/register.testkit';

let register: TestRegister;

beforeAll(async () => {
  register = await openRegister();
});
afterAll(() => register.database.drop());
beforeEach(() => register.database.clear());

const submit = (events: readonly RegisterEvent[]) => register.submitter.submit(events, 'tester');

/** Passes until nothing is pending. */
async function followAll(): Promise<void> {
  while ((await register.follower.pass()) > 0);
}

async function rows<T>(sql: string): Promise<T[]> {
  return (await register.database.admin.query(sql)).rows as T[];
}

interface Link extends ChainLink {
  readonly hash: Buffer;
  readonly version: number;
}

const links = (): Promise<Link[]> =>
  rows<Link>(
    `select position::int, hash, version, ${JOURNAL_EVENT}, recorded_at as "recordedAt", submitted_by as "submittedBy"
     from cases.chain c join cases.journal j on j.id = c.journal_id order by c.position`,
  );

/** Where the running totals and the ledger disagree; nothing when all is well. */
const disagreements = (): Promise<unknown[]> => rows(totalsOffLedger(casesRegister, 'ALL'));

async function expectSoundChain(events: number): Promise<void> {
  const chain = await links();
  expect(chain.map(({ position }) => position)).toEqual(Array.from({ length: events }, (_, index) => index + 1));
  const versions = new Map<string, number>();
  let hash: Buffer = GENESIS_HASH;
  for (const link of chain) {
    hash = linkHash(hash, link);
    expect([link.position, link.hash]).toEqual([link.position, hash]);
    expect(link.version).toBe((versions.get(link.subject) ?? 0) + 1);
    versions.set(link.subject, link.version);
  }
  expect(await rows(brokenLinks('cases'))).toEqual([]);
  expect(await disagreements()).toEqual([]);
}

describe('the order of record', () => {
  test('has no gap and keeps every case’s own order under four writers at once', async () => {
    const processes = await Promise.all([1, 2, 3, 4].map(() => register.database.connect()));
    let isWriting = true;
    const following = (async () => {
      while (isWriting) {
        await register.follower.pass();
        await sleep(5);
      }
    })();
    await Promise.all(
      processes.map(async (dataSource, writer) => {
        const submitter = submitterOn(dataSource);
        for (let batch = 0; batch < 20; batch += 1) {
          const subject = `VN63-${['01', '10', '15', '38'][writer]}-01.W-${batch}`;
          const shared = caseEvent('VN63-10-01.SHARED', 'OFFICER_ASSIGNED', '2024-10-01', { officer: 'x' });
          const failing = { ...shared, id: randomUUID() };
          await submitter.submit([...openedCase(subject), failing], 'tester');
          await submitter.submit([caseEvent(subject, 'MONEY_PAID', '2024-10-02', { amount: batch })], 'tester');
        }
      }),
    );
    isWriting = false;
    await following;
    await followAll();
    await Promise.all(processes.map((dataSource) => dataSource.destroy()));
    await expectSoundChain(4 * 20 * 3);
    expect(await register.counts()).toMatchObject({ pending: 0, journal: 240 });
  });

  test('once given never changes, whatever comes later', async () => {
    await submit(openedCase('VN63-38-01.C-1'));
    await followAll();
    const before = await links();
    await submit(openedCase('VN63-10-01.C-1', 1_000, '2015-01-05'));
    await followAll();
    expect((await links()).slice(0, 2)).toEqual(before);
    await expectSoundChain(4);
  });

  test.each([
    `content = '{}'`,
    `occurred_on = occurred_on + 1`,
    `type = 'CASE_CLOSED'`,
    `subject_id = 'VN63-38-01.C-2'`,
    `recorded_at = recorded_at - interval '1 second'`,
    `submitted_by = 'somebody'`,
  ])('gives away a journal that was rewritten behind its back: %s', async (change) => {
    await submit(openedCase('VN63-38-01.C-1'));
    await followAll();
    await expectSoundChain(2);
    await register.database.admin.query(`update cases.journal set ${change} where version = 1`);
    expect(await rows(brokenLinks('cases'))).toEqual([{ position: '1' }]);
    await expect(expectSoundChain(2)).rejects.toThrow();
  });

  test('is kept when a journal of the former shape, with everything in its content, is brought to the present one', async () => {
    await submit([...openedCase('VN63-38-01.C-1'), caseEvent('VN63-38-01.C-1', 'CASE_CLOSED', '2024-12-01')]);
    await followAll();
    const journal = `select ${JOURNAL_EVENT} from cases.journal order by id`;
    const before = await rows(journal);
    const { admin } = register.database;
    await admin.query(`update cases.journal set content = (content::jsonb || jsonb_build_object(
      'id', event_id, 'subject', subject_id, 'type', type, 'occurredOn', occurred_on))::text`);
    await admin.query(`alter table cases.journal add column content_hash bytea not null default '\\x00'`);
    await admin.query(`update cases.chain set hash = sha256(hash)`);
    const url = admin.options.connectionString!;
    const dataSource = await createDataSource({ url, schema: 'cases', entities: [] }).initialize();
    const runner = dataSource.createQueryRunner();
    await dropJournalCopies(runner, casesRegister);
    await dropJournalCopies(runner, casesRegister);
    await runner.release();
    await dataSource.destroy();
    expect(
      (await rows<{ content: string }>(journal)).map((row) => ({ ...row, content: row.content.replaceAll(': ', ':') })),
    ).toEqual(before);
    await expectSoundChain(before.length);
  });
});

describe('the running totals', () => {
  test('are the sums of the ledger after every pass', async () => {
    for (let nth = 0; nth < 5; nth += 1) {
      const subject = `VN63-10-01.C-${nth}`;
      await submit([...openedCase(subject), caseEvent(subject, 'MONEY_PAID', '2024-10-02', { amount: nth * 100 })]);
      await register.follower.pass();
      expect(await disagreements()).toEqual([]);
    }
    expect(
      await rows(`select territory, in_progress_count as cases from cases.running_total
                  where office = -1 and kind = '*' and initiation = '*' and overlay = 0 and since = '-infinity'
                  order by territory`),
    ).toEqual([
      { territory: -1, cases: 5 },
      { territory: 10, cases: 5 },
    ]);
  });

  test.each([
    ['NATION', -1],
    [10, 10],
    [38, 38],
  ] as const)('of %s are checked apart from the rest', async (part, territory) => {
    await submit([...openedCase('VN63-10-01.C-1'), ...openedCase('VN63-38-01.C-1')]);
    await followAll();
    const partsThatDisagree = async (): Promise<TotalsPart[]> => {
      const found: TotalsPart[] = [];
      for (const each of TOTALS_PARTS) {
        if ((await rows(totalsOffLedger(casesRegister, each))).length > 0) found.push(each);
      }
      return found;
    };
    expect(await partsThatDisagree()).toEqual([]);
    await register.database.admin.query(
      'update cases.running_total set in_progress_count = in_progress_count + 1 where territory = $1',
      [territory],
    );
    expect(await partsThatDisagree()).toEqual([part]);
  });

  test('fold nothing twice when several followers are at it at once', async () => {
    const processes = await Promise.all([1, 2, 3].map(() => register.database.connect()));
    const followers = [register.follower, ...(await Promise.all(processes.map(followerOn)))];
    let taken = 0;
    for (let round = 0; round < 10; round += 1) {
      await submit(openedCase(`VN63-10-01.C-${round}`));
      const passes = await Promise.all(followers.map((follower) => follower.pass()));
      taken += passes.reduce((sum, events) => sum + events, 0);
    }
    await Promise.all(processes.map((dataSource) => dataSource.destroy()));
    await followAll();
    expect(taken).toBeLessThanOrEqual(20);
    await expectSoundChain(20);
  });

  test('are left to the one follower that is at it: another takes nothing meanwhile', async () => {
    await submit(openedCase('VN63-10-01.C-1'));
    const client = await register.database.admin.connect();
    await client.query('begin');
    await client.query(`select pg_advisory_xact_lock(hashtext('cases.follower'))`);
    expect(await register.follower.pass()).toBe(0);
    await client.query('rollback');
    client.release();
    expect(await register.follower.pass()).toBe(2);
  });
});

describe('a follower that is killed', () => {
  test.each([
    ['before it has written anything', 'chain'],
    ['between the chain and the totals', 'running_total'],
    ['between the totals and the end of the queue', 'pending'],
  ])('%s leaves nothing behind, and the next one takes up exactly there', async (_moment, table) => {
    await submit(openedCase('VN63-10-01.C-1'));
    await followAll();
    await submit([...openedCase('VN63-10-01.C-2'), ...openedCase('VN63-15-01.C-3')]);
    const before = await register.counts();

    const process = await register.database.connect();
    const doomed = await followerOn(process);
    const blocker = await register.database.admin.connect();
    await blocker.query(`begin; lock table cases.${table} in exclusive mode`);
    const pass = doomed.pass().then(
      () => 'finished',
      () => 'killed',
    );
    await killWaitingFor(table);
    expect(await pass).toBe('killed');
    await blocker.query('rollback');
    blocker.release();

    expect(await register.counts()).toEqual(before);
    expect(await doomed.pass()).toBe(4);
    await process.destroy();
    await expectSoundChain(6);
    expect(await register.counts()).toMatchObject({ pending: 0, chain: 6 });
  });

  /** Ends the connection that waits for a lock on the table. */
  async function killWaitingFor(table: string): Promise<void> {
    for (let attempt = 0; attempt < 400; attempt += 1) {
      const killed = await rows(
        `select pg_terminate_backend(pid) from pg_locks where not granted and relation = 'cases.${table}'::regclass`,
      );
      if (killed.length > 0) return;
      await sleep(10);
    }
    throw new Error(`nobody waits for ${table}`);
  }
});
