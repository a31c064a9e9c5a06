import { type Decision, decide, eventsFrom, requiredFields } from '@thads/shared';
import { formalities } from '../testing/formalities';
import type { CaseEntity } from './case.entity';
import { CaseState } from './case.enums';
import type { CaseEvent } from './case.event';
import { caseLifecycle } from './case.lifecycle';

const TODAY = '2029-06-30';
const ID = 'VN63-10-01.C-1';
const EVENTS = [...new Set(caseLifecycle.transitions.map(({ event }) => event))];
const STATES = Object.values(CaseState).filter((state) => state !== 'VOID');

let made = 0;
function event(type: string, occurredOn: string, fields: Partial<CaseEvent> = {}): CaseEvent {
  made += 1;
  const id = `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`;
  return { id, subject: ID, type, occurredOn, ...formalities(type), ...fields };
}

/** A case in a state, with whatever a guard might look at such that nothing is against any event. */
function inState(state: string, fields: Partial<CaseEntity> = {}): CaseEntity {
  return {
    ...caseLifecycle.initial,
    territory: 10,
    id: ID,
    office: 1001,
    state,
    version: 3,
    lastEventOn: '2026-07-06',
    kind: 'CIVIL',
    initiation: 'EX_OFFICIO',
    amount: 10_000_000,
    collected: 4_000_000,
    paid: 1_000_000,
    decidedOn: '2021-01-04',
    receivedOn: '2021-01-04',
    noConditionsOn: '2022-01-03',
    noConditionsGround: 'NO_INCOME_NO_ASSETS',
    reverifications: 2,
    coercions: 1,
    coercionsWithForces: 1,
    assetPrice: 3_000_000,
    assetFirstPrice: 3_000_000,
    priceReductions: 2,
    returnState: 'VERIFYING',
    ...fields,
  } as CaseEntity;
}

const GIVEN: Readonly<Record<string, unknown>> = {
  kind: 'CIVIL',
  initiation: 'ON_REQUEST',
  amount: 2_800_000,
  officer: 'VN63-10-01.CHV-1',
  coercionMeasure: 'SEIZURE_OF_ASSETS',
  toOffice: 'VN63-01-01',
  plannedFor: '2026-09-01',
};

/** Decides on an event with every field that the table asks for. */
function take(type: string, state: CaseEntity | null, fields: Partial<CaseEvent> = {}): Decision<CaseEntity> {
  const row = caseLifecycle.transitions.find(
    (one) => one.event === type && (state ? one.from.includes(state.state) : one.from.length === 0),
  );
  const needed = Object.fromEntries(
    requiredFields(row ?? { event: type, from: [] }).map((name) => [name, GIVEN[name]]),
  );
  return decide(caseLifecycle, state, event(type, '2026-07-06', { ...needed, ...formalities(type), ...fields }), TODAY);
}

const ruleOf = (decision: Decision<CaseEntity>): string | null =>
  decision.accepted ? null : `${decision.refusal.rule} ${decision.refusal.field ?? ''}`.trim();

/** What the law had to say of a day before the last one of a case in these tests. */
const WITHDRAWN = 'WITHDRAWN_UPWARD';

describe.each(STATES)('a case that is %s', (state) => {
  const legal = eventsFrom(caseLifecycle, state);

  test.each(EVENTS)('takes %s as the table says, and nothing else', (type) => {
    const initiation = type === 'REQUEST_FILED' || type === 'REQUEST_RETURNED' ? 'ON_REQUEST' : 'EX_OFFICIO';
    const before = inState(state, { initiation });
    const copy = structuredClone(before);
    const decision = take(type, before);
    expect(before).toEqual(copy);
    if (!legal.includes(type)) {
      const opens = caseLifecycle.transitions
        .filter((row) => row.event === type)
        .every(({ from }) => from.length === 0);
      expect(ruleOf(decision)).toBe(opens ? 'SUBJECT_EXISTS subject' : 'TRANSITION_NOT_ALLOWED type');
      return;
    }
    if (type === WITHDRAWN) return expect(ruleOf(decision)).toBe('WITHDRAWAL_ENDED occurredOn');
    expect(ruleOf(decision)).toBe(null);
    const row = caseLifecycle.transitions.find((one) => one.event === type && one.from.includes(state))!;
    if (decision.accepted && row.to !== 'SAME') expect(decision.state.state).toBe(row.to);
    expect(decision).toMatchObject({ state: { version: 4, lastEventOn: '2026-07-06' } });
  });
});

