import { type Movement, addDays, deadlinesOf, decide, evaluate } from '@thads/shared';
import fc from 'fast-check';
import { periodTotals, totalsThrough } from '../testing/ledger';
import { assetLines } from '../statistics/recovery.lines';
import type { AssetEntity } from './asset.entity';
import type { AssetEvent } from './asset.event';
import { assetLifecycle } from './asset.lifecycle';

const TODAY = '2026-09-30';
const START = '2024-10-01';

type Sent = Partial<AssetEvent> & { readonly type: string };

function submit(state: AssetEntity | null, sent: Sent) {
  return decide(assetLifecycle, state, { id: '', subject: 'VN63-10-01.A-1', occurredOn: START, ...sent }, TODAY);
}

/** The asset after events that must all be accepted. */
function after(...events: Sent[]): AssetEntity {
  return events.reduce<AssetEntity | null>((state, event) => {
    const decision = submit(state, event);
    if (!decision.accepted) throw new Error(decision.refusal.message);
    return decision.state;
  }, null)!;
}

function ruleAgainst(event: Sent, ...before: Sent[]): string | null {
  const decision = submit(before.length > 0 ? after(...before) : null, event);
  return decision.accepted ? null : decision.refusal.rule;
}

const seized: Sent = { type: 'ASSET_SEIZED', description: 'House', assetKind: 'REAL_ESTATE', overlays: ['CONVICTS'] };
const appraised: Sent = { type: 'ASSET_APPRAISED', amount: 1_000 };
const failed = (startingPrice: number): Sent => ({ type: 'AUCTION_FAILED', startingPrice });
const sold = (startingPrice: number, amount: number): Sent => ({ type: 'AUCTION_SOLD', startingPrice, amount });
const taken: Sent = { type: 'ASSET_TAKEN_BY_CREDITOR' };
const contracted: Sent = { type: 'AUCTION_CONTRACTED' };
const redeemed: Sent = { type: 'ASSET_REDEEMED' };
const reappraised = (requestedOn: string, occurredOn = requestedOn): Sent => ({
  type: 'ASSET_REAPPRAISED',
  amount: 3_000_000,
  requestedOn,
  occurredOn,
});
const reduced = (startingPrice: number, ground = 'AGREED'): Sent => ({ type: 'PRICE_REDUCED', startingPrice, ground });
const soldDirectly = (ground: string): Sent => ({ type: 'ASSET_SOLD_WITHOUT_AUCTION', amount: 5, ground });
const worth = (amount: number): Sent => ({ type: 'ASSET_APPRAISED', amount });
const released: Sent = { type: 'ASSET_RELEASED' };

