import type { PetitionEntity } from './petition.entity';
import type { PetitionEvent } from './petition.event';
import { originFault } from './petition.guards';
import { OFFICER, petitionEvent as event, play } from './petition.testkit';

type Fields = Partial<PetitionEvent>;

const received = (fields: Fields, day = '2024-10-01') =>
  event('PETITION_RECEIVED', day, { kind: 'COMPLAINT', ...fields });

/** The rule that refuses the last of the events; null when it is taken. */
function ruleOf(...events: readonly PetitionEvent[]): string | null {
  const subject = events[0]!.subject;
  const { last } = play(...(events.map((one) => ({ ...one, subject })) as unknown as Parameters<typeof play>));
  return last.accepted ? null : last.refusal.rule;
}

describe('the acceptance', () => {
  const accept = (fields: Fields, { ground = null, day = '2024-10-01', ...more }: Fields & { day?: string } = {}) =>
    ruleOf(received(fields, day), event('PETITION_ACCEPTED', day, { ground, ...more }));

  test.each<[string, Fields, string, string | null]>([
    ['BEFORE_COERCION', {}, '2024-09-16', null],
    ['BEFORE_COERCION', {}, '2024-09-15', 'TIME_TO_COMPLAIN_OVER'],
    // 1 October 2024 is a Tuesday: three working days after Thursday 26 September.
    ['ACCOUNT_FREEZE', {}, '2024-09-26', null],
    ['ACCOUNT_FREEZE', {}, '2024-09-25', 'TIME_TO_COMPLAIN_OVER'],
    ['SECURITY', {}, '2024-09-21', null],
    ['SECURITY', {}, '2024-09-20', 'TIME_TO_COMPLAIN_OVER'],
    ['COERCION', {}, '2024-09-01', null],
    ['COERCION', {}, '2024-08-31', 'TIME_TO_COMPLAIN_OVER'],
    ['COERCION', { ground: 'OBJECTIVE_OBSTACLE' }, '2024-08-31', null],
    ['COERCION', { ground: 'FORCE_MAJEURE' }, '2024-08-31', null],
    ['COERCION', { ground: 'forgot' }, '2024-08-31', 'TIME_TO_COMPLAIN_OVER'],
  ])(
    'of a complaint on Tuesday 1 October 2024, %s, %j, of what was learned on %s: %s',
    (measureStage, fields, actOn, rule) => {
      expect(accept({ measureStage: measureStage as never, actOn }, fields)).toBe(rule);
    },
  );

  test('of a second complaint comes within 15 days of learning of the first decision, whatever the stage', () => {
    const second = (actOn: string) =>
      accept({ subject: 'VN63-10-00.D-2', round: 2, follows: 'VN63-10-01.D-1', measureStage: 'COERCION', actOn });
    expect([second('2024-09-16'), second('2024-09-15')]).toEqual([null, 'TIME_TO_COMPLAIN_OVER']);
  });

  test('of other petitions has no such time', () => {
    expect(accept({ kind: 'DENUNCIATION', actOn: '2020-01-01' })).toBeNull();
  });

  test.each<[number, number | null, string | null]>([
    [4, null, null],
    [4, 1, 'REPRESENTATIVES_OUT_OF_RANGE'],
    [5, null, 'REPRESENTATIVES_MISSING'],
    [5, 0, 'REPRESENTATIVES_MISSING'],
    [5, 1, null],
    [10, 2, null],
    [10, 3, 'REPRESENTATIVES_OUT_OF_RANGE'],
    [11, 1, null],
    [11, 5, null],
    [11, 6, 'REPRESENTATIVES_OUT_OF_RANGE'],
  ])('of %s signers with %s representatives: %s', (signers, representatives, rule) => {
    expect(accept({ signers }, { representatives })).toBe(rule);
    expect(ruleOf(received({ signers, representatives }))).toBe(representatives === null ? null : rule);
  });

  test('knows the representatives that were named with the receipt', () => {
    expect(accept({ signers: 7, representatives: 2 })).toBeNull();
  });

  test.each<[string, Fields, string]>([
    ['a mixed letter', { kind: 'MIXED' }, 'LETTER_MIXED'],
    ['an anonymous letter', { signers: 0 }, 'LETTER_ANONYMOUS'],
  ])('of %s is refused', (_what, fields, rule) => {
    expect(accept(fields)).toBe(rule);
  });

  test.each<[string, Fields, string, string | null]>([
    ['the district decides on its own officer', {}, '2025-06-30', null],
    ['and on no other district’s', { againstOfficer: 'VN63-10-02.CHV-1' }, '2025-06-30', 'NOT_COMPETENT'],
    ['until there is one local level', { againstOfficer: 'VN63-10-02.CHV-1' }, '2025-07-01', null],
    ['which is that of the merged province', { againstOfficer: 'VN63-15-01.CHV-1' }, '2025-07-01', null],
    ['and of no other', { againstOfficer: 'VN63-38-01.CHV-1' }, '2025-07-01', 'NOT_COMPETENT'],
    [
      'the province decides on a head of a district',
      { subject: 'VN63-10-00.D-1', againstOfficer: OFFICER },
      '2025-06-30',
      null,
    ],
    ['the central body not', { subject: 'VN-00.D-1', againstOfficer: OFFICER }, '2025-06-30', 'NOT_COMPETENT'],
    ['but on a head of a province', { subject: 'VN-00.D-1', againstOfficer: OFFICER }, '2025-07-01', null],
    [
      'a denunciation goes wherever it is taken up',
      { kind: 'DENUNCIATION', againstOfficer: 'VN63-38-01.CHV-1' },
      '2025-06-30',
      null,
    ],
  ])('of a first round: %s', (_what, fields, day, rule) => {
    expect(accept(fields, { day })).toBe(rule);
  });

  test.each([
    ['VN63-10-01', 'VN63-10-00', '2025-06-30', null],
    ['VN63-10-01', 'VN63-10-02', '2025-06-30', 'NOT_COMPETENT'],
    ['VN63-10-01', 'VN63-15-00', '2025-06-30', 'NOT_COMPETENT'],
    ['VN63-10-01', 'VN-00', '2025-06-30', 'NOT_COMPETENT'],
    ['VN63-10-00', 'VN-00', '2025-06-30', null],
    ['VN63-10-01', 'VN63-10-00', '2025-07-01', 'NOT_COMPETENT'],
    ['VN63-10-01', 'VN-00', '2025-07-01', null],
    ['VN-00', 'VN-00', '2025-07-01', 'NOT_COMPETENT'],
  ])('of a second round after %s by %s on %s: %s', (first, second, day, rule) => {
    expect(accept({ subject: `${second}.D-2`, round: 2, follows: `${first}.D-1` }, { day })).toBe(rule);
  });
});

