import {
  type Amount,
  type IsoDate,
  type Movement,
  type PeriodTotals,
  type Totals,
  addDays,
  closing,
  decide,
  evaluate,
  line,
  movementsBetween,
} from '@thads/shared';
import fc from 'fast-check';
import { periodTotals, totalsThrough } from '../statistics/ledger.fixture';
import { recoveryLines } from '../statistics/recovery.lines';
import { STANDING } from '../statistics/recovery.slots';
import { heldOf, outstandingOf } from './obligation.amounts';
import type { ObligationEntity } from './obligation.entity';
import type { ObligationEvent } from './obligation.event';
import { obligationLifecycle } from './obligation.lifecycle';

const TODAY = '2026-09-30';
const START = '2024-10-01';

const recorded = { type: 'OBLIGATION_RECORDED', category: 'COURT_FEE', amount: 100 } as const;

type Sent = Partial<ObligationEvent> & { readonly type: string };

function submit(state: ObligationEntity | null, sent: Sent, subject = 'VN63-10-01.O-1') {
  const event: ObligationEvent = { id: '', subject, occurredOn: START, ...sent };
  return decide(obligationLifecycle, state, event, TODAY);
}

/** The obligation after events that must all be accepted. */
function after(...events: Sent[]): ObligationEntity {
  return events.reduce<ObligationEntity | null>((state, event) => {
    const decision = submit(state, event);
    if (!decision.accepted) throw new Error(decision.refusal.message);
    return decision.state;
  }, null)!;
}

function ruleAgainst(event: Sent, ...before: Sent[]): string | null {
  const decision = submit(before.length > 0 ? after(...before) : null, event);
  return decision.accepted ? null : decision.refusal.rule;
}

const receipt = (amount: number): Sent => ({ type: 'RECEIPT_RECORDED', amount });
const remittance = (amount: number): Sent => ({ type: 'REMITTED_TO_BUDGET', amount });
const payment = (amount: number): Sent => ({ type: 'PAID_TO_CREDITOR', amount });
const costs = (amount: number): Sent => ({ type: 'COSTS_DEDUCTED', amount });
const noConditions: Sent = { type: 'OBLIGATION_NOT_YET_WITH_CONDITIONS' };
const conditionsBack: Sent = { type: 'OBLIGATION_WITH_CONDITIONS' };
const ended: Sent = { type: 'OBLIGATION_ENDED', ground: 'art. 50' };

describe('an obligation', () => {
  it('is with conditions when recorded, and keeps what it was recorded with', () => {
    expect(after({ ...recorded, overlays: ['STATE_BUDGET'], case: 'VN63-10-01.C-7' })).toMatchObject({
      state: 'WITH_CONDITIONS',
      category: 'COURT_FEE',
      amount: 100,
      overlays: 4,
      caseId: 'VN63-10-01.C-7',
      recordedOn: START,
    });
  });

  it('stays open while a part is collected and is collected with the last dong', () => {
    const part = after(recorded, receipt(99));
    expect(part).toMatchObject({ state: 'WITH_CONDITIONS', collected: 99, endedOn: null });
    expect(after(recorded, receipt(99), receipt(1))).toMatchObject({
      state: 'COLLECTED',
      collected: 100,
      endedOn: START,
    });
  });

  it('goes between having conditions and not', () => {
    expect(after(recorded, noConditions).state).toBe('NO_CONDITIONS');
    expect(after(recorded, noConditions, conditionsBack).state).toBe('WITH_CONDITIONS');
  });

  it('owes nothing any more once it has ended', () => {
    expect(outstandingOf(after(recorded, receipt(30)))).toBe(70);
    expect(outstandingOf(after(recorded, receipt(30), ended))).toBe(0);
  });

  it('distributes to the last dong what it holds', () => {
    const state = after(recorded, receipt(100), remittance(60), payment(30), costs(10));
    expect(state).toMatchObject({ state: 'COLLECTED', remitted: 60, paid: 30, costs: 10, distributionCount: 3 });
    expect(heldOf(state)).toBe(0);
  });

  it('numbers its receipts and its distributions, each from 1', () => {
    const state = after(recorded, receipt(10), remittance(4));
    const second = submit(state, { ...receipt(20), payer: 'A', electronic: true });
    expect(second.accepted && second.details).toEqual([
      {
        table: 'receipt',
        row: expect.objectContaining({ id: 'VN63-10-01.O-1.2', number: 2, amount: 20, payer: 'A', electronic: true }),
      },
    ]);
    const paid = submit(state, payment(6));
    expect(paid.accepted && paid.details).toEqual([
      { table: 'distribution', row: expect.objectContaining({ id: 'VN63-10-01.O-1.2', kind: 'PAID', amount: 6 }) },
    ]);
  });

  it.each<[string, Sent, Sent[]]>([
    ['SUBJECT_UNKNOWN', receipt(1), []],
    ['SUBJECT_EXISTS', recorded, [recorded]],
    ['FIELD_MISSING', { type: 'OBLIGATION_RECORDED', amount: 1 }, []],
    ['FIELD_MISSING', { type: 'OBLIGATION_ENDED' }, [recorded]],
    ['FIELD_NOT_ALLOWED', { ...remittance(1), payer: 'A' }, [recorded, receipt(1)]],
    ['CASE_MALFORMED', { ...recorded, case: 'C-7' }, []],
    ['AMOUNT_ZERO', { ...recorded, amount: 0 }, []],
    ['AMOUNT_ZERO', receipt(0), [recorded]],
    ['AMOUNT_ZERO', payment(0), [recorded, receipt(1)]],
    ['AMOUNT_NEGATIVE', receipt(-1), [recorded]],
    ['AMOUNT_EXCEEDS_OUTSTANDING', receipt(101), [recorded]],
    ['AMOUNT_EXCEEDS_OUTSTANDING', receipt(51), [recorded, receipt(50)]],
    ['AMOUNT_EXCEEDS_HELD', remittance(1), [recorded]],
    ['AMOUNT_EXCEEDS_HELD', payment(5), [recorded, receipt(10), remittance(3), costs(3)]],
    ['TRANSITION_NOT_ALLOWED', receipt(1), [recorded, noConditions]],
    ['TRANSITION_NOT_ALLOWED', receipt(1), [recorded, receipt(100)]],
    ['TRANSITION_NOT_ALLOWED', conditionsBack, [recorded]],
    ['TRANSITION_NOT_ALLOWED', ended, [recorded, receipt(100)]],
    ['TRANSITION_NOT_ALLOWED', ended, [recorded, ended]],
    ['DATE_RUNS_BACKWARDS', { ...receipt(1), occurredOn: '2024-09-30' }, [recorded]],
  ])('is guarded by %s: %j after %j', (rule, event, before) => {
    expect(ruleAgainst(event, ...before)).toBe(rule);
  });

  it('names the article in force on the day of a refused event', () => {
    const refusalOn = (occurredOn: IsoDate) => {
      const decision = submit(after(recorded), { ...receipt(101), occurredOn });
      return decision.accepted ? null : decision.refusal.legalBasis;
    };
    expect(refusalOn('2026-06-30')).toBe('Circular 04/2023 art. 17');
    expect(refusalOn('2026-07-01')).toBe('Decree 152/2026 art. 50');
  });
});

