import { type Decision, type IsoDate, type LineDefinition, addDays, deadlinesOf, evaluate } from '@thads/shared';
import fc from 'fast-check';
import { inspectionLines } from '../statistics/inspection.lines';
import { FINDINGS, inspectionSlots } from '../statistics/inspection.slots';
import { type TestLedger, lastDecision, runEvents, totalsOf } from '../testing/test-ledger';
import type { InspectionEntity } from '../inspection/inspection.entity';
import type { FindingEntity } from './finding.entity';
import type { FindingEvent } from './finding.event';
import { findingLifecycle } from './finding.lifecycle';

const FIRST_DAY = '2025-01-01';
const LAST = 30;
const TODAY = addDays(FIRST_DAY, LAST);
/** Due dates may lie ahead of today; the day after the last of them. */
const HORIZON = addDays(TODAY, LAST + 1);

function event(type: string, day: number, fields: Partial<FindingEvent> = {}): FindingEvent {
  return { id: 'unused', subject: 'VN63-10-01.F-1', type, occurredOn: addDays(FIRST_DAY, day), ...fields };
}

const FOUND = event('FINDING_RECORDED', 0, { inspection: 'VN63-10-00.I-1', findingKind: 'VIOLATION' });
const RECOMMENDED: FindingEvent = { ...FOUND, recommendation: 'Verify again.', dueOn: addDays(FIRST_DAY, 10) };
const REPORTED = event('RECOMMENDATION_REPORTED_DONE', 5);
const CLOSED = event('RECOMMENDATION_VERIFIED_CLOSED', 8);
const extended = (day: number, dueDay: number): FindingEvent =>
  event('RECOMMENDATION_EXTENDED', day, { dueOn: addDays(FIRST_DAY, dueDay), decisionNumber: '5/QĐ' });
const decided = (day: number, fields: Partial<FindingEvent> = {}): FindingEvent =>
  event('CONSEQUENCE_DECIDED', day, { consequence: 'DRAWING_LESSONS', decisionNumber: '6/QĐ', ...fields });

function after(...events: readonly FindingEvent[]): Decision<FindingEntity> {
  return lastDecision(findingLifecycle, events, TODAY);
}

function run(events: readonly FindingEvent[]): TestLedger<FindingEntity, FindingEvent> {
  return runEvents(findingLifecycle, events, TODAY);
}

function overdueAt(day: number, ...events: readonly FindingEvent[]): number {
  return totalsOf(run(events).movements, addDays(FIRST_DAY, day)).get('RECOMMENDATION_OVERDUE')?.cases ?? 0;
}

