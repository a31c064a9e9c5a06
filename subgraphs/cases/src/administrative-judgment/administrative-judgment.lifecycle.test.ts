import { type IsoDate, type Movement, addDays, decide, evaluate, periodBetween } from '@thads/shared';
import fc from 'fast-check';
import { administrativeLines } from '../statistics/case.lines';
import { totalsOver, totalsThrough } from '../testing/ledger';
import type { AdministrativeJudgmentEntity } from './administrative-judgment.entity';
import { type AdministrativeJudgmentEvent, administrativeJudgmentLifecycle } from './administrative-judgment.lifecycle';

const FIRST_DAY = '2024-01-10';
const TYPES = [
  'ADMINISTRATIVE_JUDGMENT_MONITORED',
  'COMPELLING_DECISION_ISSUED',
  'COMPELLING_DECISION_ISSUED',
  'ADMINISTRATIVE_JUDGMENT_PERFORMED',
] as const;

interface Played {
  readonly events: readonly AdministrativeJudgmentEvent[];
  readonly movements: readonly Movement[];
}

function play(events: readonly AdministrativeJudgmentEvent[]): Played {
  const states = new Map<string, AdministrativeJudgmentEntity>();
  const accepted: AdministrativeJudgmentEvent[] = [];
  const movements: Movement[] = [];
  for (const event of events) {
    const state = states.get(event.subject) ?? null;
    const decision = decide(administrativeJudgmentLifecycle, state, event, '2026-06-30');
    if (!decision.accepted) continue;
    states.set(event.subject, decision.state);
    accepted.push(event);
    movements.push(...decision.movements);
  }
  return { events: accepted, movements };
}

const step = fc.record({
  nth: fc.nat(3),
  type: fc.constantFrom(...TYPES),
  days: fc.integer({ min: 0, max: 20 }),
  /** Some judgments come under monitoring when their time has passed already. */
  dueIn: fc.integer({ min: -30, max: 60 }),
});

const anyRegister = fc.array(step, { maxLength: 24, size: 'max' }).map((steps) => {
  let day: IsoDate = FIRST_DAY;
  return play(
    steps.map(({ nth, type, days, dueIn }, index) => {
      day = addDays(day, days);
      const fields = type === TYPES[0] ? { obligedBody: 'UBND (giả định)', performBy: addDays(day, dueIn) } : {};
      return { id: String(index), subject: `VN63-10-01.HC-${nth}`, type, occurredOn: day, ...fields };
    }),
  );
});

const anyPeriod = fc
  .tuple(fc.integer({ min: -20, max: 300 }), fc.nat(200))
  .map(([start, length]) => periodBetween(addDays(FIRST_DAY, start), addDays(FIRST_DAY, start + length)));

/** Judgment by judgment, without slots: form 12. */
function recount({ events }: Played, from: IsoDate, through: IsoDate) {
  const isIn = (day: IsoDate): boolean => from <= day && day <= through;
  const of = (type: string) => events.filter((event) => event.type === type);
  const judgments = of('ADMINISTRATIVE_JUDGMENT_MONITORED').map(({ subject, occurredOn, performBy }) => ({
    monitoredOn: occurredOn,
    performBy: performBy!,
    performedOn:
      of('ADMINISTRATIVE_JUDGMENT_PERFORMED').find((event) => event.subject === subject)?.occurredOn ?? '9999-12-31',
  }));
  return {
    monitored: judgments.filter(({ monitoredOn, performedOn }) => monitoredOn <= through && performedOn >= from).length,
    compellingDecisions: of('COMPELLING_DECISION_ISSUED').filter(({ occurredOn }) => isIn(occurredOn)).length,
    performed: judgments.filter(({ performedOn }) => isIn(performedOn)).length,
    overdue: judgments.filter(
      ({ monitoredOn, performBy, performedOn }) =>
        monitoredOn <= through && performBy < through && performedOn > through,
    ).length,
  };
}

function figures({ movements }: Played, from: IsoDate, through: IsoDate) {
  const totals = totalsOver(movements, periodBetween(from, through));
  return Object.fromEntries(
    Object.entries(administrativeLines).map(([name, line]) => [name, evaluate(line, totals).cases]),
  );
}

describe('administrative judgments under monitoring', () => {
  test('are counted over any period as counting them by hand does', () => {
    fc.assert(
      fc.property(anyRegister, anyPeriod, (register, { from, through }) => {
        expect({ from, through, ...figures(register, from, through) }).toEqual({
          from,
          through,
          ...recount(register, from, through),
        });
      }),
      { numRuns: 300 },
    );
  });

  test('are overdue on every single day on which their time has passed and they are not performed', () => {
    fc.assert(
      fc.property(anyRegister, (register) => {
        for (let day = addDays(FIRST_DAY, -5), left = 320; left > 0; day = addDays(day, 1), left -= 1) {
          const { overdue } = recount(register, day, day);
          expect({ day, overdue: figures(register, day, day)['overdue'] }).toEqual({ day, overdue });
        }
      }),
      { numRuns: 15 },
    );
  });

  test('hold exactly one place each on every day, and nothing is ever negative', () => {
    fc.assert(
      fc.property(anyRegister, ({ events, movements }) => {
        for (const day of new Set(movements.map(({ onDate }) => onDate))) {
          const totals = totalsThrough(movements, day);
          const placed = [...totals].filter(([slot]) => slot !== 'ADMINISTRATIVE_COMPELLED');
          const monitored = events.filter(({ type, occurredOn }) => type === TYPES[0] && occurredOn <= day).length;
          expect({ day, placed: placed.reduce((sum, [, { cases }]) => sum + cases, 0) }).toEqual({
            day,
            placed: monitored,
          });
          expect([...totals.values()].every(({ cases, money }) => cases >= 0 && money === 0)).toBe(true);
        }
      }),
    );
  });

  test('with their last day on 20 October are in time that day and overdue the next', () => {
    const register = play([
      {
        id: '1',
        subject: 'VN63-10-01.HC-1',
        type: 'ADMINISTRATIVE_JUDGMENT_MONITORED',
        occurredOn: '2024-10-01',
        obligedBody: 'UBND (giả định)',
        performBy: '2024-10-20',
      },
    ]);
    const overdueOn = (day: IsoDate) => figures(register, '2024-10-01', day)['overdue'];
    expect(['2024-10-20', '2024-10-21'].map(overdueOn)).toEqual([0, 1]);
  });
});
