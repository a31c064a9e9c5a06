import { type IsoDate, type ListOrder, addDays, badInput, todayInVietnam } from '@thads/shared';
import { Field, InputType, Int } from 'type-graphql';

/** What a worklist is narrowed by besides its own conditions, for the filters of lists whose rows have a last day. */
@InputType({ description: 'What has to be done by a day (việc đến hạn).' })
export abstract class DueFilter {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Still to be done and past its last day; false: still to be done and not past it (quá hạn).',
  })
  overdue?: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Still to be done within so many days from today, or past its last day (đến hạn trong số ngày).',
  })
  dueWithinDays?: number | null;
}

/** The conditions that `overdue` and `dueWithinDays` are turned into. */
interface DueConditions {
  states?: readonly string[] | null;
  dueFrom?: IsoDate | null;
  dueThrough?: IsoDate | null;
}

interface Worklist<F, O> {
  readonly filter: Omit<F, keyof DueFilter> & DueConditions;
  readonly orderBy: O | { readonly field: 'DUE_ON' } | null;
}

/** Beyond all calendars of offices. */
const MOST_DAYS = 3_660;

/**
 * The filter and order of a worklist in conditions that indexes serve; `pending` are the states in which something is to
 * be done. What is due first comes first unless told otherwise. Errors: `BAD_USER_INPUT` for days out of range.
 */
export function worklist<F extends DueFilter & DueConditions, O extends ListOrder>(
  given: F | null | undefined,
  orderBy: O | null | undefined,
  pending: readonly string[],
  today: IsoDate = todayInVietnam(),
): Worklist<F, O> {
  const { overdue = null, dueWithinDays = null, ...filter } = { ...given } as F;
  if (overdue === null && dueWithinDays === null) return { filter, orderBy: orderBy ?? null };
  if (dueWithinDays !== null && (dueWithinDays < 0 || dueWithinDays > MOST_DAYS)) {
    throw badInput(`filter.dueWithinDays: ${dueWithinDays} is not a number of days from 0 to ${MOST_DAYS}.`);
  }
  const from = [filter.dueFrom, overdue === false ? today : null];
  const through = [
    filter.dueThrough,
    overdue ? addDays(today, -1) : null,
    dueWithinDays === null ? null : addDays(today, dueWithinDays),
  ];
  const isDay = (day: IsoDate | null | undefined): day is IsoDate => day !== null && day !== undefined;
  return {
    filter: {
      ...filter,
      states: filter.states ? pending.filter((state) => filter.states!.includes(state)) : pending,
      dueFrom: from.filter(isDay).sort().at(-1) ?? null,
      dueThrough: through.filter(isDay).sort()[0] ?? null,
    },
    orderBy: orderBy ?? { field: 'DUE_ON' },
  };
}
