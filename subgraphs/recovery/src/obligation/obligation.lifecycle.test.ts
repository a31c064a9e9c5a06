import {
  type IsoDate,
  type Totals,
  closing,
  decide,
  evaluate,
  deadlinesOf,
  line,
  movementsBetween,
  addDays,
} from '@thads/shared';
import fc from 'fast-check';
import { STANDING } from '../statistics/recovery.slots';
import { type Sent, START, TODAY, days, histories } from '../testing/histories';
import { periodTotals, totalsThrough } from '../testing/ledger';
import { figuresOf, recount } from '../testing/recount';
import { heldOf, outstandingOf } from './obligation.amounts';
import type { ObligationEntity } from './obligation.entity';
import type { ObligationEvent } from './obligation.event';
import { obligationLifecycle } from './obligation.lifecycle';

const recorded = { type: 'OBLIGATION_RECORDED', category: 'COURT_FEE', amount: 100 } as const;

function eventOf(sent: Sent, subject = 'VN63-10-01.O-1'): ObligationEvent {
  return { id: '', subject, occurredOn: START, ...sent };
}

function submit(state: ObligationEntity | null, sent: Sent) {
  return decide(obligationLifecycle, state, eventOf(sent), TODAY);
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

const receipt = (amount: number, occurredOn: IsoDate = START): Sent => ({
  type: 'RECEIPT_RECORDED',
  amount,
  occurredOn,
});
const remittance = (amount: number, occurredOn: IsoDate = START): Sent => ({
  type: 'REMITTED_TO_BUDGET',
  amount,
  occurredOn,
});
const payment = (amount: number): Sent => ({ type: 'PAID_TO_CREDITOR', amount });
const costs = (amount: number): Sent => ({ type: 'COSTS_DEDUCTED', amount });
const receiptReversed = (number: number, occurredOn: IsoDate = START): Sent => ({
  type: 'RECEIPT_REVERSED',
  receipt: number,
  ground: 'PAID_BY_MISTAKE',
  occurredOn,
});
const distributionReversed = (number: number): Sent => ({
  type: 'DISTRIBUTION_REVERSED',
  distribution: number,
  ground: 'TRANSFER_FAILED',
});
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

  it('is outstanding again when a receipt of what was collected in full is given back', () => {
    const state = after(recorded, receipt(60), receipt(40), receiptReversed(1));
    expect(state).toMatchObject({ state: 'WITH_CONDITIONS', collected: 40, endedOn: null, receiptCount: 2 });
    expect(outstandingOf(state)).toBe(60);
    expect(after(recorded, receipt(30), ended, receiptReversed(1))).toMatchObject({ state: 'ENDED', collected: 0 });
  });

  it('gives back what was handed on only once that has come back, to where it went', () => {
    const distributed = [recorded, receipt(100), remittance(60), payment(40)];
    expect(after(...distributed, distributionReversed(1), distributionReversed(2))).toMatchObject({
      remitted: 0,
      paid: 0,
      distributionCount: 2,
    });
    expect(ruleAgainst(receiptReversed(1), ...distributed, distributionReversed(1))).toBe('AMOUNT_EXCEEDS_HELD');
    const both = [...distributed, distributionReversed(2), distributionReversed(1)];
    expect(after(...both, receiptReversed(1))).toMatchObject({ state: 'WITH_CONDITIONS', collected: 0 });
  });

  it('says of the reversed row on which day it was reversed', () => {
    const reversed = submit(after(recorded, receipt(10), receipt(20)), receiptReversed(2, '2024-11-05'));
    expect(reversed.accepted && reversed.details).toEqual([
      {
        table: 'receipt',
        row: { territory: 10, id: 'VN63-10-01.O-1.2', reversed_on: '2024-11-05' },
        amends: true,
      },
    ]);
  });

  it('notes the list of a remittance', () => {
    const remitted = submit(after(recorded, receipt(10)), { ...remittance(10), remittanceList: 'BK-7' });
    expect(remitted.accepted && remitted.details[0]!.row).toMatchObject({ remittance_list: 'BK-7' });
  });

  it('has to hand on within 10 days what it holds longest: what came in first goes out first', () => {
    const held = [recorded, receipt(30, '2024-10-05'), receipt(20, '2024-10-09')];
    expect(after(recorded).dueOn).toBeNull();
    expect(after(...held).dueOn).toBe('2024-10-15');
    expect(after(...held, remittance(29, '2024-10-10')).dueOn).toBe('2024-10-15');
    expect(after(...held, remittance(30, '2024-10-10')).dueOn).toBe('2024-10-19');
    expect(after(...held, receiptReversed(1, '2024-10-10')).dueOn).toBe('2024-10-19');
    expect(after(...held, remittance(50, '2024-10-10')).dueOn).toBeNull();
  });

  it('tells the time to hand on as a deadline: met in part, running anew for the rest', () => {
    const journal = [recorded, receipt(30, '2024-10-05'), receipt(20, '2024-10-09'), remittance(30, '2024-10-16')];
    const deadlines = deadlinesOf(
      obligationLifecycle,
      journal.map((sent) => eventOf(sent)),
      '2024-10-20',
    );
    expect(deadlines.map(({ dueOn, metOn, status }) => [dueOn, metOn, status])).toEqual([
      ['2024-10-15', '2024-10-16', 'MET_LATE'],
      ['2024-10-19', null, 'OVERDUE'],
    ]);
  });

  it.each<[string, Sent, Sent[]]>([
    ['RECEIPT_UNKNOWN', receiptReversed(1), [recorded]],
    ['RECEIPT_UNKNOWN', receiptReversed(0), [recorded, receipt(1)]],
    ['RECEIPT_UNKNOWN', receiptReversed(2), [recorded, receipt(1)]],
    ['RECEIPT_REVERSED_BEFORE', receiptReversed(1), [recorded, receipt(1), receiptReversed(1)]],
    ['AMOUNT_EXCEEDS_HELD', receiptReversed(1), [recorded, receipt(10), remittance(1)]],
    ['GROUND_UNKNOWN', { ...receiptReversed(1), ground: 'X' }, [recorded, receipt(1)]],
    ['FIELD_MISSING', { type: 'RECEIPT_REVERSED', receipt: 1 }, [recorded, receipt(1)]],
    ['DISTRIBUTION_UNKNOWN', distributionReversed(1), [recorded, receipt(1)]],
    [
      'DISTRIBUTION_REVERSED_BEFORE',
      distributionReversed(1),
      [recorded, receipt(1), payment(1), distributionReversed(1)],
    ],
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

describe('whatever happens to obligations', () => {
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
      fc.property(histories, days, ({ accepted, movements }, day) => {
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
          expect(state.dueOn === null).toBe(heldOf(state) === 0);
          expect(heldOf(state)).toBeGreaterThanOrEqual(0);
          expect(state.remitted + state.paid + state.costs + heldOf(state)).toBe(state.collected);
          expect(state.collected + state.exempted).toBeLessThanOrEqual(state.amount);
        }
      }),
    );
  });

  it('every figure of every period is what a recount of the events gives', () => {
    fc.assert(
      fc.property(histories, days, fc.nat(400), ({ accepted, movements }, from, length) => {
        const through = addDays(from, length);
        expect(figuresOf(periodTotals(movements, from, through))).toEqual(recount(accepted, from, through));
      }),
      { numRuns: 500 },
    );
  });

  it('handled = due + ended, due = with and without conditions, and what is carried forward is carried over', () => {
    fc.assert(
      fc.property(histories, days, fc.nat(300), ({ movements }, from, length) => {
        const through = addDays(from, length);
        const figures = figuresOf(periodTotals(movements, from, through));
        const next = figuresOf(periodTotals(movements, addDays(through, 1), TODAY));
        for (const measure of ['cases', 'money'] as const) {
          const of = (name: keyof typeof figures): number => figures[name][measure];
          expect(of('handled')).toBe(of('carriedOver') + of('newlyRecorded'));
          expect(of('handled')).toBe(of('due') + of('ended'));
          expect(of('due')).toBe(of('withConditions') + of('notYetWithConditions'));
          expect(of('due')).toBe(of('carriedForward') + of('collected'));
          expect(next.carriedOver[measure]).toBe(of('carriedForward'));
        }
      }),
    );
  });

  it('collected never exceeds what is with conditions, nor that what is due; months sum to the period', () => {
    fc.assert(
      fc.property(histories, days, fc.nat(200), fc.nat(200), ({ movements }, from, first, second) => {
        const middle = addDays(from, first);
        const through = addDays(middle, second + 1);
        const whole = figuresOf(periodTotals(movements, from, through));
        const parts = [
          figuresOf(periodTotals(movements, from, middle)),
          figuresOf(periodTotals(movements, addDays(middle, 1), through)),
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
