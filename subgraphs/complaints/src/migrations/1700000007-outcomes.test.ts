import { faults, migrator, undoThrough } from '../testing/migrations.testkit';
import { type TestRegister, anEvent, openRegister, reversalOf } from '../testing/register.testkit';

let register: TestRegister;

beforeAll(async () => {
  register = await openRegister();
});
afterAll(() => register.database.drop());

const resolved = (nth: number, kind: string, outcome: string) => [
  anEvent(`VN63-10-01.D-${nth}`, 'PETITION_RECEIVED', '2024-10-01', { kind }),
  anEvent(`VN63-10-01.D-${nth}`, 'PETITION_ACCEPTED', '2024-10-02'),
  anEvent(`VN63-10-01.D-${nth}`, 'PETITION_RESOLVED', `2024-10-1${nth}`, { outcome, decisionNumber: `${nth}` }),
];

/** Where petitions of each kind stand, with the days from which they do. */
const movements = () =>
  register.rows(`select kind, slot, on_date::text, sum(count)::int as count from complaints.movement
                 group by 1, 2, 3 having sum(count) <> 0 order by 1, 2, 3`);

test('petitions of an older database are told apart by outcome, folded or not, taken back or not', async () => {
  const dataSource = await migrator(register.database.admin);
  try {
    const undone = resolved(3, 'COMPLAINT', 'RIGHT');
    await register.submit(
      ...resolved(1, 'COMPLAINT', 'PARTLY_RIGHT'),
      ...resolved(2, 'REQUEST', 'ANSWERED'),
      ...undone,
      reversalOf(undone[2]!),
    );
    while ((await register.follower.pass()) > 0);
    await register.submit(
      ...resolved(4, 'DENUNCIATION', 'WRONG'),
      anEvent('VN63-10-01.D-5', 'PETITION_RECEIVED', '2024-10-01', { kind: 'COMPLAINT' }),
    );
    const before = await movements();

    await undoThrough(dataSource, 'ComplaintsOutcomes1700000007000');
    const older = await movements();
    expect(older).toEqual(before.filter(({ slot }) => !String(slot).startsWith('RESOLVED_')));
    expect(older).toHaveLength(before.length - 3);
    await dataSource.runMigrations();

    expect(await movements()).toEqual(before);
    expect(await faults(dataSource)).toEqual([]);
    while ((await register.follower.pass()) > 0);
    expect(await faults(dataSource)).toEqual([]);
  } finally {
    await dataSource.destroy();
  }
});
