import { randomUUID } from 'node:crypto';
import { type Graph, startGraph } from './harness/graph';

/**
 * A case from judgment to completion, with a postponement, a part entrusted, an auction with two reductions and a receipt
 * that was given back: every step through the gateway, and every statistic of every subgraph looked at on the way.
 */
const OFFICE = 'VN63-10-01';
const OFFICER = `${OFFICE}.CHV-1`;
const CASE = `${OFFICE}.C-1`;
const PART = 'VN63-01-01.C-1';
const ASSET = `${OFFICE}.A-1`;
const FINE = `${OFFICE}.O-1`;
const COMPLAINT = `${OFFICE}.D-1`;
const INSPECTION = `${OFFICE}.K-1`;
const MILLION = 1_000_000;

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph('in one process', 'empty');
});
afterAll(() => graph.stop());

type Told = readonly [subject: string, type: string, occurredOn: string, fields?: object];

async function happen(register: string, ...told: readonly Told[]): Promise<string[]> {
  const events = told.map(([subject, type, occurredOn, fields]) => ({
    id: randomUUID(),
    subject,
    type,
    occurredOn,
    ...fields,
  }));
  const { previewed } = await graph.client.data(
    `query ($events: [${register}EventInput!]!) { previewed: preview${register}Events(events: $events) { results { status version } } }`,
    { events },
  );
  const { submitted } = await graph.client.data(
    `mutation ($events: [${register}EventInput!]!) { submitted: submit${register}Events(events: $events) {
       results { status version } refused { refusal { rule message allowed } } } }`,
    { events },
  );
  expect(submitted.refused).toEqual([]);
  expect(previewed.results).toEqual(submitted.results);
  return events.map(({ id }) => id);
}

/** The whole form at the end of a day of working year 2025. */
async function figures(through: string, province = 'VN63-10') {
  const { province: found } = await graph.client.data(
    `query ($province: ID!, $period: PeriodInput!) { province(id: $province) {
       caseStatistics(period: $period) {
         newlyReceived { cases money } entrusted { cases money } toBeEnforced { cases money }
         withConditions { cases money } notYetWithConditions { cases money } inProgress { cases money }
         completed { cases money } carriedForward { cases money }
         completionRate { cases money } decisionRate coercionDecisions coercionsWithMobilisedForces }
       recoveryStatistics(period: $period) { due { cases money } collected { cases money } remittedToBudget { money } assetsSeized auctionsHeld auctionsSold }
       petitionStatistics(period: $period) { received toBeResolved resolved overdue }
       inspectionStatistics(period: $period) { conducted shortcomings recommendations followedUp overdue }
     } }`,
    { province, period: { from: '2024-10-01', through } },
  );
  return found;
}

const tally = (cases: number, millions: number) => ({ cases, money: millions * MILLION });

it('is decided: newly received, to be enforced, not verified yet', async () => {
  await happen(
    'Case',
    [OFFICER, 'OFFICER_APPOINTED', '2020-01-06', { name: 'Nguyễn Văn Mẫu', grade: 'SENIOR' }],
    [
      CASE,
      'JUDGMENT_RECEIVED',
      '2024-10-02',
      { kind: 'CRIMINAL', initiation: 'EX_OFFICIO', overlays: ['STATE_BUDGET'] },
    ],
    [
      CASE,
      'DECISION_ISSUED',
      '2024-10-04',
      { amount: 1_000 * MILLION, decisionNumber: '12/QĐ-CTHADS', signer: 'Trần Thị Mẫu' },
    ],
    [CASE, 'OFFICER_ASSIGNED', '2024-10-07', { officer: OFFICER }],
    [CASE, 'VERIFICATION_STARTED', '2024-10-21'],
    [CASE, 'CLASSIFIED_WITH_CONDITIONS', '2024-10-25'],
  );
  await happen('Recovery', [
    FINE,
    'OBLIGATION_RECORDED',
    '2024-10-04',
    { category: 'FINE', amount: 1_000 * MILLION, case: CASE },
  ]);
  expect(await figures('2024-10-10')).toMatchObject({
    caseStatistics: {
      newlyReceived: tally(1, 1_000),
      toBeEnforced: tally(1, 1_000),
      withConditions: tally(1, 1_000),
      inProgress: tally(0, 0),
      decisionRate: 100,
    },
    recoveryStatistics: { due: tally(1, 1_000), collected: tally(0, 0) },
  });
  expect((await figures('2024-10-31')).caseStatistics.inProgress).toEqual(tally(1, 1_000));
});

