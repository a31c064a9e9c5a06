import { optionalDay } from './optional-keys';
import { type ClassType, Field, InputType } from 'type-graphql';
import { isIsoDate } from '../calendar/date';
import { documentedEnum } from '../graphql/enums';

export const OrderDirection = documentedEnum('OrderDirection', 'Direction of a list (chiều sắp xếp).', {
  ASC: 'Smallest, oldest first; rows without the value come before all others (tăng dần).',
  DESC: 'Largest, newest first; rows without the value come after all others (giảm dần).',
});
export type OrderDirection = keyof typeof OrderDirection;

/** The order of a list, as asked for. */
export interface ListOrder<Field extends string = string> {
  field: Field;
  direction?: OrderDirection | null;
}

/** What a list is ordered by, ids deciding between equals: an SQL expression that is never null, and its type. */
export interface OrderKey {
  readonly column: string;
  readonly expression: string;
  readonly type: 'smallint' | 'date' | 'bigint';
}

/** By territory and id: the order of the primary keys, which is the order of ids. */
export const ID_ORDER = 'ID';
export const idOrder: OrderKey = { column: 'territory', expression: 'territory', type: 'smallint' };

export const dateOrder = (column: string): OrderKey => ({ column, expression: column, type: 'date' });
/** A day that some rows do not have; they come first in ascending order. */
export const optionalDateOrder = (column: string): OrderKey => ({
  column,
  expression: optionalDay(column),
  type: 'date',
});
export const amountOrder = (column: string): OrderKey => ({ column, expression: column, type: 'bigint' });

const LIMITS = { smallint: 32_767, bigint: Number.MAX_SAFE_INTEGER };

/** Whether a value from outside can be compared with the key: anything else would be an error of the database. */
export function isKeyValue({ type }: OrderKey, value: unknown): boolean {
  if (type !== 'date') return Number.isSafeInteger(value) && Math.abs(value as number) <= LIMITS[type];
  return value === '-infinity' || isIsoDate(value);
}

/** The GraphQL input type for the order of a list. */
export function orderInput<T extends string>(
  name: string,
  fields: Readonly<Record<T, string>>,
): ClassType<ListOrder<T>> {
  const fieldEnum = documentedEnum(`${name}OrderField`, 'What the list is ordered by (sắp xếp theo).', fields);

  @InputType(`${name}Order`, { description: 'Order of the list; ids decide between equals (thứ tự sắp xếp).' })
  class OrderType implements ListOrder<T> {
    @Field(() => fieldEnum, { description: 'What the list is ordered by (sắp xếp theo).' })
    field!: T;

    @Field(() => OrderDirection, {
      nullable: true,
      defaultValue: OrderDirection.ASC,
      description: 'Ascending unless told otherwise (chiều sắp xếp).',
    })
    direction?: OrderDirection | null;
  }
  return OrderType;
}

/** What every list says of its filter `noMovementSince`. */
export const NO_MOVEMENT_SINCE =
  'The last event was on this day or earlier: nothing has moved since; by the day of the last event unless told ' +
  'otherwise (không có biến động từ ngày).';

/** What every list says of its argument `orderBy`. */
export const ORDER_BY =
  'By id unless told otherwise; worklists, that is filters by what is due or stands still, by that day; where the ' +
  'filter is only offered in another order, in that one. A filter that no index serves in the order asked for is ' +
  'refused with what would be served (sắp xếp).';
