import { type Decision, decide, eventsFrom, requiredFields } from '@thads/shared';
import type { StatedParty } from '../party/party.event';
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
  parties: [{ role: 'DEBTOR', kind: 'PERSON', name: 'Nguyễn Văn Mẫu' }],
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

function parties(count: number): StatedParty[] {
  return Array.from({ length: count }, (_, index) => ({
    role: 'DEBTOR',
    kind: 'PERSON',
    name: `Nguyễn Văn Mẫu ${index + 1}`,
  }));
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

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
    rule: 'PARTIES_MISSING parties',
    type: 'PARTIES_STATED',
    state: inState('DECIDED', { partiesStated: 2 }),
    passes: { parties: parties(1) },
    fails: { parties: [] },
  },
  {
    rule: 'PARTIES_MISSING parties',
    type: 'PARTIES_STATED',
    state: inState('DECIDED', { partiesStated: 2 }),
    passes: { ground: 'CORRECTION', parties: [], replacedParties: [2] },
    fails: { ground: 'SUCCESSION', parties: [], replacedParties: [2] },
  },
  {
    rule: 'GROUND_CONTRADICTS replacedParties',
    type: 'PARTIES_STATED',
    state: inState('DECIDED', { partiesStated: 2 }),
    passes: { ground: 'ADDED' },
    fails: { ground: 'ADDED', replacedParties: [1] },
  },
  {
    rule: 'GROUND_CONTRADICTS replacedParties',
    type: 'PARTIES_STATED',
    state: inState('DECIDED', { partiesStated: 2 }),
    passes: { ground: 'SUCCESSION', parties: parties(3), replacedParties: [1] },
    fails: { ground: 'SUCCESSION', parties: parties(3) },
  },
  {
    rule: 'PARTY_UNKNOWN replacedParties',
    type: 'PARTIES_STATED',
    state: inState('DECIDED', { partiesStated: 2 }),
    passes: { ground: 'SUCCESSION', replacedParties: [1, 2] },
    fails: { ground: 'SUCCESSION', replacedParties: [1, 3] },
  },
  {
    rule: 'PARTY_UNKNOWN replacedParties',
    type: 'PARTIES_STATED',
    state: inState('DECIDED', { partiesStated: 2 }),
    passes: { ground: 'CORRECTION', replacedParties: [1, 2] },
    fails: { ground: 'CORRECTION', replacedParties: [1, 1] },
  },
  {
    rule: 'PARTY_UNKNOWN replacedParties',
    type: 'PARTIES_STATED',
    state: inState('DECIDED', { partiesStated: 3, partiesReplaced: [1] }),
    passes: { ground: 'CORRECTION', replacedParties: [2] },
    fails: { ground: 'CORRECTION', replacedParties: [1] },
  },
  {
    rule: 'PARTIES_TOO_MANY parties',
    type: 'JUDGMENT_RECEIVED',
    state: null,
    passes: { parties: parties(100) },
    fails: { parties: parties(101) },
  },
  {
    rule: 'PARTIES_TOO_MANY parties',
    type: 'PARTIES_STATED',
    state: inState('DECIDED', { partiesStated: 99 }),
    passes: {},
    fails: {},
    failsIn: inState('DECIDED', { partiesStated: 100 }),
  },
  {
    rule: 'PARTIES_TOO_MANY parties',
    type: 'PARTIES_STATED',
    state: inState('DECIDED', { partiesStated: 998, partiesReplaced: numbers(998) }),
    passes: {},
    fails: {},
    failsIn: inState('DECIDED', { partiesStated: 999, partiesReplaced: numbers(999) }),
  },
  {
    rule: 'TEXT_TOO_LONG parties.1.name',
    type: 'REQUEST_FILED',
    state: null,
    // A letter with a diacritic is one character, however it is written, and spaces around a name are none.
    passes: { parties: [...parties(1), { ...parties(1)[0]!, name: ` ${'e\u0301'.repeat(200)} ` }] },
    fails: { parties: [...parties(1), { ...parties(1)[0]!, name: 'é'.repeat(201) }] },
  },
  {
    rule: 'TEXT_TOO_LONG parties.0.address',
    type: 'ENTRUSTMENT_RECEIVED',
    state: null,
    passes: { parties: [{ ...parties(1)[0]!, address: 'x'.repeat(500) }] },
    fails: { parties: [{ ...parties(1)[0]!, address: 'x'.repeat(501) }] },
  },
  {
    rule: 'TEXT_TOO_LONG parties.0.identityNumber',
    type: 'JUDGMENT_RECEIVED',
    state: null,
    passes: { parties: [{ ...parties(1)[0]!, identityNumber: '1'.repeat(50) }] },
    fails: { parties: [{ ...parties(1)[0]!, identityNumber: '1'.repeat(51) }] },
  },
  {
    rule: 'FIELD_EMPTY parties.0.name',
    type: 'JUDGMENT_RECEIVED',
    state: null,
    passes: { parties: [{ ...parties(1)[0]!, name: 'Y' }] },
    fails: { parties: [{ ...parties(1)[0]!, name: ' \u00a0' }] },
  },
  {
    rule: 'TEXT_NOT_ALLOWED parties.0.name',
    type: 'JUDGMENT_RECEIVED',
    state: null,
    passes: { parties: [{ ...parties(1)[0]!, name: 'a\tb' }] },
    fails: { parties: [{ ...parties(1)[0]!, name: 'a\0b' }] },
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

test('no refusal repeats what an event says of a party', () => {
  const secret = {
    role: 'DEBTOR',
    kind: 'PERSON',
    name: 'Mẫu'.repeat(70),
    identityNumber: '012345678901',
    address: 'Hà Nội',
  } as const;
  for (const fields of [
    { parties: [secret] },
    { parties: [{ ...secret, name: 'Mẫu\0' }] },
    { parties: [{ ...secret, name: 'Mẫu', address: ' ' }] },
    { parties: [{ ...secret, name: 'Mẫu' }], ground: 'SUCCESSION' },
    { parties: [{ ...secret, name: 'Mẫu' }], replacedParties: [7], ground: 'SUCCESSION' },
    { parties: Array.from({ length: 101 }, () => ({ ...secret, name: 'Mẫu' })) },
  ]) {
    const decision = take('PARTIES_STATED', inState('DECIDED', { partiesStated: 2 }), fields);
    expect(decision).toMatchObject({ accepted: false });
    expect(JSON.stringify(decision)).not.toMatch(/Mẫu|012345678901|Hà Nội/);
  }
});

describe('the parties of a case', () => {
  const state = inState('VERIFYING', { partiesStated: 3, partiesReplaced: [2] });
  const fields = { parties: parties(2), replacedParties: [1], ground: 'SUCCESSION' };

  test('are numbered on, and those replaced stay known', () => {
    expect(take('PARTIES_STATED', state, fields)).toMatchObject({
      state: { state: 'VERIFYING', partiesStated: 5, partiesReplaced: [2, 1] },
      movements: [],
    });
  });

  test('become rows, in one form of writing, with the words they are found by; the words of those replaced end', () => {
    const [first, second] = parties(2);
    const decision = take('PARTIES_STATED', state, {
      ...fields,
      parties: [{ ...first!, name: '  Lê Ba '.normalize('NFD'), identityNumber: ' 01 ' }, second!],
    });
    if (!decision.accepted) throw new Error(decision.refusal.message);
    const rowsOf = (name: string) => decision.details.filter(({ table }) => table === name);
    expect(rowsOf('party').map(({ row }) => row)).toMatchObject([
      { id: `${ID}.004`, number: 4, name: 'Lê Ba', identity_number: '01', address: null, stated_on: '2026-07-06' },
      { id: `${ID}.005`, number: 5, name: 'Nguyễn Văn Mẫu 2' },
    ]);
    expect(rowsOf('party_word').filter(({ row }) => row['id'] === `${ID}.004`)).toEqual(
      ['lê ba', 'ba', 'le ba'].map((word) => ({
        table: 'party_word',
        row: { territory: 10, id: `${ID}.004`, office: 1001, word, case_id: ID },
      })),
    );
    expect(rowsOf('party_word').filter(({ amends }) => amends)).toEqual([
      {
        table: 'party_word',
        row: { territory: 10, id: `${ID}.001`, replaced_on: '2026-07-06' },
        amends: true,
      },
    ]);
  });

  test('stated later set no legal time running anew', () => {
    const decided = inState('DECIDED', { lastEventOn: '2026-07-02' });
    const deadline = caseLifecycle.deadlines!.find(({ name }) => name === 'Officer assigned and file opened')!;
    const stated = event('PARTIES_STATED', '2026-07-06', { parties: parties(1) });
    expect(deadline.dueOn(event('DECISION_ISSUED', '2026-07-06'), decided)).toBe('2026-07-08');
    expect(deadline.dueOn(stated, decided)).toBeNull();
  });
});