it('is postponed for a while: not yet with conditions on those days alone; a complaint about it is resolved', async () => {
  await happen(
    'Case',
    [CASE, 'POSTPONED', '2024-11-04', { decisionNumber: '13/QĐ', ground: 'DEBTOR_ILL', postponedUntil: '2024-11-29' }],
    [CASE, 'RESUMED', '2024-12-02', { decisionNumber: '14/QĐ' }],
  );
  await happen(
    'Petition',
    [COMPLAINT, 'PETITION_RECEIVED', '2024-11-05', { kind: 'COMPLAINT', case: CASE }],
    [COMPLAINT, 'PETITION_ACCEPTED', '2024-11-08'],
  );
  const november = await figures('2024-11-30');
  expect(november.caseStatistics).toMatchObject({ withConditions: tally(0, 0), notYetWithConditions: tally(1, 1_000) });
  expect(november.petitionStatistics).toMatchObject({ received: 1, toBeResolved: 1, resolved: 0, overdue: 1 });
  expect((await figures('2024-12-02')).caseStatistics).toMatchObject({
    withConditions: tally(1, 1_000),
    notYetWithConditions: tally(0, 0),
  });
  await happen('Petition', [
    COMPLAINT,
    'PETITION_RESOLVED',
    '2024-11-20',
    { outcome: 'WRONG', decisionNumber: '3/QĐ-GQKN' },
  ]);
  expect((await figures('2024-11-30')).petitionStatistics).toMatchObject({ resolved: 1, overdue: 0 });
});

it('is entrusted in part: that money is deducted here and newly received there', async () => {
  await happen(
    'Case',
    [
      CASE,
      'ENTRUSTED_IN_PART',
      '2024-12-09',
      { amount: 300 * MILLION, toOffice: 'VN63-01-01', decisionNumber: '15/QĐ' },
    ],
    [
      PART,
      'ENTRUSTMENT_RECEIVED',
      '2024-12-16',
      { kind: 'CRIMINAL', initiation: 'EX_OFFICIO', amount: 300 * MILLION, decisionNumber: '1/QĐ' },
    ],
  );
  expect((await figures('2024-12-31')).caseStatistics).toMatchObject({
    newlyReceived: tally(1, 1_000),
    entrusted: tally(0, 300),
    toBeEnforced: tally(1, 700),
  });
  expect((await figures('2024-12-31', 'VN63-01')).caseStatistics.newlyReceived).toEqual(tally(1, 300));
});

