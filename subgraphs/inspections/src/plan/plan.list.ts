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
import { PlanEntity } from './plan.entity';
import type { InspectionPlanState } from './plan.enums';

export const InspectionPlanOrder = orderInput('InspectionPlan', {
  ID: 'Identifier, that is by province and office (mã kế hoạch).',
  DUE_ON: 'Last day to issue it and send it upward, that is by working year (hạn ban hành, gửi).',
  ISSUED_ON: 'Day it was issued (ngày ban hành).',
  LAST_EVENT_ON: 'Day of the last event (ngày sự kiện gần nhất).',
});

/** In which it is still to be issued or sent upward. */
const PENDING: readonly InspectionPlanState[] = ['DRAFTED', 'ISSUED'];

export const planList: ListDefinition<PlanEntity> = {
  name: 'inspectionPlans',
  entity: PlanEntity,
  small: true,
  filters: {
    kind: equalTo('kind'),
    workingYear: equalTo('working_year'),
    states: equalTo('state'),
    issuedFrom: onOrAfter('issued_on'),
    issuedThrough: onOrBefore('issued_on'),
    dueFrom: onOrAfter('due_on', { order: 'DUE_ON' }),
    dueThrough: onOrBefore('due_on', { order: 'DUE_ON' }),
    noMovementSince: onOrBefore('last_event_on', { order: 'LAST_EVENT_ON' }),
  },
  due: { from: 'dueFrom', through: 'dueThrough', pending: PENDING },
  orders: {
    ID: idOrder,
    DUE_ON: dateOrder('due_on'),
    ISSUED_ON: optionalDateOrder('issued_on'),
    LAST_EVENT_ON: dateOrder('last_event_on'),
  },
  paths: [
    { order: 'ID', by: [] },
    { order: 'DUE_ON', by: ['province'] },
    { order: 'ISSUED_ON', by: ['province'] },
    { order: 'LAST_EVENT_ON', by: ['province'] },
  ],
};
