import { deadlinesOf } from '@thads/shared';
import { deadlineRules, lastDayToComplain, lastDayToResolve } from './petition.deadlines';
import { MeasureStage, PetitionKind } from './petition.enums';
import { petitionLifecycle } from './petition.lifecycle';
import { petitionEvent } from './petition.testkit';

const FRIDAY = '2025-01-03';

/** One row per question that can be asked: what is printed here can be checked against the articles by hand. */
function printed(): string[] {
  const rows: string[] = [];
  for (const kind of Object.values(PetitionKind)) {
    for (const measureStage of Object.values(MeasureStage)) {
      for (const round of [1, 2]) {
        const due = [false, true].map(
          (complex) => lastDayToResolve({ kind, round, measureStage, complex }, FRIDAY) ?? 'never accepted',
        );
        rows.push([kind.padEnd(14), measureStage.padEnd(15), round, ...due].join(' | '));
      }
    }
  }
  return rows;
}

test('accepted on Friday 3 January 2025, a petition is due (simple | complex) on these days', () => {
  expect(printed()).toEqual([
    'COMPLAINT      | BEFORE_COERCION | 1 | 2025-01-18 | 2025-01-18',
    'COMPLAINT      | BEFORE_COERCION | 2 | 2025-02-02 | 2025-02-02',
    'COMPLAINT      | ACCOUNT_FREEZE  | 1 | 2025-01-10 | 2025-01-10',
    'COMPLAINT      | ACCOUNT_FREEZE  | 2 | never accepted | never accepted',
    'COMPLAINT      | SECURITY        | 1 | 2025-01-10 | 2025-01-10',
    'COMPLAINT      | SECURITY        | 2 | never accepted | never accepted',
    'COMPLAINT      | COERCION        | 1 | 2025-02-02 | 2025-03-04',
    'COMPLAINT      | COERCION        | 2 | 2025-02-17 | 2025-03-19',
    ...everywhere('DENUNCIATION  ', '2025-03-04 | 2025-04-03'),
    ...everywhere('REQUEST       ', '2025-01-10 | 2025-01-10'),
    ...everywhere('RECOMMENDATION', '2025-01-10 | 2025-01-10'),
    ...everywhere('REFLECTION    ', '2025-01-10 | 2025-01-10'),
    ...everywhere('MIXED         ', 'never accepted | never accepted'),
  ]);
});

function everywhere(kind: string, due: string): string[] {
  return Object.values(MeasureStage).flatMap((stage) =>
    [1, 2].map((round) => `${kind} | ${stage.padEnd(15)} | ${round} | ${due}`),
  );
}

test('the table of deadlines cannot be changed while the program runs', () => {
  expect(Object.isFrozen(deadlineRules)).toBe(true);
});

test.each([
  [1, 'BEFORE_COERCION', '2025-01-18'],
  [1, 'ACCOUNT_FREEZE', '2025-01-08'],
  [1, 'SECURITY', '2025-01-13'],
  [1, 'COERCION', '2025-02-02'],
  [2, 'BEFORE_COERCION', '2025-01-18'],
  [2, 'COERCION', '2025-01-18'],
] as const)(
  'what was learned on Friday 3 January 2025 is complained of, round %s, %s, until %s',
  (round, measureStage, day) => {
    expect(lastDayToComplain({ round, measureStage }, FRIDAY)).toBe(day);
  },
);

