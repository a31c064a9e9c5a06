import { type Decision, type IsoDate, deadlinesOf, evaluate } from '@thads/shared';
import { bodyLines, outsideLines } from '../statistics/inspection.lines';
import { eventOf } from '../testing/events';
import { lastDecision, runEvents, totalsOf } from '../testing/test-ledger';
import type { SupervisionEntity } from './supervision.entity';
import type { SupervisionEvent } from './supervision.event';
import { supervisionLifecycle } from './supervision.lifecycle';

const TODAY = '2025-12-31';
const event = (type: string, occurredOn: IsoDate, fields: Partial<SupervisionEvent> = {}): SupervisionEvent => ({
  ...eventOf(supervisionLifecycle, type, occurredOn),
  ...fields,
});

const RECORDED = event('SUPERVISION_RECORDED', '2025-02-03');
const RECEIVED = event('SUPERVISION_CONCLUSION_RECEIVED', '2025-03-03', { dueOn: '2025-03-18' });
const ANSWERED = event('SUPERVISION_ANSWERED', '2025-03-18');
const FOLLOWED_UP = event('SUPERVISION_FOLLOWED_UP', '2025-05-05');
const NO_RECOMMENDATION = { ...RECEIVED, recommendationCount: 0, dueOn: null };

const after = (...events: readonly SupervisionEvent[]): Decision<SupervisionEntity> =>
  lastDecision(supervisionLifecycle, events, TODAY);

describe('a supervision from outside', () => {
  it('is recorded, concluded, answered and followed up', () => {
    expect(after(RECORDED, RECEIVED, ANSWERED, FOLLOWED_UP)).toMatchObject({
      accepted: true,
      state: {
        state: 'FOLLOWED_UP',
        body: 'PROCURACY',
        units: ['VN63-10-01'],
        documentNumber: '7/QĐ-CTHADS',
        findingCount: 3,
        recommendationCount: 2,
        recordedOn: '2025-02-03',
        receivedOn: '2025-03-03',
        dueOn: '2025-03-18',
        answeredOn: '2025-03-18',
        followedUpOn: '2025-05-05',
      },
    });
  });

  it('that makes no recommendation and asks for no answer needs none', () => {
    expect(after(RECORDED, NO_RECOMMENDATION, FOLLOWED_UP)).toMatchObject({ state: { state: 'FOLLOWED_UP' } });
  });

  it.each<[string, string, SupervisionEvent[]]>([
    ['an end before the answer', 'NOT_ANSWERED', [RECORDED, RECEIVED, FOLLOWED_UP]],
    ['recommendations without a last day', 'DUE_DATE_MISSING', [RECORDED, { ...RECEIVED, dueOn: null }]],
    ['a last day that is over', 'DAY_NOT_AHEAD', [RECORDED, { ...RECEIVED, dueOn: '2025-03-02' }]],
    ['half a finding', 'COUNT_OUT_OF_RANGE', [RECORDED, { ...RECEIVED, findingCount: 0.5 }]],
    ['more findings than can be', 'COUNT_OUT_OF_RANGE', [RECORDED, { ...RECEIVED, findingCount: 10_001 }]],
    ['a negative number of recommendations', 'AMOUNT_NEGATIVE', [RECORDED, { ...RECEIVED, recommendationCount: -1 }]],
    ['a conclusion without its number', 'FIELD_MISSING', [RECORDED, { ...RECEIVED, decisionNumber: null }]],
    ['a unit twice', 'UNITS_NOT_DISTINCT', [{ ...RECORDED, units: ['VN63-10-01', 'VN63-10-01'] }]],
    ['no unit', 'UNITS_NOT_DISTINCT', [{ ...RECORDED, units: [] }]],
    ['a unit that is no office', 'OFFICE_UNKNOWN', [{ ...RECORDED, units: ['VN63-10-01', 'VN63-10-77'] }]],
    ['a case that is no identifier', 'REFERENCE_MALFORMED', [{ ...RECORDED, case: 'C-1' }]],
  ])('refuses %s', (_what, rule, events) => {
    expect(after(...events)).toMatchObject({ accepted: false, refusal: { rule } });
  });

  it.each<[string, Partial<SupervisionEvent>]>([
    ['as many findings as can be', { findingCount: 10_000 }],
    ['an answer due on the same day', { dueOn: '2025-03-03' }],
  ])('takes %s', (_what, fields) => {
    expect(after(RECORDED, { ...RECEIVED, ...fields })).toMatchObject({ accepted: true });
  });

  it('is to be answered by the day that the body set', () => {
    const statuses = (...events: SupervisionEvent[]): string[] =>
      deadlinesOf(supervisionLifecycle, events, TODAY).map(({ dueOn, status }) => `${dueOn} ${status}`);
    expect(statuses(RECORDED, RECEIVED)).toEqual(['2025-03-18 OVERDUE']);
    expect(statuses(RECORDED, RECEIVED, ANSWERED)).toEqual(['2025-03-18 MET']);
    expect(statuses(RECORDED, RECEIVED, { ...ANSWERED, occurredOn: '2025-03-19' })).toEqual(['2025-03-18 MET_LATE']);
    expect(statuses(RECORDED, NO_RECOMMENDATION)).toEqual([]);
  });

  it('late, it is counted from the day after until it is answered', () => {
    const { movements } = runEvents(
      supervisionLifecycle,
      [RECORDED, RECEIVED, { ...ANSWERED, occurredOn: '2025-03-25' }],
      TODAY,
    );
    const late = ['2025-03-18', '2025-03-19', '2025-03-24', '2025-03-25'].map(
      (day) => evaluate(outsideLines.answersOverdue, { opening: new Map(), closing: totalsOf(movements, day) }).cases,
    );
    expect(late).toEqual([0, 1, 1, 0]);
  });

  it('is counted under its body alone, its units one by one', () => {
    const assembly = { ...RECORDED, body: 'ASSEMBLY' as const, units: ['VN63-10-01', 'VN63-10-02'] };
    const { movements } = runEvents(supervisionLifecycle, [assembly, RECEIVED, ANSWERED, FOLLOWED_UP], TODAY);
    const figures = (body: 'ASSEMBLY' | 'PROCURACY'): number[] =>
      Object.values(bodyLines[body]).map(
        (line) => evaluate(line, { opening: new Map(), closing: totalsOf(movements, TODAY) }).cases,
      );
    expect(figures('ASSEMBLY')).toEqual([1, 2, 1, 3, 2, 2]);
    expect(figures('PROCURACY')).toEqual([0, 0, 0, 0, 0, 0]);
  });
});
