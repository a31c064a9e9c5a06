import { randomUUID } from 'node:crypto';
import { type Graph, SHAPES, startGraph } from './harness/graph';

const OFFICE = 'VN63-10-01';
const CASE = `${OFFICE}.C-2024-00001`;
const OFFICER = `${OFFICE}.CHV-001`;

function submit(graph: Graph, register: string, events: readonly object[]) {
  return graph.client
    .data(
      `mutation ($events: [${register}EventInput!]!) { submitted: submit${register}Events(events: $events) {
         accepted duplicates results { id status version } refused { id refusal { rule message } } } }`,
      { events },
    )
    .then(({ submitted }) => submitted);
}

function event(subject: string, type: string, occurredOn: string, fields: object = {}) {
  return { id: randomUUID(), subject, type, occurredOn, ...fields };
}

describe.each(SHAPES)('events, %s', (shape) => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await startGraph(shape, 'empty');
  });
  afterAll(() => graph.stop());

  const history = [
    event(OFFICER, 'OFFICER_APPOINTED', '2020-01-06', { name: 'Nguyễn Văn Mẫu', grade: 'SENIOR' }),
    event(CASE, 'JUDGMENT_RECEIVED', '2024-01-08', {
      kind: 'CRIMINAL',
      initiation: 'EX_OFFICIO',
      overlays: ['STATE_BUDGET', 'CORRUPTION_ECONOMIC'],
    }),
    event(CASE, 'DECISION_ISSUED', '2024-01-10', {
      amount: 647_000_000_000_000,
      officer: OFFICER,
      decisionNumber: '12/QĐ',
    }),
    event(CASE, 'CLASSIFIED_WITH_CONDITIONS', '2024-02-01'),
    event(CASE, 'COERCION_DECIDED', '2024-02-10', {
      coercionMeasure: 'SEIZURE_OF_ASSETS',
      mobilisedForces: true,
      decisionNumber: '7/QĐ',
    }),
    event(CASE, 'MONEY_PAID', '2024-03-01', { amount: 1_000_000_001 }),
  ];

  it('a batch is accepted event by event: refused ones do not hinder their neighbours', async () => {
    const bad = event(CASE, 'MONEY_PAID', '2024-03-02', { amount: 648_000_000_000_000 });
    const answer = await submit(graph, 'Case', [...history.slice(0, 5), bad, history[5]!]);
    expect(answer.accepted).toBe(6);
    expect(answer.refused).toEqual([
      { id: bad.id, refusal: { rule: 'AMOUNT_EXCEEDS_OUTSTANDING', message: expect.stringContaining('outstanding') } },
    ]);
  });

  it('the same batch again is answered as duplicates with the first outcome and changes nothing', async () => {
    const [first, ...rest] = history;
    const answer = await submit(graph, 'Case', [{ ...first!, id: first!.id.toUpperCase() }, ...rest]);
    expect(answer).toMatchObject({ accepted: 0, duplicates: 6, refused: [] });
    expect(answer.results.map(({ version }: { version: number }) => version)).toEqual([1, 1, 2, 3, 4, 5]);
  });

  it('the same id with other content is refused', async () => {
    const answer = await submit(graph, 'Case', [{ ...history[5], amount: 2 }]);
    expect(answer.refused[0].refusal.rule).toBe('EVENT_ID_TAKEN');
  });

  it('statistics show an acknowledged event at once, money beyond 32 bits exactly, and dataVersion changes with them only', async () => {
    const query = `{ province(id: "VN34-15") { caseStatistics(period: { workingYear: 2024 }) {
      handled { cases money } fullyEnforced { cases money } inProgress { cases money } coercionDecisions coercionsWithMobilisedForces decisionRate dataVersion } } }`;
    const before = (await graph.client.data(query)).province.caseStatistics;
    expect(before).toMatchObject({
      handled: { cases: 1, money: 647_000_000_000_000 },
      fullyEnforced: { cases: 0, money: 1_000_000_001 },
      inProgress: { cases: 1, money: 646_998_999_999_999 },
      coercionDecisions: 1,
      coercionsWithMobilisedForces: 1,
      decisionRate: 100,
    });
    expect((await graph.client.data(query)).province.caseStatistics.dataVersion).toBe(before.dataVersion);

    await submit(graph, 'Case', [event(CASE, 'OFFICER_ASSIGNED', '2024-03-03', { officer: OFFICER })]);
    expect((await graph.client.data(query)).province.caseStatistics).toEqual(before);
    await submit(graph, 'Case', [event(CASE, 'MONEY_PAID', '2024-03-04', { amount: 1 })]);
    const after = (await graph.client.data(query)).province.caseStatistics;
    expect(after.fullyEnforced.money).toBe(1_000_000_002);
    expect(after.dataVersion).not.toBe(before.dataVersion);
  });

  it('a case is followed across the four subgraphs, and its officer too', async () => {
    const petition = `${OFFICE}.DT-1`;
    const inspection = `${OFFICE}.KT-1`;
    const finding = `${OFFICE}.KL-1`;
    const obligation = `${OFFICE}.O-1`;
    const asset = `${OFFICE}.A-1`;
    const answers = await Promise.all([
      submit(graph, 'Petition', [
        event(petition, 'PETITION_RECEIVED', '2024-04-01', { kind: 'COMPLAINT', case: CASE, againstOfficer: OFFICER }),
        event(petition, 'PETITION_ACCEPTED', '2024-04-03'),
      ]),
      submit(graph, 'Reception', [
        event(`${OFFICE}.TD-1`, 'RECEPTION_RECORDED', '2024-04-02', { visits: 1, citizens: 2, matters: 1 }),
      ]),
      submit(graph, 'Inspection', [
        event(inspection, 'UNPLANNED_INSPECTION_CONDUCTED', '2024-05-06', {
          kind: 'SELF',
          theme: 'APPRAISAL_AND_AUCTION',
        }),
        event(finding, 'FINDING_RECORDED', '2024-05-07', {
          inspection,
          findingKind: 'SHORTCOMING',
          case: CASE,
          againstOfficer: OFFICER,
          recommendation: 'x',
          dueOn: '2024-06-07',
        }),
      ]),
      submit(graph, 'Recovery', [
        event(obligation, 'OBLIGATION_RECORDED', '2024-01-10', {
          category: 'FINE',
          amount: 500,
          overlays: ['STATE_BUDGET'],
          case: CASE,
        }),
        event(obligation, 'RECEIPT_RECORDED', '2024-03-01', { amount: 300, receiptNumber: 'BL-1' }),
        event(obligation, 'REMITTED_TO_BUDGET', '2024-03-02', { amount: 200 }),
        event(asset, 'ASSET_SEIZED', '2024-03-03', { description: 'Xe ô tô', case: CASE }),
      ]),
    ]);
    expect(answers.map(({ refused }) => refused)).toEqual([[], [], [], []]);

    const data = await graph.client.data(
      `query ($case: ID!) { case(id: $case) {
         state office { id name province { id } } province { nameVi } outstanding
         officer { name grade findings { id } petitionsAgainst { id } }
         petitions { id state dueOn } findings { id state } coercions { measure mobilisedForces }
         recovery { amount collected remittedToBudget obligations { id receipts { receiptNumber } } assets { id state } } } }`,
      { case: CASE },
    );
    expect(data.case).toMatchObject({
      state: 'WITH_CONDITIONS',
      office: { id: OFFICE, province: { id: 'VN34-15' } },
      province: { nameVi: 'Lào Cai' },
      officer: {
        name: 'Nguyễn Văn Mẫu',
        grade: 'SENIOR',
        findings: [{ id: finding }],
        petitionsAgainst: [{ id: petition }],
      },
      petitions: [{ id: petition, state: 'ACCEPTED', dueOn: '2024-04-18' }],
      findings: [{ id: finding, state: 'OPEN' }],
      coercions: [{ measure: 'SEIZURE_OF_ASSETS', mobilisedForces: true }],
      recovery: {
        amount: 500,
        collected: 300,
        remittedToBudget: 200,
        obligations: [{ id: obligation, receipts: [{ receiptNumber: 'BL-1' }] }],
        assets: [{ id: asset, state: 'SEIZED' }],
      },
    });
  });

  it('a deadline that passes makes a petition and a recommendation overdue without any event', async () => {
    const overdueOn = async (day: string): Promise<number[]> => {
      const { office } = await graph.client.data(
        `query ($period: PeriodInput!) { office(id: "${OFFICE}") { petitionStatistics(period: $period) { overdue } inspectionStatistics(period: $period) { overdue } } }`,
        { period: { from: '2023-10-01', through: day } },
      );
      return [office.petitionStatistics.overdue, office.inspectionStatistics.overdue];
    };
    expect(await overdueOn('2024-04-18')).toEqual([0, 0]);
    expect(await overdueOn('2024-04-19')).toEqual([1, 0]);
    expect(await overdueOn('2024-06-07')).toEqual([1, 0]);
    expect(await overdueOn('2024-06-08')).toEqual([1, 1]);
  });

  it('monitors an administrative judgment: pending, overdue from the day after its deadline, performed', async () => {
    const subject = `${OFFICE}.HC-1`;
    await submit(graph, 'Case', [
      event(subject, 'ADMINISTRATIVE_JUDGMENT_MONITORED', '2024-02-01', {
        obligedBody: 'UBND',
        performBy: '2024-03-01',
      }),
      event(subject, 'COMPELLING_DECISION_ISSUED', '2024-03-10'),
      event(subject, 'ADMINISTRATIVE_JUDGMENT_PERFORMED', '2024-04-01'),
    ]);
    const through = async (day: string) =>
      (
        await graph.client.data(
          `query ($period: PeriodInput!) { nation { administrativeJudgmentStatistics(period: $period) { monitored compellingDecisions performed overdue } } }`,
          { period: { from: '2023-10-01', through: day } },
        )
      ).nation.administrativeJudgmentStatistics;
    expect(await through('2024-03-01')).toEqual({ monitored: 1, compellingDecisions: 0, performed: 0, overdue: 0 });
    expect(await through('2024-03-10')).toEqual({ monitored: 1, compellingDecisions: 1, performed: 0, overdue: 1 });
    expect(await through('2024-04-01')).toEqual({ monitored: 1, compellingDecisions: 1, performed: 1, overdue: 0 });
  });

  it('a target counts from the day it is assigned, and a re-issued one from then on', async () => {
    const subject = 'VN-00.CT-2024-VN34-15';
    await submit(graph, 'Case', [
      event(subject, 'TARGET_ASSIGNED', '2023-12-20', {
        scope: 'VN34-15',
        workingYear: 2024,
        casesTarget: 80,
        moneyTarget: 40.55,
      }),
      event(subject, 'TARGET_REISSUED', '2024-07-31', { casesTarget: 81.25, moneyTarget: 41 }),
    ]);
    const at = async (months: number) =>
      (
        await graph.client.data(
          `{ province(id: "VN34-15") { caseStatistics(period: { workingYear: 2024, months: ${months} }) { target { cases money } pointsOverTarget { cases } } } }`,
        )
      ).province.caseStatistics;
    expect((await at(2)).target).toBeNull();
    expect((await at(9)).target).toEqual({ cases: 80, money: 40.55 });
    expect(await at(10)).toEqual({ target: { cases: 81.25, money: 41 }, pointsOverTarget: { cases: -81.25 } });
  });
});