describe('the receipt', () => {
  test.each<[string, Fields, string | null]>([
    ['a second round without the first', { round: 2 }, 'FIELD_MISSING'],
    ['a first round that follows another', { follows: 'VN63-10-01.D-1' }, 'FIELD_NOT_ALLOWED'],
    [
      'a second round of a denunciation',
      { kind: 'DENUNCIATION', round: 2, follows: 'VN63-10-01.D-1' },
      'SECOND_ROUND_OF_COMPLAINTS_ONLY',
    ],
    ['a first complaint that is no identifier', { round: 2, follows: 'D-1' }, 'REFERENCE_MALFORMED'],
    ['an act that was learned of later', { actOn: '2024-10-02' }, 'ACT_AFTER_RECEIPT'],
    ['an act that was learned of that day', { actOn: '2024-10-01' }, null],
    ['a mixed part', { kind: 'MIXED', splitFrom: 'VN63-10-01.D-1' }, 'PART_MIXED'],
    [
      'a denunciation that could be traced',
      { kind: 'DENUNCIATION', splitFrom: 'VN63-10-01.D-1' },
      'DENOUNCER_TRACEABLE',
    ],
    ['a part of a letter to another office', { splitFrom: 'VN63-10-02.D-1' }, 'PART_ELSEWHERE'],
    ['a part of a letter', { splitFrom: 'VN63-10-01.D-1' }, null],
  ])('of %s', (_what, fields, rule) => {
    expect(ruleOf(received(fields))).toBe(rule);
  });
});

