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

export const InspectionPlanOrder = orderInput('InspectionPlan', {
  ID: 'Identifier, that is by province and office (mã kế hoạch).',
  DUE_ON: 'Last day to issue it and send it upward, that is by working year (hạn ban hành, gửi).',
  ISSUED_ON: 'Day it was issued (ngày ban hành).',
});

export const planList: ListDefinition<PlanEntity> = {
  name: 'inspectionPlans',
  entity: PlanEntity,
  small: true,
  filters: {
    kind: equalTo('kind'),
    workingYear: equalTo('working_year'),
    states: equalTo('state'),
    dueFrom: onOrAfter('due_on'),
    dueThrough: onOrBefore('due_on'),
  },
  orders: { ID: idOrder, DUE_ON: dateOrder('due_on'), ISSUED_ON: optionalDateOrder('issued_on') },
  paths: [
    { order: 'ID', by: [] },
    { order: 'DUE_ON', by: ['province'] },
    { order: 'ISSUED_ON', by: ['province'] },
  ],
};
