import { decide } from '@thads/shared';
import { outstandingOf } from '../obligation/obligation.amounts';
import type { ObligationEntity } from '../obligation/obligation.entity';
import type { ObligationEvent } from '../obligation/obligation.event';
import { obligationLifecycle } from '../obligation/obligation.lifecycle';

const TODAY = '2026-09-30';
const RECORDED_ON = '2012-03-10';

type Sent = Partial<ObligationEvent> & { readonly type: string };

function submit(state: ObligationEntity | null, sent: Sent) {
  const event: ObligationEvent = { id: '', subject: 'VN63-10-01.O-1', occurredOn: RECORDED_ON, ...sent };
  return decide(obligationLifecycle, state, event, TODAY);
}

function after(...events: Sent[]): ObligationEntity {
  return events.reduce<ObligationEntity | null>((state, event) => {
    const decision = submit(state, event);
    if (!decision.accepted) throw new Error(decision.refusal.message);
    return decision.state;
  }, null)!;
}

function outcome(event: Sent, ...before: Sent[]): string {
  const decision = submit(after(...before), event);
  return decision.accepted ? 'ACCEPTED' : decision.refusal.rule;
}

const owed = (amount: number, category: ObligationEvent['category'] = 'FINE'): Sent => ({
  type: 'OBLIGATION_RECORDED',
  amount,
  category,
});
const paid = (amount: number): Sent => ({ type: 'RECEIPT_RECORDED', amount });
const proposed = (exemptionKind: 'WAIVER' | 'REDUCTION', amount: number, occurredOn: string): Sent => ({
  type: 'EXEMPTION_PROPOSED',
  exemptionKind,
  amount,
  occurredOn,
  ground: 'NOTHING_TO_ENFORCE',
});
const decided = (type: string, occurredOn: string, amount?: number): Sent => ({
  type,
  occurredOn,
  amount,
  decisionNumber: 'QĐ-1',
});
const granted = (amount: number, occurredOn: string): Sent => decided('EXEMPTION_GRANTED', occurredOn, amount);
const reduced = (amount: number, occurredOn: string): Sent => decided('REDUCTION_GRANTED', occurredOn, amount);
const refused = (occurredOn: string): Sent => decided('EXEMPTION_REFUSED', occurredOn);

const AFTER_5 = '2017-03-10';
const AFTER_10 = '2022-03-10';
const M = 1_000_000;

