import { type Movement, type RegisterEvent, addDays, evaluate, loadInBulk } from '@thads/shared';
import { createTestDatabase } from '@thads/shared/src/testing/database.testkit';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import type { QueryRunner } from 'typeorm';
import { recoverySubgraph } from './index';
import { RecoveryLifeCycles1700000005000 } from './migrations/1700000005-life-cycles';
import type { ObligationEvent } from './obligation/obligation.event';
import { recoveryRegister } from './register';
import { assetLines } from './statistics/recovery.lines';
import { FIRST_DAY, type Sent, START, days, histories } from './testing/histories';
import { periodTotals } from './testing/ledger';
import { completed, preparedAsset } from './testing/prepared';
import { figuresOf, recount } from './testing/recount';
import { type TestRegister, openRegister } from './testing/register.testkit';

const O = 'VN63-10-01.O-1';
const CASE = 'VN63-10-01.C-1';

const event = (sent: Sent & { subject?: string }): ObligationEvent => ({
  id: randomUUID(),
  subject: O,
  occurredOn: START,
  ...sent,
});
const recorded = (fields: Partial<ObligationEvent> = {}): ObligationEvent =>
  event({ type: 'OBLIGATION_RECORDED', category: 'COURT_FEE', amount: 100, ...fields });
const takenBack = ({ id, subject, occurredOn }: ObligationEvent): ObligationEvent =>
  event({ type: 'EVENT_REVERSED', subject, reverses: id, ground: 'Ghi nhầm', occurredOn });

let register: TestRegister;
beforeAll(async () => {
  register = await openRegister();
});
afterAll(() => register.database.drop());
beforeEach(() => register.database.clear());

