import { type ListDefinition, dateOrder, equalTo, idOrder, onOrAfter, onOrBefore, orderInput } from '@thads/shared';
import { AdministrativeJudgmentEntity } from './administrative-judgment.entity';
import { OPEN } from './administrative-judgment.lifecycle';

export const AdministrativeJudgmentOrder = orderInput('AdministrativeJudgment', {
  ID: 'Identifier, that is by province and office (mã hồ sơ).',
  MONITORED_ON: 'Day since which it is monitored (ngày bắt đầu theo dõi).',
  PERFORM_BY: 'Last day for it to be performed (hạn thi hành).',
  LAST_EVENT_ON: 'Day of the last event (ngày sự kiện gần nhất).',
});

export const administrativeJudgmentList: ListDefinition<AdministrativeJudgmentEntity> = {
  name: 'administrativeJudgments',
  entity: AdministrativeJudgmentEntity,
  small: true,
  filters: {
    states: equalTo('state'),
    monitoredFrom: onOrAfter('monitored_on'),
    monitoredThrough: onOrBefore('monitored_on'),
    dueFrom: onOrAfter('perform_by', { order: 'PERFORM_BY' }),
    dueThrough: onOrBefore('perform_by', { order: 'PERFORM_BY' }),
    noMovementSince: onOrBefore('last_event_on', { order: 'LAST_EVENT_ON' }),
  },
  due: { from: 'dueFrom', through: 'dueThrough', pending: OPEN },
  orders: {
    ID: idOrder,
    MONITORED_ON: dateOrder('monitored_on'),
    PERFORM_BY: dateOrder('perform_by'),
    LAST_EVENT_ON: dateOrder('last_event_on'),
  },
  paths: [
    { order: 'ID', by: [] },
    { order: 'MONITORED_ON', by: ['province'] },
    { order: 'PERFORM_BY', by: ['province'] },
    { order: 'LAST_EVENT_ON', by: ['province'] },
  ],
};
