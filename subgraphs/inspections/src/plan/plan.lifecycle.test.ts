import { type Decision, type IsoDate, deadlinesOf, evaluate } from '@thads/shared';
import { inspectionLifecycle } from '../inspection/inspection.lifecycle';
import { inspectionLines } from '../statistics/inspection.lines';
import { eventOf } from '../testing/events';
import { lastDecision, runEvents, totalsOf } from '../testing/test-ledger';
import type { PlanEntity } from './plan.entity';
import type { PlanEvent } from './plan.event';
import { planLifecycle } from './plan.lifecycle';

const TODAY = '2025-12-31';
const event = (type: string, occurredOn: IsoDate, fields: Partial<PlanEvent> = {}): PlanEvent => ({
  ...eventOf(planLifecycle, type, occurredOn),
  ...fields,
});

const DRAFTED = event('PLAN_DRAFTED', '2024-11-01');
const ISSUED = event('PLAN_ISSUED', '2024-12-10');
const SENT = event('PLAN_SENT_UPWARD', '2024-12-20');
const CLOSED = event('PLAN_CLOSED', '2025-10-02');

const after = (...events: readonly PlanEvent[]): Decision<PlanEntity> => lastDecision(planLifecycle, events, TODAY);

describe('a yearly plan', () => {
  it('is drafted, issued, sent upward, adjusted and closed', () => {
    const adjusted = event('PLAN_ADJUSTED', '2025-03-03', { content: 'Auctions only.', decisionNumber: '9/QĐ' });
    expect(after(DRAFTED, ISSUED, SENT, { ...adjusted, purpose: null }, CLOSED)).toMatchObject({
      accepted: true,
      state: {
        state: 'CLOSED',
        kind: 'SELF',
        workingYear: 2025,
        dueOn: '2024-12-31',
        purpose: 'p',
        content: 'Auctions only.',
        decisionNumber: '9/QĐ',
        issuedOn: '2024-12-10',
        sentOn: '2024-12-20',
        sentTo: 1000,
        adjustedOn: '2025-03-03',
        closedOn: '2025-10-02',
      },
    });
  });

  it('may be given its missing parts by what issues it', () => {
    const draft = { ...DRAFTED, method: null };
    expect(after(draft, { ...ISSUED, method: 'On site.' })).toMatchObject({
      state: { state: 'ISSUED', method: 'On site.' },
    });
  });

  const nothing = { purpose: null, scopeAndObject: null, content: ' ', method: null, organisation: null };
  it.each<[string, string, PlanEvent[]]>([
    ['a plan that lacks a part', 'PLAN_INCOMPLETE', [{ ...DRAFTED, method: null }, ISSUED]],
    ['a plan with a blank part', 'PLAN_INCOMPLETE', [{ ...DRAFTED, organisation: ' ' }, ISSUED]],
    ['an issue without its decision', 'FIELD_MISSING', [DRAFTED, { ...ISSUED, decisionNumber: null }]],
    ['a revision of nothing', 'NOTHING_CHANGED', [DRAFTED, event('PLAN_DRAFT_REVISED', '2024-11-02', nothing)]],
    ['an adjustment of nothing', 'NOTHING_CHANGED', [DRAFTED, ISSUED, event('PLAN_ADJUSTED', '2025-01-02', nothing)]],
    [
      'an adjustment without its decision',
      'FIELD_MISSING',
      [DRAFTED, ISSUED, event('PLAN_ADJUSTED', '2025-01-02', { decisionNumber: null })],
    ],
    ['a year that is two years ahead', 'WORKING_YEAR_OUT_OF_RANGE', [{ ...DRAFTED, workingYear: 2027 }]],
    ['a year that is two years back', 'WORKING_YEAR_OUT_OF_RANGE', [{ ...DRAFTED, workingYear: 2023 }]],
    ['a half year', 'WORKING_YEAR_OUT_OF_RANGE', [{ ...DRAFTED, workingYear: 2024.5 }]],
    ['a plan sent to nowhere', 'OFFICE_UNKNOWN', [DRAFTED, ISSUED, { ...SENT, toOffice: 'VN63-99-00' }]],
    ['a plan sent to its own office', 'OFFICE_NOT_SUPERIOR', [DRAFTED, ISSUED, { ...SENT, toOffice: 'VN63-10-01' }]],
    ['a plan sent to its neighbour', 'OFFICE_NOT_SUPERIOR', [DRAFTED, ISSUED, { ...SENT, toOffice: 'VN63-10-02' }]],
    ['a plan sent to another province', 'OFFICE_NOT_SUPERIOR', [DRAFTED, ISSUED, { ...SENT, toOffice: 'VN63-11-00' }]],
  ])('refuses %s', (_what, rule, events) => {
    expect(after(...events)).toMatchObject({ accepted: false, refusal: { rule } });
  });

  it.each([
    ['VN63-10-01', 'VN-00', null],
    ['VN63-10-00', 'VN-00', null],
    ['VN63-10-00', 'VN63-11-00', 'OFFICE_NOT_SUPERIOR'],
    ['VN63-10-00', 'VN63-10-01', 'OFFICE_NOT_SUPERIOR'],
    ['VN-00', 'VN63-10-00', 'OFFICE_NOT_SUPERIOR'],
  ])('of %s sent to %s: %s', (own, toOffice, rule) => {
    const subject = `${own}.P-1`;
    const decision = after({ ...DRAFTED, subject }, { ...ISSUED, subject }, { ...SENT, subject, toOffice });
    expect(decision.accepted ? null : decision.refusal.rule).toBe(rule);
  });

  it.each([2024, 2026])('takes the year next to the one it is drafted in, %i', (workingYear) => {
    expect(after({ ...DRAFTED, workingYear })).toMatchObject({ accepted: true, state: { workingYear } });
  });

  it('is due by 31 December of its working year, issued and sent', () => {
    const statuses = (...events: PlanEvent[]): string[] =>
      deadlinesOf(planLifecycle, events, '2025-01-01').map(({ name, dueOn, status }) => `${name}: ${dueOn} ${status}`);
    expect(statuses(DRAFTED)).toEqual([
      'Issue the plan: 2024-12-31 OVERDUE',
      'Send the plan upward: 2024-12-31 OVERDUE',
    ]);
    expect(statuses(DRAFTED, ISSUED, { ...SENT, occurredOn: '2024-12-31' })).toEqual([
      'Issue the plan: 2024-12-31 MET',
      'Send the plan upward: 2024-12-31 MET',
    ]);
    expect(statuses(DRAFTED, ISSUED, { ...SENT, occurredOn: '2025-01-01' })[1]).toBe(
      'Send the plan upward: 2024-12-31 MET_LATE',
    );
    const central = { subject: 'VN-00.P-1' };
    expect(statuses({ ...DRAFTED, ...central }, { ...ISSUED, ...central })).toEqual(['Issue the plan: 2024-12-31 MET']);
  });

  it.each<[string, readonly number[], PlanEvent[]]>([
    ['never sent', [0, 1, 1], [DRAFTED, ISSUED]],
    ['never issued', [0, 1, 1], [DRAFTED, event('PLAN_DRAFT_REVISED', '2025-01-15')]],
    ['sent in time', [0, 0, 0], [DRAFTED, ISSUED, SENT]],
    ['sent late', [0, 1, 0], [DRAFTED, ISSUED, { ...SENT, occurredOn: '2025-01-20' }]],
    ['drafted late', [0, 0, 1], [{ ...DRAFTED, occurredOn: '2025-01-20' }]],
    [
      'of the central department, issued late',
      [0, 1, 0],
      [DRAFTED, { ...ISSUED, occurredOn: '2025-01-20' }].map((one) => ({ ...one, subject: 'VN-00.P-1' })),
    ],
  ])('%s is late at the end of 31 December, 1 and 31 January: %j', (_what, expected, events) => {
    const { movements } = runEvents(planLifecycle, events, TODAY);
    const late = ['2024-12-31', '2025-01-01', '2025-01-31'].map(
      (day) => evaluate(inspectionLines.plansLate, { opening: new Map(), closing: totalsOf(movements, day) }).cases,
    );
    expect(late).toEqual(expected);
  });
});

