import {
  type ListDefinition,
  dateOrder,
  equalTo,
  idOrder,
  onOrAfter,
  onOrBefore,
  optionalDateOrder,
  orderInput,
  requireOffice,
} from '@thads/shared';
import { SupervisionEntity } from './supervision.entity';
import type { SupervisionState } from './supervision.enums';

export const SupervisionOrder = orderInput('Supervision', {
  ID: 'Identifier, that is by province and office (mã cuộc giám sát, kiểm sát).',
  RECORDED_ON: 'Day of the session (ngày giám sát, kiểm sát).',
  DUE_ON: 'Last day to answer (hạn trả lời).',
  LAST_EVENT_ON: 'Day of the last event (ngày sự kiện gần nhất).',
});

/** In which a conclusion is to be answered. */
const PENDING: readonly SupervisionState[] = ['CONCLUSION_RECEIVED'];

export const supervisionList: ListDefinition<SupervisionEntity> = {
  name: 'supervisions',
  entity: SupervisionEntity,
  small: true,
  filters: {
    unit: { column: 'units', operator: '@>', read: (id: string) => [JSON.stringify([requireOffice(id).id])] },
    case: equalTo('case_id', { narrow: true }),
    body: equalTo('body'),
    states: equalTo('state'),
    recordedFrom: onOrAfter('recorded_on'),
    recordedThrough: onOrBefore('recorded_on'),
    dueFrom: onOrAfter('due_on', { order: 'DUE_ON' }),
    dueThrough: onOrBefore('due_on', { order: 'DUE_ON' }),
    noMovementSince: onOrBefore('last_event_on', { order: 'LAST_EVENT_ON' }),
  },
  due: { from: 'dueFrom', through: 'dueThrough', pending: PENDING },
  orders: {
    ID: idOrder,
    RECORDED_ON: dateOrder('recorded_on'),
    DUE_ON: optionalDateOrder('due_on'),
    LAST_EVENT_ON: dateOrder('last_event_on'),
  },
  paths: [
    { order: 'ID', by: [] },
    { order: 'ID', by: ['case'] },
    { order: 'RECORDED_ON', by: ['province'] },
    { order: 'DUE_ON', by: ['province'] },
    { order: 'LAST_EVENT_ON', by: ['province'] },
  ],
};