/** A step of a random history: after so many days, an event about one of three obligations. */
interface Step {
  readonly subject: number;
  readonly days: number;
  readonly event: Sent;
}

const stepArbitrary: fc.Arbitrary<Step> = fc.record({
  subject: fc.nat(2),
  days: fc.nat(40),
  event: fc.oneof(
    fc.integer({ min: 1, max: 60 }).map((amount): Sent => ({ ...recorded, amount })),
    ...[receipt, receipt, remittance, payment, costs].map((make) => fc.nat(40).map(make)),
    fc.constantFrom(noConditions, conditionsBack, ended),
  ),
});

const dayArbitrary = fc.nat(700).map((days) => addDays(START, days));

interface History {
  readonly accepted: readonly ObligationEvent[];
  readonly movements: readonly Movement[];
  readonly states: readonly ObligationEntity[];
}

function play(steps: readonly Step[]): History {
  const accepted: ObligationEvent[] = [];
  const movements: Movement[] = [];
  const states = new Map<string, ObligationEntity>();
  let day = START;
  for (const { subject, days, event } of steps) {
    day = addDays(day, days);
    const id = `VN63-10-01.O-${subject}`;
    const sent: ObligationEvent = { id: '', subject: id, occurredOn: day, ...event };
    const decision = decide(obligationLifecycle, states.get(id) ?? null, sent, TODAY);
    if (!decision.accepted) continue;
    accepted.push(sent);
    movements.push(...decision.movements);
    states.set(id, decision.state);
  }
  return { accepted, movements, states: [...states.values()] };
}

/** The facts of one obligation as they stood at the end of a day, counted from its accepted events alone. */
function factsOn(events: readonly ObligationEvent[], day: IsoDate) {
  const until = events.filter(({ occurredOn }) => occurredOn <= day);
  const sum = (type: string): number =>
    until.filter((event) => event.type === type).reduce((total, { amount }) => total + amount!, 0);
  const owed = sum('OBLIGATION_RECORDED');
  const collected = sum('RECEIPT_RECORDED');
  const isOpen = until.length > 0 && collected < owed && !until.some(({ type }) => type === 'OBLIGATION_ENDED');
  const lastVerdict = until.filter(({ type }) => type.endsWith('WITH_CONDITIONS')).at(-1)?.type;
  return {
    known: until.length > 0,
    owed,
    collected,
    remitted: sum('REMITTED_TO_BUDGET'),
    paid: sum('PAID_TO_CREDITOR'),
    costs: sum('COSTS_DEDUCTED'),
    isOpen,
    hasConditions: lastVerdict !== 'OBLIGATION_NOT_YET_WITH_CONDITIONS',
    isCollected: owed > 0 && collected === owed,
  };
}

type Facts = ReturnType<typeof factsOn>;

