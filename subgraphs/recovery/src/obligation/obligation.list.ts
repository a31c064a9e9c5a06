import {
  type ListDefinition,
  amountOrder,
  dateOrder,
  equalTo,
  idOrder,
  inOverlay,
  onOrAfter,
  onOrBefore,
  optionalDateOrder,
  orderInput,
} from '@thads/shared';
import { ObligationEntity } from './obligation.entity';
import { ObligationCategory, ObligationState } from './obligation.enums';

export const ObligationOrder = orderInput('Obligation', {
  ID: 'Identifier, that is by province and office (mã khoản phải thi hành).',
  RECORDED_ON: 'Day it was recorded (ngày ghi nhận).',
  AMOUNT: 'Amount owed (số tiền phải thi hành).',
  DUE_ON: 'Last day to hand on the money held longest (hạn chi trả, nộp).',
  LAST_EVENT_ON: 'Day of the last event (ngày sự kiện gần nhất).',
});

/** In the words of the index: the few that hold money. */
const HOLDING = 'due_on is not null';

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
    dueFrom: onOrAfter('due_on', { within: HOLDING, order: 'DUE_ON' }),
    dueThrough: onOrBefore('due_on', { within: HOLDING, order: 'DUE_ON' }),
    noMovementSince: onOrBefore('last_event_on', { order: 'LAST_EVENT_ON' }),
    recordedFrom: onOrAfter('recorded_on'),
    recordedThrough: onOrBefore('recorded_on'),
  },
  due: { from: 'dueFrom', through: 'dueThrough' },
  orders: {
    ID: idOrder,
    RECORDED_ON: dateOrder('recorded_on'),
    AMOUNT: amountOrder('amount'),
    DUE_ON: optionalDateOrder('due_on'),
    LAST_EVENT_ON: dateOrder('last_event_on'),
  },
  paths: [
    { order: 'ID', by: [] },
    { order: 'ID', by: ['case'] },
    { order: 'ID', by: ['states', 'category'] },
    { order: 'ID', by: ['overlay', 'states'], also: ['category'] },
    {
      order: 'RECORDED_ON',
      by: ['province'],
      also: ['office', 'states', 'category', 'overlay', 'amountFrom', 'amountThrough'],
    },
    { order: 'AMOUNT', by: ['province', 'states'], also: ['office', 'category', 'overlay'] },
    {
      order: 'DUE_ON',
      by: ['province'],
      only: ['dueFrom', 'dueThrough'],
      also: ['office', 'states', 'category', 'overlay', 'amountFrom', 'amountThrough'],
    },
    { order: 'LAST_EVENT_ON', by: ['province', 'states'], also: ['office', 'category', 'overlay'] },
  ],
};
