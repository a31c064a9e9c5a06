import pg from 'pg';
import { graphAt } from '../sample/src/graph';
import { sampleSteps } from '../sample/src/sample';
import { sendAll } from '../sample/src/sender';
import { type CommandResult, runCommand } from './harness/command';
import { checkDataOf, untrueSentences } from './harness/data-check';
import { type OneProcessGraph, startInOneProcess } from './harness/graph';

/** Histories of every step that are enough for a little of everything. */
const A_FEW = 60;

/** What a fault in stored data looks like, and the sentences that it makes untrue. */
const FAULTS: readonly { readonly fault: string; readonly sql: string; readonly untrue: readonly RegExp[] }[] = [
  {
    fault: 'an event without a position in the chain',
    sql: 'delete from cases.chain where position = 7',
    untrue: [/has its position in the chain/, /The chain is unbroken/],
  },
  {
    fault: 'an event that is in the chain and waits for it',
    sql: 'insert into cases.pending select min(journal_id) from cases.movement',
    // What waits is not in the totals yet.
    untrue: [/has its position in the chain/, /running total is the sum/],
  },
  {
    fault: 'an event that was rewritten',
    sql: `update cases.journal set occurred_on = occurred_on - 1 where id = 7`,
    untrue: [/The chain is unbroken/],
  },
  {
    fault: 'an event that names another sender',
    sql: `update inspections.journal set submitted_by = 'somebody' where id = 7`,
    untrue: [/The chain is unbroken/],
  },
  {
    fault: 'a lost event',
    sql: 'delete from complaints.journal where id = 7',
    untrue: [
      /has its position in the chain/,
      /The chain is unbroken/,
      /movement of the ledger belongs to/,
      /petition has as many events/,
    ],
  },
  {
    fault: 'a case that stands elsewhere than its events led it',
    sql: `update cases.enforcement_case set state = 'COMPLETED', paid = amount
          where (territory, id) = (select territory, id from cases.enforcement_case where state = 'WITH_CONDITIONS' limit 1)`,
    untrue: [/movements of the ledger lead to/],
  },
  {
    fault: 'a case with an event too many',
    sql: `update cases.enforcement_case set version = version + 1
          where (territory, id) = (select territory, id from cases.enforcement_case limit 1)`,
    untrue: [/case has as many events/],
  },
  {
    fault: 'a movement that was lost after it was folded',
    sql: `delete from cases.movement where ctid = (select ctid from cases.movement where slot = 'IN_PROGRESS' limit 1)`,
    untrue: [/movements of the ledger lead to/, /running total is the sum/],
  },
  {
    fault: 'a running total that is off',
    sql: `update cases.running_total set in_progress_count = in_progress_count + 1, terminated_count = terminated_count - 100
          where (territory, office, kind, initiation, overlay, since, day) =
            (select territory, office, kind, initiation, overlay, since, day from cases.running_total
             where kind = 'CIVIL' and territory = 38 and office = -1 and overlay = 0 and since = '-infinity' order by day desc limit 1)`,
    untrue: [/running total is the sum/, /is negative/, /totals by territory, kind add up/],
  },
  {
    fault: 'the totals of a whole province that are off',
    sql: `update cases.running_total set not_yet_44a_count = not_yet_44a_count + 1
          where office = -1 and kind = '*' and initiation = '*' and overlay = 0 and territory = 38 and since = '-infinity'
            and day = (select max(day) from cases.running_total where territory = 38 and since = '-infinity')`,
    untrue: [
      /running total is the sum/,
      /totals by territory add up to those of the nation/,
      /totals by territory, kind add up/,
      /totals by territory, initiation add up/,
      /totals by territory, office add up/,
      /totals by territory, office, kind, initiation add up/,
    ],
  },
  {
    fault: 'a receipt that was lost',
    sql: 'delete from recovery.receipt where ctid = (select ctid from recovery.receipt limit 1)',
    untrue: [/receipts of every obligation add up/],
  },
  {
    fault: 'a distribution that was lost',
    sql: 'delete from recovery.distribution where ctid = (select ctid from recovery.distribution limit 1)',
    untrue: [/are its distributions/],
  },
  {
    fault: 'money received that the case does not know of',
    sql: `update cases.enforcement_case set collected = collected - 1 where id = 'VN63-10-01.PAID'`,
    untrue: [/receipts are the money that it says was collected/],
  },
];

/** A case whose one obligation was collected: both registers know of the same money. */
const PAID_CASE = `mutation {
  submitCaseEvents(events: [
    { id: "00000000-0000-4000-8000-000000000001", subject: "VN63-10-01.PAID", type: ENTRUSTMENT_RECEIVED, occurredOn: "2024-01-08", kind: CIVIL, initiation: ON_REQUEST, decisionNumber: "QD-1", amount: 1000 }
    { id: "00000000-0000-4000-8000-000000000002", subject: "VN63-10-01.PAID", type: MONEY_PAID, occurredOn: "2024-01-09", amount: 400 }
  ]) { accepted }
  submitRecoveryEvents(events: [
    { id: "00000000-0000-4000-8000-000000000003", subject: "VN63-10-01.O-PAID", type: OBLIGATION_RECORDED, occurredOn: "2024-01-08", category: FINE, amount: 1000, case: "VN63-10-01.PAID" }
    { id: "00000000-0000-4000-8000-000000000004", subject: "VN63-10-01.O-PAID", type: RECEIPT_RECORDED, occurredOn: "2024-01-09", amount: 400 }
  ]) { accepted }
}`;

