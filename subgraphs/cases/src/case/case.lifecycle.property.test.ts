import { NOTHING, addDays } from '@thads/shared';
import fc from 'fast-check';
import { DEDUCTED, DONE, OPEN_NOT_YET, OPEN_WITH_CONDITIONS, caseSlots } from '../statistics/case.slots';
import { EVENT_TYPES, TODAY, anyEvents, daysOf, officeOf, play } from '../testing/histories';
import { totalsThrough } from '../testing/ledger';
import { historiesOf } from '../testing/recount';
import { caseLifecycle } from './case.lifecycle';

const MAIN: readonly string[] = [...OPEN_WITH_CONDITIONS, ...OPEN_NOT_YET, ...DONE, ...DEDUCTED];
const ENDS = ['COMPLETED', 'TERMINATED', 'ENTRUSTED_OUT', 'REVOKED', 'WITHDRAWN_UPWARD', 'REQUEST_REFUSED'];

const APART = ['MOVED_TO_SEPARATE_BOOK', 'NEW_INFORMATION'];

/** What was outstanding when a case was put apart on a day. */
function putApart(movements: Parameters<typeof totalsThrough>[0], day: string): number {
  const at = (when: string): number => totalsThrough(movements, when).get('SEPARATED')?.money ?? 0;
  return at(day) - at(addDays(day, -1));
}

describe('whatever is sent in about cases, in whatever order', () => {
  test('the movements of a case add up to where it stands', () => {
    fc.assert(
      fc.property(anyEvents(), (events) => {
        const { events: accepted, movements, states } = play(events);
        for (const history of historiesOf(accepted)) {
          const subject = history[0]!.subject;
          const own = play(history).movements;
          const placements = caseLifecycle.positions(states.get(subject)!).flatMap((position) => position.placements);
          for (const slot of caseSlots) {
            const at = placements.filter((placement) => placement.slot === slot);
            expect({ subject, slot, ...(totalsThrough(own, '9999-12-31').get(slot) ?? NOTHING) }).toEqual({
              subject,
              slot,
              cases: at.reduce((sum, { count }) => sum + count, 0),
              money: at.reduce((sum, { money = 0 }) => sum + money, 0),
            });
          }
        }
        expect(movements).toHaveLength(historiesOf(accepted).reduce((sum, own) => sum + play(own).movements.length, 0));
      }),
    );
  });

  test('a decided case is in exactly one slot on every day since its decision, its whole amount spread over slots', () => {
    fc.assert(
      fc.property(anyEvents(), (events) => {
        for (const history of historiesOf(play(events).events)) {
          const { movements, states } = play(history);
          const { decidedOn, amount, id } = states.get(history[0]!.subject)!;
          const apart = history.flatMap(({ type, occurredOn }) => (APART.includes(type) ? [{ type, occurredOn }] : []));
          for (const day of daysOf({ movements })) {
            const isDecided = decidedOn !== null && decidedOn <= day;
            const totals = [...totalsThrough(movements, day)].filter(([slot]) => MAIN.includes(slot));
            // What was put apart counts there once for each time, and comes back as new.
            const separated = totals.find(([slot]) => slot === 'SEPARATED')?.[1] ?? NOTHING;
            const latest = apart.findLast(({ occurredOn }) => occurredOn <= day);
            const isApart = latest?.type === 'MOVED_TO_SEPARATE_BOOK';
            const others = totals.filter(([slot]) => slot !== 'SEPARATED');
            const held = others.map(([, { cases }]) => cases).filter((cases) => cases !== 0);
            const money = others.reduce((sum, [, one]) => sum + one.money, 0);
            expect({ id, day, held, money }).toEqual({
              id,
              day,
              held: isDecided && !isApart ? [1] : [],
              money: isDecided ? amount - (isApart ? putApart(movements, latest!.occurredOn) : 0) : 0,
            });
            expect({ id, day, times: separated.cases }).toEqual({
              id,
              day,
              times: apart.filter(({ type, occurredOn }) => type !== 'NEW_INFORMATION' && occurredOn <= day).length,
            });
          }
        }
      }),
    );
  });

  test('nothing is negative on any day, neither of one case nor of all', () => {
    fc.assert(
      fc.property(anyEvents(), (events) => {
        const all = play(events);
        for (const played of [all, ...historiesOf(all.events).map(play)]) {
          for (const day of daysOf(played)) {
            for (const [slot, { cases, money }] of totalsThrough(played.movements, day)) {
              expect({ day, slot, isNegative: cases < 0 || money < 0 }).toEqual({ day, slot, isNegative: false });
            }
          }
        }
      }),
    );
  });

  test('nothing is booked before a case’s first event, under another office, kind, initiation or overlay', () => {
    fc.assert(
      fc.property(anyEvents(), (events) => {
        for (const history of historiesOf(play(events).events)) {
          const [opening] = history;
          const { kind, initiation, overlays } = play(history).states.get(opening!.subject)!;
          for (const movement of play(history).movements) {
            expect(movement.onDate >= opening!.occurredOn).toBe(true);
            expect(movement).toMatchObject({
              dimensions: { kind, initiation },
              overlays,
              office: officeOf(opening!.subject),
            });
          }
        }
      }),
    );
  });

  test('paid never exceeds the amount, ends are final, days never run backwards, versions count the events', () => {
    fc.assert(
      fc.property(anyEvents(), (events) => {
        const { events: accepted, states } = play(events);
        for (const history of historiesOf(accepted)) {
          const state = states.get(history[0]!.subject)!;
          expect(state.paid >= 0 && state.paid <= state.amount).toBe(true);
          expect(state.version).toBe(history.length);
          const end = history.findIndex(({ type }) => ENDS.includes(type));
          const since = end === -1 ? [] : history.slice(end + 1);
          expect(since.filter(({ type }) => type !== 'RESULT_CONFIRMED')).toEqual([]);
          expect(history.map(({ occurredOn }) => occurredOn)).toEqual(
            history.map(({ occurredOn }) => occurredOn).sort(),
          );
          expect(history.every(({ occurredOn }) => occurredOn <= TODAY)).toBe(true);
        }
      }),
    );
  });

  test('a refusal names a rule, what was wrong and what would be allowed', () => {
    fc.assert(
      fc.property(anyEvents(), (events) => {
        for (const { rule, message, allowed, legalBasis } of play(events).refusals) {
          expect(rule).toMatch(/^[A-Z_]+$/);
          expect(message.endsWith('.')).toBe(true);
          expect(allowed).toBeTruthy();
          expect(legalBasis === null || legalBasis.length > 0).toBe(true);
        }
      }),
    );
  });
});