it('is coerced, the asset seized and put to auction; a reduction beyond a tenth and a taking too early are refused', async () => {
  await happen(
    'Case',
    [
      CASE,
      'COERCION_DECIDED',
      '2025-01-06',
      { coercionMeasure: 'SEIZURE_OF_ASSETS', mobilisedForces: true, decisionNumber: '16/QĐ' },
    ],
    [CASE, 'COERCION_PLANNED', '2025-01-07', { plannedFor: '2025-02-20' }],
    [CASE, 'ASSET_SEIZED', '2025-02-20', { decisionNumber: '17/QĐ' }],
    [CASE, 'ASSET_APPRAISED', '2025-03-03', { amount: 800 * MILLION }],
    [CASE, 'AUCTION_CONTRACTED', '2025-03-10'],
    [CASE, 'PRICE_REDUCED', '2025-04-22', { amount: 740 * MILLION, decisionNumber: '18/QĐ' }],
  );
  const { previewed } = await graph.client.data(
    `query ($events: [CaseEventInput!]!) { previewed: previewCaseEvents(events: $events) { refused { refusal { rule field allowed } } } }`,
    {
      events: [
        { type: 'PRICE_REDUCED', amount: 650 * MILLION, decisionNumber: '19/QĐ' },
        { type: 'ASSET_TAKEN_BY_CREDITOR', amount: 700 * MILLION },
      ].map((event) => ({ id: randomUUID(), subject: CASE, occurredOn: '2025-05-30', ...event })),
    },
  );
  expect(previewed.refused.map(({ refusal }: { refusal: { rule: string } }) => refusal)).toEqual([
    {
      rule: 'PRICE_REDUCTION_OUT_OF_RANGE',
      field: 'amount',
      allowed: `a price from ${660 * MILLION} to ${740 * MILLION - 1}`,
    },
    { rule: 'TOO_FEW_REDUCTIONS', field: null, allowed: 'PRICE_REDUCED first' },
  ]);
  await happen('Case', [CASE, 'PRICE_REDUCED', '2025-06-02', { amount: 700 * MILLION, decisionNumber: '19/QĐ' }]);
  await happen(
    'Recovery',
    [ASSET, 'ASSET_SEIZED', '2025-02-20', { description: 'Nhà ở, đất ở', case: CASE }],
    [ASSET, 'ASSET_APPRAISED', '2025-03-03', { amount: 800 * MILLION }],
    [ASSET, 'AUCTION_FAILED', '2025-04-10', { startingPrice: 800 * MILLION }],
    [ASSET, 'AUCTION_FAILED', '2025-05-26', { startingPrice: 740 * MILLION }],
    [ASSET, 'AUCTION_SOLD', '2025-07-07', { startingPrice: 700 * MILLION, amount: 700 * MILLION }],
  );
  const july = await figures('2025-07-31');
  expect(july.caseStatistics).toMatchObject({
    coercionDecisions: 1,
    coercionsWithMobilisedForces: 1,
    inProgress: tally(1, 700),
  });
  expect(july.recoveryStatistics).toMatchObject({ assetsSeized: 1, auctionsHeld: 3, auctionsSold: 1 });
});

it('is collected, a receipt given back on the way, paid, completed: the books of cases and of recovery agree', async () => {
  await happen(
    'Recovery',
    [FINE, 'RECEIPT_RECORDED', '2025-07-08', { amount: 50 * MILLION, receiptNumber: 'BL-1' }],
    [FINE, 'RECEIPT_REVERSED', '2025-07-10', { receipt: 1, ground: 'PAID_BY_MISTAKE' }],
  );
  expect((await figures('2025-07-08')).recoveryStatistics.collected.money).toBe(50 * MILLION);
  expect((await figures('2025-07-10')).recoveryStatistics.collected.money).toBe(0);
  await happen(
    'Recovery',
    [FINE, 'RECEIPT_RECORDED', '2025-07-14', { amount: 700 * MILLION, receiptNumber: 'BL-2' }],
    [FINE, 'REMITTED_TO_BUDGET', '2025-07-18', { amount: 700 * MILLION }],
  );
  await happen(
    'Case',
    [CASE, 'MONEY_COLLECTED', '2025-07-14', { amount: 700 * MILLION }],
    [CASE, 'MONEY_PAID', '2025-07-18', { amount: 700 * MILLION }],
    [CASE, 'RESULT_CONFIRMED', '2025-08-01'],
  );
  await happen(
    'Inspection',
    [INSPECTION, 'UNPLANNED_INSPECTION_CONDUCTED', '2025-08-04', { kind: 'SELF', theme: 'APPRAISAL_AND_AUCTION' }],
    [
      `${INSPECTION}-1`,
      'FINDING_RECORDED',
      '2025-08-05',
      {
        inspection: INSPECTION,
        findingKind: 'SHORTCOMING',
        case: CASE,
        recommendation: 'Bổ sung hồ sơ',
        dueOn: '2025-09-05',
      },
    ],
  );
  expect(await figures('2025-09-30')).toMatchObject({
    caseStatistics: {
      newlyReceived: tally(1, 1_000),
      entrusted: tally(0, 300),
      toBeEnforced: tally(1, 700),
      withConditions: tally(1, 700),
      completed: tally(1, 700),
      carriedForward: tally(0, 0),
      completionRate: { cases: 100, money: 100 },
    },
    recoveryStatistics: { collected: { money: 700 * MILLION }, remittedToBudget: { money: 700 * MILLION } },
    inspectionStatistics: { conducted: 1, shortcomings: 1, recommendations: 1, followedUp: 0, overdue: 1 },
  });
});