describe('a proposal to waive or reduce', () => {
  it.each<[string, string, Sent, Sent[]]>([
    ['ACCEPTED', 'the smallest sums after 5 years', proposed('WAIVER', 2 * M - 1, AFTER_5), [owed(2 * M - 1)]],
    ['EXEMPTION_TOO_EARLY', 'a day before', proposed('WAIVER', 2 * M - 1, '2017-03-09'), [owed(2 * M - 1)]],
    ['EXEMPTION_TOO_EARLY', 'from 2 million after 5 years', proposed('WAIVER', 2 * M, AFTER_5), [owed(2 * M)]],
    ['ACCEPTED', 'from 2 million after 10 years', proposed('WAIVER', 2 * M, AFTER_10), [owed(2 * M)]],
    ['ACCEPTED', 'below 5 million after 10 years', proposed('WAIVER', 5 * M - 1, AFTER_10), [owed(5 * M - 1)]],
    ['EXEMPTION_TOO_EARLY', 'a day before 10 years', proposed('WAIVER', 2 * M, '2022-03-09'), [owed(2 * M)]],
    ['EXEMPTION_AMOUNT_OUT_OF_RANGE', '5 million', proposed('WAIVER', 5 * M, AFTER_10), [owed(5 * M)]],
    [
      'ACCEPTED',
      'below 5 million left after 5 years',
      proposed('WAIVER', 5 * M - 1, AFTER_5),
      [owed(6 * M), paid(M + 1)],
    ],
    ['EXEMPTION_TOO_EARLY', '5 million left, 5 years', proposed('WAIVER', 5 * M, AFTER_5), [owed(6 * M), paid(M)]],
    ['ACCEPTED', '5 million left after 10 years', proposed('WAIVER', 5 * M, AFTER_10), [owed(6 * M), paid(M)]],
    ['ACCEPTED', 'a fiftieth paid', proposed('WAIVER', 4.9 * M, AFTER_5), [owed(5 * M), paid(100_000)]],
    [
      'EXEMPTION_TOO_EARLY',
      'less than a fiftieth paid',
      proposed('WAIVER', 4.9 * M + 1, AFTER_5),
      [owed(5 * M), paid(99_999)],
    ],
    ['AMOUNT_NOT_THE_REST', 'a waiver of a part', proposed('WAIVER', M, AFTER_5), [owed(M + 1)]],
    ['ACCEPTED', 'a quarter of 10 million', proposed('REDUCTION', 2.5 * M, AFTER_5), [owed(11 * M), paid(M)]],
    [
      'REDUCTION_TOO_LARGE',
      'more than a quarter',
      proposed('REDUCTION', 2.5 * M + 1, AFTER_5),
      [owed(11 * M), paid(M)],
    ],
    ['ACCEPTED', 'a quarter of 100 million', proposed('REDUCTION', 25 * M, AFTER_5), [owed(110 * M), paid(10 * M)]],
    [
      'EXEMPTION_TOO_EARLY',
      'more than 100 million after 5 years',
      proposed('REDUCTION', M, AFTER_5),
      [owed(110 * M), paid(10 * M - 1)],
    ],
    ['ACCEPTED', 'a fifth after 10 years', proposed('REDUCTION', 40 * M, AFTER_10), [owed(210 * M), paid(10 * M)]],
    ['REDUCTION_TOO_LARGE', 'over a fifth', proposed('REDUCTION', 40 * M + 1, AFTER_10), [owed(210 * M), paid(10 * M)]],
    ['ACCEPTED', '50 million at most', proposed('REDUCTION', 50 * M, AFTER_10), [owed(999 * M), paid(99 * M)]],
    ['REDUCTION_TOO_LARGE', 'over 50', proposed('REDUCTION', 50 * M + 1, AFTER_10), [owed(999 * M), paid(99 * M)]],
    ['EXEMPTION_AMOUNT_OUT_OF_RANGE', 'nothing paid', proposed('REDUCTION', M, AFTER_10), [owed(20 * M)]],
    ['EXEMPTION_AMOUNT_OUT_OF_RANGE', 'below 10 million', proposed('REDUCTION', M, AFTER_10), [owed(10 * M), paid(M)]],
    ['AMOUNT_ZERO', 'nothing', proposed('REDUCTION', 0, AFTER_5), [owed(11 * M), paid(M)]],
    ['NOT_OWED_TO_BUDGET', 'a bank', proposed('WAIVER', M, AFTER_5), [owed(M, 'CREDIT_CONTRACT')]],
    [
      'ACCEPTED',
      'counted from the first decision elsewhere',
      { ...proposed('WAIVER', M, '2013-01-01'), firstDecisionOn: '2008-01-01' },
      [owed(M)],
    ],
    [
      'ACCEPTED',
      'great merit, at any time',
      { ...proposed('WAIVER', 49 * M, RECORDED_ON), ground: 'GREAT_MERIT' },
      [owed(50 * M), paid(M)],
    ],
    [
      'EXEMPTION_GROUND_NOT_APPLICABLE',
      'hardship, nothing paid',
      { ...proposed('WAIVER', 50 * M, RECORDED_ON), ground: 'HARDSHIP' },
      [owed(50 * M)],
    ],
    [
      'EXEMPTION_GROUND_NOT_APPLICABLE',
      'hardship, other than a fee or fine',
      { ...proposed('WAIVER', 49 * M, RECORDED_ON), ground: 'HARDSHIP' },
      [owed(50 * M, 'CONFISCATION'), paid(M)],
    ],
    ['GROUND_UNKNOWN', 'any ground', { ...proposed('WAIVER', M, AFTER_5), ground: 'art. 61' }, [owed(M)]],
    [
      'FIELD_MISSING',
      'without what is asked for',
      { ...proposed('WAIVER', M, AFTER_5), exemptionKind: null },
      [owed(M)],
    ],
    ['EXEMPTION_PENDING', 'twice', proposed('WAIVER', M, AFTER_5), [owed(M), proposed('WAIVER', M, AFTER_5)]],
  ])('is %s: %s', (expected, _what, event, before) => {
    expect(outcome(event, ...before)).toBe(expected);
  });

  it('is granted once a year', () => {
    const before = [owed(210 * M), paid(10 * M), proposed('REDUCTION', M, AFTER_10), reduced(M, '2022-05-05')];
    expect(outcome(proposed('REDUCTION', M, '2023-05-04'), ...before)).toBe('EXEMPTION_ONCE_A_YEAR');
    expect(outcome(proposed('REDUCTION', M, '2023-05-05'), ...before)).toBe('ACCEPTED');
    const byMerit = [
      owed(210 * M),
      paid(10 * M),
      { ...proposed('WAIVER', 200 * M, '2022-05-05'), ground: 'GREAT_MERIT' },
      granted(M, '2022-05-05'),
    ];
    expect(outcome(proposed('REDUCTION', M, '2022-05-05'), ...byMerit)).toBe('ACCEPTED');
    const refusedBefore = [...before.slice(0, 3), refused('2022-05-05')];
    expect(outcome(proposed('REDUCTION', M, '2022-05-05'), ...refusedBefore)).toBe('ACCEPTED');
  });
});

