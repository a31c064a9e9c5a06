import {
  type IsoDate,
  type ListDefinition,
  type ListOrder,
  type ListRequest,
  addDays,
  badInput,
  dateOrder,
  equalTo,
  idOrder,
  onOrAfter,
  onOrBefore,
  optionalDateOrder,
  orderInput,
} from '@thads/shared';
import { PetitionEntity } from './petition.entity';
import { PetitionKind, PetitionState } from './petition.enums';

export const PetitionOrder = orderInput('Petition', {
  ID: 'Identifier, that is by province and office (mã đơn).',
  RECEIVED_ON: 'Day it was received (ngày nhận đơn).',
  DUE_ON: 'Last day to resolve it in time (hạn giải quyết).',
});

export const petitionList: ListDefinition<PetitionEntity> = {
  name: 'petitions',
  entity: PetitionEntity,
  small: true,
  filters: {
    states: equalTo('state', { values: Object.values(PetitionState) }),
    kind: equalTo('kind', { values: Object.values(PetitionKind) }),
    receivedFrom: onOrAfter('received_on'),
    receivedThrough: onOrBefore('received_on'),
    dueFrom: onOrAfter('due_on'),
    dueThrough: onOrBefore('due_on'),
  },
  orders: { ID: idOrder, RECEIVED_ON: dateOrder('received_on'), DUE_ON: optionalDateOrder('due_on') },
  paths: [
    { order: 'ID', by: [] },
    { order: 'ID', by: ['states', 'kind'] },
    { order: 'RECEIVED_ON', by: ['province'] },
    { order: 'DUE_ON', by: ['province'] },
    { order: 'DUE_ON', by: ['states', 'province'] },
  ],
};

type Filter = Readonly<Record<string, unknown>> & {
  readonly states?: readonly string[] | null;
  readonly dueFrom?: IsoDate | null;
  readonly dueThrough?: IsoDate | null;
  readonly dueWithinDays?: number | null;
  readonly overdue?: boolean | null;
};

const FURTHEST_DAYS = 366;

/**
 * The filter with what the worklist asks for told in fields that indexes have: what is being resolved, by the day it is
 * due. Unchanged, and the order too, when it asks for no worklist. Errors: `BAD_USER_INPUT` for a number of days out of range.
 */
export function worklist(
  filter: object | null | undefined,
  orderBy: ListOrder | null | undefined,
  today: IsoDate,
): Pick<ListRequest, 'filter' | 'orderBy'> {
  const { dueWithinDays, overdue, ...others } = (filter ?? {}) as Filter;
  const days = dueWithinDays ?? null;
  if (days === null && (overdue ?? null) === null) return { filter: others, orderBy };
  if (days !== null && (days < 0 || days > FURTHEST_DAYS)) {
    throw badInput(`filter.dueWithinDays: ${days}; it must be 0 to ${FURTHEST_DAYS}.`);
  }
  const asked = others.states ?? [OPEN];
  const froms = [others.dueFrom, overdue === false ? today : null].filter(isDay);
  const throughs = [
    others.dueThrough,
    days === null ? null : addDays(today, days),
    overdue === true ? addDays(today, -1) : null,
  ].filter(isDay);
  return {
    filter: {
      ...others,
      states: asked.filter((state) => state === OPEN),
      dueFrom: froms.sort().at(-1) ?? null,
      dueThrough: throughs.sort()[0] ?? null,
    },
    orderBy: orderBy ?? { field: 'DUE_ON' },
  };
}

const OPEN: PetitionState = 'ACCEPTED';

function isDay(day: IsoDate | null | undefined): day is IsoDate {
  return day !== null && day !== undefined;
}