it('has a history that nobody can change, deadlines derived from the law, and stands as it stood on any day', async () => {
  const { now, then, coerced, before, casesJournal } = await graph.client.data(
    `query ($id: ID!) {
       now: case(id: $id) { state outstanding history { version type position hash signer reversedBy } deadlines { name dueOn metOn status } }
       then: case(id: $id, asOf: "2024-11-15") { state outstanding postponedUntil coercions { decidedOn } }
       coerced: case(id: $id, asOf: "2025-01-06") { coercions { decidedOn } }
       before: case(id: $id, asOf: "2024-10-01") { state }
       casesJournal { position hash waiting } }`,
    { id: CASE },
  );
  expect(now).toMatchObject({ state: 'COMPLETED', outstanding: 0 });
  expect(now.history.map(({ version }: { version: number }) => version)).toEqual(
    Array.from({ length: 18 }, (_, nth) => nth + 1),
  );
  expect(now.history[1]).toMatchObject({ type: 'DECISION_ISSUED', signer: 'Trần Thị Mẫu', reversedBy: null });
  expect(then).toEqual({
    state: 'POSTPONED',
    outstanding: 1_000 * MILLION,
    postponedUntil: '2024-11-29',
    coercions: [],
  });
  expect(coerced.coercions).toEqual([{ decidedOn: '2025-01-06' }]);
  expect(before).toBeNull();
  expect(now.deadlines).toEqual(
    expect.arrayContaining([
      { name: 'Enforcement decision', dueOn: '2024-10-09', metOn: '2024-10-04', status: 'MET' },
      { name: 'Decision to go on', dueOn: '2024-12-06', metOn: '2024-12-02', status: 'MET' },
      { name: 'Payment of what was collected', dueOn: '2025-07-24', metOn: '2025-07-18', status: 'MET' },
    ]),
  );
  expect(casesJournal.position + casesJournal.waiting).toBe(20);
});

it('that was completed by mistake is corrected: the event taken back, every figure with it, and stated anew', async () => {
  const wrong = `${OFFICE}.C-2`;
  const given = { kind: 'CIVIL', initiation: 'ON_REQUEST', amount: 10 * MILLION, decisionNumber: '20/QĐ' };
  const before = await figures('2025-09-30');
  const ids = await happen(
    'Case',
    [wrong, 'ENTRUSTMENT_RECEIVED', '2025-01-13', given],
    [wrong, 'COMPLETED', '2025-03-03'],
  );
  expect((await figures('2025-03-31')).caseStatistics.completed.cases).toBe(1);
  await happen('Case', [wrong, 'EVENT_REVERSED', '2025-09-01', { reverses: ids[1], ground: 'Ghi nhầm hồ sơ' }]);
  expect((await figures('2025-03-31')).caseStatistics.completed.cases).toBe(0);
  await happen('Case', [wrong, 'TERMINATED', '2025-03-04', { decisionNumber: '21/QĐ', ground: 'AGREEMENT_OR_WAIVER' }]);
  expect((await figures('2025-03-31')).caseStatistics.completed).toEqual(tally(1, 10));
  const after = await figures('2025-09-30');
  expect(after.caseStatistics.completed.cases).toBe(before.caseStatistics.completed.cases + 1);
  expect(after.recoveryStatistics).toEqual(before.recoveryStatistics);
});