describe('a seized asset', () => {
  it('is appraised, offered again at a lower price and sold', () => {
    expect(after(seized, appraised, failed(1_000), sold(900, 950))).toMatchObject({
      state: 'SOLD',
      assetKind: 'REAL_ESTATE',
      overlays: 8,
      appraisedValue: 1_000,
      auctions: 2,
      startingPrice: 900,
      soldFor: 950,
      seizedOn: START,
    });
  });

  it('may be sold in its first round, at its starting price', () => {
    expect(after(seized, appraised, sold(1_000, 1_000)).state).toBe('SOLD');
  });

  it('may be taken by the creditor from the second reduction on', () => {
    expect(ruleAgainst(taken, seized, appraised, failed(1_000), failed(900))).toBe('TOO_FEW_REDUCTIONS');
    expect(after(seized, appraised, failed(1_000), failed(900), failed(800), taken).state).toBe('TAKEN');
  });

  it('may be released while it is not sold', () => {
    for (const before of [[], [appraised], [appraised, failed(1)]]) {
      expect(after(seized, ...before, released).state).toBe('RELEASED');
    }
  });

  it('numbers its auction rounds, with the price of the one that sold', () => {
    const state = after(seized, appraised, failed(1_000));
    const decision = submit(state, sold(900, 950));
    expect(decision.accepted && decision.details).toEqual([
      {
        table: 'auction_round',
        row: {
          territory: 10,
          id: 'VN63-10-01.A-1.2',
          asset_id: 'VN63-10-01.A-1',
          number: 2,
          starting_price: 900,
          sold_price: 950,
          held_on: START,
        },
      },
    ]);
  });

  it('is appraised once more on request within 5 working days: from a Tuesday to the Tuesday after', () => {
    const before = [seized, worth(5_000_000)];
    expect(after(...before, reappraised('2024-10-08'))).toMatchObject({
      appraisedValue: 3_000_000,
      isReappraised: true,
    });
    expect(ruleAgainst(reappraised('2024-10-09'), ...before)).toBe('REQUEST_OUT_OF_TIME');
    expect(ruleAgainst(reappraised('2024-09-30', START), ...before)).toBe('REQUEST_OUT_OF_TIME');
    expect(ruleAgainst(reappraised('2024-10-03', '2024-10-02'), ...before)).toBe('REQUEST_OUT_OF_TIME');
    expect(ruleAgainst(reappraised('2024-10-02'), ...before, reappraised('2024-10-02'))).toBe('REAPPRAISED_BEFORE');
  });

  it('is auctioned from 2 million dong on, and sold without an auction below or when perishable', () => {
    expect(after(seized, worth(2_000_000), contracted).state).toBe('ON_SALE');
    expect(ruleAgainst(contracted, seized, worth(1_999_999))).toBe('NOT_WORTH_AN_AUCTION');
    expect(after(seized, worth(1_999_999), soldDirectly('BELOW_2_MILLION'))).toMatchObject({
      state: 'SOLD',
      soldFor: 5,
    });
    expect(ruleAgainst(soldDirectly('BELOW_2_MILLION'), seized, worth(2_000_000))).toBe('WORTH_AN_AUCTION');
    expect(after(seized, worth(2_000_000), soldDirectly('PERISHABLE')).state).toBe('SOLD');
  });

  it('counts as sold at auction only what had a round', () => {
    const slots = (state: AssetEntity) =>
      assetLifecycle.positions(state)[0]!.placements.map(({ slot, count }) => [slot, count]);
    expect(slots(after(seized, appraised, soldDirectly('PERISHABLE')))).toContainEqual(['AUCTION_SOLD', 0]);
    expect(slots(after(seized, appraised, sold(1, 1)))).toContainEqual(['AUCTION_SOLD', 1]);
  });

  it('is reduced once a failed round, by a tenth of the first price at most', () => {
    const offered = [seized, appraised, failed(1_000)];
    expect(after(...offered, reduced(900))).toMatchObject({ startingPrice: 900, reductions: 1, auctions: 1 });
    expect(ruleAgainst(reduced(899), ...offered)).toBe('REDUCTION_TOO_LARGE');
    expect(ruleAgainst(failed(899), ...offered)).toBe('REDUCTION_TOO_LARGE');
    expect(ruleAgainst(sold(899, 899), ...offered)).toBe('REDUCTION_TOO_LARGE');
    expect(ruleAgainst(reduced(850), ...offered, reduced(900))).toBe('REDUCTION_WITHOUT_ROUND');
    expect(ruleAgainst(failed(850), ...offered, reduced(900))).toBe('REDUCTION_WITHOUT_ROUND');
    expect(after(...offered, reduced(900), failed(900), reduced(800), taken).state).toBe('TAKEN');
    expect(ruleAgainst(reduced(799), ...offered, reduced(900), failed(900))).toBe('REDUCTION_TOO_LARGE');
  });

  it('leaves the parties 10 days to agree before the officer reduces', () => {
    const offered = [seized, appraised, failed(1_000)];
    const onDay = (occurredOn: string): Sent => ({ ...reduced(900, 'NOT_AGREED'), occurredOn });
    expect(ruleAgainst(onDay('2024-10-11'), ...offered)).toBe('PARTIES_MAY_AGREE');
    expect(after(...offered, onDay('2024-10-12')).reductions).toBe(1);
  });

  it('may be redeemed up to one working day before the sale: on a Thursday for a Friday, not for a Saturday on Friday', () => {
    const until = (saleOn: string, occurredOn: string) =>
      ruleAgainst({ ...redeemed, occurredOn }, seized, worth(5_000_000), { ...contracted, saleOn });
    expect(until('2024-10-11', '2024-10-10')).toBeNull();
    expect(until('2024-10-11', '2024-10-11')).toBe('TOO_LATE_TO_REDEEM');
    expect(until('2024-10-14', '2024-10-11')).toBeNull();
    expect(until('2024-10-14', '2024-10-12')).toBeNull();
    expect(until('2024-10-12', '2024-10-11')).toBe('TOO_LATE_TO_REDEEM');
    expect(after(seized, appraised, redeemed).state).toBe('REDEEMED');
    expect(ruleAgainst(redeemed, seized, worth(5_000_000), { ...contracted, saleOn: START }, failed(9))).toBeNull();
  });

  it('has one legal time after the other, and its last day as a field', () => {
    const journal: Sent[] = [
      { ...seized, occurredOn: '2024-10-01' },
      { ...worth(5_000_000), occurredOn: '2024-10-10' },
      { ...contracted, occurredOn: '2024-10-20' },
      { ...failed(5_000_000), occurredOn: '2024-12-05' },
      { ...reduced(4_500_000), occurredOn: '2024-12-10' },
    ];
    const dueDays = journal.map((_event, index) => after(...journal.slice(0, index + 1)).dueOn);
    expect(dueDays).toEqual([null, '2024-10-20', '2024-12-04', '2024-12-15', '2025-01-24']);
    const events = journal.map((sent): AssetEvent => ({
      id: '',
      subject: 'VN63-10-01.A-1',
      occurredOn: START,
      ...sent,
    }));
    const deadlines = deadlinesOf(assetLifecycle, events, '2025-01-24');
    expect(deadlines.map(({ name, dueOn, status }) => [name, dueOn, status])).toEqual([
      ['AUCTION_CONTRACT', '2024-10-20', 'MET'],
      ['SALE', '2024-12-04', 'MET_LATE'],
      ['PRICE_AGREEMENT', '2024-12-15', 'MET'],
      ['SALE', '2025-01-24', 'DUE'],
    ]);
    const movable = after({ ...seized, assetKind: 'MOVABLE' }, worth(5_000_000), contracted);
    expect(movable.dueOn).toBe('2024-10-31');
    for (const last of [sold(4_500_000, 4_500_000), redeemed, released]) {
      expect(after(...journal, { ...last, occurredOn: '2024-12-11' }).dueOn).toBeNull();
    }
  });

  it.each<[string, Sent, Sent[]]>([
    ['SALE_IN_THE_PAST', { ...contracted, saleOn: '2024-09-30' }, [seized, worth(5_000_000)]],
    ['SALE_IN_THE_PAST', { ...reduced(900), saleOn: '2024-09-30' }, [seized, appraised, failed(1_000)]],
    ['PRICE_NOT_REDUCED', reduced(1_000), [seized, appraised, failed(1_000)]],
    ['PRICE_NOT_REDUCED', reduced(1_000), [seized, worth(5_000_000), contracted]],
    ['STARTING_PRICE_RAISED', reduced(1_001), [seized, appraised, failed(1_000)]],
    ['GROUND_UNKNOWN', reduced(900, 'X'), [seized, appraised, failed(1_000)]],
    ['GROUND_UNKNOWN', soldDirectly('X'), [seized, appraised]],
    ['SUBJECT_UNKNOWN', appraised, []],
    ['SUBJECT_EXISTS', seized, [seized]],
    ['FIELD_MISSING', { type: 'ASSET_SEIZED' }, []],
    ['FIELD_MISSING', { type: 'AUCTION_SOLD', amount: 1 }, [seized, appraised]],
    ['FIELD_NOT_ALLOWED', { ...released, amount: 1 }, [seized]],
    ['CASE_MALFORMED', { ...seized, case: 'nope' }, []],
    ['TRANSITION_NOT_ALLOWED', failed(1), [seized]],
    ['TRANSITION_NOT_ALLOWED', taken, [seized, appraised]],
    ['TRANSITION_NOT_ALLOWED', released, [seized, appraised, sold(1, 1)]],
    ['STARTING_PRICE_RAISED', failed(901), [seized, appraised, failed(900)]],
    ['STARTING_PRICE_RAISED', sold(901, 950), [seized, appraised, failed(900)]],
    ['AMOUNT_BELOW_STARTING_PRICE', sold(900, 899), [seized, appraised]],
    ['AMOUNT_NEGATIVE', failed(-1), [seized, appraised]],
  ])('is guarded by %s: %j after %j', (rule, event, before) => {
    expect(ruleAgainst(event, ...before)).toBe(rule);
  });
});

