import { badInput } from '../errors';
import { fingerprintOf } from '../graphql/cursor';
import { NATION_ID, findScope, requireOffice, requireProvince } from '../geography/geography';

export type SqlValue = string | number | boolean;

/** How a field of a list's filter narrows the list. */
export interface FilterField {
  readonly column: string;
  /** `@>`: a JSON column that holds the value. `begins`: a word that begins so, see `words`. */
  readonly operator: '=' | '>=' | '<=' | '@>' | 'begins';
  /** Values of the column that the given one stands for; without it, itself. `name` is for errors. */
  readonly read?: (given: never, name: string) => readonly SqlValue[];
  /** Everything that the column holds, never null: an index on it also serves lists that are not narrowed by it. */
  readonly values?: readonly SqlValue[];
  /** One value leaves a few thousand rows at most, which can be filtered and sorted one by one. */
  readonly narrow?: boolean;
  /** Every value leaves a good part of the rows, so that few are passed over. */
  readonly coarse?: boolean;
  /** What else holds of the rows that it leaves: SQL without values, as in an index that has these rows only. */
  readonly within?: string;
  /** What a list that is narrowed by it is ordered by unless told otherwise. */
  readonly order?: string;
  /** Rows are found by words, the value being the beginning of one. */
  readonly words?: readonly WordSource[];
  /** Rows are found by their ids as well. */
  readonly findsIds?: boolean;
}

/**
 * Where words stand that rows of a list are found by: a table with `territory`, `office` and the columns named, and an
 * index on territory, office, word and id. An equality and a range are all that is asked of it: these are leakproof, so
 * that the index serves under row level security too, as it would not for a pattern.
 */
export interface WordSource {
  /** `schema.table` */
  readonly table: string;
  readonly word: string;
  /** The column with the id of the row. */
  readonly id: string;
  /** What the index leaves out, as SQL. */
  readonly only?: string;
}

type FilterFieldOptions = Pick<FilterField, 'read' | 'values' | 'narrow' | 'coarse'>;
type RangeOptions = Pick<FilterField, 'within' | 'order'>;

export const equalTo = (column: string, options: FilterFieldOptions = {}): FilterField => ({
  column,
  operator: '=',
  ...options,
});
export const onOrAfter = (column: string, options: RangeOptions = {}): FilterField => ({
  column,
  operator: '>=',
  ...options,
});
export const onOrBefore = (column: string, options: RangeOptions = {}): FilterField => ({
  column,
  operator: '<=',
  ...options,
});

/** What every list can be narrowed by. An office's rows have ids that begin with the office's. */
export const SCOPE_FIELDS = {
  province: equalTo('territory', { values: findScope(NATION_ID)!.territories }),
  office: equalTo('office'),
} satisfies Record<string, FilterField>;

/** A given field of a filter. */
export interface Condition {
  readonly name: string;
  readonly field: FilterField;
  readonly values: readonly SqlValue[];
}

/** By the name of the filter's field. An office brings its province along. */
export type Conditions = ReadonlyMap<string, Condition>;

/** Errors: `BAD_USER_INPUT` for unknown provinces and offices and for text that PostgreSQL does not hold. */
export function readConditions(
  fields: Readonly<Record<string, FilterField>>,
  filter: Readonly<Record<string, unknown>>,
): Conditions {
  const conditions = new Map<string, Condition>();
  for (const [name, given] of Object.entries(filter)) {
    if (given === null || given === undefined || name in SCOPE_FIELDS) continue;
    const field = fields[name];
    if (!field) throw new Error(`the list has no filter field ${name}`);
    const values = field.read ? field.read(given as never, `filter.${name}`) : ([given].flat() as SqlValue[]);
    if (values.some((value) => typeof value === 'string' && value.includes('\0'))) {
      throw badInput(`filter.${name}: ${JSON.stringify(given)} holds the character U+0000, which no value has.`);
    }
    conditions.set(name, { name, field, values: [...new Set(values)] });
  }
  const { province, office } = filter as { province?: string | null; office?: string | null };
  const inProvince = province ? requireProvince(province).territories : SCOPE_FIELDS.province.values!;
  const at = office ? requireOffice(office) : null;
  if (at) conditions.set('office', { name: 'office', field: SCOPE_FIELDS.office, values: [at.number] });
  if (province || at) {
    const values = inProvince.filter((territory) => !at || territory === at.territory);
    conditions.set('province', { name: 'province', field: SCOPE_FIELDS.province, values });
  }
  return conditions;
}

/** Equal for equal conditions, whatever order they are given in. */
export function fingerprint(conditions: Conditions): string {
  const parts = [...conditions.values()].map(({ name, values }) => [name, [...values].sort()] as const);
  return fingerprintOf(parts.sort(([a], [b]) => (a < b ? -1 : 1)));
}
