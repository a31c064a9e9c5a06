import { migrator, undoThrough } from '../testing/migrations.testkit';
import { type TestRegister, anEvent, openRegister, reversalOf } from '../testing/register.testkit';

let register: TestRegister;

beforeAll(async () => {
  register = await openRegister();
});
afterAll(() => register.database.drop());

const received = (nth: number, kind: string) =>
  anEvent(`VN63-10-01.D-${nth}`, 'PETITION_RECEIVED', '2024-10-01', { kind });

const former = () =>
  register.rows('select journal_id, territory, id, kind from complaints.petition_former order by journal_id');

test('what petitions of an older database were to their readers is told by its journal as it would have been noted', async () => {
  const [mistaken, corrected, untouched] = [received(1, 'COMPLAINT'), received(2, 'REQUEST'), received(3, 'COMPLAINT')];
  await register.submit(mistaken, corrected, untouched);
  await register.submit(reversalOf(mistaken));
  await register.submit(received(1, 'DENUNCIATION'));
  // In one transaction: nobody has seen what was between.
  const [third, fourth] = [received(2, 'COMPLAINT'), received(2, 'DENUNCIATION')];
  await register.submit(reversalOf(corrected), third, reversalOf(third), fourth);
  await register.submit(reversalOf(fourth));
  await register.submit(received(2, 'RECOMMENDATION'));
  const noted = await former();
  expect(noted.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
    'VN63-10-01.D-1 COMPLAINT',
    'VN63-10-01.D-2 REQUEST',
    'VN63-10-01.D-2 DENUNCIATION',
  ]);

  const dataSource = await migrator(register.database.admin);
  try {
    await undoThrough(dataSource, 'ComplaintsChangeFeed1700000012000');
    await dataSource.runMigrations();
  } finally {
    await dataSource.destroy();
  }
  expect(await former()).toEqual(noted);
});
