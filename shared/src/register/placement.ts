import type { IsoDate } from '../calendar/date';

/**
 * Where a subject stands in the statistics: so many cases and so much money (dong) in a slot.
 * Without `from` it holds since the event that brought it about; with `from` it is booked on that day, which may lie
 * ahead (a deadline that will pass) or behind (a decision counted on the day it was due).
 */
export interface Placement {
  readonly slot: string;
  readonly count: number;
  readonly money?: number;
  readonly from?: IsoDate;
}

/** Values of the ledger's dimensions, by column name. */
export type Dimensions = Readonly<Record<string, string>>;

/** Placements with what they are counted under. */
export interface Position {
  readonly dimensions: Dimensions;
  /** Bit set, see `overlayBits`. */
  readonly overlays: number;
  readonly placements: readonly Placement[];
}

/** One row of the ledger, still without its journal entry: what an event moved, on which day. */
export interface Movement {
  readonly onDate: IsoDate;
  readonly slot: string;
  readonly dimensions: Dimensions;
  readonly overlays: number;
  readonly count: number;
  readonly money: number;
}

/**
 * The movements that lead from one position to the next, dated `occurredOn` unless a placement says otherwise.
 * Since movements are always this difference, a subject's movements always add up to its present position.
 */
export function movementsBetween(
  before: readonly Position[],
  after: readonly Position[],
  occurredOn: IsoDate,
): Movement[] {
  // A handful at most: looked through faster than looked up.
  const sums: Sum[] = [];
  const book = (positions: readonly Position[], sign: 1 | -1): void => {
    for (const { dimensions, overlays, placements } of positions) {
      for (const { slot, count, money = 0, from } of placements) {
        if (count === 0 && money === 0) continue;
        // A placement of the state before that is already in force ends with this event, not on the day it began.
        const inForce = from === undefined || (sign === -1 && from <= occurredOn);
        const kept = inForce && from !== undefined && isKept(after, slot, from);
        const onDate = inForce && !kept ? occurredOn : from!;
        let sum = sums.find(
          (one) =>
            one.slot === slot &&
            one.onDate === onDate &&
            one.overlays === overlays &&
            areSame(one.dimensions, dimensions),
        );
        if (!sum) {
          sum = { onDate, slot, dimensions, overlays, count: 0, money: 0 };
          sums.push(sum);
        }
        sum.count += sign * count;
        sum.money += sign * money;
      }
    }
  };
  book(before, -1);
  book(after, 1);
  return sums.filter(({ count, money }) => count !== 0 || money !== 0);
}

type Sum = { -readonly [K in keyof Movement]: Movement[K] };

function areSame(one: Dimensions, other: Dimensions): boolean {
  if (one === other) return true;
  for (const dimension in one) if (one[dimension] !== other[dimension]) return false;
  return true;
}

/** A dated placement that the state after still has stays where it was booked. */
function isKept(after: readonly Position[], slot: string, from: IsoDate): boolean {
  return after.some(({ placements }) => placements.some((other) => other.slot === slot && other.from === from));
}
