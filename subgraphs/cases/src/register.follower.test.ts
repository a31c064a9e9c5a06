import { GENESIS_HASH, type RegisterEvent, canonicalContent, linkHash, sha256, totalsOffLedger } from '@thads/shared';
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

interface Link {
  position: string;
  hash: Buffer;
  event_id: string;
  content: string;
  content_hash: Buffer;
  recorded_at: Date;
  submitted_by: string;
  subject_id: string;
  version: number;
}

const links = (): Promise<Link[]> =>
  rows<Link>('select * from cases.chain c join cases.journal j on j.id = c.journal_id order by c.position');

/** Where the running totals and the ledger disagree; nothing when all is well. */
const disagreements = (): Promise<unknown[]> => rows(totalsOffLedger(casesRegister));

async function expectSoundChain(events: number): Promise<void> {
  const chain = await links();
  expect(chain.map(({ position }) => Number(position))).toEqual(
    Array.from({ length: events }, (_, index) => index + 1),
  );
  const versions = new Map<string, number>();
  let hash: Buffer = GENESIS_HASH;
  for (const link of chain) {
    expect(link.content_hash).toEqual(sha256(link.content));
    hash = linkHash(hash, {
      position: Number(link.position),
      eventId: link.event_id,
      contentHash: link.content_hash,
      recordedAt: link.recorded_at,
      submittedBy: link.submitted_by,
    });
    expect([link.position, link.hash]).toEqual([link.position, hash]);
    expect(link.version).toBe((versions.get(link.subject_id) ?? 0) + 1);
    versions.set(link.subject_id, link.version);
  }
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

  test('gives away a journal that was rewritten behind its back', async () => {
    const events = openedCase('VN63-38-01.C-1');
    await submit(events);
    await followAll();
    const content = canonicalContent({ ...events[0]!, amount: 1 } as RegisterEvent);
    await register.database.admin.query('update cases.journal set content = $1, content_hash = $2 where version = 1', [
      content,
      sha256(content),
    ]);
    await expect(expectSoundChain(2)).rejects.toThrow();
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