describe('a finding', () => {
  it('without a recommendation is noted and done with', () => {
    expect(after(FOUND)).toMatchObject({ accepted: true, state: { state: 'NOTED', recommendation: null } });
  });

  it('with a recommendation stays open until it is reported done, verified and closed', () => {
    expect(after(RECOMMENDED)).toMatchObject({ state: { state: 'OPEN' } });
    expect(after(RECOMMENDED, REPORTED)).toMatchObject({ state: { state: 'REPORTED_DONE', closedOn: null } });
    expect(after(RECOMMENDED, REPORTED, CLOSED)).toMatchObject({
      state: { state: 'VERIFIED_CLOSED', closedOn: '2025-01-09' },
    });
  });

  it('keeps what it is about', () => {
    const about = { unit: 'VN63-10-02', againstOfficer: 'VN63-10-02.O-1', case: 'VN63-10-02.C-1' };
    expect(after({ ...FOUND, ...about })).toMatchObject({
      state: { unit: 1002, againstOfficer: 'VN63-10-02.O-1', caseId: 'VN63-10-02.C-1' },
    });
  });

  it('takes an empty recommendation for none', () => {
    expect(after({ ...FOUND, recommendation: '' })).toMatchObject({ state: { state: 'NOTED', recommendation: null } });
  });

  it('belongs to an inspection of the register', () => {
    expect(findingLifecycle.references!(FOUND)).toEqual([{ subjectType: 'inspection', id: 'VN63-10-00.I-1' }]);
    expect(findingLifecycle.references!({ ...FOUND, inspection: '' })).toHaveLength(1);
  });

  it.each<[string, string, FindingEvent[]]>([
    ['a recommendation without a due date', 'DUE_DATE_MISSING', [{ ...RECOMMENDED, dueOn: null }]],
    ['a due date without a recommendation', 'RECOMMENDATION_MISSING', [{ ...RECOMMENDED, recommendation: null }]],
    ['a finding of no inspection', 'FIELD_MISSING', [{ ...FOUND, inspection: null }]],
    ['an officer that is no identifier', 'REFERENCE_MALFORMED', [{ ...FOUND, againstOfficer: 'Mr. A' }]],
    ['a case that is no identifier', 'REFERENCE_MALFORMED', [{ ...FOUND, case: '' }]],
    ['a unit that is no office', 'OFFICE_UNKNOWN', [{ ...FOUND, unit: 'VN63-10' }]],
    ['an extension to the day that it was due anyway', 'DUE_DATE_NOT_LATER', [RECOMMENDED, extended(3, 10)]],
    ['an extension without its decision', 'FIELD_MISSING', [RECOMMENDED, { ...extended(3, 11), decisionNumber: null }]],
    ['an extension of what is reported done', 'TRANSITION_NOT_ALLOWED', [RECOMMENDED, REPORTED, extended(6, 11)]],
    ['a reprimand of nobody', 'OFFICER_MISSING', [FOUND, decided(1, { consequence: 'REPRIMAND' })]],
    ['a procedure against nobody', 'OFFICER_MISSING', [FOUND, decided(1, { consequence: 'DISCIPLINE' })]],
    [
      'a reprimand of somebody who is no officer',
      'REFERENCE_MALFORMED',
      [FOUND, decided(1, { consequence: 'REPRIMAND', officer: 'Mr. A' })],
    ],
    ['a report on a finding without a recommendation', 'TRANSITION_NOT_ALLOWED', [FOUND, REPORTED]],
    ['closing what nobody reported done', 'TRANSITION_NOT_ALLOWED', [RECOMMENDED, CLOSED]],
    [
      'reopening what is closed',
      'TRANSITION_NOT_ALLOWED',
      [RECOMMENDED, REPORTED, CLOSED, event('RECOMMENDATION_REOPENED', 9)],
    ],
    ['a report on a finding that nobody recorded', 'SUBJECT_UNKNOWN', [REPORTED]],
    ['the same finding twice', 'SUBJECT_EXISTS', [FOUND, FOUND]],
  ])('refuses %s', (_what, rule, events) => {
    expect(after(...events)).toMatchObject({ accepted: false, refusal: { rule } });
  });

  it('may have its last day put off, also when that is over; the days late stay late', () => {
    const days = [10, 11, 14, 15, 20, 21];
    expect(after(RECOMMENDED, extended(10, 11))).toMatchObject({ state: { dueOn: '2025-01-12', extensions: 1 } });
    expect(days.map((day) => overdueAt(day, RECOMMENDED, extended(10, 20)))).toEqual([0, 0, 0, 0, 0, 1]);
    expect(days.map((day) => overdueAt(day, RECOMMENDED, extended(15, 20)))).toEqual([0, 1, 1, 0, 0, 1]);
  });

  it('shows by when it is to be done, anew after an extension', () => {
    const statuses = (...events: FindingEvent[]): string[][] =>
      deadlinesOf(findingLifecycle, events, TODAY).map(({ dueOn, status }) => [dueOn, status]);
    expect(statuses(FOUND)).toEqual([]);
    expect(statuses(RECOMMENDED)).toEqual([['2025-01-11', 'OVERDUE']]);
    expect(statuses(RECOMMENDED, decided(2), REPORTED)).toEqual([['2025-01-11', 'MET']]);
    expect(statuses(RECOMMENDED, extended(12, 20), event('RECOMMENDATION_REPORTED_DONE', 25))).toEqual([
      ['2025-01-11', 'LAPSED'],
      ['2025-01-21', 'MET_LATE'],
    ]);
  });

  it('keeps every consequence, in any state, for the officer it names or the one it is about', () => {
    const against = { ...RECOMMENDED, againstOfficer: 'VN63-10-02.O-1' };
    const reprimand = decided(9, { consequence: 'REPRIMAND' });
    const other = decided(9, { consequence: 'DISCIPLINE', officer: 'VN63-10-02.O-2' });
    expect(after(FOUND, decided(1))).toMatchObject({
      state: { state: 'NOTED', consequences: [{ consequence: 'DRAWING_LESSONS', officer: null }] },
    });
    expect(after(against, REPORTED, CLOSED, reprimand, other)).toMatchObject({
      state: {
        state: 'VERIFIED_CLOSED',
        consequences: [
          { consequence: 'REPRIMAND', officer: 'VN63-10-02.O-1', decidedOn: '2025-01-10', decisionNumber: '6/QĐ' },
          { consequence: 'DISCIPLINE', officer: 'VN63-10-02.O-2' },
        ],
      },
    });
    const { movements } = run([against, REPORTED, CLOSED, reprimand, other]);
    expect(
      evaluate(inspectionLines.consequences, { opening: new Map(), closing: totalsOf(movements, TODAY) }).cases,
    ).toBe(2);
  });

  it.each<[string, string | null, Partial<InspectionEntity>, Partial<FindingEvent>]>([
    ['conducted on the day of the finding', null, { state: 'CONDUCTED', conductedOn: FIRST_DAY }, {}],
    ['concluded', null, { state: 'CONCLUDED', conductedOn: '2024-12-01' }, {}],
    ['of the kind that the finding states', null, { state: 'ENDED', conductedOn: FIRST_DAY }, { kind: 'SELF' }],
    ['of another kind', 'KIND_DIFFERS', { state: 'ENDED', conductedOn: FIRST_DAY }, { kind: 'INTERNAL' }],
    ['not conducted yet', 'INSPECTION_NOT_CONDUCTED', { state: 'ANNOUNCED' }, {}],
    ['conducted the day after', 'INSPECTION_NOT_CONDUCTED', { state: 'CONDUCTED', conductedOn: '2025-01-02' }, {}],
    ['cancelled', 'INSPECTION_CANCELLED', { state: 'CANCELLED', cancelledOn: '2024-12-01' }, {}],
    [
      'followed up until the day before',
      'FOLLOW_UP_OVER',
      { state: 'FOLLOWED_UP', conductedOn: '2024-11-01', followedUpOn: '2024-12-31' },
      {},
    ],
    [
      'followed up until that day',
      null,
      { state: 'FOLLOWED_UP', conductedOn: '2024-11-01', followedUpOn: FIRST_DAY },
      {},
    ],
  ])('of an inspection that was %s: %s', (_what, rule, state, fields) => {
    const inspection = { id: 'VN63-10-00.I-1', kind: 'SELF', conductedOn: null, followedUpOn: null, ...state };
    const fault = findingLifecycle.referenceGuards!['inspection']!({ ...FOUND, ...fields }, inspection);
    expect(fault?.rule ?? null).toBe(rule);
  });

  it('is overdue from the first day after the due date', () => {
    expect([10, 11, 30].map((day) => overdueAt(day, RECOMMENDED))).toEqual([0, 1, 1]);
  });

  it('is not overdue once reported done, however late', () => {
    const late = event('RECOMMENDATION_REPORTED_DONE', 20);
    expect([10, 11, 19, 20].map((day) => overdueAt(day, RECOMMENDED, late))).toEqual([0, 1, 1, 0]);
  });

  it('reopened after its due date is overdue from that day on, not in between', () => {
    const reopened = event('RECOMMENDATION_REOPENED', 25);
    expect([10, 11, 24, 25].map((day) => overdueAt(day, RECOMMENDED, REPORTED, reopened))).toEqual([0, 0, 0, 1]);
  });

  it('recorded after the due date is overdue from the day it was recorded', () => {
    expect(
      [3, 4].map((day) => overdueAt(day, { ...RECOMMENDED, ...event('FINDING_RECORDED', 4), dueOn: '2024-12-01' })),
    ).toEqual([0, 1]);
  });
});