describe('the decision of the court', () => {
  const small = [owed(2 * M), paid(M), proposed('WAIVER', M, AFTER_5)];
  const large = [owed(110 * M), paid(10 * M), proposed('REDUCTION', 20 * M, AFTER_5)];

  it('in full waives the rest: the obligation has ended', () => {
    const state = after(...small, granted(M, '2017-04-01'));
    expect(state).toMatchObject({ state: 'ENDED', exempted: M, endedOn: '2017-04-01', collected: M });
    expect(state.exemptions).toEqual([
      {
        kind: 'WAIVER',
        ground: 'NOTHING_TO_ENFORCE',
        proposedOn: AFTER_5,
        proposed: M,
        outcome: 'ACCEPTED',
        granted: M,
        decidedOn: '2017-04-01',
        decisionNumber: 'QĐ-1',
      },
    ]);
  });

  it('in part leaves the rest to be collected', () => {
    const state = after(...small, granted(M - 1, '2017-04-01'));
    expect(state).toMatchObject({ state: 'WITH_CONDITIONS', exempted: M - 1 });
    expect(state.exemptions[0]!.outcome).toBe('PART');
    expect(outstandingOf(state)).toBe(1);
    expect(after(...small, granted(M - 1, '2017-04-01'), { ...paid(1), occurredOn: '2017-05-01' }).state).toBe(
      'COLLECTED',
    );
  });

  it('reduces what is left', () => {
    const state = after(...large, reduced(20 * M, '2017-04-01'));
    expect(outstandingOf(state)).toBe(80 * M);
    expect(state.exemptions[0]!.outcome).toBe('ACCEPTED');
  });

  it('refuses, whatever became of the obligation in the meantime', () => {
    for (const meantime of [
      { ...paid(M), occurredOn: AFTER_5 },
      { type: 'OBLIGATION_ENDED', ground: 'art. 50', occurredOn: AFTER_5 },
    ]) {
      const state = after(...small, meantime, refused('2017-04-01'));
      expect(state).toMatchObject({ exempted: 0, exemptions: [{ outcome: 'REFUSED', granted: 0 }] });
    }
  });

  it.each<[string, Sent, Sent[]]>([
    ['NO_EXEMPTION_PENDING', granted(M, AFTER_5), [owed(M)]],
    ['NO_EXEMPTION_PENDING', refused(AFTER_5), [owed(M)]],
    ['NO_EXEMPTION_PENDING', reduced(M, AFTER_5), small],
    ['NO_EXEMPTION_PENDING', granted(M, AFTER_5), large],
    ['NO_EXEMPTION_PENDING', refused('2017-04-02'), [...small, refused('2017-04-01')]],
    ['AMOUNT_EXCEEDS_PROPOSED', granted(M + 1, AFTER_5), small],
    ['AMOUNT_EXCEEDS_PROPOSED', granted(0, AFTER_5), small],
    ['AMOUNT_EXCEEDS_PROPOSED', granted(M, AFTER_5), [...small, { ...paid(1), occurredOn: AFTER_5 }]],
    ['FIELD_MISSING', { ...granted(M, AFTER_5), decisionNumber: null }, small],
  ])('is guarded by %s: %j', (rule, event, before) => {
    expect(outcome(event, ...before)).toBe(rule);
  });

  it('moves what is taken off out of what is due, and counts the file by its outcome', () => {
    const decision = submit(after(...large), reduced(5 * M, '2017-04-01'));
    const moved = decision.accepted && decision.movements.map(({ slot, count, money }) => [slot, count, money]);
    expect(moved).toEqual([
      ['OUTSTANDING_WITH_CONDITIONS', 0, -5 * M],
      ['ENDED', 0, 5 * M],
      ['EXEMPTION_PART', 1, 5 * M],
    ]);
  });
});
