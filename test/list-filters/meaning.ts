import { addDays, todayInVietnam } from '@thads/shared';

/** A row as the graph shows it. */
export type Row = any;

/** What a field of a filter means, said of a row alone, without regard to how the list is read. */
export interface Meaning {
  /** Values to ask for, taken from the rows. */
  readonly given: (rows: readonly Row[]) => readonly unknown[];
  readonly holds: (row: Row, given: any) => boolean;
  /** What the list comes by when it is asked for with this. */
  readonly order?: string;
}

const TODAY = todayInVietnam();
const MANY_DAYS = 3_660;

export const distinct = (values: readonly unknown[]): unknown[] => [
  ...new Set(values.filter((value) => value !== null && value !== undefined)),
];
/** The middle and the last. */
export const some = (values: readonly unknown[]): unknown[] => {
  const sorted = distinct(values).sort((a, b) => (a! < b! ? -1 : 1));
  return distinct([sorted[Math.floor(sorted.length / 2)], sorted.at(-1)]);
};

export const is = (read: (row: Row) => unknown): Meaning => ({
  given: (rows) => some(rows.map(read)),
  holds: (row, given) => read(row) === given,
});
export const states: Meaning = {
  given: (rows) => {
    const all = distinct(rows.map(({ state }) => state)) as string[];
    return [[all[0]], all.slice(0, 2), []];
  },
  holds: ({ state }, given) => given.includes(state),
};
export const from = (field: string): Meaning => ({
  given: (rows) => some(rows.map((row) => row[field])),
  holds: (row, given) => row[field] !== null && row[field] >= given,
});
export const through = (field: string): Meaning => ({
  given: (rows) => some(rows.map((row) => row[field])),
  holds: (row, given) => row[field] !== null && row[field] <= given,
});
export const overlay: Meaning = {
  given: (rows) => some(rows.flatMap(({ overlays }) => overlays)),
  holds: ({ overlays }, given) => overlays.includes(given),
};
export const range = (name: string, field: string): Record<string, Meaning> => ({
  [`${name}From`]: from(field),
  [`${name}Through`]: through(field),
});
export const noMovementSince: Meaning = { ...through('lastEventOn'), order: 'lastEventOn' };

/** Of rows with a last day; `isPending` where something is still to be done. */
export function due(field: string, isPending: (row: Row) => boolean = () => true): Record<string, Meaning> {
  const lateOn = (row: Row, day: string): boolean => isPending(row) && row[field] !== null && row[field] < day;
  const inTime = (row: Row): boolean => isPending(row) && row[field] !== null && row[field] >= TODAY;
  return {
    dueFrom: { ...from(field), order: field },
    dueThrough: { ...through(field), order: field },
    overdue: {
      given: () => [true, false],
      holds: (row, given) => (given ? lateOn(row, TODAY) : inTime(row)),
      order: field,
    },
    overdueOn: {
      given: (rows) => some(rows.map((row) => row[field])),
      holds: lateOn,
      order: field,
    },
    dueWithinDays: {
      given: () => [0, 30, MANY_DAYS],
      holds: (row, days) => lateOn(row, addDays(TODAY, days + 1)),
      order: field,
    },
  };
}

export const isIn =
  (...pending: readonly string[]) =>
  ({ state }: Row): boolean =>
    pending.includes(state);