describe('what a second complaint follows', () => {
  const first = play(
    received({ subject: 'VN63-10-01.D-1', measureStage: 'COERCION' }),
    event('PETITION_ACCEPTED', '2024-10-02', { subject: 'VN63-10-01.D-1' }),
    event('PETITION_RESOLVED', '2024-10-09', { subject: 'VN63-10-01.D-1', outcome: 'WRONG', decisionNumber: '1' }),
  ).state!;
  const second = received(
    { subject: 'VN63-10-00.D-2', round: 2, follows: first.id, measureStage: 'COERCION' },
    '2024-10-09',
  );

  test('is a resolved complaint of the first round about the same, found right in part at most', () => {
    expect(originFault(second, first)).toBeNull();
    expect(originFault(second, { ...first, outcome: 'PARTLY_RIGHT' })).toBeNull();
  });

  test.each<[string, Partial<PetitionEntity>, Fields, string]>([
    ['of another kind', { kind: 'REQUEST' }, {}, 'FIRST_NOT_A_COMPLAINT'],
    ['of the second round', { round: 2 }, {}, 'DECISION_FINAL'],
    ['that is open', { state: 'ACCEPTED', outcome: null }, {}, 'FIRST_UNRESOLVED'],
    ['that was withdrawn', { state: 'WITHDRAWN', outcome: null }, {}, 'FIRST_UNRESOLVED'],
    ['that was found right', { outcome: 'RIGHT' }, {}, 'FIRST_FOUND_RIGHT'],
    ['about another stage', {}, { measureStage: null }, 'FIRST_OF_ANOTHER_STAGE'],
    ['that was resolved later', {}, { occurredOn: '2024-10-08' }, 'FIRST_UNRESOLVED'],
  ])('is no complaint %s', (_what, change, fields, rule) => {
    expect(originFault({ ...second, ...fields }, { ...first, ...change })).toMatchObject({ rule });
  });
});

describe('a part of a mixed letter', () => {
  const letter = play(
    received({ subject: 'VN63-10-01.D-1', kind: 'MIXED' }),
    event('PETITION_SPLIT', '2024-10-08', { subject: 'VN63-10-01.D-1', parts: 2 }),
  ).state!;
  const part = (day: string) => received({ splitFrom: letter.id }, day);

  test('is received on the day of the split', () => {
    expect(letter).toMatchObject({ state: 'SPLIT', parts: 2 });
    expect(originFault(part('2024-10-08'), letter)).toBeNull();
    expect(originFault(part('2024-10-09'), letter)).toMatchObject({ rule: 'PART_ON_ANOTHER_DAY' });
    expect(originFault(part('2024-10-08'), { ...letter, state: 'RECEIVED' })).toMatchObject({
      rule: 'LETTER_NOT_SPLIT',
    });
  });

  test.each([
    [0, 'PARTS_TOO_FEW'],
    [1, 'PARTS_TOO_FEW'],
    [2, null],
  ])('is not alone: %s parts, %s', (parts, rule) => {
    expect(ruleOf(received({ kind: 'MIXED' }), event('PETITION_SPLIT', '2024-10-02', { parts }))).toBe(rule);
  });
});

describe('forwarding', () => {
  const forward = (fields: Fields, of: Fields = {}, day = '2024-10-02') =>
    ruleOf(received(of), event('PETITION_FORWARDED', day, fields));
  const SECOND = { subject: 'VN63-10-02.D-2', round: 2, follows: 'VN63-10-01.D-1' };

  test.each<[string, Fields, Fields, string, string | null]>([
    ['nowhere', {}, {}, '2024-10-02', 'DESTINATION_UNCLEAR'],
    ['to two', { toOffice: 'VN63-10-00', toBody: 'Tòa án' }, {}, '2024-10-02', 'DESTINATION_UNCLEAR'],
    ['to another body', { toBody: 'Tòa án' }, {}, '2024-10-02', null],
    ['to an office', { toOffice: 'VN63-10-00' }, {}, '2024-10-02', null],
    ['to no office', { toOffice: 'VN63-99-00' }, {}, '2024-10-02', 'OFFICE_UNKNOWN'],
    ['to itself', { toOffice: 'VN63-10-01' }, {}, '2024-10-02', 'OFFICE_UNKNOWN'],
    ['a second round to who decides', { toOffice: 'VN63-10-00' }, SECOND, '2024-10-02', null],
    ['a second round to who decided until 2025', { toOffice: 'VN63-10-00' }, SECOND, '2025-07-01', 'NOT_COMPETENT'],
    ['a second round to who decides since', { toOffice: 'VN-00' }, SECOND, '2025-07-01', null],
  ])('%s', (_what, fields, of, day, rule) => {
    expect(forward(fields, of, day)).toBe(rule);
  });
});

