import { badInput } from '../errors';
import { type Condition, type Conditions, type FilterField, SCOPE_FIELDS, type SqlValue } from './conditions';
import { ID_ORDER, type OrderKey } from './order';

/**
 * An index that a list is read by, in filter fields: first the columns of `by`, one value each, then the order key and
 * the id (for the order of ids: territory and id, which also narrow to provinces and an office), then the columns of
 * `also`, which are checked inside the index.
 */
export interface AccessPath {
  readonly order: string;
  readonly by: readonly string[];
  readonly also?: readonly string[];
}

export interface ListPaths {
  readonly name: string;
  readonly filters: Readonly<Record<string, FilterField>>;
  /** Orders in the order of preference. */
  readonly orders: Readonly<Record<string, OrderKey>>;
  readonly paths: readonly AccessPath[];
  /** The list has some hundred thousand rows at most: what an index leaves may be filtered one by one. */
  readonly small?: boolean;
}

/** A path for an order and conditions: one ordered scan of the index for each combination of the values of `by`. */
export interface ChosenPath {
  /** Columns, with the values of each: one of each for a scan. */
  readonly by: readonly string[];
  readonly values: readonly (readonly SqlValue[])[];
  /** Conditions that neither `by` nor the order key takes in. */
  readonly remaining: readonly Condition[];
}

/** Scans that are merged for one page: planning takes about 0.1 ms each. */
const MAX_SCANS = 128;

/** Null when no index serves the conditions in this order without passing over many rows. */
export function choosePath(list: ListPaths, order: string, conditions: Conditions): ChosenPath | null {
  const offers = list.paths.flatMap((path) => offerOf(list, path, order, conditions) ?? []);
  return offers.sort((a, b) => a.rank - b.rank)[0]?.chosen ?? null;
}

function offerOf(list: ListPaths, path: AccessPath, order: string, conditions: Conditions) {
  const fields: Readonly<Record<string, FilterField>> = { ...list.filters, ...SCOPE_FIELDS };
  const isNarrow = path.by.some((name) => fields[name]!.narrow && conditions.has(name));
  // So few rows can be sorted.
  if (path.order !== order && !isNarrow) return null;

  const values = path.by.map((name) => conditions.get(name)?.values ?? fields[name]!.values);
  if (!values.every((one) => one !== undefined)) return null;
  const scans = values.reduce((product, one) => product * one.length, 1);
  if (scans > MAX_SCANS) return null;

  const key = list.orders[order]!.column;
  const remaining = [...conditions.values()].filter(({ name, field }) => {
    const isOfKey =
      order === ID_ORDER
        ? name in SCOPE_FIELDS
        : path.order === order && field.operator !== '=' && field.column === key;
    return !path.by.includes(name) && !isOfKey;
  });
  const mayFilter = list.small || isNarrow || (order === ID_ORDER && conditions.has('office'));
  // Outside a province the rows passed over are those of many scans. Words are not in the row: only a path finds them.
  const isServed = remaining.every(
    ({ name, field }) =>
      !field.words &&
      (mayFilter ||
        (field.coarse && (order === ID_ORDER || conditions.has('province'))) ||
        (path.also?.includes(name) && conditions.has('province'))),
  );
  if (!isServed) return null;
  return {
    chosen: { by: path.by.map((name) => fields[name]!.column), values, remaining },
    rank: (isNarrow ? 0 : 1e6) + remaining.length * 1e3 + scans,
  };
}

/** The path for an order, or without one for the first order that has a path. Errors: `BAD_USER_INPUT` when none has. */
export function requirePath(
  list: ListPaths,
  order: string | null,
  conditions: Conditions,
): ChosenPath & { readonly order: string } {
  for (const candidate of order === null ? Object.keys(list.orders) : [order]) {
    const chosen = choosePath(list, candidate, conditions);
    if (chosen) return { ...chosen, order: candidate };
  }
  throw badInput(refusalOf(list, order, conditions));
}

function refusalOf(list: ListPaths, order: string | null, conditions: Conditions): string {
  const orders = Object.keys(list.orders);
  const serves = (others: Conditions): boolean =>
    (order === null ? orders : [order]).some((candidate) => choosePath(list, candidate, others) !== null);
  const fields: Readonly<Record<string, FilterField>> = { ...SCOPE_FIELDS, ...list.filters };
  const others = orders.filter((candidate) => choosePath(list, candidate, conditions) !== null);
  const additions = Object.entries(fields).filter(
    ([name, field]) => !conditions.has(name) && serves(withScope(conditions, name, field)),
  );
  const without = (name: string): Conditions => {
    const rest = new Map(conditions);
    rest.delete(name);
    return rest;
  };
  const names = [...conditions.keys()];
  const removals = names.filter((name) => serves(without(name)));
  const ways = [
    ...(others.length > 0 ? [`order it by ${others.join(' or ')}`] : []),
    ...(additions.length > 0 ? [`add ${additions.map(([name]) => name).join(' or ')} to the filter`] : []),
    ...(removals.length > 0 ? [`leave out ${removals.join(' or ')}`] : []),
  ];
  if (ways.length === 0) {
    // Two steps: another order, and a condition less.
    for (const other of orders) {
      const those = names.filter((name) => choosePath(list, other, without(name)) !== null);
      if (those.length > 0) ways.push(`order it by ${other} and leave out ${those.join(' or ')}`);
    }
  }
  const given = names.join(', ') || 'no filter';
  return (
    `orderBy: "${list.name}"${order === null ? '' : ` by ${order}`} with ${given} is not offered, since no index serves it: ` +
    `${ways.join(', or ') || 'give fewer conditions'}.`
  );
}

/** The conditions with one value more; an office is in a province. */
function withScope(conditions: Conditions, name: string, field: FilterField): Conditions {
  const more = new Map(conditions).set(name, { name, field, values: [0] });
  if (name === 'office') more.set('province', { name: 'province', field: SCOPE_FIELDS.province, values: [0] });
  return more;
}
