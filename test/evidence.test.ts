import { buildSchema, getNamedType, isLeafType } from 'graphql';
import type { GraphQLObjectType } from 'graphql';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type OneProcessGraph, startInOneProcess } from './harness/graph';

const schema = buildSchema(readFileSync(path.resolve(__dirname, '..', 'schema.graphql'), 'utf8'));

/** The statistics whose figures are counts, the field of a scope that has them, and the register that counts. */
const STATISTICS = [
  ['cases', 'CaseStatistics', 'caseStatistics'],
  ['cases', 'AdministrativeJudgmentStatistics', 'administrativeJudgmentStatistics'],
  ['complaints', 'PetitionStatistics', 'petitionStatistics'],
  ['complaints', 'ReceptionStatistics', 'receptionStatistics'],
  ['complaints', 'CompensationStatistics', 'compensationStatistics'],
  ['inspections', 'InspectionStatistics', 'inspectionStatistics'],
  ['inspections', 'SupervisionStatistics', 'supervisionStatistics'],
  ['recovery', 'RecoveryStatistics', 'recoveryStatistics'],
  ['recovery', 'ExemptionStatistics', 'exemptionStatistics'],
] as const;

/** Counts and tallies of a type. What supervising bodies sum to has evidence body by body only in the register itself. */
function countsOf(type: string): readonly { readonly name: string; readonly isTally: boolean }[] {
  const fields = Object.values((schema.getType(type) as GraphQLObjectType).getFields());
  return fields.flatMap<{ name: string; isTally: boolean }>(({ name, type: of }) => {
    const named = getNamedType(of);
    if (named.name === 'Tally') return [{ name, isTally: true }];
    return isLeafType(named) && named.name === 'Int' ? [{ name, isTally: false }] : [];
  });
}

const SUMS_OF_BODIES = ['sessions', 'units', 'conclusions', 'findings', 'recommendations', 'followedUp'];

interface Asked {
  readonly register: string;
  readonly figure: string;
  readonly scope: string;
  readonly period: object;
  readonly filter?: object;
}

