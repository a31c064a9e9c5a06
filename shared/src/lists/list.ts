import { Reader } from '../database/reader';
import { graphError } from '../errors';
import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { selectedColumns, tableName } from '../database/rows';
import type { Connection, PageArguments } from '../graphql/connection';
import { type CursorOwner, checkPageSize, decodeCursor, encodeCursor } from '../graphql/cursor';
import { type ListPaths, requirePath } from './access-path';
import { type Conditions, fingerprint, readConditions } from './conditions';
import { type ListOrder, isKeyValue } from './order';
import { type Statement, countStatement, pageStatement } from './page-statement';
import { searchCountStatement, searchStatement, soughtWord } from './search-statement';

/** A list of the graph: what its rows are narrowed and ordered by, and the indexes that serve it. */
export interface ListDefinition<T extends ObjectLiteral> extends ListPaths {
  readonly entity: EntityTarget<T>;
}

export interface ListRequest {
  readonly filter: object | null | undefined;
  readonly orderBy: ListOrder | null | undefined;
  readonly page: PageArguments;
}

/**
 * One page by keyset: its cost does not depend on how far into the list it is. Without an order the list is in the order
 * of ids or, where the filter is not offered in that, in the first order that it is offered in.
 * Errors: `BAD_USER_INPUT` for page size, cursor, unknown provinces and offices, and for what no index serves.
 */
export async function listPage<T extends ObjectLiteral & { id: string }>(
  list: ListDefinition<T>,
  manager: EntityManager,
  request: ListRequest,
): Promise<Connection<T>> {
  const { owner, size, page, count } = listStatements(list, manager, request);
  const rows = page ? await manager.query<(T & { orderKey: string | number })[]>(page.text, [...page.values]) : [];
  const nodes = rows.slice(0, size);
  const cursorOf = (node: (typeof rows)[number]): string => encodeCursor(owner, { key: node.orderKey, id: node.id });
  return {
    nodes,
    edges: () => nodes.map((node) => ({ node, cursor: cursorOf(node) })),
    pageInfo: {
      hasNextPage: rows.length > size,
      hasPreviousPage: request.page.after !== null && request.page.after !== undefined,
      startCursor: nodes.length > 0 ? cursorOf(nodes[0]!) : null,
      endCursor: nodes.length > 0 ? cursorOf(nodes.at(-1)!) : null,
    },
    async totalCount() {
      const [{ total }] = await manager.query<[{ total: number }]>(count.text, [...count.values]);
      return total;
    },
  };
}

/** Row level security would make the list empty, which is not what the caller should believe. */
function checkTerritory(manager: EntityManager, conditions: Conditions): void {
  const asked = conditions.get('province')?.values as readonly number[] | undefined;
  if (!asked || asked.length === 0 || !(manager instanceof Reader) || manager.maySee(asked)) return;
  throw graphError('FORBIDDEN', 'filter: the province or office is not within the territory of your token.');
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
  const conditions = readConditions(list.filters, { ...filter });
  checkTerritory(manager, conditions);
  const chosen = requirePath(list, orderBy?.field ?? null, conditions);
  const key = list.orders[chosen.order]!;
  const direction = orderBy?.direction ?? 'ASC';
  const owner = { list: list.name, order: `${chosen.order} ${direction}`, filter: fingerprint(conditions) };
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
