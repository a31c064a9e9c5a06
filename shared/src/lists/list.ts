import { Reader } from '../database/reader';
import { graphError } from '../errors';
import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { selectedColumns, tableName } from '../database/rows';
import { type Connection, type PageArguments, pageOf } from '../graphql/connection';
import { type CursorOwner, checkPageSize, decodeCursor, encodeCursor } from '../graphql/cursor';
import { type ListPaths, requirePath } from './access-path';
import { type Conditions, SCOPE_FIELDS, fingerprint, readConditions } from './conditions';
import { type ListOrder, isKeyValue } from './order';
import { type Statement, countStatement, pageStatement } from './page-statement';
import { searchCountStatement, searchStatement, soughtWord } from './search-statement';
import { type DueFields, withoutWorklist } from './worklist';

/** A list of the graph: what its rows are narrowed and ordered by, and the indexes that serve it. */
export interface ListDefinition<T extends ObjectLiteral> extends ListPaths {
  readonly entity: EntityTarget<T>;
  /** Where its rows have a last day on which something has to be done; its filter is a `DueFilter` then. */
  readonly due?: DueFields;
}

export interface ListRequest {
  readonly filter: object | null | undefined;
  readonly orderBy: ListOrder | null | undefined;
  readonly page: PageArguments;
}

/**
 * One page by keyset: its cost does not depend on how far into the list it is. Without an order the list is in the one
 * that its filter asks for by itself, or in the order of ids, or in the first order that it is offered in.
 * Errors: `BAD_USER_INPUT` for page size, cursor, unknown provinces and offices, and for what no index serves.
 */
export async function listPage<T extends ObjectLiteral & { id: string }>(
  list: ListDefinition<T>,
  manager: EntityManager,
  request: ListRequest,
): Promise<Connection<T>> {
  const { owner, size, page, count } = listStatements(list, manager, request);
  const rows = page ? await manager.query<(T & { orderKey: string | number })[]>(page.text, [...page.values]) : [];
  const cursorOf = ({ orderKey, id }: (typeof rows)[number]): string => encodeCursor(owner, { key: orderKey, id });
  return pageOf(rows, size, request.page.after, cursorOf, async () => {
    const [{ total }] = await manager.query<[{ total: number }]>(count.text, [...count.values]);
    return total;
  });
}

/**
 * A caller of some territories asks for those only: row level security would pass over all rows of others one by one. Errors:
 * `FORBIDDEN` for others, of which it would make an empty list, and that is not what the caller should believe.
 */
function withinTerritory(manager: EntityManager, conditions: Conditions): Conditions {
  const seen = manager instanceof Reader ? manager.territories : 'ALL';
  if (seen === 'ALL') return conditions;
  const asked = conditions.get('province')?.values as readonly number[] | undefined;
  const values = asked ? asked.filter((territory) => seen.includes(territory)) : seen;
  if (asked && asked.length > 0 && values.length === 0) {
    throw graphError('FORBIDDEN', 'filter: the province or office is not within the territory of your token.');
  }
  return new Map([...conditions, ['province', { name: 'province', field: SCOPE_FIELDS.province, values }]]);
}

export interface ListStatements {
  readonly owner: CursorOwner;
  readonly size: number;
  /** One row more than the page has; null when nothing can match. */
  readonly page: Statement | null;
  readonly count: Statement;
}

export function listStatements<T extends ObjectLiteral>(
  list: ListDefinition<T>,
  manager: EntityManager,
  { filter, orderBy, page: { first, after: cursor } }: ListRequest,
): ListStatements {
  const size = checkPageSize(first ?? 50);
  const asked = readConditions(list.filters, list.due ? withoutWorklist(list.due, { ...filter }) : { ...filter });
  const conditions = withinTerritory(manager, asked);
  const chosen = requirePath(list, orderBy?.field ?? null, conditions);
  const key = list.orders[chosen.order]!;
  const direction = orderBy?.direction ?? 'ASC';
  const owner = { list: list.name, order: `${chosen.order} ${direction}`, filter: fingerprint(asked) };
  const after =
    cursor === null || cursor === undefined ? null : decodeCursor(owner, cursor, (value) => isKeyValue(key, value));

  const table = tableName(manager, list.entity);
  const columns = selectedColumns(manager, list.entity);
  const request = { table, columns, chosen, key, direction, conditions, after, limit: size + 1 };
  const sought = soughtWord(conditions);
  return sought
    ? {
        owner,
        size,
        page: searchStatement(request, sought),
        count: searchCountStatement(table, conditions, sought),
      }
    : { owner, size, page: pageStatement(request), count: countStatement(table, conditions) };
}
