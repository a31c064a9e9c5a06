import {
  type ListDefinition,
  dateOrder,
  equalTo,
  idOrder,
  onOrAfter,
  onOrBefore,
  optionalDateOrder,
  orderInput,
} from '@thads/shared';
import { SupervisionEntity } from './supervision.entity';

export const SupervisionOrder = orderInput('Supervision', {
  ID: 'Identifier, that is by province and office (mã cuộc giám sát, kiểm sát).',
  RECORDED_ON: 'Day of the session (ngày giám sát, kiểm sát).',
  DUE_ON: 'Last day to answer (hạn trả lời).',
});

export const supervisionList: ListDefinition<SupervisionEntity> = {
  name: 'supervisions',
  entity: SupervisionEntity,
  small: true,
  filters: {
    case: equalTo('case_id', { narrow: true }),
    body: equalTo('body'),
    states: equalTo('state'),
    recordedFrom: onOrAfter('recorded_on'),
    recordedThrough: onOrBefore('recorded_on'),
    dueFrom: onOrAfter('due_on'),
    dueThrough: onOrBefore('due_on'),
  },
  orders: { ID: idOrder, RECORDED_ON: dateOrder('recorded_on'), DUE_ON: optionalDateOrder('due_on') },
  paths: [
    { order: 'ID', by: [] },
    { order: 'ID', by: ['case'] },
    { order: 'RECORDED_ON', by: ['province'] },
    { order: 'DUE_ON', by: ['province'] },
  ],
};