test('the table has every step of the procedure, 1 to 39', () => {
  const rows = caseLifecycle.transitions.flatMap((row) => row.rows ?? []);
  expect([...new Set(rows)].map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: 39 }, (_, nth) => nth + 1));
});

test.each(caseLifecycle.transitions.filter(({ isDecision }) => isDecision).map((row) => [row.event, row] as const))(
  '%s is a decision: without a number it is refused',
  (type, row) => {
    const state = row.from.length === 0 ? null : inState(row.from[0]!);
    expect(ruleOf(take(type, state, { decisionNumber: null }))).toBe('FIELD_MISSING decisionNumber');
  },
);

test.each(caseLifecycle.transitions.filter(({ grounds }) => grounds).map((row) => [row.event, row] as const))(
  '%s knows its grounds: another is refused, and named which there are',
  (type, row) => {
    const decision = take(type, inState(row.from[0]!), { ground: 'BECAUSE' });
    expect(decision).toMatchObject({
      refusal: { rule: 'GROUND_UNKNOWN', field: 'ground', allowed: Object.keys(row.grounds!).join(', ') },
    });
  },
);

/** Each guard at its boundary: the value that just passes, and the one that just does not. */
const BOUNDARIES: readonly {
  readonly rule: string;
  readonly type: string;
  readonly state: CaseEntity | null;
  readonly passes: Partial<CaseEvent>;
  readonly fails: Partial<CaseEvent>;
  readonly failsIn?: CaseEntity;
}[] = [
  {
    rule: 'AMOUNT_EXCEEDS_OUTSTANDING amount',
    type: 'MONEY_PAID',
    state: inState('WITH_CONDITIONS'),
    passes: { amount: 9_000_000 },
    fails: { amount: 9_000_001 },
  },
  {
    rule: 'AMOUNT_EXCEEDS_COLLECTED amount',
    type: 'MONEY_PAID',
    state: inState('COLLECTED'),
    passes: { amount: 3_000_000 },
    fails: { amount: 3_000_001 },
  },
  {
    rule: 'AMOUNT_EXCEEDS_OUTSTANDING amount',
    type: 'MONEY_COLLECTED',
    state: inState('COERCING'),
    passes: { amount: 6_000_000 },
    fails: { amount: 6_000_001 },
  },
  {
    rule: 'NOT_A_PART amount',
    type: 'TERMINATED_IN_PART',
    state: inState('WITH_CONDITIONS'),
    passes: { amount: 5_999_999 },
    fails: { amount: 6_000_000 },
  },
  {
    rule: 'REQUEST_OUT_OF_TIME',
    type: 'DECISION_ISSUED',
    state: inState('REQUESTED', { initiation: 'ON_REQUEST', effectiveOn: '2021-07-01', receivedOn: '2026-07-01' }),
    passes: {},
    fails: {},
    failsIn: inState('REQUESTED', { initiation: 'ON_REQUEST', effectiveOn: '2021-06-30', receivedOn: '2026-07-01' }),
  },
  {
    rule: 'REQUEST_MISSING type',
    type: 'DECISION_ISSUED',
    state: inState('RECEIVED'),
    passes: {},
    fails: {},
    failsIn: inState('RECEIVED', { initiation: 'ON_REQUEST' }),
  },
  {
    rule: 'TOO_EARLY occurredOn',
    type: 'MOVED_TO_SEPARATE_BOOK',
    state: inState('NO_CONDITIONS', { noConditionsOn: '2024-07-06' }),
    passes: {},
    fails: {},
    failsIn: inState('NO_CONDITIONS', { noConditionsOn: '2024-07-07' }),
  },
  {
    rule: 'NOT_EX_OFFICIO',
    type: 'MOVED_TO_SEPARATE_BOOK',
    state: inState('NO_CONDITIONS'),
    passes: {},
    fails: {},
    failsIn: inState('NO_CONDITIONS', { initiation: 'ON_REQUEST' }),
  },
  {
    rule: 'TOO_FEW_VERIFICATIONS',
    type: 'MOVED_TO_SEPARATE_BOOK',
    state: inState('NO_CONDITIONS', { lastEventOn: '2025-01-01' }),
    passes: { occurredOn: '2026-06-30' },
    fails: { occurredOn: '2026-06-30' },
    failsIn: inState('NO_CONDITIONS', { lastEventOn: '2025-01-01', reverifications: 1 }),
  },
  {
    rule: 'TOO_EARLY occurredOn',
    type: 'MOVED_TO_SEPARATE_BOOK',
    state: inState('NO_CONDITIONS', { lastEventOn: '2025-01-01', noConditionsOn: '2025-03-01' }),
    passes: { occurredOn: '2026-03-01' },
    fails: { occurredOn: '2026-02-28' },
  },
  {
    rule: 'TOO_EARLY occurredOn',
    type: 'MOVED_TO_SEPARATE_BOOK',
    state: inState('NO_CONDITIONS', {
      lastEventOn: '2025-01-01',
      noConditionsOn: '2024-03-01',
      noConditionsGround: 'PRISONER',
    }),
    passes: { occurredOn: '2026-03-01' },
    fails: { occurredOn: '2026-02-28' },
  },
  {
    rule: 'NOT_YET_IN_FORCE occurredOn',
    type: 'REQUEST_RETURNED',
    state: inState('NO_CONDITIONS', { initiation: 'ON_REQUEST', lastEventOn: '2026-01-01' }),
    passes: { occurredOn: '2026-07-01' },
    fails: { occurredOn: '2026-06-30' },
  },
  {
    rule: 'AROUND_TET plannedFor',
    type: 'COERCION_PLANNED',
    state: inState('COERCING'),
    // Tết is on 6 February 2027.
    passes: { plannedFor: '2027-02-22' },
    fails: { plannedFor: '2027-02-21' },
  },
  {
    rule: 'AROUND_TET plannedFor',
    type: 'COERCION_PLANNED',
    state: inState('COERCING'),
    passes: { plannedFor: '2027-01-21' },
    fails: { plannedFor: '2027-01-22' },
  },
  {
    rule: 'NO_FORCES_MOBILISED',
    type: 'COERCION_PLANNED',
    state: inState('COERCING'),
    passes: {},
    fails: {},
    failsIn: inState('COERCING', { coercionsWithForces: 0 }),
  },
  {
    rule: 'REAPPRAISED_BEFORE',
    type: 'ASSET_APPRAISED',
    state: inState('APPRAISED'),
    passes: {},
    fails: {},
    failsIn: inState('APPRAISED', { reappraised: true }),
  },
  {
    rule: 'BELOW_AUCTION_MINIMUM',
    type: 'AUCTION_CONTRACTED',
    state: inState('APPRAISED', { assetPrice: 2_000_000 }),
    passes: {},
    fails: {},
    failsIn: inState('APPRAISED', { assetPrice: 1_999_999 }),
  },
  {
    rule: 'PRICE_REDUCTION_OUT_OF_RANGE amount',
    type: 'PRICE_REDUCED',
    state: inState('ON_SALE'),
    passes: { amount: 2_700_000 },
    fails: { amount: 2_699_999 },
  },
  {
    rule: 'PRICE_REDUCTION_OUT_OF_RANGE amount',
    type: 'PRICE_REDUCED',
    state: inState('ON_SALE'),
    passes: { amount: 2_999_999 },
    fails: { amount: 3_000_000 },
  },
  {
    rule: 'TOO_FEW_REDUCTIONS',
    type: 'ASSET_TAKEN_BY_CREDITOR',
    state: inState('ON_SALE'),
    passes: {},
    fails: {},
    failsIn: inState('ON_SALE', { priceReductions: 1 }),
  },
  {
    rule: 'REDEEMED_TOO_LATE occurredOn',
    type: 'ASSET_REDEEMED',
    // A Monday; the working day before is a Friday.
    state: inState('ON_SALE', { saleOn: '2026-07-20' }),
    passes: { occurredOn: '2026-07-17' },
    fails: { occurredOn: '2026-07-18' },
    failsIn: inState('ON_SALE', { saleOn: '2026-07-18' }),
  },
  {
    rule: 'POSTPONED_TOO_LONG postponedUntil',
    type: 'POSTPONED',
    state: inState('WITH_CONDITIONS'),
    passes: { ground: 'PROTEST_REQUEST', postponedUntil: '2026-10-06' },
    fails: { ground: 'PROTEST_REQUEST', postponedUntil: '2026-10-07' },
  },
  {
    rule: 'PROTEST_REQUEST_REPEATED ground',
    type: 'POSTPONED',
    state: inState('WITH_CONDITIONS'),
    passes: { ground: 'PROTEST_REQUEST', postponedUntil: '2026-08-06' },
    fails: { ground: 'PROTEST_REQUEST', postponedUntil: '2026-08-06' },
    failsIn: inState('WITH_CONDITIONS', { protestPostponed: true }),
  },
  {
    rule: 'POSTPONED_UNTIL_THE_PAST postponedUntil',
    type: 'POSTPONED',
    state: inState('WITH_CONDITIONS'),
    passes: { postponedUntil: '2026-07-06' },
    fails: { postponedUntil: '2026-07-05' },
  },
  {
    rule: 'WITHDRAWAL_ENDED occurredOn',
    type: 'WITHDRAWN_UPWARD',
    state: inState('DECIDED', { lastEventOn: '2025-01-01' }),
    passes: { occurredOn: '2025-06-30' },
    fails: { occurredOn: '2025-07-01' },
  },
  {
    rule: 'OFFICE_UNKNOWN toOffice',
    type: 'ENTRUSTED_OUT',
    state: inState('VERIFYING'),
    passes: { toOffice: 'VN63-01-01' },
    fails: { toOffice: 'VN63-99-01' },
  },
  {
    rule: 'OFFICE_IS_OWN toOffice',
    type: 'ENTRUSTED_IN_PART',
    state: inState('VERIFYING'),
    passes: { toOffice: 'VN63-10-02' },
    fails: { toOffice: 'VN63-10-01' },
  },
  {
    rule: 'INITIATION_CONTRADICTS initiation',
    type: 'REQUEST_FILED',
    state: null,
    passes: { initiation: 'ON_REQUEST' },
    fails: { initiation: 'EX_OFFICIO' },
  },
];

