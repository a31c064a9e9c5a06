import { offices } from '../geography/geography';
import type { LedgerDefinition, ViewDefinition } from '../register/register';

/** In a key of the running totals: whatever the territory, the office, the dimension, the overlay. */
export const ANY_TERRITORY = -1;
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

/** The whole country, a territory, or one office of a territory. */
export interface LedgerUnit {
  readonly territory: number | null;
  readonly office: number | null;
}

/** The running totals that add up to what is asked, and whether they stand for days or for ends of months only. */
export interface ViewKeys {
  readonly daily: boolean;
  readonly keys: readonly TotalsKey[];
}

type Place = Pick<TotalsKey, 'territory' | 'office'>;

const everyTerritory: Place[] = [];
const everyOffice: Place[] = [];
const territoryNumbered = new Map<number, Place[]>();
const officeNumbered = new Map<number, Place[]>();
/** The offices, by the territory they work in. */
export const officesOfTerritory = new Map<number, Place[]>();
for (const { territory, number } of offices) {
  if (!territoryNumbered.has(territory)) {
    territoryNumbered.set(territory, [{ territory, office: ANY_OFFICE }]);
    everyTerritory.push(...territoryNumbered.get(territory)!);
    officesOfTerritory.set(territory, []);
  }
  const place = { territory, office: number };
  officeNumbered.set(number, [place]);
  officesOfTerritory.get(territory)!.push(place);
  everyOffice.push(place);
}
const WHOLE_COUNTRY: Place[] = [{ territory: ANY_TERRITORY, office: ANY_OFFICE }];

/** From the view with the fewest running totals to add up. Throws for a definition without a view that has all columns. */
export function keysFor(ledger: LedgerDefinition, unit: LedgerUnit, filter: LedgerFilter): ViewKeys {
  const wanted = new Map(Object.keys(ledger.dimensions).map((name) => [name, filter.dimensions?.[name] ?? null]));
  const narrowed = [
    ...(unit.territory === null ? [] : ['territory']),
    ...(unit.office === null ? [] : ['office']),
    ...[...wanted].filter(([, value]) => value !== null).map(([name]) => name),
    ...(filter.overlay ? ['overlay'] : []),
  ];
  const isWhole = (values: readonly string[]): boolean => narrowed.every((column) => values.includes(column));
  const candidates = ledger.views
    .filter(({ by }) => isWhole(by))
    .map(({ by, daily }) => ({ daily, places: placesOf(by, unit), values: valuesOf(by, ledger, wanted) }))
    .sort(
      (a, b) =>
        a.places.length * a.values.length - b.places.length * b.values.length || Number(b.daily) - Number(a.daily),
    );
  const [best] = candidates;
  if (!best) throw new Error(`no view of the running totals has ${narrowed.join(', ')}`);
  const overlay = filter.overlay || ANY_OVERLAY;
  return {
    daily: best.daily,
    keys: best.places.flatMap((place) => best.values.map((values) => ({ ...place, values, overlay }))),
  };
}

function placesOf(by: ViewDefinition['by'], { territory, office }: LedgerUnit): readonly Place[] {
  if (!by.includes('territory')) return WHOLE_COUNTRY;
  if (!by.includes('office')) return territory === null ? everyTerritory : territoryNumbered.get(territory)!;
  if (office !== null) return officeNumbered.get(office)!;
  return territory === null ? everyOffice : officesOfTerritory.get(territory)!;
}

/** Every combination of the values that a view tells apart. */
function valuesOf(
  by: ViewDefinition['by'],
  { dimensions }: LedgerDefinition,
  wanted: ReadonlyMap<string, string | null>,
): readonly string[][] {
  const choices = Object.entries(dimensions).map(([name, values]) => {
    const value = wanted.get(name) ?? null;
    return !by.includes(name) ? [ANY_VALUE] : value === null ? [...values, ''] : [value];
  });
  return choices.reduce<string[][]>(
    (combinations, values) => combinations.flatMap((before) => values.map((value) => [...before, value])),
    [[]],
  );
}