describe('the legal times of a petition received on Friday 3 January 2025', () => {
  const SUBJECT = 'VN-00.D-2';
  const event = (type: string, day: string, fields: object = {}) =>
    petitionEvent(type, day, { subject: SUBJECT, ...fields });
  const received = (fields: object) => event('PETITION_RECEIVED', FRIDAY, fields);
  const SECOND = { round: 2, follows: 'VN63-10-00.D-1' };
  const resolved = event('PETITION_RESOLVED', '2025-01-20', { outcome: 'WRONG', decisionNumber: '1' });
  const shown = (today: string, ...events: ReturnType<typeof event>[]): string[] =>
    deadlinesOf(petitionLifecycle, events, today).map(({ name, startedOn, dueOn, metOn, status }) =>
      `${name}: ${startedOn} to ${dueOn}, ${status} ${metOn ?? ''}`.trim(),
    );

  test.each([
    ['a first complaint', { kind: 'COMPLAINT' }, '2025-01-10'],
    ['a second complaint', { kind: 'COMPLAINT', ...SECOND }, '2025-01-13'],
    ['a denunciation', { kind: 'DENUNCIATION' }, '2025-01-14'],
    ['a complex denunciation', { kind: 'DENUNCIATION', complex: true }, '2025-01-17'],
  ])('%s is accepted or not', (_which, fields, until) => {
    expect(shown('2025-01-13', received(fields))).toEqual([
      'Sort the petition: 2025-01-03 to 2025-01-10, OVERDUE',
      `Decide on acceptance: 2025-01-03 to ${until}, ${until < '2025-01-13' ? 'OVERDUE' : 'DUE'}`,
    ]);
  });

  test('anything else is sorted only', () => {
    expect(shown('2025-01-10', received({ kind: 'REQUEST' }))).toEqual([
      'Sort the petition: 2025-01-03 to 2025-01-10, DUE',
    ]);
  });

  test('it is forwarded in time, and its acceptance is no more waited for', () => {
    expect(
      shown(FRIDAY, received({ kind: 'COMPLAINT' }), event('PETITION_FORWARDED', '2025-01-10', { toBody: 'x' })),
    ).toEqual([
      'Sort the petition: 2025-01-03 to 2025-01-10, MET 2025-01-10',
      'Decide on acceptance: 2025-01-03 to 2025-01-10, LAPSED',
    ]);
  });

  test('a complaint of the second round goes through all of them, its time extended once', () => {
    const events = [
      received({ kind: 'COMPLAINT', measureStage: 'COERCION', ...SECOND }),
      event('PETITION_ACCEPTED', '2025-01-13'),
      event('PETITION_EXTENDED', '2025-01-14', { ground: 'COMPLEX' }),
      resolved,
      event('DECISION_SENT', '2025-01-29'),
      event('DECISION_PUBLISHED', '2025-02-05'),
    ];
    expect(shown('2025-03-01', ...events)).toEqual([
      'Sort the petition: 2025-01-03 to 2025-01-10, MET_LATE 2025-01-13',
      'Decide on acceptance: 2025-01-03 to 2025-01-13, MET 2025-01-13',
      'Resolve the complaint: 2025-01-13 to 2025-02-27, LAPSED',
      'Resolve the complaint: 2025-01-14 to 2025-03-29, MET 2025-01-20',
      'Send the decision: 2025-01-20 to 2025-01-29, MET 2025-01-29',
      'Publish the decision: 2025-01-20 to 2025-02-04, MET_LATE 2025-02-05',
    ]);
  });

  test('a first decision is sent in three working days and not published; a conclusion has no such time', () => {
    const after = (kind: string) =>
      shown('2025-01-24', received({ kind }), event('PETITION_ACCEPTED', '2025-01-06'), resolved).slice(3);
    expect(after('COMPLAINT')).toEqual(['Send the decision: 2025-01-20 to 2025-01-23, OVERDUE']);
    expect(after('DENUNCIATION')).toEqual([]);
  });

  test('a withdrawn one is no longer waited for', () => {
    const events = [
      received({ kind: 'REFLECTION' }),
      event('PETITION_ACCEPTED', '2025-01-06'),
      event('PETITION_WITHDRAWN', '2025-01-07'),
    ];
    expect(shown(FRIDAY, ...events)).toEqual([
      'Sort the petition: 2025-01-03 to 2025-01-10, MET 2025-01-06',
      'Answer in writing: 2025-01-06 to 2025-01-13, LAPSED',
    ]);
  });
});