test.each(BOUNDARIES)(
  '$rule refuses $type beyond its boundary, and no earlier',
  ({ rule, type, state, passes, fails, failsIn }) => {
    expect(ruleOf(take(type, state, passes))).toBe(null);
    const refused = take(type, failsIn ?? state, fails);
    expect(ruleOf(refused)).toBe(rule);
    expect(refused).toMatchObject({
      refusal: { allowed: expect.stringMatching(/./), message: expect.stringMatching(/\.$/) },
    });
  },
);

test('what is paid out of what was collected completes the case with the last dong', () => {
  const part = take('MONEY_PAID', inState('COLLECTED', { collected: 10_000_000 }), { amount: 8_999_999 });
  expect(part).toMatchObject({ state: { state: 'PART_PAID', paid: 9_999_999, endedOn: null } });
  const all = take('MONEY_PAID', inState('COLLECTED', { collected: 10_000_000 }), { amount: 9_000_000 });
  expect(all).toMatchObject({ state: { state: 'COMPLETED', paid: 10_000_000, endedOn: '2026-07-06' } });
});

test('a side state leads back to where the case was', () => {
  for (const side of ['POSTPONED', 'POSTPONED_BY_CONSENT', 'SUSPENDED']) {
    for (const state of eventsFromStates(side)) {
      const aside = take(side, inState(state, { returnState: null }));
      if (!aside.accepted) throw new Error(aside.refusal.message);
      expect(take('RESUMED', aside.state)).toMatchObject({ state: { state, returnState: null, postponedUntil: null } });
    }
  }
});

function eventsFromStates(type: string): readonly string[] {
  return caseLifecycle.transitions.find((row) => row.event === type)!.from;
}
