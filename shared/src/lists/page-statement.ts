import { officeNumbered } from '../geography/geography';
import type { KeysetPosition } from '../graphql/cursor';
import type { ChosenPath } from './access-path';
import type { Condition, Conditions, SqlValue } from './conditions';
import { ID_ORDER, type OrderDirection, type OrderKey } from './order';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

export interface PageRequest {
  /** `schema.table` */
  readonly table: string;
  /** What is selected of a row. */
  readonly columns: string;
  readonly chosen: ChosenPath & { readonly order: string };
  readonly key: OrderKey;
  readonly direction: OrderDirection;
  readonly conditions: Conditions;
  readonly after: KeysetPosition | null;
  readonly limit: number;
}

/**
 * One page: a scan of the index for each combination of values, merged in order. PostgreSQL reads a scan only as far as
 * the page needs it. Null when nothing can match.
 */
export function pageStatement(request: PageRequest): Statement | null {
  const { table, columns, chosen, key, direction, limit } = request;
  const parameters = new Parameters();
  const filters = chosen.remaining.map((condition) => test(condition, parameters));
  const ranges = chosen.order === ID_ORDER ? idRanges(request, parameters) : keyRanges(request, parameters);
  const scans = combinations(chosen.values).flatMap((combination) => {
    const equalities = chosen.by.map((column, index) => `${column} = ${parameters.bind(combination[index])}`);
    return ranges.map((range) => [...equalities, ...range, ...filters].join(' and ') || 'true');
  });
  if (scans.length === 0) return null;
  const most = parameters.bind(limit);
  const pages = scans.map(
    (condition) =>
      `(select *, ${key.expression} as order_key from ${table} where ${condition} ` +
      `order by ${key.expression} ${direction}, id ${direction} limit ${most})`,
  );
  return {
    text: `select ${columns}, order_key as "orderKey" from (${pages.join('\nunion all ')}) page
order by order_key ${direction}, id ${direction} limit ${most}`,
    values: parameters.values,
  };
}

export function countStatement(table: string, conditions: Conditions): Statement {
  const parameters = new Parameters();
  const tests = [...conditions.values()].map((condition) => test(condition, parameters));
  return {
    text: `select count(*) as total from ${table} where ${tests.join(' and ') || 'true'}`,
    values: parameters.values,
  };
}

/** Each value becomes one parameter. */
export class Parameters {
  readonly values: unknown[] = [];

  bind(value: unknown): string {
    const known = this.values.indexOf(value);
    return `$${known < 0 ? this.values.push(value) : known + 1}`;
  }
}

export function test({ field: { column, operator }, values }: Condition, parameters: Parameters): string {
  if (operator !== '=') return `${column} ${operator} ${parameters.bind(values[0])}`;
  return values.length === 1
    ? `${column} = ${parameters.bind(values[0])}`
    : `${column} = any(${parameters.bind(values)})`;
}

function combinations(values: readonly (readonly SqlValue[])[]): readonly (readonly SqlValue[])[] {
  return values.reduce<readonly (readonly SqlValue[])[]>(
    (all, some) => all.flatMap((combination) => some.map((value) => [...combination, value])),
    [[]],
  );
}

/** Where an index on (territory, id) has to be read: one range, or two when a page goes on within a province's parts. */
function idRanges({ conditions, direction, after }: PageRequest, parameters: Parameters): string[][] {
  const beyond = direction === 'ASC' ? '>' : '<';
  const territories = conditions.get('province')?.values as readonly number[] | undefined;
  if (!territories) {
    return after
      ? [[`(territory, id) ${beyond} (${parameters.bind(after.key)}::smallint, ${parameters.bind(after.id)})`]]
      : [[]];
  }
  // An array with one value, since a territory that is constant would drop out of the order that scans are merged in.
  const within = (some: readonly number[]): string => `territory = any(${parameters.bind(some)}::smallint[])`;
  const office = officeRange(conditions, parameters);
  if (!after) return territories.length > 0 ? [[within(territories), ...office]] : [];
  const here = territories.filter((territory) => territory === after.key);
  const further = territories.filter((territory) =>
    direction === 'ASC' ? territory > (after.key as number) : territory < (after.key as number),
  );
  return [
    ...(here.length > 0 ? [[within(here), `id ${beyond} ${parameters.bind(after.id)}`, ...office]] : []),
    ...(further.length > 0 ? [[within(further), ...office]] : []),
  ];
}

/** The ids of an office's rows begin with its own and a full stop; the next character after that is the slash. */
function officeRange(conditions: Conditions, parameters: Parameters): string[] {
  const office = conditions.get('office');
  if (!office) return [];
  const { id } = officeNumbered(office.values[0] as number);
  // As sub-selects: PostgreSQL's estimate for such close bounds is next to none, and it would not take a better index.
  return [`id > (select ${parameters.bind(`${id}.`)}::text)`, `id < (select ${parameters.bind(`${id}/`)}::text)`];
}

/** The part of the order key's values between the conditions on it and the page before: two bounds at most. */
function keyRanges({ chosen, conditions, key, direction, after }: PageRequest, parameters: Parameters): string[][] {
  const ofKey = [...conditions.values()].filter(
    ({ field, ...condition }) =>
      field.column === key.column &&
      field.operator !== '=' &&
      !chosen.remaining.some(({ name }) => name === condition.name),
  );
  const first = ofKey.find(({ field }) => field.operator === '>=')?.values[0] as string | number | undefined;
  const last = ofKey.find(({ field }) => field.operator === '<=')?.values[0] as string | number | undefined;
  const bound = (operator: string, value: unknown): string =>
    `${key.expression} ${operator} ${parameters.bind(value)}::${key.type}`;

  const beyond = (operator: string): string =>
    `(${key.expression}, id) ${operator} (${parameters.bind(after!.key)}::${key.type}, ${parameters.bind(after!.id)})`;
  const lower = (): string | null => {
    // Of two lower bounds PostgreSQL would start at the looser one.
    if (after && direction === 'ASC' && (first === undefined || after.key >= first)) return beyond('>');
    if (first !== undefined) return bound('>=', first);
    return last !== undefined && key.expression !== key.column ? bound('>', '-infinity') : null;
  };
  const upper = (): string | null => {
    if (after && direction === 'DESC' && (last === undefined || after.key <= last)) return beyond('<');
    return last === undefined ? null : bound('<=', last);
  };
  return [[lower(), upper()].filter((one) => one !== null)];
}