describe('whatever happens to seized assets', () => {
  const eventArbitrary = fc.oneof(
    fc.constantFrom(seized, appraised, taken, released, redeemed, soldDirectly('PERISHABLE')),
    fc.integer({ min: 90, max: 100 }).map(failed),
    fc.tuple(fc.integer({ min: 90, max: 100 }), fc.integer({ min: 90, max: 100 })).map(([a, b]) => sold(a, b)),
  );
  const stepArbitrary = fc.record({ subject: fc.nat(2), days: fc.nat(40), event: eventArbitrary });
  const dayArbitrary = fc.nat(700).map((days) => addDays(START, days));

  const histories = fc.array(stepArbitrary, { maxLength: 40 }).map((steps) => {
    const accepted: AssetEvent[] = [];
    const movements: Movement[] = [];
    const states = new Map<string, AssetEntity>();
    let day = START;
    for (const { subject, days, event } of steps) {
      day = addDays(day, days);
      const id = `VN63-10-01.A-${subject}`;
      const sent: AssetEvent = { id: '', subject: id, occurredOn: day, ...event };
      const decision = decide(assetLifecycle, states.get(id) ?? null, sent, TODAY);
      if (!decision.accepted) continue;
      accepted.push(sent);
      movements.push(...decision.movements);
      states.set(id, decision.state);
    }
    return { accepted, movements, states: [...states.values()] };
  });

  it('every count of every period is what a recount of the events gives', () => {
    fc.assert(
      fc.property(histories, dayArbitrary, fc.nat(400), ({ accepted, movements }, from, length) => {
        const through = addDays(from, length);
        const totals = periodTotals(movements, from, through);
        const happened = (...types: string[]): number =>
          accepted.filter(({ type, occurredOn }) => types.includes(type) && from <= occurredOn && occurredOn <= through)
            .length;
        expect(evaluate(assetLines.assetsSeized, totals).cases).toBe(happened('ASSET_SEIZED'));
        expect(evaluate(assetLines.auctionsHeld, totals).cases).toBe(happened('AUCTION_FAILED', 'AUCTION_SOLD'));
        expect(evaluate(assetLines.auctionsSold, totals).cases).toBe(happened('AUCTION_SOLD'));
      }),
    );
  });

  it('each is counted as seized once, sales never exceed rounds, and nothing is ever negative', () => {
    fc.assert(
      fc.property(histories, dayArbitrary, ({ movements, states }, day) => {
        expect(totalsThrough(movements, TODAY).get('ASSET_SEIZED')?.cases ?? 0).toBe(states.length);
        const totals = totalsThrough(movements, day);
        expect(totals.get('AUCTION_SOLD')?.cases ?? 0).toBeLessThanOrEqual(totals.get('AUCTION_HELD')?.cases ?? 0);
        for (const { cases, money } of totals.values()) {
          expect(cases).toBeGreaterThanOrEqual(0);
          expect(money).toBe(0);
        }
      }),
    );
  });

  it('a price is at most that of the round before, and none is sold below it', () => {
    fc.assert(
      fc.property(histories, ({ accepted, states }) => {
        for (const { id, soldFor, startingPrice } of states) {
          const prices = accepted
            .filter((event) => event.subject === id && event.startingPrice !== undefined)
            .map((event) => event.startingPrice!);
          expect(prices).toEqual(prices.toSorted((a, b) => b - a));
          if (soldFor !== null && prices.length > 0) expect(soldFor).toBeGreaterThanOrEqual(startingPrice!);
        }
      }),
    );
  });
});