function recount(accepted: readonly ObligationEvent[], from: IsoDate, through: IsoDate) {
  const subjects = [...new Set(accepted.map(({ subject }) => subject))];
  const pairs = subjects.map((subject) => {
    const own = accepted.filter((event) => event.subject === subject);
    return { before: factsOn(own, addDays(from, -1)), end: factsOn(own, through) };
  });
  const total = (part: (before: Facts, end: Facts) => Amount): Amount =>
    pairs
      .map(({ before, end }) => part(before, end))
      .reduce((a, b) => ({ cases: a.cases + b.cases, money: a.money + b.money }), { cases: 0, money: 0 });
  const collected = (before: Facts, end: Facts): Amount => ({
    cases: end.isCollected && !before.isCollected ? 1 : 0,
    money: end.collected - before.collected,
  });
  const plus = (a: Amount, stands: boolean, { owed, collected: had }: Facts): Amount =>
    stands ? { cases: a.cases + 1, money: a.money + owed - had } : a;
  const distributed = (kind: 'remitted' | 'paid' | 'costs') =>
    total((before, end) => ({
      cases: end[kind] > 0 && before[kind] === 0 ? 1 : 0,
      money: end[kind] - before[kind],
    }));
  return {
    due: total((before, end) => plus(collected(before, end), end.isOpen, end)),
    withConditions: total((before, end) => plus(collected(before, end), end.isOpen && end.hasConditions, end)),
    collected: total(collected),
    remittedToBudget: distributed('remitted'),
    paidToCreditors: distributed('paid'),
    costsDeducted: distributed('costs'),
  };
}

function evaluateAll(totals: PeriodTotals): Record<keyof typeof recoveryLines, Amount> {
  return {
    due: evaluate(recoveryLines.due, totals),
    withConditions: evaluate(recoveryLines.withConditions, totals),
    collected: evaluate(recoveryLines.collected, totals),
    remittedToBudget: evaluate(recoveryLines.remittedToBudget, totals),
    paidToCreditors: evaluate(recoveryLines.paidToCreditors, totals),
    costsDeducted: evaluate(recoveryLines.costsDeducted, totals),
  };
}

describe('whatever happens to obligations', () => {
  const histories = fc.array(stepArbitrary, { maxLength: 40 }).map(play);

  it('their movements add up to where they stand at the end', () => {
    const nonZero = (totals: Totals) =>
      new Map([...totals].filter(([, { cases, money }]) => cases !== 0 || money !== 0));
    fc.assert(
      fc.property(histories, ({ movements, states }) => {
        const standing = states.flatMap((state) => movementsBetween([], obligationLifecycle.positions(state), TODAY));
        expect(nonZero(totalsThrough(movements, TODAY))).toEqual(nonZero(totalsThrough(standing, TODAY)));
      }),
    );
  });

  it('each holds exactly one place, with all its money, on every day, and nothing is ever negative', () => {
    fc.assert(
      fc.property(histories, dayArbitrary, ({ accepted, movements }, day) => {
        const totals = totalsThrough(movements, day);
        const opened = accepted.filter((event) => event.type === 'OBLIGATION_RECORDED' && event.occurredOn <= day);
        const standing = evaluate(line(...closing(...STANDING)), { opening: totals, closing: totals });
        expect(standing).toEqual({
          cases: opened.length,
          money: opened.reduce((sum, { amount }) => sum + amount!, 0),
        });
        for (const { cases, money } of totals.values()) {
          expect(cases).toBeGreaterThanOrEqual(0);
          expect(money).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('collected = remitted + paid + costs + held, in every state', () => {
    fc.assert(
      fc.property(histories, ({ states }) => {
        for (const state of states) {
          expect(heldOf(state)).toBeGreaterThanOrEqual(0);
          expect(state.remitted + state.paid + state.costs + heldOf(state)).toBe(state.collected);
          expect(state.collected).toBeLessThanOrEqual(state.amount);
        }
      }),
    );
  });

  it('every figure of every period is what a recount of the events gives', () => {
    fc.assert(
      fc.property(histories, dayArbitrary, fc.nat(400), ({ accepted, movements }, from, length) => {
        const through = addDays(from, length);
        expect(evaluateAll(periodTotals(movements, from, through))).toEqual(recount(accepted, from, through));
      }),
      { numRuns: 500 },
    );
  });

  it('collected never exceeds what is with conditions, nor that what is due; months sum to the period', () => {
    fc.assert(
      fc.property(histories, dayArbitrary, fc.nat(200), fc.nat(200), ({ movements }, from, first, second) => {
        const middle = addDays(from, first);
        const through = addDays(middle, second + 1);
        const whole = evaluateAll(periodTotals(movements, from, through));
        const parts = [
          evaluateAll(periodTotals(movements, from, middle)),
          evaluateAll(periodTotals(movements, addDays(middle, 1), through)),
        ] as const;
        for (const measure of ['cases', 'money'] as const) {
          expect(whole.collected[measure]).toBeLessThanOrEqual(whole.withConditions[measure]);
          expect(whole.withConditions[measure]).toBeLessThanOrEqual(whole.due[measure]);
          expect(parts[0].collected[measure] + parts[1].collected[measure]).toBe(whole.collected[measure]);
        }
      }),
    );
  });
});