describe('the check of stored data', () => {
  let graph: OneProcessGraph;
  let admin: pg.Pool;

  beforeAll(async () => {
    graph = await startInOneProcess('empty');
    const client = graphAt(graph.url, graph.token);
    for (const { register, histories } of sampleSteps()) {
      await sendAll(client, register, histories.slice(0, A_FEW), () => undefined);
    }
    await graph.client.data(PAID_CASE);
    admin = new pg.Pool({ connectionString: graph.adminUrl, max: 1 });
    admin.on('error', () => undefined);
    for (const schema of ['cases', 'complaints', 'inspections', 'recovery']) {
      for (;;) {
        const { rowCount } = await admin.query(`select from ${schema}.pending limit 1`);
        if (rowCount === 0) break;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  });
  afterAll(async () => {
    await admin.end();
    await graph.stop();
  });

  const untrue = (): Promise<string[]> => untrueSentences(graph.adminUrl);

  it('finds every sentence true of sound data', async () => {
    expect(await untrue()).toEqual([]);
    expect((await checkDataOf(graph.adminUrl)).length).toBeGreaterThan(50);
  });

  it.each(FAULTS)('finds $fault, and nothing else untrue', async ({ sql, untrue: expectedUntrue }) => {
    const tables = ['journal', 'chain', 'pending', 'movement', 'running_total'];
    const target = /(?:delete from|update|insert into) (\w+)\.(\w+)/.exec(sql)!;
    const table = `${target[1]}.${target[2]}`;
    expect([...tables, 'enforcement_case', 'receipt', 'distribution']).toContain(target[2]);
    await admin.query(`create table public.before as table ${table}`);
    try {
      expect((await admin.query(sql)).rowCount).toBeGreaterThan(0);
      const found = await untrue();
      expect(found.filter((sentence) => !expectedUntrue.some((expected) => expected.test(sentence)))).toEqual([]);
      for (const expected of expectedUntrue) expect(found).toContainEqual(expect.stringMatching(expected));
    } finally {
      // Columns that the database makes of others are made again.
      const { rows } = await admin.query<{ columns: string }>(
        `select string_agg(quote_ident(attname), ', ') as columns from pg_attribute
         where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
        [table],
      );
      const [{ columns }] = rows as [{ columns: string }];
      await admin.query(
        `truncate ${table}; insert into ${table} (${columns}) overriding system value select ${columns} from public.before;
         drop table public.before`,
      );
    }
  });

  it('finds running totals sound again that were made anew', async () => {
    await admin.query('update cases.running_total set terminated_count = terminated_count - 100');
    await admin.query('delete from recovery.running_total where territory = 10');
    expect(await untrue()).not.toEqual([]);
    expect(await run('rebuild-totals')).toMatchObject({ code: 0 });
    expect(await untrue()).toEqual([]);
  });

  it('tells faults in a table and by its exit code, beside a server that is in use', async () => {
    expect(await run('check-data')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/All \d+ sentences are true/),
    });
    await admin.query('insert into cases.pending select journal_id from cases.chain where position = 7');
    const { code, stdout } = await run('check-data');
    await admin.query('delete from cases.pending');
    expect(code).toBe(1);
    expect(stdout).toMatch(/^ +1 {2}cases +Every accepted event has its position in the chain/m);
    expect(stdout).toMatch(/\d of \d+ sentences are not true/);
  });

  it('names the case whose receipt was given back, and its correction mends what differs', async () => {
    const id = '00000000-0000-4000-8000-00000000000';
    await graph.client.data(`mutation {
      submitCaseEvents(events: [
        { id: "${id}5", subject: "VN63-10-01.PAID", type: MONEY_COLLECTED, occurredOn: "2024-01-10", amount: 50 }
      ]) { accepted }
      submitRecoveryEvents(events: [
        { id: "${id}6", subject: "VN63-10-01.O-PAID", type: RECEIPT_RECORDED, occurredOn: "2024-01-10", amount: 50 }
      ]) { accepted }
    }`);
    expect(await untrue()).toEqual([]);
    await graph.client.data(`mutation {
      submitRecoveryEvents(events: [
        { id: "${id}7", subject: "VN63-10-01.O-PAID", type: RECEIPT_REVERSED, occurredOn: "2024-01-12", receipt: 2, ground: "PAID_BY_MISTAKE" }
      ]) { accepted }
    }`);
    const { code, stdout } = await run('check-data');
    expect(code).toBe(1);
    expect(stdout).toMatch(/^The first of them: VN63-10-01\.PAID\. Compare "collected" .*docs\/definitions\.md/m);
    await graph.client.data(`mutation {
      submitCaseEvents(events: [
        { id: "${id}8", subject: "VN63-10-01.PAID", type: EVENT_REVERSED, occurredOn: "2024-01-12", reverses: "${id}5", ground: "Hoàn trả biên lai" }
      ]) { accepted }
    }`);
    expect(await untrue()).toEqual([]);
  });

  const run = (entryPoint: string): Promise<CommandResult> =>
    runCommand(`gateway/src/${entryPoint}.main.ts`, [], { DATABASE_URL: graph.adminUrl });
});
