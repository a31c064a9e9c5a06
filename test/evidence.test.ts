import { buildSchema, getNamedType, isLeafType } from 'graphql';
import type { GraphQLObjectType } from 'graphql';
import { randomUUID } from 'node:crypto';
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

  describe('officer by officer', () => {
    const counts = countsOf('CaseStatistics');
    const selection = counts.map(({ name, isTally }) => (isTally ? `${name} { cases money }` : name)).join(' ');
    const OFFICERS = `query ($office: ID!, $period: PeriodInput!, $overlay: CaseOverlay, $kind: CaseKind) { office(id: $office) {
      whole: caseStatistics(period: $period, overlay: $overlay, kind: $kind) { ${selection} samePeriodLastYear { ${selection} } }
      officers: caseStatisticsByOfficer(period: $period, overlay: $overlay, kind: $kind) {
        officer { id name }
        statistics { ${selection} target { cases } rank { cases } dataVersion samePeriodLastYear { ${selection} } } } } }`;
    const amounts = (figures: any) =>
      counts.map(({ name, isTally }) => [name, isTally ? figures[name] : { cases: figures[name], money: 0 }] as const);
    /** Figure by figure. */
    const summed = (parts: readonly any[]) =>
      Object.fromEntries(
        counts.map(({ name }) => [name, sum(parts.map((part) => Object.fromEntries(amounts(part))[name]!))]),
      );
    const OFFICE = 'VN63-10-01';

    it.each([
      { office: OFFICE, period: { workingYear: 2025 } },
      { office: OFFICE, period: { from: '2024-02-11', through: '2024-08-07' } },
      { office: OFFICE, period: { from: '2022-10-01', through: '2025-03-15' } },
      { office: OFFICE, period: { workingYear: 2024 }, kind: 'CIVIL' },
      { office: OFFICE, period: { workingYear: 2025, months: 9 }, overlay: 'STATE_BUDGET' },
      { office: 'VN63-38-02', period: { workingYear: 2025 } },
    ])('figures add up to those of the office, last year too: %j', async (asked) => {
      const { office } = await graph.client.data(OFFICERS, asked);
      const parts = office.officers.map(({ statistics }: any) => statistics);
      expect(summed(parts)).toEqual(summed([office.whole]));
      expect(summed(parts.map((part: any) => part.samePeriodLastYear))).toEqual(
        summed([office.whole.samePeriodLastYear]),
      );
      const ids = office.officers.map(({ officer }: any) => officer?.id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter(Boolean).length).toBeGreaterThan(1);
      for (const { target, rank, dataVersion } of parts) {
        expect([target, rank]).toEqual([null, null]);
        expect(dataVersion).toMatch(/\S/);
      }
    });

    it('the records add up to each figure of each officer, and of nobody', async () => {
      const period = { workingYear: 2025 };
      const { office } = await graph.client.data(OFFICERS, { office: OFFICE, period });
      for (const { officer, statistics } of office.officers) {
        for (const [name, amount] of amounts(statistics)) {
          if (!['toBeEnforced', 'completed', 'coercionDecisions'].includes(name)) continue;
          const { nodes } = await evidence({
            register: 'cases',
            figure: `CaseStatistics.${name}`,
            scope: OFFICE,
            period,
            filter: { officer: officer?.id ?? 'NONE' },
          });
          expect([officer?.id, name, sum(nodes)]).toEqual([officer?.id, name, amount]);
        }
      }
    });

    it('a case that changes hands is counted with whoever has it now', async () => {
      const today = new Date().toISOString().slice(0, 10);
      const period = { from: '2022-10-01', through: today };
      const read = async () => (await graph.client.data(OFFICERS, { office: OFFICE, period })).office.officers;
      const before = await read();
      const [from, to] = before.map(({ officer }: any) => officer.id);
      const { cases } = await graph.client.data(
        'query ($officer: ID!) { cases(first: 1, filter: { officer: $officer, states: [WITH_CONDITIONS] }) { nodes { id } } }',
        { officer: from },
      );
      const events = [
        {
          id: randomUUID(),
          type: 'OFFICER_ASSIGNED',
          subject: cases.nodes[0].id,
          occurredOn: today,
          officer: to,
        },
      ];
      const { submitted } = await graph.client.data(
        'mutation ($events: [CaseEventInput!]!) { submitted: submitCaseEvents(events: $events) { accepted refused { refusal { message } } } }',
        { events },
      );
      expect(submitted).toEqual({ accepted: 1, refused: [] });
      const after = await read();
      const heldBy = (rows: any[], id: string) =>
        rows.find(({ officer }) => officer?.id === id).statistics.withConditions.cases;
      expect(heldBy(after, from)).toBe(heldBy(before, from) - 1);
      expect(heldBy(after, to)).toBe(heldBy(before, to) + 1);
    });

    it('an officer finds the own figures, others of the province all, nobody else any', async () => {
      const asked = { office: OFFICE, period: { workingYear: 2025 } };
      const everybody = (await graph.client.data(OFFICERS, asked)).office.officers;
      const viewer = await graph.asRole({ role: 'PROVINCE_VIEWER', province: 'VN63-10' });
      expect((await viewer.data(OFFICERS, asked)).office.officers).toEqual(everybody);

      const [own] = everybody;
      const officer = await graph.asRole({ role: 'OFFICER', officer: own.officer.id });
      const seen = (await officer.data(OFFICERS, asked)).office.officers;
      expect(seen.filter((row: any) => row.officer)).toEqual([own]);

      const other = await graph.asRole({ role: 'PROVINCE_VIEWER', province: 'VN63-38' });
      expect((await other.ask(OFFICERS, asked)).errors.map(({ extensions }: any) => extensions.code)).toContain(
        'FORBIDDEN',
      );
    });
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
