import { Field, InputType, Int } from 'type-graphql';
import { type IsoDate, addDays, todayInVietnam } from '../calendar/date';
import { badInput } from '../errors';
import { DateScalar } from '../graphql/scalars';

/** The fields by which the filter of a list asks for what has to be done by a day; given together, all of them hold. */
@InputType({ description: 'What has to be done by a day (việc đến hạn).' })
export abstract class DueFilter {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Still to be done and past its last day today; false: still to be done and not past it (quá hạn).',
  })
  overdue?: boolean | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Still to be done today, and past its last day on this day, which may be one to come (quá hạn tính đến ngày).',
  })
  overdueOn?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Still to be done, and due within so many days from today, 0 to 3660, or late already (đến hạn trong số ngày tới).',
  })
  dueWithinDays?: number | null;
}

/** The fields of a list's filter that a worklist is made of. */
export interface DueFields {
  /** The filter's fields for the earliest and the latest last day. */
  readonly from: string;
  readonly through: string;
  /** States in which it is still to be done; without them, wherever there is a last day. */
  readonly pending?: readonly string[];
}

/** Beyond all calendars of offices. */
const MOST_DAYS = 3_660;

type Filter = DueFilter & Readonly<Record<string, unknown>>;

/**
 * A filter with what `DueFilter` asks for told in fields that indexes have: states, and last days from and through.
 * Errors: `BAD_USER_INPUT` for a number of days out of range.
 */
export function withoutWorklist(
  { from, through, pending }: DueFields,
  { overdue = null, overdueOn = null, dueWithinDays = null, ...filter }: Filter,
  today: IsoDate = todayInVietnam(),
): Readonly<Record<string, unknown>> {
  if (overdue === null && overdueOn === null && dueWithinDays === null) return filter;
  if (dueWithinDays !== null && (dueWithinDays < 0 || dueWithinDays > MOST_DAYS)) {
    throw badInput(`filter.dueWithinDays: ${dueWithinDays} is not a number of days from 0 to ${MOST_DAYS}.`);
  }
  const asked = filter.states as readonly string[] | null | undefined;
  const earliest = [filter[from], overdue === false ? today : null];
  const latest = [
    filter[through],
    overdue ? addDays(today, -1) : null,
    overdueOn === null ? null : addDays(overdueOn, -1),
    dueWithinDays === null ? null : addDays(today, dueWithinDays),
  ];
  return {
    ...filter,
    ...(pending ? { states: asked ? pending.filter((state) => asked.includes(state)) : pending } : {}),
    [from]: earliest.filter(isDay).sort().at(-1),
    [through]: latest.filter(isDay).sort()[0],
  };
}

function isDay(day: unknown): day is IsoDate {
  return day !== null && day !== undefined;
}
