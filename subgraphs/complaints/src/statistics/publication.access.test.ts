import { ROLE_NAMES, todayInVietnam, workingYearOf } from '@thads/shared';
import { type Answer, type Door, openDoor } from '@thads/shared/src/testing/door.testkit';
import { headOf } from '@thads/shared/src/testing/head.testkit';
import { complaintsSubgraph } from '../index';
import { type TestRegister, anEvent, openRegister } from '../testing/register.testkit';

let register: TestRegister;
let door: Door;

/** How many petitions offices resolved on a day. */
const report = (office: string, day: string, count: number) =>
  anEvent(`${office}.R-${day}`, 'REPORT_ENTRY_RECORDED', day, {
    source: 'Báo cáo năm',
    reportLines: [{ slot: 'RESOLVED', kind: 'COMPLAINT', count }],
  });

const FEW = 'VN34-15';
const NEXT = 'VN34-38';
const MUCH = 'VN34-40';
const NONE = 'VN34-01';

beforeAll(async () => {
  register = await openRegister();
  const told = await register.submit(
    // Of one province 2 and 1 together, in its two older parts.
    report('VN63-10-00', '2023-12-01', 2),
    report('VN63-15-00', '2024-05-01', 1),
    report('VN63-38-00', '2023-12-01', 7),
    report('VN63-40-00', '2023-12-01', 90),
    // In the year after nobody has few.
    report('VN63-10-00', '2024-12-01', 12),
    report('VN63-38-00', '2024-12-01', 15),
    report('VN63-40-00', '2024-12-01', 80),
  );
  expect(new Set(told)).toEqual(new Set(['ACCEPTED 1']));
  door = await openDoor(complaintsSubgraph, register.database.url);
});
afterAll(async () => {
  await door.stop();
  await register.database.drop();
});

const ENTITIES = (fields: string): string => `query ($of: [_Any!]!, $period: PeriodInput!) {
  _entities(representations: $of) {
    ... on Nation { id statistics: petitionStatistics(period: $period) { ${fields} } }
    ... on Province { id statistics: petitionStatistics(period: $period) { ${fields} } }
    ... on Office { id statistics: petitionStatistics(period: $period) { ${fields} } }
  } }`;

const references = (ids: readonly string[]) =>
  ids.map((id) => ({ __typename: id === 'VN' ? 'Nation' : /-\d\d-/.test(id) ? 'Office' : 'Province', id }));

function ask(
  ids: readonly string[],
  period: object,
  fields = 'received resolved',
  claims: Parameters<typeof headOf>[0] = null,
): Promise<Answer> {
  return door.ask(headOf(claims), ENTITIES(fields), { of: references(ids), period });
}

const statisticsOf = ({ data }: Answer): unknown[] => data._entities.map(({ statistics }: any) => statistics);
const count = (resolved: number) => ({ received: resolved, resolved });

