import {
  type Amount,
  type IsoDate,
  type Movement,
  type PeriodTotals,
  NOTHING,
  addDays,
  percentOf,
} from '@thads/shared';
import fc from 'fast-check';
import type { PetitionEntity } from '../petition/petition.entity';
import { PetitionKind, type PetitionOutcome, type PetitionState } from '../petition/petition.enums';
import { type Played, anyHistory } from '../petition/petition.testkit';
import { petitionFigures } from './petition-figures';
import type { PetitionFigures } from './petition-statistics.type';

interface Days {
  readonly from: IsoDate;
  readonly through: IsoDate;
}

const periods = fc
  .tuple(fc.integer({ min: -30, max: 400 }), fc.integer({ min: 0, max: 200 }))
  .map(([start, length]): Days => {
    const from = addDays('2024-08-01', start);
    return { from, through: addDays(from, length) };
  });
const registers = fc.array(anyHistory, { maxLength: 25 });

function movementsOf(register: readonly Played[], kind: PetitionKind | null = null): Movement[] {
  return register
    .flatMap(({ movements }) => movements)
    .filter(({ dimensions }) => kind === null || dimensions['kind'] === kind);
}

function upTo(movements: readonly Movement[], day: IsoDate): Map<string, Amount> {
  const totals = new Map<string, Amount>();
  for (const { slot, onDate, count, money } of movements) {
    if (onDate > day) continue;
    const before = totals.get(slot) ?? NOTHING;
    totals.set(slot, { cases: before.cases + count, money: before.money + money });
  }
  return totals;
}

function totalsOf(movements: readonly Movement[], { from, through }: Days): PeriodTotals {
  return { opening: upTo(movements, addDays(from, -1)), closing: upTo(movements, through) };
}

/** Periods that begin or end on a day on which something is booked, or on the day before. */
function edgesOf(movements: readonly Movement[]): Days[] {
  const days = [...new Set(movements.flatMap(({ onDate }) => [addDays(onDate, -1), onDate]))];
  return days.flatMap((day) => [
    { from: day, through: addDays(day, 30) },
    { from: addDays(day, -30), through: day },
  ]);
}

/** The figures counted over the petitions themselves, without slots. */
function recounted(petitions: readonly PetitionEntity[], { from, through }: Days): PetitionFigures {
  const isIn = (day: IsoDate | null): boolean => day !== null && from <= day && day <= through;
  const endOf = ({ state, lastEventOn }: PetitionEntity): IsoDate =>
    state === 'WITHDRAWN' || state === 'STOPPED' ? lastEventOn : '9999-12-31';
  const openAt = (day: IsoDate) =>
    petitions.filter((one) => one.acceptedOn !== null && one.acceptedOn <= day && (one.resolvedOn ?? endOf(one)) > day);
  const split = petitions.filter(({ state, lastEventOn }) => state === 'SPLIT' && isIn(lastEventOn)).length;
  const withinCompetence = petitions.filter(({ acceptedOn }) => isIn(acceptedOn)).length;
  const toBeResolved = openAt(addDays(from, -1)).length + withinCompetence;
  const resolved = petitions.filter(({ resolvedOn }) => isIn(resolvedOn)).length;
  const found = (outcome: PetitionOutcome): number =>
    petitions.filter((one) => one.outcome === outcome && isIn(one.resolvedOn)).length;
  const ended = (...states: readonly PetitionState[]): PetitionEntity[] =>
    petitions.filter(({ state, lastEventOn }) => states.includes(state) && isIn(lastEventOn));
  return {
    received: petitions.filter(({ receivedOn }) => isIn(receivedOn)).length - split,
    withinCompetence,
    toBeResolved,
    resolved,
    resolutionRate: percentOf(resolved, toBeResolved),
    overdue: openAt(through).filter(({ dueOn }) => dueOn! < through).length,
    carriedOver: openAt(addDays(from, -1)).length,
    forwarded: ended('FORWARDED').length,
    notAccepted: ended('NOT_ACCEPTED').length,
    foundRight: found('RIGHT'),
    foundPartlyRight: found('PARTLY_RIGHT'),
    foundWrong: found('WRONG'),
    answered: found('ANSWERED'),
    stopped: ended('WITHDRAWN', 'STOPPED').filter(({ acceptedOn }) => acceptedOn !== null).length,
    carriedForward: openAt(through).length,
  };
}

describe('the figures on petitions, of any register over any period', () => {
  test('are what counting the petitions by hand gives', () => {
    fc.assert(
      fc.property(registers, periods, (register, days) => {
        const petitions = register.flatMap(({ state }) => (state ? [state] : []));
        const movements = movementsOf(register);
        for (const asked of [days, ...edgesOf(movements)]) {
          expect({ asked, ...petitionFigures(totalsOf(movements, asked)) }).toEqual({
            asked,
            ...recounted(petitions, asked),
          });
        }
      }),
      { numRuns: 200 },
    );
  });

  test('by kind are what counting the petitions of that kind gives, and add up to the whole', () => {
    fc.assert(
      fc.property(registers, periods, (register, days) => {
        const whole = petitionFigures(totalsOf(movementsOf(register), days));
        const parts = Object.values(PetitionKind).map((kind) => {
          const petitions = register.flatMap(({ state }) => (state?.kind === kind ? [state] : []));
          const figures = petitionFigures(totalsOf(movementsOf(register, kind), days));
          expect(figures).toEqual(recounted(petitions, days));
          return figures;
        });
        const { resolutionRate: _rate, ...counts } = whole;
        for (const name of Object.keys(counts) as (keyof typeof counts)[]) {
          expect({ name, sum: parts.reduce((sum, part) => sum + part[name], 0) }).toEqual({ name, sum: whole[name] });
        }
      }),
    );
  });

  test('keep to be resolved = resolved, however it was, + stopped + carried forward', () => {
    fc.assert(
      fc.property(registers, periods, (register, days) => {
        const totals = totalsOf(movementsOf(register), days);
        const { toBeResolved, resolved, overdue, resolutionRate, ...figures } = petitionFigures(totals);
        expect(toBeResolved).toBe(figures.carriedOver + figures.withinCompetence);
        expect(toBeResolved).toBe(resolved + figures.stopped + figures.carriedForward);
        expect(resolved).toBe(figures.foundRight + figures.foundPartlyRight + figures.foundWrong + figures.answered);
        expect(overdue).toBeLessThanOrEqual(figures.carriedForward);
        expect(resolutionRate === null || (resolutionRate >= 0 && resolutionRate <= 100)).toBe(true);
      }),
    );
  });

  test('of two adjoining periods add up to those of both together', () => {
    fc.assert(
      fc.property(registers, periods, fc.nat(200), (register, first, length) => {
        const movements = movementsOf(register);
        const second = { from: addDays(first.through, 1), through: addDays(first.through, 1 + length) };
        const [a, b, both] = [first, second, { from: first.from, through: second.through }].map((days) =>
          petitionFigures(totalsOf(movements, days)),
        );
        for (const name of ['received', 'withinCompetence', 'resolved'] as const) {
          expect({ name, sum: a![name] + b![name] }).toEqual({ name, sum: both![name] });
        }
        expect(b!.overdue).toBe(both!.overdue);
      }),
    );
  });
});
