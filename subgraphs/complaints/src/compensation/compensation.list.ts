import { type ListDefinition, dateOrder, equalTo, idOrder, onOrAfter, onOrBefore, orderInput } from '@thads/shared';
import { CompensationEntity } from './compensation.entity';
import { CompensationState } from './compensation.enums';

export const CompensationOrder = orderInput('Compensation', {
  ID: 'Identifier, that is by province and office (mã yêu cầu).',
  REQUESTED_ON: 'Day it was requested (ngày yêu cầu).',
});

export const compensationList: ListDefinition<CompensationEntity> = {
  name: 'compensations',
  entity: CompensationEntity,
  small: true,
  filters: {
    states: equalTo('state', { values: Object.values(CompensationState) }),
    requestedFrom: onOrAfter('requested_on'),
    requestedThrough: onOrBefore('requested_on'),
  },
  orders: { ID: idOrder, REQUESTED_ON: dateOrder('requested_on') },
  paths: [
    { order: 'ID', by: [] },
    { order: 'REQUESTED_ON', by: ['province'] },
  ],
};