describe('everybody', () => {
  test('has what is not of few, and what keeps the difference from telling is withheld too', async () => {
    door.statements.length = 0;
    const answer = await ask(['VN', FEW, NEXT, MUCH, NONE], { workingYear: 2024 });
    expect(statisticsOf(answer)).toEqual([count(100), null, null, count(90), count(0)]);
    expect(answer.errors.map(({ code, message }) => [code, message])).toEqual(
      [FEW, NEXT].map((id) => [
        'FORBIDDEN',
        `PetitionStatistics: withheld from the public; those of ${id} in working year 2024 would tell of fewer than five, by themselves or beside others.`,
      ]),
    );
    expect(door.statements).toHaveLength(1);
  });

  test('has all of a year without few', async () => {
    const answer = await ask(['VN', FEW, NEXT, MUCH], { workingYear: 2025 });
    expect(statisticsOf(answer)).toEqual([107, 12, 15, 80].map(count));
    expect(answer.errors).toEqual([]);
  });

  test('has a year beside the one before only where that may be shown as well', async () => {
    const answer = await ask([NEXT, MUCH], { workingYear: 2025 }, 'resolved samePeriodLastYear { resolved }');
    expect(statisticsOf(answer)).toEqual([null, { resolved: 80, samePeriodLastYear: { resolved: 90 } }]);
    expect(answer.errors).toEqual([
      expect.objectContaining({ code: 'FORBIDDEN', path: '_entities.0.statistics.samePeriodLastYear' }),
    ]);
  });

  const thisYear = workingYearOf(todayInVietnam());
  test.each([
    ['months of a year', { workingYear: 2024, months: 6 }],
    ['days', { from: '2023-10-01', through: '2024-09-29' }],
    ['several years', { from: '2023-10-01', through: '2025-09-30' }],
    ['a year that has not ended', { workingYear: thisYear }],
  ])('has nothing of %s, and is told why', async (_what, period) => {
    const answer = await ask(['VN', MUCH], period);
    expect(statisticsOf(answer)).toEqual([null, null]);
    for (const { code, message } of answer.errors) {
      expect([code, message]).toEqual(['FORBIDDEN', expect.stringContaining('by whole working years that have ended')]);
    }
  });

  test('has a year as two days, which is the same', async () => {
    const answer = await ask(['VN', MUCH], { from: '2023-10-01', through: '2024-09-30' });
    expect(statisticsOf(answer)).toEqual([100, 90].map(count));
  });

  test('has nothing of the older provinces, whose sums the newer ones are', async () => {
    const answer = await ask(['VN63-40', 'VN63-10'], { workingYear: 2024 });
    expect(statisticsOf(answer)).toEqual([null, null]);
    for (const { code, message } of answer.errors) {
      expect([code, message]).toEqual(['FORBIDDEN', expect.stringContaining('of the nation and of the 34 provinces')]);
    }
  });

  test('has nothing of offices, by kind, or by month', async () => {
    const [office, byKind] = await Promise.all([
      ask(['VN63-40-00'], { workingYear: 2024 }),
      ask([MUCH], { workingYear: 2024 }, 'byKind { kind received }'),
    ]);
    expect([office, byKind].map(statisticsOf)).toEqual([[null], [null]]);
    expect([office, byKind].flatMap(({ errors }) => errors.map(({ code }) => code))).toEqual([
      'UNAUTHENTICATED',
      'UNAUTHENTICATED',
    ]);
    const trend = await door.ask(
      headOf(null),
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Nation { petitionTrend(period: { workingYear: 2024 }) { received } } } }',
      { of: references(['VN']) },
    );
    expect(trend.errors.map(({ code }) => code)).toEqual(['UNAUTHENTICATED']);
  });

  test('has every kind of such figures in this way alone', async () => {
    const { errors } = await door.ask(
      headOf(null),
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Nation {
         receptionStatistics(period: { workingYear: 2024, months: 3 }) { visits }
         compensationStatistics(period: { workingYear: 2024, months: 3 }) { requested { cases } } } } }`,
      { of: references(['VN']) },
    );
    expect(errors.map(({ code, path }) => [code, path])).toEqual([
      ['FORBIDDEN', '_entities.0.receptionStatistics'],
      ['FORBIDDEN', '_entities.0.compensationStatistics'],
    ]);
  });
});

test.each(ROLE_NAMES.filter((role) => role !== 'PUBLIC'))(
  '%s has few of its own province, by kind and month',
  async (role) => {
    const claims = { role, province: FEW, office: 'VN63-10-00', officer: 'VN63-10-00.CHV-1' };
    const answer = await ask(
      ['VN63-10', FEW],
      { workingYear: 2024, months: 3 },
      'received byKind { received }',
      claims,
    );
    const isOfOneOffice = role === 'OFFICE_CLERK' || role === 'OFFICER';
    expect(statisticsOf(answer)).toEqual([
      { received: 2, byKind: expect.arrayContaining([{ received: 2 }]) },
      // The newer province is more than the territory of an office.
      isOfOneOffice ? null : { received: 2, byKind: expect.arrayContaining([{ received: 2 }]) },
    ]);
  },
);
