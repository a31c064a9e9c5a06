import { createRandom } from '../random';
import { type OpenCase, assign } from './assign';
import type { Tally } from '../tally';
import { type Population, provincePlans } from './plan';
import { OUTCOMES, type Segment, segmentsOf } from './segments';

const populations = provincePlans.flatMap(({ source, populations: all }) =>
  all.map((population) => [`${source}, ${population.name}`, population] as const),
);
const plus = (...tallies: readonly Tally[]): Tally => ({
  cases: tallies.reduce((sum, { cases }) => sum + cases, 0),
  money: tallies.reduce((sum, { money }) => sum + money, 0),
});

describe.each(populations)('the plan of %s', (_name, population) => {
  const segments = segmentsOf(population);

  test('cuts the years at their cut-offs, and what a segment starts and receives is what it ends with', () => {
    expect(segments.map(({ through }) => through)).toEqual(
      population.years.flatMap(({ rows }) => rows.map(({ through }) => through)),
    );
    let stock = plus(population.opening.withConditions, population.opening.notYet);
    for (const { newlyReceived, outcomes } of segments) {
      expect(plus(...OUTCOMES.map((outcome) => outcomes[outcome]))).toEqual(plus(stock, newlyReceived));
      stock = plus(outcomes.WITH, outcomes.NOT_YET);
    }
  });

  test('gives back every reported row when its segments are added up', () => {
    for (const { from, rows } of population.years) {
      for (const row of rows) {
        const own = segments.filter((segment) => segment.from >= from && segment.through <= row.through);
        const total = (...names: (typeof OUTCOMES)[number][]): Tally =>
          plus(...own.flatMap(({ outcomes }) => names.map((name) => outcomes[name])));
        expect({
          newlyReceived: plus(...own.map(({ newlyReceived }) => newlyReceived)),
          deducted: total('ENTRUSTED', 'REVOKED', 'WITHDRAWN'),
          completed: total('FULLY_ENFORCED', 'TERMINATED'),
          terminated: total('TERMINATED'),
          withConditions: plus(total('FULLY_ENFORCED', 'TERMINATED'), own.at(-1)!.outcomes.WITH),
          through: own.at(-1)!.through,
        }).toEqual({ ...row });
      }
    }
  });

  test('is assigned so that every outcome gets exactly its cases and its dong', () => {
    const random = createRandom(1);
    const pool = openingPool(population);
    const { ofOpen, ofNew } = assign(pool, segments[0]!, random);
    expect(ofOpen).toHaveLength(pool.length);
    expect(ofNew).toHaveLength(segments[0]!.newlyReceived.cases);
    const partPaid = ofNew.reduce((sum, one) => sum + one.partPaid, 0);
    for (const outcome of OUTCOMES) {
      const open = ofOpen.filter((one) => one.outcome === outcome);
      const fresh = ofNew.filter((one) => one.outcome === outcome);
      const money =
        open.reduce((sum, one) => sum + one.open.outstanding, 0) + fresh.reduce((sum, { amount }) => sum + amount, 0);
      expect({
        outcome,
        cases: open.length + fresh.length,
        money: money + (outcome === 'FULLY_ENFORCED' ? partPaid : 0),
      }).toEqual({ outcome, ...segments[0]!.outcomes[outcome] });
    }
  });
});

/** The opening stock in equal parts. */
function openingPool({ opening }: Population): OpenCase[] {
  return (
    [
      ['withConditions', false],
      ['notYet', true],
    ] as const
  ).flatMap(([key, isNotYet]) => {
    const { cases, money } = opening[key];
    return Array.from({ length: cases }, (_, index) => ({
      isNotYet,
      isPartPaid: false,
      outstanding: Math.floor(money / cases) + (index === 0 ? money % cases : 0),
    }));
  });
}

describe('a wrong plan is refused', () => {
  const [, sound] = populations[0]!;
  const withRow = (change: object): Population => ({
    ...sound,
    years: [{ from: sound.years[0]!.from, rows: [{ ...sound.years[0]!.rows[0]!, ...change }] }],
  });

  test.each<[string, object, string]>([
    ['completes more than has conditions', { completed: { cases: 900_000, money: 9e15 } }, 'WITH'],
    ['terminates more than it completes', { terminated: { cases: 900_000, money: 1 } }, 'FULLY_ENFORCED'],
    ['has more with conditions than there is', { withConditions: { cases: 900_000, money: 9e15 } }, 'NOT_YET'],
    ['receives less than nothing', { newlyReceived: { cases: -1, money: 0 } }, 'newlyReceived'],
  ])('that %s', (_fault, change, named) => {
    expect(() => segmentsOf(withRow(change))).toThrow(
      new RegExp(`^the plan of ${sound.name} through .* needs .* cases and .* dong for ${named}$`),
    );
  });

  test('that shrinks between two cut-offs', () => {
    const [first] = sound.years[0]!.rows;
    const rows = [
      first!,
      { ...first!, through: '2024-09-30', completed: { cases: 0, money: 0 }, terminated: { cases: 0, money: 0 } },
    ];
    expect(() => segmentsOf({ ...sound, years: [{ from: sound.years[0]!.from, rows }] })).toThrow('needs -');
  });

  test('that has not a place for every case', () => {
    const segment = segmentsOf(sound)[0]!;
    const short: Segment = {
      ...segment,
      newlyReceived: { ...segment.newlyReceived, cases: segment.newlyReceived.cases - 1 },
    };
    expect(() => assign(openingPool(sound), short, createRandom(1))).toThrow(/\d+ cases for \d+ places$/);
  });

  test('that has not enough money for its cases', () => {
    const segment = segmentsOf(sound)[0]!;
    const poor = { ...segment, outcomes: { ...segment.outcomes, TERMINATED: { cases: 400, money: 1 } } };
    const newlyReceived = { ...segment.newlyReceived };
    newlyReceived.cases += 400 - segment.outcomes.TERMINATED.cases;
    expect(() => assign(openingPool(sound), { ...poor, newlyReceived }, createRandom(1))).toThrow('cannot be split');
  });
});
