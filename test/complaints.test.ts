import { randomUUID } from 'node:crypto';
import { untrueSentences } from './harness/data-check';
import { type OneProcessGraph, startInOneProcess } from './harness/graph';

const DISTRICT = 'VN63-10-01';
const FIRST = `${DISTRICT}.D-1`;
const SECOND = 'VN63-10-00.D-2';
const LETTER = `${DISTRICT}.D-3`;
const REQUEST = 'VN63-10-00.B-1';

const event = (subject: string, type: string, occurredOn: string, fields: object = {}) => ({
  id: randomUUID(),
  subject,
  type,
  occurredOn,
  ...fields,
});

describe('complaints, receptions and compensation through the gateway', () => {
  let graph: OneProcessGraph;
  beforeAll(async () => {
    graph = await startInOneProcess('empty');
  });
  afterAll(() => graph.stop());

  async function send(
    verb: 'submit' | 'preview',
    register: string,
    events: readonly object[],
  ): Promise<{ accepted: number; refused: { refusal: object }[] }> {
    const { answer } = await graph.client.data(
      `${verb === 'submit' ? 'mutation' : 'query'} ($events: [${register}EventInput!]!) {
         answer: ${verb}${register}Events(events: $events) { accepted refused { refusal { rule field legalBasis } } } }`,
      { events },
    );
    return answer;
  }

  const petitions = [
    event(FIRST, 'PETITION_RECEIVED', '2024-10-01', {
      kind: 'COMPLAINT',
      measureStage: 'COERCION',
      actOn: '2024-09-20',
      signers: 6,
      representatives: 2,
      againstOfficer: `${DISTRICT}.CHV-1`,
    }),
    event(FIRST, 'PETITION_ACCEPTED', '2024-10-03'),
    event(FIRST, 'PETITION_EXTENDED', '2024-10-10', { ground: 'REMOTE' }),
    event(FIRST, 'PETITION_RESOLVED', '2024-11-20', { outcome: 'PARTLY_RIGHT', decisionNumber: '7/QĐ' }),
    event(FIRST, 'DECISION_SENT', '2024-11-22'),
    event(SECOND, 'PETITION_RECEIVED', '2024-12-02', {
      kind: 'COMPLAINT',
      measureStage: 'COERCION',
      round: 2,
      follows: FIRST,
    }),
    event(SECOND, 'PETITION_ACCEPTED', '2024-12-05'),
    event(LETTER, 'PETITION_RECEIVED', '2024-10-01', { kind: 'MIXED' }),
    event(LETTER, 'PETITION_SPLIT', '2024-10-04', { parts: 2 }),
    event(`${LETTER}a`, 'PETITION_RECEIVED', '2024-10-04', { kind: 'REFLECTION', splitFrom: LETTER }),
    event(`${LETTER}b`, 'PETITION_RECEIVED', '2024-10-04', { kind: 'REQUEST', splitFrom: LETTER }),
    event(`${LETTER}b`, 'PETITION_FORWARDED', '2024-10-07', { toOffice: 'VN63-10-00' }),
    event(`${LETTER}a`, 'PETITION_FORWARDED', '2024-10-07', { toBody: 'Ủy ban nhân dân xã' }),
  ];

  it('a preview says what submitting says', async () => {
    expect(await send('preview', 'Petition', petitions)).toEqual({ accepted: petitions.length, refused: [] });
    expect(await send('submit', 'Petition', petitions)).toEqual({ accepted: petitions.length, refused: [] });
  });

  it('petitions show their rounds, parts, destinations, deadlines and who decides', async () => {
    const data = await graph.client.data(
      `{ first: petition(id: "${FIRST}") {
           state complex dueOn actOn signers representatives decisionNumber decisionSentOn competence follows { id }
           deadlines { name startedOn dueOn status } history { type ground } }
         second: petition(id: "${SECOND}") { competence follows { id outcome } deadlines { name status dueOn } }
         letter: petition(id: "${LETTER}") { kind state parts partsMissing
           splitInto { id state splitFrom { id } toOffice { id nameVi } toBody } } }`,
    );
    expect(data.first).toMatchObject({
      state: 'RESOLVED',
      complex: true,
      dueOn: '2024-12-02',
      actOn: '2024-09-20',
      signers: 6,
      representatives: 2,
      decisionNumber: '7/QĐ',
      decisionSentOn: '2024-11-22',
      competence: 'DISTRICT',
      follows: null,
    });
    expect(data.first.deadlines.map(({ name, dueOn, status }: any) => `${name} ${dueOn} ${status}`)).toEqual([
      'Sort the petition 2024-10-08 MET',
      'Decide on acceptance 2024-10-08 MET',
      'Resolve the complaint 2024-11-02 LAPSED',
      'Resolve the complaint 2024-12-02 MET',
      'Send the decision 2024-11-25 MET',
    ]);
    expect(data.first.history).toHaveLength(5);
    expect(data.second).toMatchObject({ competence: 'PROVINCE', follows: { id: FIRST, outcome: 'PARTLY_RIGHT' } });
    expect(data.second.deadlines.at(-1)).toEqual({
      name: 'Resolve the complaint',
      status: 'OVERDUE',
      dueOn: '2025-01-19',
    });
    expect(data.letter).toEqual({
      kind: 'MIXED',
      state: 'SPLIT',
      parts: 2,
      partsMissing: 0,
      splitInto: [
        {
          id: `${LETTER}a`,
          state: 'FORWARDED',
          splitFrom: { id: LETTER },
          toOffice: null,
          toBody: 'Ủy ban nhân dân xã',
        },
        {
          id: `${LETTER}b`,
          state: 'FORWARDED',
          splitFrom: { id: LETTER },
          toOffice: { id: 'VN63-10-00', nameVi: 'THADS tỉnh Lào Cai' },
          toBody: null,
        },
      ],
    });
  });

  it('the worklist has what is being resolved, and what is late in it', async () => {
    const data = await graph.client.data(
      `{ late: petitions(filter: { overdue: true }) { totalCount nodes { id } }
         soon: petitions(filter: { dueWithinDays: 30, office: "VN63-10-00" }) { nodes { id } }
         inTime: petitions(filter: { overdue: false }) { totalCount } }`,
    );
    expect(data).toEqual({
      late: { totalCount: 1, nodes: [{ id: SECOND }] },
      soon: { nodes: [{ id: SECOND }] },
      inTime: { totalCount: 0 },
    });
    const { errors } = await graph.client.ask('{ petitions(filter: { dueWithinDays: -1 }) { nodes { id } } }');
    expect(errors[0]!.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('petitions that were split count by their parts', async () => {
    const { office } = await graph.client.data(
      `{ office(id: "${DISTRICT}") {
           before: petitionStatistics(period: { from: "2024-10-01", through: "2024-10-03" }) { received byKind { kind received } }
           after: petitionStatistics(period: { from: "2024-10-01", through: "2024-10-04" }) { received byKind { kind received } } } }`,
    );
    const counted = ({ received, byKind }: any) => [
      received,
      ...byKind.filter((one: any) => one.received > 0).map((one: any) => `${one.kind} ${one.received}`),
    ];
    expect(counted(office.before)).toEqual([2, 'COMPLAINT 1', 'MIXED 1']);
    expect(counted(office.after)).toEqual([3, 'COMPLAINT 1', 'REQUEST 1', 'REFLECTION 1']);
  });

  it('a letter says how many of its parts are not received yet, which is no fault of the data', async () => {
    const letter = `${DISTRICT}.D-4`;
    const part = (id: string) => event(id, 'PETITION_RECEIVED', '2024-10-09', { kind: 'REQUEST', splitFrom: letter });
    const missing = async (): Promise<object> =>
      await graph.client.data(
        `{ petition(id: "${letter}") { parts partsMissing } other: petition(id: "${FIRST}") { partsMissing } }`,
      );
    const mistaken = part(`${letter}-1`);
    await send('submit', 'Petition', [
      event(letter, 'PETITION_RECEIVED', '2024-10-08', { kind: 'MIXED' }),
      event(letter, 'PETITION_SPLIT', '2024-10-09', { parts: 2 }),
      mistaken,
      part(`${letter}-2`),
      event(`${letter}-1`, 'EVENT_REVERSED', '2024-10-09', { reverses: mistaken.id, ground: 'Ghi nhầm' }),
    ]);
    expect(await missing()).toEqual({ petition: { parts: 2, partsMissing: 1 }, other: { partsMissing: null } });
    expect(await untrueSentences(graph.adminUrl)).toEqual([]);
    await send('submit', 'Petition', [part(`${letter}-3`)]);
    expect(await missing()).toMatchObject({ petition: { parts: 2, partsMissing: 0 } });
    expect(await untrueSentences(graph.adminUrl)).toEqual([]);
  });

  it('what was resolved is told apart by outcome, for every kind and step by step', async () => {
    const denunciation = `${DISTRICT}.D-5`;
    await send('submit', 'Petition', [
      event(denunciation, 'PETITION_RECEIVED', '2024-10-08', { kind: 'DENUNCIATION' }),
      event(denunciation, 'PETITION_ACCEPTED', '2024-10-09'),
      event(denunciation, 'PETITION_RESOLVED', '2024-12-02', { outcome: 'WRONG', decisionNumber: '8/KL' }),
    ]);
    const figures = 'carriedOver resolved foundRight foundPartlyRight foundWrong answered stopped carriedForward';
    const { office } = await graph.client.data(
      `{ office(id: "${DISTRICT}") {
           year: petitionStatistics(period: { workingYear: 2025 }) { ${figures} forwarded notAccepted byKind { kind ${figures} } }
           steps: petitionTrend(period: { from: "2024-11-01", through: "2024-12-31" }) { ${figures} } } }`,
    );
    const none = { foundRight: 0, answered: 0, stopped: 0 };
    expect(office.year).toMatchObject({
      ...none,
      carriedOver: 0,
      resolved: 2,
      foundPartlyRight: 1,
      foundWrong: 1,
      carriedForward: 0,
      forwarded: 2,
      notAccepted: 0,
    });
    const byKind = Object.fromEntries(office.year.byKind.map(({ kind, ...those }: { kind: string }) => [kind, those]));
    expect(byKind).toMatchObject({
      COMPLAINT: { ...none, resolved: 1, foundPartlyRight: 1, foundWrong: 0 },
      DENUNCIATION: { ...none, resolved: 1, foundPartlyRight: 0, foundWrong: 1 },
      REQUEST: { ...none, resolved: 0, foundPartlyRight: 0, foundWrong: 0 },
    });
    expect(office.steps).toEqual([
      { ...none, carriedOver: 2, resolved: 1, foundPartlyRight: 1, foundWrong: 0, carriedForward: 1 },
      { ...none, carriedOver: 1, resolved: 1, foundPartlyRight: 0, foundWrong: 1, carriedForward: 0 },
    ]);
  });

  it('receptions tell mass groups, the head and the screen apart', async () => {
    const counts = { visits: 2, citizens: 8, matters: 3 };
    const group = { massGroups: 1, massGroupCitizens: 6, massGroupMatters: 1, receivedByHead: true };
    const answer = await send('submit', 'Reception', [
      event(`${DISTRICT}.T-1`, 'RECEPTION_RECORDED', '2024-10-02', { ...counts, ...group }),
      event(`${DISTRICT}.T-2`, 'RECEPTION_RECORDED', '2024-10-02', { ...counts, online: true }),
      event(`${DISTRICT}.T-3`, 'RECEPTION_RECORDED', '2024-10-02', { ...counts, visits: 0 }),
    ]);
    expect(answer).toMatchObject({
      accepted: 2,
      refused: [{ refusal: { rule: 'COUNT_OUT_OF_RANGE', field: 'visits' } }],
    });
    const { province, receptions } = await graph.client.data(
      `{ province(id: "VN34-15") { receptionStatistics(period: { workingYear: 2025 }) {
           visits citizens matters massGroups massGroupCitizens massGroupMatters visitsToHead visitsOnline } }
         receptions(filter: { online: true }) { nodes { id massGroupCitizens online } } }`,
    );
    expect(province.receptionStatistics).toEqual({
      visits: 4,
      citizens: 16,
      matters: 6,
      massGroups: 1,
      massGroupCitizens: 6,
      massGroupMatters: 1,
      visitsToHead: 2,
      visitsOnline: 2,
    });
    expect(receptions.nodes).toEqual([{ id: `${DISTRICT}.T-2`, massGroupCitizens: 0, online: true }]);
  });

  it('a request for compensation is settled, paid and taken back, and counted beside last year', async () => {
    const events = [
      event(REQUEST, 'COMPENSATION_REQUESTED', '2023-11-01', {
        amount: 900_000_000_000,
        causedBy: `${DISTRICT}.CHV-1`,
      }),
      event(REQUEST, 'COMPENSATION_ACCEPTED', '2023-11-03'),
      event(REQUEST, 'COMPENSATION_SETTLED', '2024-11-01', { amount: 500_000_000_000, decisionNumber: '1/QĐ' }),
      event(REQUEST, 'COMPENSATION_PAID', '2024-11-05', { amount: 500_000_000_000 }),
      event(REQUEST, 'RECOURSE_DECIDED', '2024-12-05', { amount: 500_000_000_001, decisionNumber: '2/QĐ' }),
      event(REQUEST, 'RECOURSE_DECIDED', '2024-12-05', { amount: 50_000_000_000, decisionNumber: '2/QĐ' }),
    ];
    const expected = {
      accepted: 5,
      refused: [
        { refusal: { rule: 'AMOUNT_EXCEEDS_OUTSTANDING', field: 'amount', legalBasis: 'Law 10/2017 art. 64-68' } },
      ],
    };
    expect(await send('preview', 'Compensation', events)).toEqual(expected);
    expect(await send('submit', 'Compensation', events)).toEqual(expected);
    const figures = `requested { cases money } accepted { cases } rejected { cases } settled { cases money }
      paid { cases money } recourse { cases money } recourseCollected { cases }`;
    const data = await graph.client.data(
      `query ($period: PeriodInput!) {
         compensation(id: "${REQUEST}") { state requested settled paid recourse office { id } causedBy { id }
           history { type } deadlines { name status } }
         compensations(filter: { states: [PAID] }) { nodes { id } }
         nation { compensationStatistics(period: $period) { ${figures} samePeriodLastYear { period { label } ${figures} } } }
         province(id: "VN63-15") { compensationStatistics(period: $period) { ${figures} } }
         office(id: "VN63-10-00") { compensationStatistics(period: $period) { paid { money } } } }`,
      { period: { workingYear: 2025, months: 6 } },
    );
    expect(data.compensation).toEqual({
      state: 'PAID',
      requested: 900_000_000_000,
      settled: 500_000_000_000,
      paid: 500_000_000_000,
      recourse: 50_000_000_000,
      office: { id: 'VN63-10-00' },
      causedBy: { id: `${DISTRICT}.CHV-1` },
      history: events.filter((_event, index) => index !== 4).map(({ type }) => ({ type })),
      deadlines: [{ name: 'Decide on acceptance', status: 'MET' }],
    });
    expect(data.compensations.nodes).toEqual([{ id: REQUEST }]);
    const nothing = { cases: 0, money: 0 };
    const none = { cases: 0 };
    expect(data.nation.compensationStatistics).toEqual({
      requested: nothing,
      accepted: none,
      rejected: none,
      settled: { cases: 1, money: 500_000_000_000 },
      paid: { cases: 1, money: 500_000_000_000 },
      recourse: { cases: 1, money: 50_000_000_000 },
      recourseCollected: none,
      samePeriodLastYear: {
        period: { label: '6 months of working year 2024' },
        requested: { cases: 1, money: 900_000_000_000 },
        accepted: { cases: 1 },
        rejected: none,
        settled: nothing,
        paid: nothing,
        recourse: nothing,
        recourseCollected: none,
      },
    });
    expect(data.province.compensationStatistics.settled).toEqual(nothing);
    expect(data.office.compensationStatistics).toEqual({ paid: { money: 500_000_000_000 } });
  });

  it('compensation month by month and quarter by quarter adds up to the period', async () => {
    const figures = 'settled { cases money } paid { cases money } recourse { cases money }';
    const { nation } = await graph.client.data(
      `{ nation {
           whole: compensationStatistics(period: { workingYear: 2025 }) { ${figures} }
           months: compensationTrend(period: { workingYear: 2025 }) { period { from } ${figures} }
           quarters: compensationTrend(period: { workingYear: 2025 }, grain: QUARTER) { ${figures} } } }`,
    );
    const { settled, paid, recourse } = nation.whole;
    const nothing = { cases: 0, money: 0 };
    const others = (steps: number) =>
      Array.from({ length: steps }, () =>
        expect.objectContaining({ settled: nothing, paid: nothing, recourse: nothing }),
      );
    expect(nation.months).toEqual([
      expect.objectContaining({ period: { from: '2024-10-01' } }),
      { period: { from: '2024-11-01' }, settled, paid, recourse: nothing },
      { period: { from: '2024-12-01' }, settled: nothing, paid: nothing, recourse },
      ...others(9),
    ]);
    expect(nation.quarters).toEqual([nation.whole, ...others(3)]);
    expect(paid).toEqual({ cases: 1, money: 500_000_000_000 });
  });
});
