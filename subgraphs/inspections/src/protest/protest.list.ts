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

export const ProtestOrder = orderInput('Protest', {
  ID: 'Identifier, that is by province and office (mã kháng nghị).',
  RECEIVED_ON: 'Day it was received (ngày nhận).',
  DUE_ON: 'Last day to answer (hạn trả lời).',
});

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
    dueFrom: onOrAfter('due_on'),
    dueThrough: onOrBefore('due_on'),
  },
  orders: { ID: idOrder, RECEIVED_ON: dateOrder('received_on'), DUE_ON: dateOrder('due_on') },
  paths: [
    { order: 'ID', by: [] },
    { order: 'ID', by: ['unit'] },
    { order: 'ID', by: ['case'] },
    { order: 'RECEIVED_ON', by: ['province'] },
    { order: 'DUE_ON', by: ['province'] },
  ],
};
