import { type Decision, type LineDefinition, addDays, evaluate } from '@thads/shared';
import fc from 'fast-check';
import { inspectionLines } from '../statistics/inspection.lines';
import { INSPECTIONS, inspectionSlots } from '../statistics/inspection.slots';
import { eventOf } from '../testing/events';
import { type TestLedger, lastDecision, runEvents, totalsOf } from '../testing/test-ledger';
import type { InspectionEntity } from './inspection.entity';
import type { InspectionEvent } from './inspection.event';
import { inspectionLifecycle } from './inspection.lifecycle';

const FIRST_DAY = '2025-01-01';
const LAST = 30;
const TODAY = addDays(FIRST_DAY, LAST);

function event(type: string, day: number, fields: Partial<InspectionEvent> = {}): InspectionEvent {
  return { id: 'unused', subject: 'VN63-10-01.I-1', type, occurredOn: addDays(FIRST_DAY, day), ...fields };
}

const OPENING = { kind: 'INTERNAL', theme: 'GENERAL' } as const;
const PLANNED = event('INSPECTION_PLANNED', 0, OPENING);
const CONDUCTED = event('INSPECTION_CONDUCTED', 5);
const cancelled = (day: number): InspectionEvent =>
  event('INSPECTION_CANCELLED', day, { decisionNumber: '3/QĐ', ground: 'OVERLAP' });
const concluded = (day: number, fields: Partial<InspectionEvent> = {}): InspectionEvent =>
  event('INSPECTION_CONCLUDED', day, { conclusion: 'Two files late.', signer: 'Head A', ...fields });
const DECIDED = event('INSPECTION_DECIDED', 1, { decisionNumber: '1/QĐ', signer: 'Director', teamHead: 'Head A' });
const postponed = (day: number, fields: Partial<InspectionEvent> = {}): InspectionEvent =>
  event('INSPECTION_POSTPONED', day, {
    decisionNumber: '2/QĐ',
    ground: 'UNIT_REQUEST',
    plannedFor: addDays(FIRST_DAY, day),
    ...fields,
  });

function after(...events: readonly InspectionEvent[]): Decision<InspectionEntity> {
  return lastDecision(inspectionLifecycle, events, TODAY);
}

