import { type OneProcessGraph, startInOneProcess } from './harness/graph';

/** A trend field, the statistics it repeats step by step, and a selection: flows add up, stocks follow each other. */
const TRENDS = [
  { trend: 'caseTrend', statistics: 'caseStatistics', flow: 'newlyReceived { cases money }' },
  { trend: 'caseTrend', statistics: 'caseStatistics', flow: 'completed { cases money }', filter: ', kind: CRIMINAL' },
  { trend: 'petitionTrend', statistics: 'petitionStatistics', flow: 'received' },
  { trend: 'receptionTrend', statistics: 'receptionStatistics', flow: 'citizens' },
  { trend: 'inspectionTrend', statistics: 'inspectionStatistics', flow: 'conducted' },
  { trend: 'recoveryTrend', statistics: 'recoveryStatistics', flow: 'collected { money }' },
  {
    trend: 'recoveryTrend',
    statistics: 'recoveryStatistics',
    flow: 'remittedToBudget { money }',
    filter: ', overlay: STATE_BUDGET',
  },
] as const;

type Figure = number | { cases?: number; money?: number };

const plus = (a: Figure, b: Figure): Figure =>
  typeof a === 'number' || typeof b === 'number'
    ? (a as number) + (b as number)
    : Object.fromEntries(
        Object.entries(a).map(([measure, value]) => [measure, value! + (b as Record<string, number>)[measure]!]),
      );

describe('a trend', () => {
  let graph: OneProcessGraph;
  beforeAll(async () => {
    graph = await startInOneProcess('sample');
  });
  afterAll(() => graph.stop());

  it.each(TRENDS)('$trend of $flow adds up to the period, month by month and quarter by quarter', async (field) => {
    const { trend, statistics, flow } = field;
    const filter = 'filter' in field ? field.filter : '';
    const name = flow.split(' ')[0]!;
    const { nation } = await graph.client.data(`{ nation {
      whole: ${statistics}(period: { from: "2023-10-10", through: "2024-09-30" }${filter}) { ${flow} }
      months: ${trend}(period: { from: "2023-10-10", through: "2024-09-30" }${filter}) { period { from through } ${flow} }
      quarters: ${trend}(period: { from: "2023-10-10", through: "2024-09-30" }, grain: QUARTER${filter}) { ${flow} }
    } }`);
    expect(nation.months).toHaveLength(12);
    expect(nation.quarters).toHaveLength(4);
    expect(nation.months[0].period).toEqual({ from: '2023-10-10', through: '2023-10-31' });
    const months = nation.months.map((step: Record<string, Figure>) => step[name]!);
    expect(months.reduce(plus)).toEqual(nation.whole[name]);
    expect(nation.quarters.map((step: Record<string, Figure>) => step[name]!).reduce(plus)).toEqual(nation.whole[name]);
    expect(new Set(months.map((figure: Figure) => JSON.stringify(figure))).size).toBeGreaterThan(1);
  });

  it('has in every month what the statistics of that month say, last year and rank included', async () => {
    const figures = `carriedOver { cases money } carriedForward { cases money } completionRate { cases money }
      rank { cases among } samePeriodLastYear { completed { cases money } }`;
    const { province } = await graph.client.data(`{ province(id: "VN63-38") {
      caseTrend(period: { workingYear: 2025, months: 9 }) { period { from through } ${figures} } } }`);
    expect(province.caseTrend).toHaveLength(9);
    for (const [index, { period, ...step }] of province.caseTrend.entries()) {
      const { province: alone } = await graph.client.data(
        `query ($period: PeriodInput!) { province(id: "VN63-38") { caseStatistics(period: $period) { ${figures} } } }`,
        { period },
      );
      expect(step).toEqual(alone.caseStatistics);
      if (index > 0) expect(step.carriedOver).toEqual(province.caseTrend[index - 1].carriedForward);
    }
  });

  it('of all 34 provinces is one SQL statement', async () => {
    graph.takeStatements();
    await graph.client.data(`{ provinces { caseTrend(period: { workingYear: 2024 }) { completed { cases } } } }`);
    expect(graph.takeStatements().cases.filter((sql) => sql.includes('running_total t'))).toHaveLength(1);
  });

  it('of too many steps is refused, and the error says what would do', async () => {
    const { errors } = await graph.client.ask(
      `{ nation { caseTrend(period: { from: "2000-01-01", through: "2020-01-01" }) { label: period { label } } } }`,
    );
    expect(errors).toEqual([
      expect.objectContaining({
        message: expect.stringMatching(/more than 120 steps of one MONTH; ask for a shorter period or a coarser grain/),
        extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }),
      }),
    ]);
  });
});