const anyEvent = fc.record({
  id: fc.constant('unused'),
  subject: fc.constantFrom('VN63-10-01.A', 'VN63-10-01.B', 'VN63-22-00.C'),
  type: fc.constantFrom(...findingLifecycle.transitions.map((transition) => transition.event)),
  occurredOn: fc.nat(LAST + 1).map((day) => addDays(FIRST_DAY, day)),
  findingKind: fc.constantFrom('SHORTCOMING' as const, 'VIOLATION' as const),
  kind: fc.option(fc.constant('SELF' as const)),
  recommendation: fc.option(fc.constant('Verify again.'), { freq: 4 }),
  dueOn: fc.option(
    fc.integer({ min: -5, max: 2 * LAST }).map((day) => addDays(FIRST_DAY, day)),
    { freq: 4 },
  ),
});

/** Opening events need what others must not have. */
const anyEvents = fc.array(
  anyEvent.map(({ id, subject, type, occurredOn, ...finding }): FindingEvent => {
    const common = { id, subject, type, occurredOn };
    if (type === 'RECOMMENDATION_EXTENDED') return { ...common, decisionNumber: '5/QĐ', dueOn: finding.dueOn };
    if (type === 'CONSEQUENCE_DECIDED') return { ...common, decisionNumber: '6/QĐ', consequence: 'COMPENSATION' };
    return type === 'FINDING_RECORDED' ? { ...common, inspection: 'VN63-10-00.I-1', ...finding } : common;
  }),
  { maxLength: 40 },
);