describe('an inspection', () => {
  it('goes from its plan over conduct to the conclusion', () => {
    expect(after(PLANNED, CONDUCTED, concluded(9))).toMatchObject({
      accepted: true,
      state: {
        state: 'CONCLUDED',
        plannedOn: '2025-01-01',
        conductedOn: '2025-01-06',
        concludedOn: '2025-01-10',
        conclusion: 'Two files late.',
      },
    });
  });

  it('may be conducted without a plan, and is then not counted as planned', () => {
    const decision = after(event('UNPLANNED_INSPECTION_CONDUCTED', 3, OPENING));
    expect(decision).toMatchObject({ accepted: true, state: { state: 'CONDUCTED', plannedOn: null } });
    expect(decision.accepted && decision.movements.map(({ slot }) => slot)).toEqual(['INSPECTION_CONDUCTED']);
  });

  it('is of the office itself unless another unit is named', () => {
    expect(after(PLANNED)).toMatchObject({ state: { office: 1001, unit: 1001 } });
    expect(after({ ...PLANNED, unit: 'VN63-10-02' })).toMatchObject({ state: { office: 1001, unit: 1002 } });
  });

  it.each<[string, string, InspectionEvent[]]>([
    ['a conclusion before the inspection', 'TRANSITION_NOT_ALLOWED', [PLANNED, concluded(1)]],
    ['a cancellation after the inspection', 'TRANSITION_NOT_ALLOWED', [PLANNED, CONDUCTED, cancelled(6)]],
    ['anything after a cancellation', 'TRANSITION_NOT_ALLOWED', [PLANNED, cancelled(1), { ...CONDUCTED }]],
    ['a second plan', 'SUBJECT_EXISTS', [PLANNED, PLANNED]],
    ['conduct of what nobody planned', 'SUBJECT_UNKNOWN', [CONDUCTED]],
    ['a plan without its theme', 'FIELD_MISSING', [{ ...PLANNED, theme: null }]],
    ['a conclusion text in a plan', 'FIELD_NOT_ALLOWED', [{ ...PLANNED, conclusion: 'None.' }]],
    ['a unit that is no office', 'OFFICE_UNKNOWN', [{ ...PLANNED, unit: 'VN63-99-01' }]],
    ['conduct before the plan', 'DATE_RUNS_BACKWARDS', [{ ...PLANNED, occurredOn: TODAY }, CONDUCTED]],
    ['a conclusion that states nothing', 'CONCLUSION_EMPTY', [PLANNED, CONDUCTED, concluded(9, { conclusion: null })]],
    [
      'a conclusion whose parts are all empty',
      'CONCLUSION_EMPTY',
      [PLANNED, CONDUCTED, concluded(9, { conclusion: null, conclusionParts: { done: '', causes: null } })],
    ],
    ['a conclusion that nobody signed', 'FIELD_MISSING', [PLANNED, CONDUCTED, concluded(9, { signer: null })]],
    [
      'a conclusion that another than the team head signed',
      'SIGNER_NOT_TEAM_HEAD',
      [PLANNED, DECIDED, CONDUCTED, concluded(9, { signer: 'Head B' })],
    ],
    ['a cancellation without its ground', 'FIELD_MISSING', [PLANNED, { ...cancelled(1), ground: null }]],
    [
      'a cancellation on a ground of a postponement',
      'GROUND_UNKNOWN',
      [PLANNED, { ...cancelled(1), ground: 'UNIT_REQUEST' }],
    ],
    [
      'a postponement to a day that is over',
      'DAY_NOT_AHEAD',
      [PLANNED, postponed(4, { plannedFor: addDays(FIRST_DAY, 3) })],
    ],
    ['an order for a day that is over', 'DAY_NOT_AHEAD', [PLANNED, { ...DECIDED, plannedFor: FIRST_DAY }]],
    ['an order without a team head', 'FIELD_MISSING', [PLANNED, { ...DECIDED, teamHead: null }]],
    ['a day that is still to come', 'DATE_OUT_OF_RANGE', [{ ...PLANNED, occurredOn: addDays(TODAY, 1) }]],
  ])('refuses %s', (_what, rule, events) => {
    expect(after(...events)).toMatchObject({ accepted: false, refusal: { rule } });
  });

  it('goes from the decision to the end of the follow-up', () => {
    const events = [
      PLANNED,
      DECIDED,
      event('INSPECTION_ANNOUNCED', 2),
      postponed(3),
      event('INSPECTION_ANNOUNCED', 4),
      CONDUCTED,
      event('INSPECTION_TEAM_CHANGED', 6, { teamHead: 'Head B', decisionNumber: '4/QĐ' }),
      event('INSPECTION_ENDED', 8),
      concluded(9, { signer: 'Head B', conclusion: null, conclusionParts: { done: 'All files.', notDone: '' } }),
      event('CONCLUSION_FOLLOW_UP_RECORDED', 12, { followUp: 'One open.' }),
      event('CONCLUSION_FOLLOW_UP_ENDED', 20, { signer: 'Director' }),
    ];
    const states = events.map((_event, index) => {
      const decision = after(...events.slice(0, index + 1));
      return decision.accepted ? decision.state.state : decision.refusal.rule;
    });
    expect(states).toEqual([
      'PLANNED',
      'DECIDED',
      'ANNOUNCED',
      'POSTPONED',
      'ANNOUNCED',
      'CONDUCTED',
      'CONDUCTED',
      'ENDED',
      'CONCLUDED',
      'CONCLUDED',
      'FOLLOWED_UP',
    ]);
    expect(after(...events)).toMatchObject({
      state: {
        orderedBy: 'Director',
        decisionNumber: '1/QĐ',
        teamHead: 'Head B',
        concludedBy: 'Head B',
        conclusionParts: { done: 'All files.' },
        plannedFor: '2025-01-04',
        followUp: 'One open.',
        followedUpOn: '2025-01-21',
      },
    });
  });

  it('postponed before anybody was ordered stays planned, for another day', () => {
    expect(after(PLANNED, postponed(4))).toMatchObject({ state: { state: 'PLANNED', plannedFor: '2025-01-05' } });
  });

  it('takes a decision for the day it is made on', () => {
    expect(after(PLANNED, { ...DECIDED, plannedFor: '2025-01-02' })).toMatchObject({ state: { state: 'DECIDED' } });
  });

  it('names the article in a refusal where there is one', () => {
    expect(after({ ...PLANNED, kind: null })).toMatchObject({
      refusal: { legalBasis: 'Circular 04/2023 art. 22' },
    });
  });
});

const OPENERS = ['INSPECTION_PLANNED', 'UNPLANNED_INSPECTION_DECIDED', 'UNPLANNED_INSPECTION_CONDUCTED'];