describe('whatever happens, on the database', () => {
  const ledger = async (): Promise<Movement[]> =>
    (await register.rows('select on_date::text as "onDate", slot, overlays, count, money from recovery.movement')).map(
      (row) => ({ ...row, money: Number(row['money']) }) as unknown as Movement,
    );

  test('the same events sent twice at once have one effect, and the figures are those of a recount', async () => {
    await fc.assert(
      fc.asyncProperty(histories, days, fc.nat(400), async ({ sent, accepted }, from, length) => {
        await register.database.clear();
        const taken: string[] = [];
        for (const one of sent) {
          const twice = (await Promise.all([register.submit(one), register.submit(one)])).flat();
          const effects = twice.filter((outcome) => outcome.startsWith('ACCEPTED'));
          expect(effects.length).toBeLessThanOrEqual(1);
          if (effects.length === 0) expect(twice[0]).toBe(twice[1]);
          else taken.push(one.id);
        }
        expect(taken).toEqual(accepted.map(({ id }) => id));
        const through = addDays(from, length);
        expect(figuresOf(periodTotals(await ledger(), from, through))).toEqual(recount(accepted, from, through));
        expect((await register.untrue()).filter((sentence) => !sentence.includes('same number'))).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  test('events taken back one by one leave what was there before each, and in the end nothing', async () => {
    const stands = async () => [
      ...(await register.rows(
        `select to_jsonb(o) - 'version' as stands from recovery.obligation o where state <> 'VOID'`,
      )),
      ...(await register.rows('select * from recovery.receipt order by id')),
      ...(await register.rows('select * from recovery.distribution order by id')),
      ...(await register.rows(
        `select on_date::text, slot, sum(count) as count, sum(money) as money from recovery.movement
         group by 1, 2 having sum(count) <> 0 or sum(money) <> 0 order by 1, 2`,
      )),
    ];
    await fc.assert(
      fc.asyncProperty(histories, async ({ accepted }) => {
        await register.database.clear();
        const own = accepted.filter(({ subject }) => subject === accepted[0]!.subject);
        const stood: unknown[] = [];
        for (const [index, one] of own.entries()) {
          stood.push(await stands());
          expect(await register.submit(one)).toEqual([`ACCEPTED ${index + 1}`]);
        }
        for (const one of own.toReversed()) {
          expect((await register.submit(takenBack(one)))[0]).toMatch(/^ACCEPTED/);
          expect(await stands()).toEqual(stood.pop());
        }
      }),
      { numRuns: 6 },
    );
  });

  const assetEvents = fc.array(
    fc.record({
      nth: fc.nat(2),
      days: fc.nat(20),
      type: fc.constantFrom(...Object.keys(preparedAsset.events), 'ASSET_SEIZED', 'ASSET_APPRAISED', 'AUCTION_FAILED'),
      price: fc.constantFrom(10_000_000, 9_000_000, 8_000_000, 7_000_000),
    }),
    { minLength: 20, maxLength: 50, size: 'max' },
  );

  test('so have those about assets', async () => {
    await fc.assert(
      fc.asyncProperty(assetEvents, days, fc.nat(400), async (steps, from, length) => {
        await register.database.clear();
        const accepted: RegisterEvent[] = [];
        let day = FIRST_DAY;
        for (const { nth, days: later, type, price } of steps) {
          day = addDays(day, later);
          const bare = preparedAsset.events[type]!.event;
          const one: RegisterEvent = {
            ...completed(bare, `VN63-10-01.A-${nth}`, day),
            id: randomUUID(),
            ...('startingPrice' in bare ? { startingPrice: price } : {}),
            ...('requestedOn' in bare ? { requestedOn: day } : {}),
            ...('saleOn' in bare ? { saleOn: addDays(day, 9) } : {}),
          };
          const twice = (await Promise.all([register.submit(one), register.submit(one)])).flat();
          const effects = twice.filter((outcome) => outcome.startsWith('ACCEPTED'));
          if (effects.length > 0) accepted.push(one);
          expect(effects.length).toBeLessThanOrEqual(1);
        }
        const through = addDays(from, length);
        const happened = (...types: string[]): number =>
          accepted.filter(({ type, occurredOn }) => types.includes(type) && from <= occurredOn && occurredOn <= through)
            .length;
        const totals = periodTotals(await ledger(), from, through);
        expect(evaluate(assetLines.assetsSeized, totals).cases).toBe(happened('ASSET_SEIZED'));
        expect(evaluate(assetLines.auctionsHeld, totals).cases).toBe(happened('AUCTION_FAILED', 'AUCTION_SOLD'));
        expect(evaluate(assetLines.auctionsSold, totals).cases).toBe(happened('AUCTION_SOLD'));
        expect(await register.untrue()).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });
});

describe('a receipt that is given back', () => {
  const receipt = (amount: number, receiptNumber: string): ObligationEvent =>
    event({ type: 'RECEIPT_RECORDED', amount, receiptNumber });
  const remitted = event({ type: 'REMITTED_TO_BUDGET', amount: 60, remittanceList: 'BK-1' });
  const comesBack = event({ type: 'DISTRIBUTION_REVERSED', distribution: 1, ground: 'WRONG_RECIPIENT' });
  const givenBack = event({
    type: 'RECEIPT_REVERSED',
    receipt: 1,
    ground: 'JUDGMENT_CHANGED',
    occurredOn: '2024-11-20',
  });
  const story = [recorded(), receipt(60, 'BL-1'), receipt(40, 'BL-2'), remitted, comesBack, givenBack];
  const DETAILS = `select id, amount, reversed_on::text from recovery.receipt
    union all select id, amount, reversed_on::text from recovery.distribution order by 1, 2`;
  const reversedRows = [
    { id: `${O}.1`, amount: '60', reversed_on: START },
    { id: `${O}.1`, amount: '60', reversed_on: '2024-11-20' },
    { id: `${O}.2`, amount: '40', reversed_on: null },
  ];
  const sorted = (rows: Record<string, unknown>[]) =>
    rows.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));

  test('keeps its row and says when, whether sent at once, one by one, or in bulk', async () => {
    await register.submit(...story);
    expect(sorted(await register.rows(DETAILS))).toEqual(sorted(reversedRows));
    const state = await register.rows('select * from recovery.obligation');
    expect(await register.untrue()).toEqual([]);

    await register.database.clear();
    for (const one of story) await register.submit(one);
    expect(sorted(await register.rows(DETAILS))).toEqual(sorted(reversedRows));
    expect(await register.rows('select * from recovery.obligation')).toEqual(state);

    await register.database.clear();
    await loadInBulk(register.database.loader, recoveryRegister, [story], { submittedBy: 'tester' });
    expect(sorted(await register.rows(DETAILS))).toEqual(sorted(reversedRows));
    expect(await register.rows('select * from recovery.obligation')).toEqual(state);
    expect(await register.untrue()).toEqual([]);
  });

  test('stands again when that is taken back, also within one batch', async () => {
    await register.submit(...story);
    expect(await register.submit(takenBack(givenBack))).toEqual(['ACCEPTED 7']);
    expect(await register.rows('select number from recovery.receipt where reversed_on is not null')).toEqual([]);
    expect(await register.untrue()).toEqual([]);
    const again = { ...givenBack, id: randomUUID() };
    expect(await register.submit(again, takenBack(again))).toEqual(['ACCEPTED 8', 'ACCEPTED 9']);
    expect(await register.rows('select number from recovery.receipt where reversed_on is not null')).toEqual([]);
    expect(await register.untrue()).toEqual([]);
  });

  test('is found in the list, and its money is outstanding again', async () => {
    await register.submit(...story);
    const answer = await register.ask(`{
      reversed: receipts(filter: { province: "VN63-10", reversed: true }) { nodes { number amount reversedOn } }
      standing: receipts(filter: { province: "VN63-10", reversed: false }) { nodes { number amount reversedOn } }
      obligation(id: "${O}") {
        outstanding held dueOn receipts { number reversedOn } distributions { kind remittanceList reversedOn }
      }
    }`);
    expect(answer).toEqual({
      data: {
        reversed: { nodes: [{ number: 1, amount: 60, reversedOn: '2024-11-20' }] },
        standing: { nodes: [{ number: 2, amount: 40, reversedOn: null }] },
        obligation: {
          outstanding: 60,
          held: 40,
          dueOn: '2024-10-11',
          receipts: [
            { number: 1, reversedOn: '2024-11-20' },
            { number: 2, reversedOn: null },
          ],
          distributions: [{ kind: 'REMITTED', remittanceList: 'BK-1', reversedOn: START }],
        },
      },
    });
  });

  test.each([
    ['a receipt says less', 'update recovery.receipt set amount = amount - 1 where number = 2', /receipts of every/],
    ['a reversal is lost', 'update recovery.receipt set reversed_on = null', /receipts of every/],
    ['a distribution is lost', 'delete from recovery.distribution', /are its distributions/],
    ['money is held without a day', 'update recovery.obligation set due_on = null', /day to be handed on by/],
    ['the court took off what it did not', 'update recovery.obligation set exempted = 1', /granted of the proposals/],
    ['a number is there twice', `update recovery.receipt set receipt_number = 'BL-1'`, /same number/],
  ])('is missed by check:data when %s', async (_what, sql, sentence) => {
    await register.submit(...story);
    expect(await register.untrue()).toEqual([]);
    await register.rows(sql);
    expect(await register.untrue()).toContainEqual(expect.stringMatching(sentence));
  });
});

describe('the graph of recovery', () => {
  test('proposes how money is paid on the open obligations of a case', async () => {
    const obligation = (nth: number, category: ObligationEvent['category'], amount: number): ObligationEvent =>
      recorded({ subject: `VN63-10-01.O-${nth}`, category, amount, case: CASE });
    await register.submit(
      obligation(1, 'CREDIT_CONTRACT', 900),
      obligation(2, 'COURT_FEE', 50),
      obligation(3, 'MAINTENANCE', 100),
      obligation(4, 'WAGES', 300),
      obligation(5, 'FINE', 70),
      event({ type: 'OBLIGATION_ENDED', subject: 'VN63-10-01.O-5', ground: 'art. 50' }),
      event({ type: 'RECEIPT_RECORDED', subject: 'VN63-10-01.O-1', amount: 100 }),
    );
    const shares = 'shares { rank preceding claimed amount obligation { id } } left';
    const answer = await register.ask(`{
      plain: allocationProposal(case: "${CASE}", amount: 250, costs: 50) { ${shares} }
      pledge: allocationProposal(case: "${CASE}", amount: 500, rent: 20, securedObligation: "${O}") { ${shares} }
      over: allocationProposal(case: "${CASE}", amount: 2000) { left }
    }`);
    const claim = (
      rank: number,
      nth: number | null,
      claimed: number,
      amount: number,
      preceding: string | null = null,
    ) => ({
      rank,
      preceding,
      claimed,
      amount,
      obligation: nth && { id: `VN63-10-01.O-${nth}` },
    });
    expect(answer).toEqual({
      data: {
        plain: {
          shares: [
            claim(1, null, 50, 50, 'ENFORCEMENT_COSTS'),
            claim(2, 3, 100, 50),
            claim(2, 4, 300, 150),
            claim(3, 2, 50, 0),
            claim(4, 1, 800, 0),
          ],
          left: 0,
        },
        pledge: {
          shares: [
            claim(1, null, 20, 20, 'RENT'),
            claim(2, 2, 50, 50),
            claim(3, 1, 800, 430, 'SECURED_DEBT'),
            claim(4, 3, 100, 0),
            claim(4, 4, 300, 0),
          ],
          left: 0,
        },
        over: { left: 750 },
      },
    });
  });

  test.each([
    [`case: "${CASE}", amount: -1`, /amount: -1 is below 0/],
    [`case: "${CASE}", amount: 1, costs: -1`, /costs: -1 is below 0/],
    [`case: "nope", amount: 1`, /is not an identifier/],
    [`case: "${CASE}", amount: 1, securedObligation: "${O}"`, /is no open obligation/],
  ])('refuses a proposal for %s', async (given, message) => {
    const { errors } = await register.ask(`{ allocationProposal(${given}) { left } }`);
    expect(errors?.map((error) => error.message)).toEqual([expect.stringMatching(message)]);
    expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });

  test('finds obligations by amount and by money held too long, and assets that are overdue', async () => {
    await register.submit(
      recorded({ amount: 100 }),
      recorded({ amount: 200, subject: 'VN63-10-01.O-2' }),
      event({ type: 'RECEIPT_RECORDED', amount: 10, subject: 'VN63-10-01.O-2' }),
      event({ type: 'ASSET_SEIZED', subject: 'VN63-10-01.A-1', description: 'Nhà' } as Sent),
      event({ type: 'ASSET_APPRAISED', subject: 'VN63-10-01.A-1', amount: 9 }),
      event({ type: 'ASSET_SEIZED', subject: 'VN63-10-01.A-2', description: 'Xe' } as Sent),
    );
    const ids = (list: string, filter: string): string =>
      `${list}(filter: { province: "VN63-10", ${filter} }) { nodes { id } }`;
    const { data, errors } = await register.ask(`{
      small: ${ids('obligations', 'amountThrough: 100')}
      large: ${ids('obligations', 'amountFrom: 101')}
      held: ${ids('obligations', 'dueThrough: "2024-10-11"')}
      notYet: ${ids('obligations', 'dueThrough: "2024-10-10"')}
      overdue: ${ids('assets', 'overdue: true')}
      inTime: ${ids('assets', 'overdue: false')}
      heldOn: ${ids('obligations', 'overdueOn: "2024-10-12"')}
      notYetOn: ${ids('obligations', 'overdueOn: "2024-10-11"')}
    }`);
    expect(errors).toBeUndefined();
    const found = Object.entries(data as Record<string, { nodes: { id: string }[] }>).map(
      ([name, { nodes }]) => [name, nodes.map(({ id }) => id.slice('VN63-10-01.'.length))] as const,
    );
    expect(Object.fromEntries(found)).toEqual({
      small: ['O-1'],
      large: ['O-2'],
      held: ['O-2'],
      notYet: [],
      overdue: ['A-1'],
      // Of the other nothing is due.
      inTime: [],
      heldOn: ['O-2'],
      notYetOn: [],
    });
  });

  test('counts waivers and reductions by what became of them', async () => {
    const proposed = (nth: number, amount: number): ObligationEvent[] => [
      recorded({ subject: `VN63-10-01.O-${nth}`, category: 'FINE', amount }),
      event({
        type: 'EXEMPTION_PROPOSED',
        subject: `VN63-10-01.O-${nth}`,
        exemptionKind: 'WAIVER',
        amount,
        ground: 'NOTHING_TO_ENFORCE',
        firstDecisionOn: '2010-01-01',
      }),
    ];
    const decided = (nth: number, type: string, amount?: number): ObligationEvent =>
      event({ type, subject: `VN63-10-01.O-${nth}`, amount, decisionNumber: 'QĐ-1', occurredOn: '2024-12-01' });
    await register.submit(
      ...proposed(1, 100),
      ...proposed(2, 200),
      ...proposed(3, 400),
      ...proposed(4, 800),
      decided(1, 'EXEMPTION_GRANTED', 100),
      decided(2, 'EXEMPTION_GRANTED', 150),
      decided(3, 'EXEMPTION_REFUSED'),
    );
    const figures = `proposed { cases money } acceptedInFull { cases money } acceptedInPart { cases money }
      refused { cases money }`;
    const { data, errors } = await register.ask(`{
      _entities(representations: [{ __typename: "Province", id: "VN63-10" }, { __typename: "Office", id: "VN63-10-01" },
        { __typename: "Nation", id: "VN" }]) {
        ... on Province { exemptionStatistics(period: { workingYear: 2025 }) { ${figures} } }
        ... on Office { exemptionStatistics(period: { workingYear: 2025 }) { ${figures} } }
        ... on Nation { exemptionStatistics(period: { workingYear: 2026 }) { samePeriodLastYear { ${figures} } } }
      }
      obligation(id: "VN63-10-01.O-2") { exempted outstanding exemptions { outcome proposed granted decidedOn } }
    }`);
    expect(errors).toBeUndefined();
    const expected = {
      proposed: { cases: 4, money: 1_500 },
      acceptedInFull: { cases: 1, money: 100 },
      acceptedInPart: { cases: 1, money: 150 },
      refused: { cases: 1, money: 400 },
    };
    expect(data).toEqual({
      _entities: [
        { exemptionStatistics: expected },
        { exemptionStatistics: expected },
        { exemptionStatistics: { samePeriodLastYear: expected } },
      ],
      obligation: {
        exempted: 150,
        outstanding: 50,
        exemptions: [{ outcome: 'PART', proposed: 200, granted: 150, decidedOn: '2024-12-01' }],
      },
    });
  });
});

describe('a database of before', () => {
  test('gets from its rows what events would have given it', async () => {
    const story = [
      recorded({ amount: 100 }),
      event({ type: 'RECEIPT_RECORDED', amount: 30, occurredOn: '2024-10-05' }),
      event({ type: 'RECEIPT_RECORDED', amount: 20, occurredOn: '2024-10-09' }),
      event({ type: 'REMITTED_TO_BUDGET', amount: 35, occurredOn: '2024-10-10' }),
      recorded({ subject: 'VN63-10-01.O-2', amount: 5 }),
      event({ type: 'ASSET_SEIZED', subject: 'VN63-10-01.A-1', description: 'Nhà' } as Sent),
      event({ type: 'ASSET_APPRAISED', subject: 'VN63-10-01.A-1', amount: 1_000 }),
      ...[1_000, 900, 900].map((startingPrice) =>
        event({ type: 'AUCTION_FAILED', subject: 'VN63-10-01.A-1', startingPrice } as Sent),
      ),
      event({ type: 'ASSET_SEIZED', subject: 'VN63-10-01.A-2', description: 'Xe' } as Sent),
      event({ type: 'ASSET_APPRAISED', subject: 'VN63-10-01.A-2', amount: 1_000 }),
    ];
    const database = await createTestDatabase(recoverySubgraph);
    try {
      const { admin, loader } = database;
      const read = async () => {
        const tables = ['obligation', 'asset', 'receipt', 'distribution'];
        const results = await Promise.all(
          tables.map((table) => admin.query(`select * from recovery.${table} order by id`)),
        );
        return results.map(({ rows }) => rows as unknown[]);
      };
      await loadInBulk(
        loader,
        recoveryRegister,
        ['O-1', 'O-2', 'A-1', 'A-2'].map((id) => story.filter(({ subject }) => subject === `VN63-10-01.${id}`)),
        { submittedBy: 'tester' },
      );
      const before = await read();
      const runner = { query: (sql: string) => admin.query(sql) } as unknown as QueryRunner;
      const migration = new RecoveryLifeCycles1700000005000();
      await migration.down(runner);
      await migration.up(runner);
      expect(await read()).toEqual(before);
    } finally {
      await database.drop();
    }
  });
});