/** Half of them in order of time, so that many are accepted. */
const histories = fc
  .tuple(anyEvents, fc.boolean())
  .map(([events, inOrder]) => (inOrder ? [...events].sort((a, b) => (a.occurredOn < b.occurredOn ? -1 : 1)) : events));

const period = fc
  .tuple(fc.nat(2 * LAST), fc.nat(2 * LAST))
  .map(([a, b]) => ({ from: addDays(FIRST_DAY, Math.min(a, b)), through: addDays(FIRST_DAY, Math.max(a, b)) }));

describe('whatever happens to findings', () => {
  it('their movements add up to where they stand', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const { states, movements } = run(events);
        const stands = new Map<string, number>();
        for (const { placements } of [...states.values()].flatMap(findingLifecycle.positions)) {
          for (const { slot, count } of placements) stands.set(slot, (stands.get(slot) ?? 0) + count);
        }
        for (const slot of inspectionSlots) {
          expect(totalsOf(movements, HORIZON).get(slot)?.cases ?? 0).toBe(stands.get(slot) ?? 0);
        }
      }),
    );
  });

  it('each is in exactly one place on every day since it was recorded, and nothing is ever negative', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const { states, movements } = run(events);
        for (const { id, recordedOn } of states.values()) {
          const own = movements.filter(({ subject }) => subject === id);
          for (let day = addDays(FIRST_DAY, -1); day <= HORIZON; day = addDays(day, 1)) {
            const totals = totalsOf(own, day);
            const places = FINDINGS.map((slot) => totals.get(slot)?.cases ?? 0);
            expect(places.reduce((sum, count) => sum + count)).toBe(day < recordedOn ? 0 : 1);
            for (const { cases, money } of totals.values()) {
              expect(cases).toBeGreaterThanOrEqual(0);
              expect(money).toBe(0);
            }
          }
        }
      }),
    );
  });

  it('every figure of every period is what a recount of the findings gives', () => {
    fc.assert(
      fc.property(histories, period, (events, { from, through }) => {
        const { states, movements } = run(events);
        const findings = [...states.values()];
        const totals = { opening: totalsOf(movements, addDays(from, -1)), closing: totalsOf(movements, through) };
        const figure = (line: LineDefinition): number => evaluate(line, totals).cases;
        const recorded = findings.filter(({ recordedOn }) => from <= recordedOn && recordedOn <= through);

        expect(figure(inspectionLines.shortcomings)).toBe(
          recorded.filter(({ findingKind }) => findingKind === 'SHORTCOMING').length,
        );
        expect(figure(inspectionLines.shortcomings) + figure(inspectionLines.violations)).toBe(recorded.length);
        expect(figure(inspectionLines.recommendations)).toBe(
          recorded.filter(({ recommendation }) => recommendation !== null).length,
        );
        expect(figure(inspectionLines.followedUp)).toBe(
          findings.filter(({ closedOn }) => closedOn !== null && from <= closedOn && closedOn <= through).length,
        );
      }),
    );
  });

  it('overdue at the end of every day are those still open after their due date', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const { accepted, states, movements } = run(events);
        for (let day = FIRST_DAY; day <= HORIZON; day = addDays(day, 1)) {
          const overdue = evaluate(inspectionLines.overdue, { opening: new Map(), closing: totalsOf(movements, day) });
          const late = [...states.keys()].filter(
            (id) => isOpenOn(day, id, accepted) && dueOnAsOf(day, id, accepted) < day,
          );
          expect(overdue.cases).toBe(late.length);
        }
      }),
    );
  });
});

/** Open at the end of a day, by the last thing that had happened to it then. */
function isOpenOn(day: IsoDate, subject: string, accepted: readonly FindingEvent[]): boolean {
  const last = accepted
    .filter((one) => one.subject === subject && one.occurredOn <= day)
    .filter(({ type }) => type !== 'RECOMMENDATION_EXTENDED' && type !== 'CONSEQUENCE_DECIDED')
    .at(-1);
  if (last?.type === 'FINDING_RECORDED' && !last.recommendation) return false;
  return last?.type === 'FINDING_RECORDED' || last?.type === 'RECOMMENDATION_REOPENED';
}

/** The last day to do as recommended, as it stood at the end of a day. */
function dueOnAsOf(day: IsoDate, subject: string, accepted: readonly FindingEvent[]): IsoDate {
  const own = accepted.filter((one) => one.subject === subject && one.occurredOn <= day);
  return own.filter(({ dueOn }) => dueOn).at(-1)!.dueOn!;
}
