import { type Decision, type IsoDate, deadlinesOf, evaluate } from '@thads/shared';
import { outsideLines } from '../statistics/inspection.lines';
import { eventOf } from '../testing/events';
import { lastDecision, runEvents, totalsOf } from '../testing/test-ledger';
import type { ProtestEntity } from './protest.entity';
import type { ProtestOutcome } from './protest.enums';
import type { ProtestEvent } from './protest.event';
import { protestLifecycle } from './protest.lifecycle';

const TODAY = '2025-12-31';
const event = (type: string, occurredOn: IsoDate, fields: Partial<ProtestEvent> = {}): ProtestEvent => ({
  ...eventOf(protestLifecycle, type, occurredOn),
  ...fields,
});

const RECEIVED = event('PROTEST_RECEIVED', '2025-04-01');
const answered = (outcome: ProtestOutcome, day = '2025-04-16'): ProtestEvent =>
  event('PROTEST_ANSWERED', day, { outcome });
const REFERRED = event('PROTEST_REFERRED_UPWARD', '2025-04-20');
const bySuperior = (outcome: ProtestOutcome, day = '2025-05-20'): ProtestEvent =>
  event('PROTEST_ANSWERED_BY_SUPERIOR', day, { outcome });
const COMPLIED = event('PROTEST_COMPLIED', '2025-05-25');

const after = (...events: readonly ProtestEvent[]): Decision<ProtestEntity> =>
  lastDecision(protestLifecycle, events, TODAY);

describe('a protest of the procuracy', () => {
  it.each<[string, ProtestEvent[]]>([
    ['RECEIVED', [RECEIVED]],
    ['ACCEPTED', [RECEIVED, answered('ACCEPTED')]],
    ['ACCEPTED', [RECEIVED, answered('PARTLY_ACCEPTED')]],
    ['REJECTED', [RECEIVED, answered('REJECTED')]],
    ['REFERRED', [RECEIVED, answered('REJECTED'), REFERRED]],
    ['ACCEPTED', [RECEIVED, answered('REJECTED'), REFERRED, bySuperior('PARTLY_ACCEPTED')]],
    ['REJECTED_BY_SUPERIOR', [RECEIVED, answered('REJECTED'), REFERRED, bySuperior('REJECTED')]],
    ['COMPLIED', [RECEIVED, answered('ACCEPTED'), COMPLIED]],
  ])('is %s', (state, events) => {
    expect(after(...events)).toMatchObject({ accepted: true, state: { state } });
  });

  it('keeps what it is against, and by when the procuracy had to make it', () => {
    const against = { ...RECEIVED, unit: 'VN63-10-02', case: 'VN63-10-02.C-1', actOn: '2025-03-17' };
    expect(after(against)).toMatchObject({
      state: { unit: 1002, caseId: 'VN63-10-02.C-1', documentNumber: '7/QĐ-CTHADS', lodgeBy: '2025-04-01' },
    });
    expect(after({ ...against, protestLevel: 'SUPERIOR' })).toMatchObject({ state: { lodgeBy: '2025-04-16' } });
    expect(after(RECEIVED)).toMatchObject({ state: { unit: 1001, caseId: null, lodgeBy: null } });
  });

  it.each<[string, string, ProtestEvent[]]>([
    ['a protest without its number', 'FIELD_MISSING', [{ ...RECEIVED, decisionNumber: null }]],
    ['an act that was still to come', 'ACT_AFTER_PROTEST', [{ ...RECEIVED, actOn: '2025-04-02' }]],
    ['a unit that is no office', 'OFFICE_UNKNOWN', [{ ...RECEIVED, unit: 'VN63-10' }]],
    ['a case that is no identifier', 'REFERENCE_MALFORMED', [{ ...RECEIVED, case: 'C-1' }]],
    ['an answer that nobody signed', 'FIELD_MISSING', [RECEIVED, { ...answered('ACCEPTED'), signer: null }]],
    [
      'a report to the superior of what was accepted',
      'TRANSITION_NOT_ALLOWED',
      [RECEIVED, answered('ACCEPTED'), REFERRED],
    ],
    [
      'a second report to the superior',
      'TRANSITION_NOT_ALLOWED',
      [RECEIVED, answered('REJECTED'), REFERRED, bySuperior('REJECTED'), { ...REFERRED, occurredOn: '2025-06-01' }],
    ],
    ['compliance with what was rejected', 'TRANSITION_NOT_ALLOWED', [RECEIVED, answered('REJECTED'), COMPLIED]],
  ])('refuses %s', (_what, rule, events) => {
    expect(after(...events)).toMatchObject({ accepted: false, refusal: { rule } });
  });

  it('takes an act of the same day', () => {
    expect(after({ ...RECEIVED, actOn: '2025-04-01' })).toMatchObject({ accepted: true });
  });

  it('is answered in 15 days, by the superior in 30', () => {
    const statuses = (...events: ProtestEvent[]): string[] =>
      deadlinesOf(protestLifecycle, events, TODAY).map(({ name, dueOn, status }) => `${name}: ${dueOn} ${status}`);
    expect(statuses(RECEIVED)).toEqual(['Answer the protest: 2025-04-16 OVERDUE']);
    expect(statuses(RECEIVED, answered('REJECTED'), REFERRED, bySuperior('ACCEPTED'))).toEqual([
      'Answer the protest: 2025-04-16 MET',
      'Answer of the superior: 2025-05-20 MET',
    ]);
    expect(
      statuses(RECEIVED, answered('REJECTED', '2025-04-17'), REFERRED, bySuperior('ACCEPTED', '2025-05-21')),
    ).toEqual(['Answer the protest: 2025-04-16 MET_LATE', 'Answer of the superior: 2025-05-20 MET_LATE']);
    expect(statuses(RECEIVED, event('PROTEST_WITHDRAWN', '2025-04-10'))).toEqual([
      'Answer the protest: 2025-04-16 LAPSED',
    ]);
  });

  const figures = (day: IsoDate, ...events: ProtestEvent[]): Record<string, number> => {
    const totals = { opening: new Map(), closing: totalsOf(runEvents(protestLifecycle, events, TODAY).movements, day) };
    const counts = Object.entries(outsideLines).map(([name, line]) => [name, evaluate(line, totals).cases] as const);
    return Object.fromEntries(counts.filter(([, count]) => count !== 0));
  };

  it('is counted as it was answered last, and as late while it is', () => {
    const history = [
      RECEIVED,
      answered('REJECTED', '2025-04-17'),
      REFERRED,
      bySuperior('PARTLY_ACCEPTED', '2025-05-22'),
      COMPLIED,
    ];
    expect(figures('2025-04-16', ...history)).toEqual({ protests: 1 });
    expect(figures('2025-04-17', RECEIVED)).toEqual({ protests: 1, protestsOverdue: 1 });
    expect(figures('2025-04-17', ...history)).toEqual({ protests: 1, protestsRejected: 1 });
    expect(figures('2025-05-20', ...history)).toEqual({ protests: 1 });
    expect(figures('2025-05-21', ...history)).toEqual({ protests: 1, protestsOverdue: 1 });
    expect(figures('2025-05-24', ...history)).toEqual({ protests: 1, protestsPartlyAccepted: 1 });
    expect(figures('2025-05-25', ...history)).toEqual({ protests: 1, protestsPartlyAccepted: 1, protestsComplied: 1 });
  });

  it('withdrawn stays counted as received and is never late', () => {
    expect(figures(TODAY, RECEIVED, event('PROTEST_WITHDRAWN', '2025-04-10'))).toEqual({ protests: 1 });
  });
});
