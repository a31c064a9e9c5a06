import fc from 'fast-check';
import { addDays } from '../calendar/date';
import { type Movement, type Position, movementsBetween } from './placement';

const START = '2024-10-01';
const day = fc.nat(60).map((days) => addDays(START, days));
const position: fc.Arbitrary<Position> = fc.record({
  dimensions: fc.record({ kind: fc.constantFrom('CIVIL', 'LABOUR') }),
  overlays: fc.nat(3),
  placements: fc.array(
    fc.record({
      slot: fc.constantFrom('OPEN', 'LATE', 'DONE'),
      count: fc.integer({ min: 0, max: 3 }),
      money: fc.nat(100),
      from: fc.option(day, { nil: undefined }),
    }),
    { maxLength: 4 },
  ),
});
const chain = fc.array(fc.tuple(fc.array(position, { maxLength: 3 }), fc.nat(10)), { maxLength: 6 });

type Sums = Record<string, [number, number]>;

function sumsOf(rows: readonly Pick<Movement, 'slot' | 'dimensions' | 'overlays' | 'count' | 'money'>[]): Sums {
  const sums: Sums = {};
  for (const { slot, dimensions, overlays, count, money } of rows) {
    const key = `${slot} ${dimensions['kind']} ${overlays}`;
    const [counts, amounts] = sums[key] ?? [0, 0];
    sums[key] = [counts + count, amounts + money];
  }
  return Object.fromEntries(Object.entries(sums).filter(([, [count, money]]) => count !== 0 || money !== 0));
}

const placed = (positions: readonly Position[]) =>
  positions.flatMap(({ placements, ...counted }) =>
    placements.map(({ slot, count, money = 0 }) => ({ ...counted, slot, count, money })),
  );

describe('movements', () => {
  test('through any chain of positions add up to the last one', () => {
    fc.assert(
      fc.property(chain, (steps) => {
        let before: readonly Position[] = [];
        let on = START;
        const all: Movement[] = [];
        for (const [after, days] of steps) {
          on = addDays(on, days);
          all.push(...movementsBetween(before, after, on));
          before = after;
        }
        expect(sumsOf(all)).toEqual(sumsOf(placed(before)));
      }),
      { numRuns: 500 },
    );
  });

  test('between a position and itself are none', () => {
    fc.assert(
      fc.property(fc.array(position, { maxLength: 3 }), day, (positions, on) => {
        fc.pre(positions.every(({ placements }) => placements.every(({ from }) => from === undefined)));
        expect(movementsBetween(positions, positions, on)).toEqual([]);
      }),
    );
  });

  test('say nothing twice: one movement for a day, a slot and what it is counted under', () => {
    fc.assert(
      fc.property(fc.array(position), fc.array(position), day, (before, after, on) => {
        const keys = movementsBetween(before, after, on).map(({ onDate, slot, dimensions, overlays }) =>
          JSON.stringify([onDate, slot, dimensions, overlays]),
        );
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  test('take a deadline back where it lies ahead, and end it with the event where it has passed', () => {
    const late = (from: string): Position[] => [
      { dimensions: {}, overlays: 0, placements: [{ slot: 'LATE', count: 1, from }] },
    ];
    expect(movementsBetween(late('2024-10-20'), [], '2024-10-10')).toMatchObject([
      { slot: 'LATE', onDate: '2024-10-20', count: -1 },
    ]);
    expect(movementsBetween(late('2024-10-05'), [], '2024-10-10')).toMatchObject([
      { slot: 'LATE', onDate: '2024-10-10', count: -1 },
    ]);
    expect(movementsBetween(late('2024-10-05'), late('2024-10-05'), '2024-10-10')).toEqual([]);
  });
});
