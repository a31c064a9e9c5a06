import { type ListDefinition, dateOrder, equalTo, idOrder, onOrAfter, onOrBefore, orderInput } from '@thads/shared';
import { CompensationEntity } from './compensation.entity';
import { CompensationState } from './compensation.enums';

export const CompensationOrder = orderInput('Compensation', {
  ID: 'Identifier, that is by province and office (mã yêu cầu).',
  REQUESTED_ON: 'Day it was requested (ngày yêu cầu).',
  LAST_EVENT_ON: 'Day of the last event (ngày sự kiện gần nhất).',
});

export const compensationList: ListDefinition<CompensationEntity> = {
  name: 'compensations',
  entity: CompensationEntity,
  small: true,
  filters: {
    officer: equalTo('caused_by'),
    case: equalTo('case_id'),
    states: equalTo('state', { values: Object.values(CompensationState) }),
    requestedFrom: onOrAfter('requested_on'),
    requestedThrough: onOrBefore('requested_on'),
    amountFrom: onOrAfter('requested'),
    amountThrough: onOrBefore('requested'),
    noMovementSince: onOrBefore('last_event_on', { order: 'LAST_EVENT_ON' }),
  },
  orders: {
    ID: idOrder,
    REQUESTED_ON: dateOrder('requested_on'),
    LAST_EVENT_ON: dateOrder('last_event_on'),
  },
  paths: [
    { order: 'ID', by: [] },
    { order: 'REQUESTED_ON', by: ['province'] },
    { order: 'LAST_EVENT_ON', by: ['province'] },
  ],
};
