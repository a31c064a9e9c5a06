import { type DatasetDefinition, datasetFields, officeId } from '@thads/shared';

export const receiptDataset: DatasetDefinition = {
  name: 'RECEIPTS',
  description:
    'Money received from debtors (biên lai thu tiền). One row a receipt; ' +
    'whatever happens to an obligation may change all of its rows.',
  coordinate: 'Query.receipts',
  source: 'recovery.receipt r join recovery.obligation o on o.territory = r.territory and o.id = r.obligation_id',
  key: ['id'],
  orderBy: 'r.territory, r.id',
  office: 'o.office',
  lastEventOn: 'o.last_event_on',
  subject: { type: 'obligation', id: 'r.obligation_id' },
  fields: datasetFields('Receipt', {
    id: 'ID',
    office: officeId('r.office'),
    obligation: { type: 'ID', sql: 'r.obligation_id' },
    number: 'INT',
    amount: 'VND',
    receivedOn: 'DATE',
    receiptNumber: 'TEXT',
    payer: 'TEXT',
    electronic: 'BOOLEAN',
    reversedOn: 'DATE',
  }),
};