describe('the records behind a figure', () => {
  let graph: OneProcessGraph;
  beforeAll(async () => {
    graph = await startInOneProcess('sample');
  });
  afterAll(() => graph.stop());

  const queryOf = (register: string): string =>
    `query ($figure: String!, $scope: ID!, $period: PeriodInput!, $filter: FigureFilter, $first: Int, $after: String, $counted: Boolean!) {
      page: ${register}Evidence(figure: $figure, scope: $scope, period: $period, filter: $filter, first: $first, after: $after) {
        nodes { id type cases money } totalCount @include(if: $counted) pageInfo { hasNextPage endCursor }
      } }`;

  /** All pages. */
  async function evidence({ register, ...variables }: Asked, first = 1_000) {
    const nodes: { id: string; type: string; cases: number; money: number }[] = [];
    let after: string | null = null;
    let totalCount = 0;
    do {
      const { page }: any = await graph.client.data(queryOf(register), {
        ...variables,
        first,
        after,
        counted: after === null,
      });
      nodes.push(...page.nodes);
      totalCount = page.totalCount ?? totalCount;
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    return { nodes, totalCount };
  }

  const sum = (nodes: readonly { cases: number; money: number }[]) => ({
    cases: nodes.reduce((total, { cases }) => total + cases, 0),
    money: nodes.reduce((total, { money }) => total + money, 0),
  });

  async function figuresOf(type: string, field: string, scope: string, period: object, filter = ''): Promise<any> {
    const root = scope === 'VN' ? 'nation' : scope.length > 7 ? `office(id: "${scope}")` : `province(id: "${scope}")`;
    const selection = countsOf(type).map(({ name, isTally }) => (isTally ? `${name} { cases money }` : name));
    const query = `query ($period: PeriodInput!) { scope: ${root} { figures: ${field}(period: $period${filter}) { ${selection.join(' ')} } } }`;
    return (await graph.client.data(query, { period })).scope.figures;
  }

  const PLACES = [
    ['VN63-38-02', { workingYear: 2025, months: 9 }],
    ['VN63-10-01', { from: '2024-02-11', through: '2024-08-07' }],
  ] as const;

  it.each(
    STATISTICS.flatMap(([register, type, field]) =>
      PLACES.map(([scope, period]) => ({ register, type, field, scope, period })),
    ),
  )('add up to every count of $type of $scope, $period', async ({ register, type, field, scope, period }) => {
    const figures = await figuresOf(type, field, scope, period);
    for (const { name, isTally } of countsOf(type)) {
      if (type === 'SupervisionStatistics' && SUMS_OF_BODIES.includes(name)) continue;
      const { nodes, totalCount } = await evidence({ register, figure: `${type}.${name}`, scope, period });
      const { cases, money } = sum(nodes);
      expect([name, isTally ? { cases, money } : isMoney(type, name) ? money : cases]).toEqual([name, figures[name]]);
      expect([name, nodes.length, new Set(nodes.map(({ id, type: of }) => `${of} ${id}`)).size]).toEqual([
        name,
        totalCount,
        totalCount,
      ]);
    }
  });
  const isMoney = (type: string, name: string): boolean =>
    type === 'CompensationStatistics' && ['paid', 'recourse', 'recourseCollected'].includes(name);

  it('add up under a filter, and by pages of any size', async () => {
    const [scope, period] = ['VN63-10-01', { workingYear: 2024 }];
    for (const [filter, given] of [
      [{ overlay: 'STATE_BUDGET' }, ', overlay: STATE_BUDGET'],
      [{ kind: 'CIVIL', initiation: 'EX_OFFICIO' }, ', kind: CIVIL, initiation: EX_OFFICIO'],
    ] as const) {
      const { withConditions } = await figuresOf('CaseStatistics', 'caseStatistics', scope, period, given);
      const asked = { register: 'cases', figure: 'CaseStatistics.withConditions', scope, period, filter };
      const inPages = await evidence(asked, 7);
      expect(sum(inPages.nodes)).toEqual(withConditions);
      expect(inPages.nodes).toEqual((await evidence(asked)).nodes);
      expect(withConditions.cases).toBeGreaterThan(7);
    }
  });

  it('are the totals that provinces sent in, where there are no records', async () => {
    const period = { workingYear: 2024 };
    const { completed } = await figuresOf('CaseStatistics', 'caseStatistics', 'VN', period);
    const { nodes } = await evidence({ register: 'cases', figure: 'CaseStatistics.completed', scope: 'VN', period });
    expect(sum(nodes)).toEqual(completed);
    expect(new Set(nodes.map(({ type }) => type))).toEqual(new Set(['case', 'report entry']));
  });

  it.each([
    [
      { figure: 'CaseStatistics.colour' },
      'BAD_USER_INPUT',
      /figure: "CaseStatistics.colour" .* one of CaseStatistics.handled/,
    ],
    [{ scope: 'VN63-99' }, 'BAD_USER_INPUT', /scope: "VN63-99" is no place/],
    [{ filter: { kind: 'RED' } }, 'BAD_USER_INPUT', /filter.kind: "RED" is not one of CIVIL/],
    [{ filter: { category: 'X' } }, 'BAD_USER_INPUT', /filter.category: figures of cases are not told apart by it/],
    [{ first: 1_001 }, 'BAD_USER_INPUT', /first: 1001 is out of range/],
    [{ after: 'nowhere' }, 'BAD_USER_INPUT', /after: "nowhere" is not a cursor/],
  ])('%j is refused and told what would be right', async (wrong, code, message) => {
    const right = { figure: 'CaseStatistics.completed', scope: 'VN63-10', period: { workingYear: 2024 } };
    const { errors } = await graph.client.ask(queryOf('cases'), { ...right, ...wrong, counted: true });
    expect(errors.map(({ message: text, extensions }) => [extensions.code, text])).toEqual([
      [code, expect.stringMatching(message)],
    ]);
  });

  it('are for whoever may see all of them', async () => {
    const asked = {
      figure: 'CaseStatistics.completed',
      scope: 'VN63-10',
      period: { workingYear: 2024 },
      counted: true,
    };
    const viewer = await graph.asRole({ role: 'PROVINCE_VIEWER', province: 'VN63-10' });
    expect((await viewer.data(queryOf('cases'), asked)).page.nodes).toHaveLength(50);
    for (const scope of ['VN63-38', 'VN34-15', 'VN']) {
      const { data, errors } = await viewer.ask(queryOf('cases'), { ...asked, scope });
      expect([scope, data.page, errors[0]?.extensions.code]).toEqual([scope, null, 'FORBIDDEN']);
    }
    // Denunciations are not for a viewer: nor is that there are some behind a figure.
    const received = { ...asked, figure: 'PetitionStatistics.received' };
    expect((await viewer.data(queryOf('complaints'), received)).page.totalCount).toBe(127);
    expect((await graph.client.data(queryOf('complaints'), received)).page.totalCount).toBe(135);
  });
});