/** Events with the fields that they need, of any subject, on any day. */
const anyEvents = fc.array(
  fc
    .record({
      subject: fc.constantFrom('VN63-10-01.A', 'VN63-10-01.B', 'VN63-22-00.C'),
      type: fc.constantFrom(...new Set(inspectionLifecycle.transitions.map((transition) => transition.event))),
      day: fc.nat(LAST + 1),
      kind: fc.constantFrom('SELF' as const, 'SUBORDINATES' as const),
      unit: fc.option(fc.constantFrom('VN63-10-02', 'nowhere'), { freq: 3 }),
    })
    .map(({ subject, type, day, kind, unit }): InspectionEvent => {
      const needed = eventOf(inspectionLifecycle, type, addDays(FIRST_DAY, day));
      return { ...needed, subject, ...(OPENERS.includes(type) ? { kind, unit } : {}) };
    }),
  { maxLength: 40 },
);

/** Half of them in order of time, so that many are accepted. */
const histories = fc
  .tuple(anyEvents, fc.boolean())
  .map(([events, inOrder]) => (inOrder ? [...events].sort((a, b) => (a.occurredOn < b.occurredOn ? -1 : 1)) : events));

const period = fc
  .tuple(fc.nat(LAST), fc.nat(LAST))
  .map(([a, b]) => ({ from: addDays(FIRST_DAY, Math.min(a, b)), through: addDays(FIRST_DAY, Math.max(a, b)) }));

function run(events: readonly InspectionEvent[]): TestLedger<InspectionEntity, InspectionEvent> {
  return runEvents(inspectionLifecycle, events, TODAY);
}

describe('whatever happens to inspections', () => {
  it('their movements add up to where they stand', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const { states, movements } = run(events);
        const stands = new Map<string, number>();
        for (const { placements } of [...states.values()].flatMap(inspectionLifecycle.positions)) {
          for (const { slot, count } of placements) stands.set(slot, (stands.get(slot) ?? 0) + count);
        }
        for (const slot of inspectionSlots) {
          expect(totalsOf(movements, TODAY).get(slot)?.cases ?? 0).toBe(stands.get(slot) ?? 0);
        }
      }),
    );
  });

  it('each is in exactly one place on every day since it was opened, and nothing is ever negative', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const { accepted, movements } = run(events);
        for (const subject of new Set(accepted.map((one) => one.subject))) {
          const openedOn = accepted.find((one) => one.subject === subject)!.occurredOn;
          const own = movements.filter((movement) => movement.subject === subject);
          for (let day = addDays(FIRST_DAY, -1); day <= TODAY; day = addDays(day, 1)) {
            const totals = totalsOf(own, day);
            const places = INSPECTIONS.map((slot) => totals.get(slot)?.cases ?? 0);
            expect(places.reduce((sum, count) => sum + count)).toBe(day < openedOn ? 0 : 1);
            for (const { cases, money } of totals.values()) {
              expect(cases).toBeGreaterThanOrEqual(0);
              expect(money).toBe(0);
            }
          }
        }
      }),
    );
  });

  it('every figure of every period is what a recount of the inspections gives', () => {
    fc.assert(
      fc.property(histories, period, (events, { from, through }) => {
        const { states, movements } = run(events);
        const within = (day: string | null): boolean => day !== null && from <= day && day <= through;
        const count = (holds: (inspection: InspectionEntity) => boolean): number =>
          [...states.values()].filter(holds).length;
        const figure = (line: LineDefinition): number =>
          evaluate(line, { opening: totalsOf(movements, addDays(from, -1)), closing: totalsOf(movements, through) })
            .cases;

        expect(figure(inspectionLines.planned)).toBe(count(({ plannedOn }) => within(plannedOn)));
        expect(figure(inspectionLines.cancelled)).toBe(count(({ cancelledOn }) => within(cancelledOn)));
        expect(figure(inspectionLines.conducted)).toBe(count(({ conductedOn }) => within(conductedOn)));
        expect(figure(inspectionLines.concluded)).toBe(count(({ concludedOn }) => within(concludedOn)));
        expect(figure(inspectionLines.conclusionsFollowedUp)).toBe(count(({ followedUpOn }) => within(followedUpOn)));
        expect(figure(inspectionLines.selfInspections)).toBe(
          count(({ kind, conductedOn }) => kind === 'SELF' && within(conductedOn)),
        );
      }),
    );
  });
});
