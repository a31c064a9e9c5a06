import {
  type ListDefinition,
  dateOrder,
  equalTo,
  idOrder,
  inOverlay,
  onOrAfter,
  onOrBefore,
  orderInput,
} from '@thads/shared';
import { ObligationEntity } from './obligation.entity';
import { ObligationCategory, ObligationState } from './obligation.enums';

export const ObligationOrder = orderInput('Obligation', {
  ID: 'Identifier, that is by province and office (mã khoản phải thi hành).',
  RECORDED_ON: 'Day it was recorded (ngày ghi nhận).',
});

/** Ten million rows: every path is an index of the migrations. */
export const obligationList: ListDefinition<ObligationEntity> = {
  name: 'obligations',
  entity: ObligationEntity,
  filters: {
    case: equalTo('case_id', { narrow: true }),
    states: equalTo('state', { values: Object.values(ObligationState) }),
    category: equalTo('category', { values: Object.values(ObligationCategory) }),
    overlay: inOverlay('overlays'),
    amountFrom: onOrAfter('amount'),
    amountThrough: onOrBefore('amount'),
    dueThrough: onOrBefore('due_on'),
    recordedFrom: onOrAfter('recorded_on'),
    recordedThrough: onOrBefore('recorded_on'),
  },
  orders: { ID: idOrder, RECORDED_ON: dateOrder('recorded_on') },
  paths: [
    { order: 'ID', by: [] },
    { order: 'ID', by: ['case'] },
    { order: 'ID', by: ['states', 'category'] },
    { order: 'ID', by: ['overlay', 'states'], also: ['category'] },
    {
      order: 'RECORDED_ON',
      by: ['province'],
      also: ['office', 'states', 'category', 'overlay', 'amountFrom', 'amountThrough', 'dueThrough'],
    },
  ],
};
