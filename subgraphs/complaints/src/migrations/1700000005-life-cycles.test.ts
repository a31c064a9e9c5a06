import { ALL_ROWS, type Check, createDataSource, inTransaction, registerChecks } from '@thads/shared';
import { complaintsSubgraph } from '../index';
import { complaintsRegister } from '../register';
import { type TestRegister, anEvent, openRegister, reversalOf } from '../testing/register.testkit';

const MIGRATION = 'ComplaintsLifeCycles1700000005000';

let register: TestRegister;

beforeAll(async () => {
  register = await openRegister();
});
afterAll(() => register.database.drop());

const reception = (nth: number, visits: number, receivedByHead: boolean) =>
  anEvent(`VN63-10-01.T-${nth}`, 'RECEPTION_RECORDED', `2024-10-0${nth}`, {
    visits,
    citizens: visits,
    matters: visits,
    receivedByHead,
  });

test('receptions of an older database are told apart by who received them, folded or not, taken back or not', async () => {
  const { admin } = register.database;
  const dataSource = await createDataSource({
    ...complaintsSubgraph,
    url: admin.options.connectionString!,
    schema: complaintsRegister.schema,
  }).initialize();
  try {
    const undone = reception(3, 16, true);
    await register.submit(reception(1, 1, true), reception(2, 4, false), undone, reversalOf(undone));
    while ((await register.follower.pass()) > 0);
    await register.submit(reception(4, 64, true));
    const tables = async () => [
      await register.rows(`select journal_id, slot, on_date::text, sum(count)::int as count from complaints.movement
                           group by 1, 2, 3 having sum(count) <> 0 order by 1, 2, 3`),
      await register.rows('select id, version, visits, received_by_head, online from complaints.reception order by id'),
    ];
    const before = await tables();
    // What was recorded and taken back is no more in an older ledger than nothing.
    const ofUndone = `journal_id in (select id from complaints.journal where subject_id = '${undone.subject}')`;
    const [movements, rows] = before;
    const undoneIds = (
      await register.rows(`select distinct journal_id from complaints.movement where ${ofUndone}`)
    ).map(({ journal_id }) => journal_id);

    // The ones after it first.
    while ((await dataSource.query('select from complaints.migration where name = $1', [MIGRATION])).length > 0) {
      await dataSource.undoLastMigration();
    }
    expect(await register.rows('select * from complaints.movement where slot = $$RECEPTION_VISITS_TO_HEAD$$')).toEqual(
      [],
    );
    await dataSource.runMigrations();

    const isHeads = (row: Record<string, unknown>): boolean =>
      row['slot'] === 'RECEPTION_VISITS_TO_HEAD' && undoneIds.includes(row['journal_id']);
    expect(await tables()).toEqual([movements!.filter((row) => !isHeads(row)), rows]);
    expect(await faults(registerChecks(complaintsRegister))).toEqual([]);
    while ((await register.follower.pass()) > 0);
    expect(await faults(registerChecks(complaintsRegister))).toEqual([]);
  } finally {
    await dataSource.destroy();
  }

  function faults(checks: readonly Check[]): Promise<string[]> {
    return inTransaction(dataSource, ALL_ROWS, async (runner) => {
      const found: string[] = [];
      for (const { sentence, count } of checks) if ((await count(runner)) > 0) found.push(sentence);
      return found;
    });
  }
});