describe('an extension', () => {
  const extend = (fields: Fields, day: string, ...before: PetitionEvent[]) =>
    ruleOf(
      received(fields),
      event('PETITION_ACCEPTED', '2024-10-02'),
      ...before,
      event('PETITION_EXTENDED', day, { ground: 'COMPLEX' }),
    );
  const COERCION = { measureStage: 'COERCION' } as const;

  test.each<[string, Fields, string, string | null]>([
    ['a complaint against coercion, on the last day', COERCION, '2024-11-01', null],
    ['a day later', COERCION, '2024-11-02', 'EXTENSION_TOO_LATE'],
    ['a denunciation', { kind: 'DENUNCIATION' }, '2024-12-01', null],
    ['one that has the longer time from the start', { ...COERCION, complex: true }, '2024-10-03', 'EXTENSION_USED'],
    ['a complaint before coercion', {}, '2024-10-03', 'EXTENSION_UNKNOWN'],
    ['a request', { kind: 'REQUEST' }, '2024-10-03', 'EXTENSION_UNKNOWN'],
  ])('of %s', (_what, fields, day, rule) => {
    expect(extend(fields, day)).toBe(rule);
  });

  test('comes once', () => {
    const before = event('PETITION_EXTENDED', '2024-10-03', { ground: 'REMOTE' });
    expect(extend(COERCION, '2024-10-04', before)).toBe('EXTENSION_USED');
  });

  test('moves the day it is due, and the day it is late', () => {
    const { state, movements } = play(
      received(COERCION),
      event('PETITION_ACCEPTED', '2024-10-02'),
      event('PETITION_EXTENDED', '2024-10-10', { ground: 'COMPLEX' }),
    );
    expect(state).toMatchObject({ complex: true, dueOn: '2024-12-01' });
    const late = movements.filter(({ slot }) => slot === 'OVERDUE').map(({ onDate, count }) => [onDate, count]);
    expect(late).toEqual([
      ['2024-11-02', 1],
      ['2024-11-02', -1],
      ['2024-12-02', 1],
    ]);
  });
});

describe('the resolution', () => {
  const resolve = (kind: string, fields: Fields) =>
    ruleOf(
      received({ kind: kind as never }),
      event('PETITION_ACCEPTED', '2024-10-02'),
      event('PETITION_RESOLVED', '2024-10-03', fields),
    );

  test.each<[string, Fields, string | null]>([
    ['COMPLAINT', { outcome: 'WRONG' }, 'FIELD_MISSING'],
    ['DENUNCIATION', { outcome: 'WRONG' }, 'FIELD_MISSING'],
    ['COMPLAINT', { outcome: 'ANSWERED', decisionNumber: '1' }, 'FINDING_MISSING'],
    ['COMPLAINT', { outcome: 'WRONG', decisionNumber: '1' }, null],
    ['DENUNCIATION', { outcome: 'RIGHT', decisionNumber: '1' }, null],
    ['REQUEST', { outcome: 'ANSWERED' }, null],
  ])('of a %s with %j: %s', (kind, fields, rule) => {
    expect(resolve(kind, fields)).toBe(rule);
  });
});

describe('the decision', () => {
  const decided = (of: Fields, ...then: readonly string[]) =>
    ruleOf(
      received(of),
      event('PETITION_ACCEPTED', '2024-10-02'),
      event('PETITION_RESOLVED', '2024-10-03', { outcome: 'WRONG', decisionNumber: '1' }),
      ...then.map((type) => event(type, '2024-10-04')),
    );
  const SECOND = { subject: 'VN63-10-00.D-2', round: 2, follows: 'VN63-10-01.D-1' };

  test.each<[string, Fields, string[], string | null]>([
    ['is sent', {}, ['DECISION_SENT'], null],
    ['is sent once', {}, ['DECISION_SENT', 'DECISION_SENT'], 'DONE_ALREADY'],
    ['is one on a complaint', { kind: 'DENUNCIATION' }, ['DECISION_SENT'], 'COMPLAINTS_ONLY'],
    ['is not published in the first round', {}, ['DECISION_PUBLISHED'], 'FIRST_DECISION_NOT_PUBLISHED'],
    ['is published in the second', SECOND, ['DECISION_SENT', 'DECISION_PUBLISHED'], null],
    ['is published once', SECOND, ['DECISION_PUBLISHED', 'DECISION_PUBLISHED'], 'DONE_ALREADY'],
  ])('%s', (_what, of, then, rule) => {
    expect(decided(of, ...then)).toBe(rule);
  });
});
