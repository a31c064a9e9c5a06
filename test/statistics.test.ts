import { type OneProcessGraph, startInOneProcess } from './harness/graph';
import { table } from './harness/table';

const TREE = `lines { number name nameVi tally { cases money } }`;
const EVERY = `
  handled { cases money } carriedOver { cases money } newlyReceived { cases money }
  entrusted { cases money } revoked { cases money } withdrawnUpward { cases money }
  toBeEnforced { cases money } withConditions { cases money } notYetWithConditions { cases money }
  completed { cases money } fullyEnforced { cases money } terminated { cases money } carriedForward { cases money }
  coercionDecisions coercionsWithMobilisedForces`;

interface Tally {
  cases: number;
  money: number;
}

type Figures = Record<string, Tally | number>;

/** Leaf by leaf. */
function sum(parts: readonly Figures[]): Figures {
  const add = (a: Tally | number, b: Tally | number): Tally | number =>
    typeof a === 'number' || typeof b === 'number'
      ? (a as number) + (b as number)
      : { cases: a.cases + b.cases, money: a.money + b.money };
  return parts.reduce((total, part) =>
    Object.fromEntries(Object.entries(part).map(([name, value]) => [name, add(total[name]!, value)])),
  );
}

describe('statistics of the sample', () => {
  let graph: OneProcessGraph;
  beforeAll(async () => {
    graph = await startInOneProcess('sample');
  });
  afterAll(() => graph.stop());

  it('answers the question of the README: Lào Cai completed 3,569 of 3,918 in 2024, 91.09%', async () => {
    const { province } = await graph.client.data(
      `{ province(id: "VN63-10") { nameVi caseStatistics(period: { workingYear: 2024 }) {
           completed { cases } withConditions { cases } completionRate { cases } rank { cases among } } } }`,
    );
    expect(province).toEqual({
      nameVi: 'Lào Cai',
      caseStatistics: {
        completed: { cases: 3569 },
        withConditions: { cases: 3918 },
        completionRate: { cases: 91.09 },
        rank: { cases: 5, among: 63 },
      },
    });
  });

  it.each([
    ['VN63-10', { workingYear: 2024 }],
    ['VN63-38', { workingYear: 2025, months: 9 }],
    ['VN34-15', { workingYear: 2024, months: 6 }],
  ])('prints the statistical tree of %s', async (id, period) => {
    const { province } = await graph.client.data(
      `query ($id: ID!, $period: PeriodInput!) { province(id: $id) { nameVi caseStatistics(period: $period) {
         circular period { label } ${TREE} samePeriodLastYear { ${TREE} } } } }`,
      { id, period },
    );
    const { caseStatistics } = province;
    const rows = caseStatistics.lines.map((line: any, index: number) => {
      const before = caseStatistics.samePeriodLastYear.lines[index].tally;
      return [line.number ?? '', line.nameVi, line.tally.cases, line.tally.money, before.cases, before.money];
    });
    const title = `${province.nameVi}, ${caseStatistics.period.label} (circular ${caseStatistics.circular})`;
    expect(
      `${title}\n${table(['line', 'name', 'cases', 'dong', 'cases last year', 'dong last year'], rows)}`,
    ).toMatchSnapshot();
  });

  it.each([{ workingYear: 2024 }, { workingYear: 2025, months: 6 }, { from: '2023-11-05', through: '2024-08-17' }])(
    'adds up: 34 provinces = 63 provinces = nation, a merged province = its predecessors, a province = its offices (%j)',
    async (period) => {
      const { nation, merged, older } = await graph.client.data(
        `query ($period: PeriodInput!) {
           nation { caseStatistics(period: $period) { ${EVERY} } }
           merged: provinces(boundaries: VN34) { id predecessors { id } caseStatistics(period: $period) { ${EVERY} } }
           older: provinces(boundaries: VN63) { id caseStatistics(period: $period) { ${EVERY} }
             offices { caseStatistics(period: $period) { ${EVERY} } } }
         }`,
        { period },
      );
      const of = (province: any): Figures => province.caseStatistics;
      expect(merged).toHaveLength(34);
      expect(older).toHaveLength(63);
      expect(sum(merged.map(of))).toEqual(of(nation));
      expect(sum(older.map(of))).toEqual(of(nation));
      const byId = new Map<string, Figures>(older.map((province: any) => [province.id, of(province)]));
      for (const province of merged) {
        expect(sum(province.predecessors.map(({ id }: { id: string }) => byId.get(id)))).toEqual(of(province));
      }
      for (const province of older) expect(sum(province.offices.map(of))).toEqual(of(province));
    },
  );

  it('keeps the identities of the tree for every province, by kind, initiation and category', async () => {
    const filters = ['', 'kind: CRIMINAL', 'initiation: ON_REQUEST', 'overlay: CORRUPTION_ECONOMIC'];
    for (const filter of filters) {
      const { provinces } = await graph.client.data(
        `{ provinces(boundaries: VN63) { id caseStatistics(period: { workingYear: 2024 }${filter && `, ${filter}`}) { ${EVERY} inProgress { cases money } } } }`,
      );
      for (const { id, caseStatistics: s } of provinces) {
        for (const measure of ['cases', 'money'] as const) {
          const deducted = s.entrusted[measure] + s.revoked[measure] + s.withdrawnUpward[measure];
          expect([id, s.handled[measure]]).toEqual([id, s.carriedOver[measure] + s.newlyReceived[measure]]);
          expect([id, s.toBeEnforced[measure]]).toEqual([id, s.handled[measure] - deducted]);
          expect([id, s.toBeEnforced[measure]]).toEqual([
            id,
            s.withConditions[measure] + s.notYetWithConditions[measure],
          ]);
          expect([id, s.completed[measure]]).toEqual([id, s.fullyEnforced[measure] + s.terminated[measure]]);
          expect([id, s.carriedForward[measure]]).toEqual([id, s.toBeEnforced[measure] - s.completed[measure]]);
        }
      }
    }
  });

  it('carries forward at the end of a year what it carries over at the start of the next', async () => {
    const { provinces } = await graph.client.data(
      `{ provinces(boundaries: VN63) { id
           before: caseStatistics(period: { workingYear: 2024 }) { carriedForward { cases money } }
           after: caseStatistics(period: { workingYear: 2025, months: 1 }) { carriedOver { cases money } } } }`,
    );
    for (const { before, after } of provinces) expect(after.carriedOver).toEqual(before.carriedForward);
  });

  it('gives the same figures for a working year and for its two days', async () => {
    const { nation } = await graph.client.data(
      `{ nation { year: caseStatistics(period: { workingYear: 2024, months: 5 }) { period { from through label } ${EVERY} dataVersion }
           days: caseStatistics(period: { from: "2023-10-01", through: "2024-02-29" }) { period { from through label } ${EVERY} dataVersion } } }`,
    );
    expect(nation.days).toEqual(nation.year);
    expect(nation.year.period.label).toBe('5 months of working year 2024');
  });

  it('says the same of the money of special categories in the registers of cases and of recovery', async () => {
    const { provinces } = await graph.client.data(
      `{ provinces(boundaries: VN63) { id
           cases: caseStatistics(period: { workingYear: 2024 }, overlay: CORRUPTION_ECONOMIC) { toBeEnforced { cases money } withConditions { cases money } completed { cases money } }
           recovery: recoveryStatistics(period: { workingYear: 2024 }, overlay: CORRUPTION_ECONOMIC) { due { cases money } withConditions { cases money } collected { cases money } remittedToBudget { money } paidToCreditors { money } } } }`,
    );
    for (const { id, cases, recovery } of provinces) {
      expect([id, recovery.due]).toEqual([id, cases.toBeEnforced]);
      expect([id, recovery.withConditions]).toEqual([id, cases.withConditions]);
      expect([id, recovery.collected]).toEqual([id, cases.completed]);
      expect(recovery.remittedToBudget.money + recovery.paidToCreditors.money).toBe(recovery.collected.money);
    }
  });

  it('ranks every province of the 63 once, the nation and offices not at all', async () => {
    const { provinces, nation, office } = await graph.client.data(
      `{ provinces(boundaries: VN63) { caseStatistics(period: { workingYear: 2024 }) { completionRate { cases } rank { cases money among } } }
         nation { caseStatistics(period: { workingYear: 2024 }) { rank { cases } } }
         office(id: "VN63-10-01") { caseStatistics(period: { workingYear: 2024 }) { rank { cases } } } }`,
    );
    const ranked = provinces
      .map(({ caseStatistics }: any) => caseStatistics)
      .sort((a: any, b: any) => a.rank.cases - b.rank.cases);
    expect(ranked.map(({ rank }: any) => rank.among)).toEqual(ranked.map(() => 63));
    const rates = ranked.map(({ completionRate }: any) => completionRate.cases);
    expect(rates).toEqual([...rates].sort((a, b) => b - a));
    expect(nation.caseStatistics.rank).toBeNull();
    expect(office.caseStatistics.rank).toBeNull();
  });
});
