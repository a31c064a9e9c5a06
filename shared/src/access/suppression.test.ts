import fc from 'fast-check';
import { Knowledge, type LinearForm } from '../testing/derivable.testkit';
import { type Counts, isFew, published } from './suppression';

const of = (units: Record<string, Counts>, outside: Counts = [0]): ReturnType<typeof published> => {
  const whole = outside.map((count, index) =>
    Object.values(units).reduce((sum, counts) => sum + counts[index]!, count),
  );
  return published(new Map(Object.entries(units)), whole);
};
const shown = (...given: Parameters<typeof of>): string => {
  const { whole, units } = of(...given);
  return [...(whole ? ['whole'] : []), ...[...units].sort()].join(' ');
};

describe('what may be shown', () => {
  it.each([
    ['everything, where there are no few', { A: [10], B: [5], C: [0] }, [0], 'whole A B C'],
    [
      'not a unit with few, nor the next smallest, which keeps the difference from telling',
      { A: [3], B: [7], C: [90] },
      [0],
      'whole C',
    ],
    ['units with few together, when they are not few together', { A: [3], B: [4], C: [90] }, [0], 'whole C'],
    ['nor what is few together', { A: [1], B: [2], C: [6], D: [90] }, [0], 'whole D'],
    ['nor one unit alone with what belongs to none, when that is few', { A: [20], B: [90] }, [2], 'whole B'],
    ['nor what belongs to no unit alone, though it is not few', { A: [20], B: [90] }, [30], 'whole B'],
    ['a unit with few beside much that belongs to none', { A: [3], B: [90] }, [30], 'whole B'],
    ['not the whole, when it is few', { A: [2], B: [1] }, [0], ''],
    ['not the whole, when nothing is left to hide a unit behind', { A: [3], B: [0] }, [4], 'whole B'],
    ['not the whole, when it would tell of the only unit', { A: [2] }, [3], 'whole'],
    ['a unit by all of its counts', { A: [20, 2], B: [30, 40], C: [50, 60] }, [0, 0], 'whole C'],
    ['not units with nothing in them to hide behind', { A: [3], B: [0], C: [80], D: [90] }, [0], 'whole B D'],
    ['a difference below nothing is few too', { A: [20, -2], B: [30, 40], C: [50, 60] }, [0, 0], 'whole C'],
  ] as const)('%s', (_what, units, outside, expected) => {
    expect(shown(units as unknown as Record<string, Counts>, outside as unknown as Counts)).toBe(expected);
  });
});

const NAMES = ['A', 'B', 'C', 'D', 'E'];
const count = fc.oneof({ weight: 3, arbitrary: fc.nat(6) }, { weight: 1, arbitrary: fc.nat(60) });
const countsOfUnits = fc.integer({ min: 1, max: 3 }).chain((length) =>
  fc.record({
    units: fc.array(fc.array(count, { minLength: length, maxLength: length }), {
      minLength: 1,
      maxLength: NAMES.length,
    }),
    outside: fc.array(count, { minLength: length, maxLength: length }),
  }),
);

it('nobody can work out a count of few, of a unit or of what belongs to none, from all that is shown', () => {
  fc.assert(
    fc.property(countsOfUnits, ({ units, outside }) => {
      const named = new Map(units.map((counts, index) => [NAMES[index]!, counts]));
      const { whole, units: those } = of(Object.fromEntries(named), outside);
      const all = [...named, ['outside', outside] as const];
      const form = (names: readonly string[], index: number): LinearForm =>
        new Map(names.map((name) => [`${name} ${index}`, 1]));
      const indexes = outside.map((_count, index) => index);
      const known = new Knowledge(
        indexes.flatMap((index) => [
          ...[...those].map((name) => form([name], index)),
          ...(whole
            ? [
                form(
                  all.map(([name]) => name),
                  index,
                ),
              ]
            : []),
          // Who has nothing at all is known to have nothing.
          ...all.filter(([, counts]) => counts.every((one) => one === 0)).map(([name]) => form([name], index)),
        ]),
      );
      for (const [name, counts] of all) {
        for (const index of indexes) {
          if (isFew(counts[index]!))
            expect({ name, index, known: known.tells(form([name], index)) }).toEqual({ name, index, known: false });
        }
      }
      const withheld = all.filter(([name]) => !those.has(name));
      const together = indexes.map((index) => withheld.reduce((sum, [, counts]) => sum + counts[index]!, 0));
      if (whole) expect(together.some(isFew)).toBe(false);
    }),
    { numRuns: 2_000 },
  );
});

it('where nobody has few, and nothing belongs to no unit, everything is shown', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(0, 5, 17), { minLength: 1, maxLength: 5 }), (counts) => {
      const units = Object.fromEntries(counts.map((one, index) => [NAMES[index]!, [one]]));
      expect(shown(units)).toBe(['whole', ...NAMES.slice(0, counts.length)].join(' '));
    }),
  );
});