describe('an inspection that names a plan', () => {
  const plan: Partial<PlanEntity> = {
    id: 'VN63-10-00.P-1',
    state: 'SENT_UPWARD',
    kind: 'SELF',
    workingYear: 2025,
    issuedOn: '2024-12-10',
    closedOn: null,
  };
  const planned = { ...eventOf(inspectionLifecycle, 'INSPECTION_PLANNED', '2024-12-10'), plan: plan.id };

  it('refers to it', () => {
    expect(inspectionLifecycle.references!(planned)).toEqual([{ subjectType: 'plan', id: plan.id }]);
    expect(inspectionLifecycle.references!({ ...planned, plan: null })).toEqual([]);
  });

  it.each<[string, string | null, Partial<PlanEntity>, object]>([
    ['on the day that the plan was issued', null, {}, {}],
    ['before the plan was issued', 'PLAN_NOT_ISSUED', { issuedOn: '2024-12-11' }, {}],
    ['while the plan is a draft', 'PLAN_NOT_ISSUED', { issuedOn: null, state: 'DRAFTED' }, {}],
    ['on the day that the plan was closed', null, { closedOn: '2024-12-10', state: 'CLOSED' }, {}],
    ['after the plan was closed', 'PLAN_CLOSED', { closedOn: '2024-12-09', issuedOn: '2024-12-01' }, {}],
    ['of another kind', 'PLAN_OF_OTHER_KIND', { kind: 'INTERNAL' }, {}],
    ['of another year', 'PLAN_OF_OTHER_YEAR', { workingYear: 2026 }, {}],
    ['for the last day of the year', null, {}, { plannedFor: '2025-09-30' }],
    ['for the first day of the next', 'PLAN_OF_OTHER_YEAR', {}, { plannedFor: '2025-10-01' }],
  ])('%s: %s', (_what, rule, state, fields) => {
    const fault = inspectionLifecycle.referenceGuards!['plan']!({ ...planned, ...fields }, { ...plan, ...state });
    expect(fault?.rule ?? null).toBe(rule);
  });
});
