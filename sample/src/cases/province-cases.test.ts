import type { SampleEvent } from '../event';
import { SEED } from '../sample';
import type { CaseHistory } from './case-events';
import type { Tally } from '../tally';
import { type Population, provincePlans } from './plan';
import { provinceCases } from './province-cases';

const ENDS = ['COMPLETED', 'TERMINATED', 'ENTRUSTED_OUT', 'REVOKED', 'WITHDRAWN_UPWARD'];
const ASIDE = ['NOT_YET_WITH_CONDITIONS_DECIDED', 'POSTPONED', 'SUSPENDED'];

interface CaseAt {
  readonly isDecided: boolean;
  readonly end: string | null;
  readonly isNotYet: boolean;
  readonly owed: number;
}

function at(events: readonly SampleEvent[], day: string): CaseAt {
  const past = events.filter(({ occurredOn }) => occurredOn <= day);
  const decision = past.find(({ type }) => type === 'DECISION_ISSUED');
  const paid = past.reduce((sum, { type, amount }) => sum + (type === 'MONEY_PAID' ? (amount as number) : 0), 0);
  const turn = past.findLast(({ type }) => [...ASIDE, 'CONTINUED', 'RESUMED'].includes(type));
  return {
    isDecided: decision !== undefined,
    end: past.find(({ type }) => ENDS.includes(type))?.type ?? null,
    isNotYet: turn !== undefined && ASIDE.includes(turn.type),
    owed: ((decision?.amount as number | undefined) ?? 0) - paid,
  };
}

/** The reported row again, from nothing but the events. */
function recount(cases: readonly CaseHistory[], from: string, through: string): Record<string, Tally> {
  const ended = (...types: string[]): Tally => {
    const those = cases
      .map(({ events }) => ({ events, end: events.find(({ type }) => ENDS.includes(type)) }))
      .filter(({ end }) => end && types.includes(end.type) && end.occurredOn >= from && end.occurredOn <= through)
      .map(({ events }) => at(events, '9999-12-31').owed);
    return { cases: those.length, money: those.reduce((sum, owed) => sum + owed, 0) };
  };
  const events = cases
    .flatMap((one) => one.events)
    .filter(({ occurredOn }) => occurredOn >= from && occurredOn <= through);
  const money = (type: string): number =>
    events.reduce((sum, event) => sum + (event.type === type ? (event.amount as number) : 0), 0);
  const completed = ended('COMPLETED', 'TERMINATED');
  const open = cases.map((one) => at(one.events, through)).filter(({ isDecided, end }) => isDecided && end === null);
  const inProgress = open.filter(({ isNotYet }) => !isNotYet);
  return {
    newlyReceived: {
      cases: events.filter(({ type }) => type === 'DECISION_ISSUED').length,
      money: money('DECISION_ISSUED'),
    },
    deducted: ended('ENTRUSTED_OUT', 'REVOKED', 'WITHDRAWN_UPWARD'),
    completed: { cases: completed.cases, money: completed.money + money('MONEY_PAID') },
    terminated: ended('TERMINATED'),
    withConditions: {
      cases: inProgress.length + completed.cases,
      money: inProgress.reduce((sum, { owed }) => sum + owed, 0) + completed.money + money('MONEY_PAID'),
    },
  };
}

describe.each(provincePlans.map((plan) => [plan.source, plan] as const))('the made-up cases of %s', (_source, plan) => {
  const { cases } = provinceCases(plan, SEED);
  const of = ({ name }: Population): CaseHistory[] => cases.filter(({ subject }) => subject.includes(`.${name}-`));

  test('give every reported row to the last case and the last dong, population by population', () => {
    for (const population of plan.populations) {
      for (const { from, rows } of population.years) {
        for (const { through, ...row } of rows) {
          expect({ name: population.name, through, ...recount(of(population), from, through) }).toEqual({
            name: population.name,
            through,
            ...row,
          });
        }
      }
    }
  });

  test('have the coercion decisions of the report, and as many with forces', () => {
    for (const { from, through, all, withForces } of plan.coercions) {
      const decided = cases
        .flatMap(({ events }) => events)
        .filter(({ type, occurredOn }) => type === 'COERCION_DECIDED' && occurredOn >= from && occurredOn <= through);
      expect([decided.length, decided.filter(({ mobilisedForces }) => mobilisedForces).length]).toEqual([
        all,
        withForces,
      ]);
    }
  });

  test('never run backwards in time and never pay more than is owed', () => {
    const faults = cases.filter(({ events }) => {
      const days = events.map(({ occurredOn }) => occurredOn);
      return days.some((day, index) => index > 0 && day < days[index - 1]!) || at(events, '9999-12-31').owed < 0;
    });
    expect(faults.map(({ subject }) => subject)).toEqual([]);
  });
});
