import { offices } from '../geography/geography';
import type { LedgerDefinition, ViewDefinition } from '../register/register';

/** In a key of the running totals: whatever the office, the dimension, the overlay. */
export const ANY_OFFICE = -1;
export const ANY_VALUE = '*';
export const ANY_OVERLAY = 0;

/** Bits of an overlay set that running totals are kept for. */
export const OVERLAY_BIT_VALUES = [1, 2, 4, 8] as const;

/** The key of a running total. */
export interface TotalsKey {
  readonly territory: number;
  readonly office: number;
  /** In the order of the ledger's dimensions. */
  readonly values: readonly string[];
  /** One bit, or `ANY_OVERLAY`. */
  readonly overlay: number;
}

/** What is counted: one value of some dimensions, and an overlay (a bit), each optional. */
export interface LedgerFilter {
  readonly dimensions?: Readonly<Record<string, string | null | undefined>>;
  readonly overlay?: number | null;
}

/** A territory, or one office of it. */
export interface LedgerUnit {
  readonly territory: number;
  readonly office: number | null;
}

/** The running totals that add up to what is asked, and whether they stand for days or for ends of months only. */
export interface ViewKeys {
  readonly daily: boolean;
  readonly keys: readonly TotalsKey[];
}

const officeNumbers = new Map<number, number[]>();
for (const { territory, number } of offices) {
  officeNumbers.set(territory, [...(officeNumbers.get(territory) ?? []), number]);
}

/** From the view with the fewest running totals to add up. Throws for a definition without a view that has all columns. */
export function keysFor(ledger: LedgerDefinition, unit: LedgerUnit, filter: LedgerFilter): ViewKeys {
  const dimensions = Object.entries(ledger.dimensions);
  const isSet = (dimension: string): boolean => (filter.dimensions?.[dimension] ?? null) !== null;
  const narrowed = [
    ...dimensions.map(([dimension]) => dimension).filter(isSet),
    ...(unit.office === null ? [] : ['office']),
    ...(filter.overlay ? ['overlay'] : []),
  ];
  const territoryOffices = unit.office === null ? (officeNumbers.get(unit.territory) ?? []) : [unit.office];
  const spread = ({ by }: ViewDefinition): number =>
    (by.includes('office') ? territoryOffices.length : 1) *
    dimensions.reduce(
      (product, [dimension, values]) =>
        by.includes(dimension) && !isSet(dimension) ? product * (values.length + 1) : product,
      1,
    );
  const [view] = ledger.views
    .filter(({ by }) => narrowed.every((column) => by.includes(column)))
    .sort((a, b) => spread(a) - spread(b) || Number(b.daily) - Number(a.daily));
  if (!view) throw new Error(`no view of the running totals has ${narrowed.join(', ')}`);

  const { territory } = unit;
  const { by, daily } = view;
  const officesAsked = by.includes('office') ? territoryOffices : [ANY_OFFICE];
  const choices = dimensions.map(([dimension, values]) =>
    !by.includes(dimension) ? [ANY_VALUE] : isSet(dimension) ? [filter.dimensions![dimension]!] : [...values, ''],
  );
  const combinations = choices.reduce<string[][]>(
    (sofar, values) => sofar.flatMap((before) => values.map((value) => [...before, value])),
    [[]],
  );
  const overlay = filter.overlay || ANY_OVERLAY;
  return {
    daily,
    keys: officesAsked.flatMap((office) => combinations.map((values) => ({ territory, office, values, overlay }))),
  };
}
