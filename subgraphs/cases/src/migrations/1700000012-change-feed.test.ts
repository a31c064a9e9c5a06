import { ALL_ROWS, createDataSource } from '@thads/shared';
import type { CaseEvent } from '../case/case.event';
import { casesSubgraph } from '../index';
import { type TestRegister, caseEvent, openRegister, openedCase } from '../testing/register.testkit';

let register: TestRegister;

beforeAll(async () => {
  register = await openRegister();
});
afterAll(() => register.database.drop());

const CASE = 'VN63-10-01.C-1';
const officer = (nth: number): string => `VN63-10-01.CHV-${nth}`;
const assigned = (nth: number): CaseEvent =>
  caseEvent(CASE, 'OFFICER_ASSIGNED', '2024-10-03', { officer: officer(nth) });

const former = async () =>
  (
    await register.database.admin.query(
      'select journal_id, territory, id, officer from cases.enforcement_case_former order by 1',
    )
  ).rows;

test('who had the cases of an older database is told by its journal as it would have been noted', async () => {
  const submit = (...events: readonly CaseEvent[]) => register.submitter.submit(events, 'tester');
  await submit(
    ...[1, 2, 3].map((nth) =>
      caseEvent(officer(nth), 'OFFICER_APPOINTED', '2015-01-05', { name: 'A', grade: 'JUNIOR' } as Partial<CaseEvent>),
    ),
  );
  const handover = assigned(2);
  await submit(...openedCase(CASE));
  await submit(assigned(1));
  await submit(handover);
  await submit({ ...caseEvent(CASE, 'EVENT_REVERSED', '2024-10-05'), reverses: handover.id, ground: 'Ghi nhầm' });
  await submit(assigned(2), assigned(3));
  await submit(caseEvent(CASE, 'MONEY_PAID', '2024-11-05', { amount: 400, officer: officer(1) }));
  const noted = await former();
  expect(noted.map((row) => row.officer)).toEqual([officer(1), officer(2), officer(1)]);

  const dataSource = await createDataSource({
    ...casesSubgraph,
    url: register.database.admin.options.connectionString!,
    schema: 'cases',
    access: ALL_ROWS,
  }).initialize();
  try {
    await dataSource.undoLastMigration();
    await dataSource.runMigrations();
  } finally {
    await dataSource.destroy();
  }
  expect(await former()).toEqual(noted);
});
