import { type ListDefinition, dateOrder, equalTo, idOrder, onOrAfter, onOrBefore, orderInput } from '@thads/shared';
import { ReceptionEntity } from './reception.entity';

export const ReceptionOrder = orderInput('Reception', {
  ID: 'Identifier, that is by province and office (mã lần tiếp).',
  RECEIVED_ON: 'Day of the reception (ngày tiếp).',
});

export const receptionList: ListDefinition<ReceptionEntity> = {
  name: 'receptions',
  entity: ReceptionEntity,
  small: true,
  filters: {
    states: equalTo('state'),
    massGroups: equalTo('(mass_groups > 0)'),
    receivedByHead: equalTo('received_by_head'),
    online: equalTo('online'),
    receivedFrom: onOrAfter('received_on'),
    receivedThrough: onOrBefore('received_on'),
  },
  orders: { ID: idOrder, RECEIVED_ON: dateOrder('received_on') },
  paths: [
    { order: 'ID', by: [] },
    { order: 'RECEIVED_ON', by: ['province'] },
  ],
};
