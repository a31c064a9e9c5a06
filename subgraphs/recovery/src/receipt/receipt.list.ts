import { type ListDefinition, dateOrder, equalTo, idOrder, onOrAfter, onOrBefore, orderInput } from '@thads/shared';
import { ReceiptEntity } from './receipt.entity';

export const ReceiptOrder = orderInput('Receipt', {
  ID: 'Identifier, that is by province, office and obligation (mã biên lai).',
  RECEIVED_ON: 'Day the money was received (ngày thu).',
});

/** Ten million rows: every path is an index of the migrations. */
export const receiptList: ListDefinition<ReceiptEntity> = {
  name: 'receipts',
  entity: ReceiptEntity,
  filters: {
    obligation: equalTo('obligation_id', { narrow: true }),
    electronic: equalTo('electronic'),
    reversed: equalTo('(reversed_on is not null)'),
    amountFrom: onOrAfter('amount'),
    amountThrough: onOrBefore('amount'),
    receivedFrom: onOrAfter('received_on'),
    receivedThrough: onOrBefore('received_on'),
  },
  orders: { ID: idOrder, RECEIVED_ON: dateOrder('received_on') },
  paths: [
    { order: 'ID', by: [] },
    { order: 'ID', by: ['obligation'] },
    {
      order: 'RECEIVED_ON',
      by: ['province'],
      also: ['office', 'electronic', 'reversed', 'amountFrom', 'amountThrough'],
    },
  ],
};