test('these histories do reach every event, every slot, and refusals of every kind', () => {
  const played = fc.sample(anyEvents(2, 90, 60), { numRuns: 1_500, seed: 72 }).map(play);
  const unique = (values: readonly string[]): string[] => [...new Set(values)].sort();
  expect(unique(played.flatMap(({ events }) => events.map(({ type }) => type)))).toEqual(
    // An officer has to be there, and a request is returned since July 2026 only.
    unique(EVENT_TYPES.filter((type) => type !== 'OFFICER_ASSIGNED' && type !== 'REQUEST_RETURNED')),
  );
  expect(unique(played.flatMap(({ movements }) => movements.map(({ slot }) => slot)))).toEqual(
    unique(caseSlots.filter((slot) => !slot.startsWith('ADMINISTRATIVE'))),
  );
  expect(unique(played.flatMap(({ refusals }) => refusals.map(({ rule }) => rule)))).toEqual(
    expect.arrayContaining([
      'AMOUNT_EXCEEDS_COLLECTED',
      'AMOUNT_EXCEEDS_OUTSTANDING',
      'AROUND_TET',
      'BELOW_AUCTION_MINIMUM',
      'DATE_OUT_OF_RANGE',
      'DATE_RUNS_BACKWARDS',
      'FIELD_MISSING',
      'INITIATION_CONTRADICTS',
      'NOT_A_PART',
      'NOT_YET_IN_FORCE',
      'NO_FORCES_MOBILISED',
      'OFFICE_UNKNOWN',
      'PLANNED_FOR_THE_PAST',
      'POSTPONED_TOO_LONG',
      'REAPPRAISED_BEFORE',
      'REQUEST_MISSING',
      'SUBJECT_EXISTS',
      'SUBJECT_UNKNOWN',
      'TOO_EARLY',
      'TOO_FEW_REDUCTIONS',
      'TOO_FEW_VERIFICATIONS',
      'TRANSITION_NOT_ALLOWED',
      'WITHDRAWAL_ENDED',
    ]),
  );
});
