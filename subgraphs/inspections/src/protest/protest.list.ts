import {
  type ListDefinition,
  dateOrder,
  equalTo,
  idOrder,
  onOrAfter,
  onOrBefore,
  orderInput,
  requireOffice,
} from '@thads/shared';
import { ProtestEntity } from './protest.entity';
import type { ProtestState } from './protest.enums';

export const ProtestOrder = orderInput('Protest', {
  ID: 'Identifier, that is by province and office (mã kháng nghị).',
  RECEIVED_ON: 'Day it was received (ngày nhận).',
  DUE_ON: 'Last day to answer (hạn trả lời).',
  LAST_EVENT_ON: 'Day of the last event (ngày sự kiện gần nhất).',
});

/** In which it is to be answered. */
const PENDING: readonly ProtestState[] = ['RECEIVED', 'REFERRED'];

export const protestList: ListDefinition<ProtestEntity> = {
  name: 'protests',
  entity: ProtestEntity,
  small: true,
  filters: {
    unit: equalTo('unit', { narrow: true, read: (id: string) => [requireOffice(id).number] }),
    case: equalTo('case_id', { narrow: true }),
    protestLevel: equalTo('protest_level'),
    outcome: equalTo('outcome'),
    states: equalTo('state'),
    receivedFrom: onOrAfter('received_on'),
    receivedThrough: onOrBefore('received_on'),
    dueFrom: onOrAfter('due_on', { order: 'DUE_ON' }),
    dueThrough: onOrBefore('due_on', { order: 'DUE_ON' }),
    noMovementSince: onOrBefore('last_event_on', { order: 'LAST_EVENT_ON' }),
  },
  due: { from: 'dueFrom', through: 'dueThrough', pending: PENDING },
  orders: {
    ID: idOrder,
    RECEIVED_ON: dateOrder('received_on'),
    DUE_ON: dateOrder('due_on'),
    LAST_EVENT_ON: dateOrder('last_event_on'),
  },
  paths: [
    { order: 'ID', by: [] },
    { order: 'ID', by: ['unit'] },
    { order: 'ID', by: ['case'] },
    { order: 'RECEIVED_ON', by: ['province'] },
    { order: 'DUE_ON', by: ['province'] },
    { order: 'LAST_EVENT_ON', by: ['province'] },
  ],
};
