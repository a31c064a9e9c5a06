import { createSubmitter } from '@thads/shared';
import { type TestDatabase, createTestDatabase } from '@thads/shared/src/testing/database.testkit';
import { type Door, openDoor } from '@thads/shared/src/testing/door.testkit';
import { headOf } from '@thads/shared/src/testing/head.testkit';
import { randomUUID } from 'node:crypto';
import { inspectionsSubgraph } from '../index';
import { inspectionsRegister } from '../register';

let database: TestDatabase;
let door: Door;

const report = (office: string, slots: Readonly<Record<string, number>>) => ({
  id: randomUUID(),
  subject: `${office}.R-1`,
  type: 'REPORT_ENTRY_RECORDED',
  occurredOn: '2023-12-01',
  source: 'Báo cáo năm',
  reportLines: Object.entries(slots).map(([slot, count]) => ({ slot, count })),
});

beforeAll(async () => {
  database = await createTestDatabase(inspectionsSubgraph);
  const outcomes = await createSubmitter(database.dataSource, inspectionsRegister).submit(
    [
      // Two violations: few.
      report('VN63-10-00', { SHORTCOMING: 20, VIOLATION: 2, FINDING_NOTED: 22 }),
      // Three findings from outside: what supervision counts beyond the inspections.
      report('VN63-38-00', { SHORTCOMING: 30, VIOLATION: 10, FINDING_NOTED: 40, PROCURACY_FINDING: 3 }),
      report('VN63-40-00', { SHORTCOMING: 50, VIOLATION: 50, FINDING_NOTED: 100, PROCURACY_FINDING: 9 }),
      report('VN63-42-00', { SHORTCOMING: 80, VIOLATION: 60, FINDING_NOTED: 140, PROCURACY_FINDING: 30 }),
    ],
    'tester',
  );
  expect(outcomes.map(({ status }) => status)).toEqual(Array.from({ length: 4 }, () => 'ACCEPTED'));
  door = await openDoor(inspectionsSubgraph, database.url);
});
afterAll(async () => {
  await door.stop();
  await database.drop();
});

const PROVINCES = ['VN34-15', 'VN34-38', 'VN34-40', 'VN34-42'];

test('everybody has figures of inspections and of supervision where neither, nor both together, tell of few', async () => {
  const representations = PROVINCES.map((id) => ({ __typename: 'Province', id }));
  const { data, errors } = await door.ask(
    headOf(null),
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Province {
       inspectionStatistics(period: { workingYear: 2024 }) { violations }
       supervisionStatistics(period: { workingYear: 2024 }) { findings } } } }`,
    { of: representations },
  );
  expect(data._entities).toEqual([
    { inspectionStatistics: null, supervisionStatistics: null },
    // Its own is not few: it is withheld so that the nation less the others does not tell of the first.
    { inspectionStatistics: null, supervisionStatistics: null },
    // Likewise of the second, behind whom the first alone would not hide.
    { inspectionStatistics: { violations: 50 }, supervisionStatistics: null },
    { inspectionStatistics: { violations: 60 }, supervisionStatistics: { findings: 170 } },
  ]);
  expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(['FORBIDDEN']));
});

test('everybody has nothing of supervision by body, and an auditor all of it', async () => {
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Province {
    supervisionStatistics(period: { workingYear: 2024 }) { byBody { body findings } } } } }`;
  const of = [{ __typename: 'Province', id: 'VN34-42' }];
  const everybody = await door.ask(headOf(null), query, { of });
  expect([everybody.data._entities, everybody.errors.map(({ code }) => code)]).toEqual([
    [{ supervisionStatistics: null }],
    ['UNAUTHENTICATED'],
  ]);
  const auditor = await door.ask(headOf({ role: 'AUDITOR' }), query, { of });
  expect(auditor.data._entities[0].supervisionStatistics.byBody).toContainEqual({ body: 'PROCURACY', findings: 30 });
});
