import { type DatasetDefinition, datasetFields } from '@thads/shared';

export const distributionDataset: DatasetDefinition = {
  name: 'DISTRIBUTIONS',
  description:
    'Collected money remitted, paid or deducted (nộp ngân sách, chi trả, trừ chi phí). One row a distribution; ' +
    'whatever happens to an obligation may change all of its rows.',
  coordinate: 'Obligation.distributions',
  source: 'recovery.distribution r join recovery.obligation o on o.territory = r.territory and o.id = r.obligation_id',
  key: ['id'],
  orderBy: 'r.territory, r.id',
  office: 'o.office',
  lastEventOn: 'o.last_event_on',
  subject: { type: 'obligation', id: 'r.obligation_id' },
  fields: datasetFields('Distribution', {
    id: 'ID',
    obligation: {
      type: 'ID',
      sql: 'r.obligation_id',
      coordinate: 'Obligation.id',
      description: 'The obligation (mã khoản phải thi hành).',
    },
    number: 'INT',
    kind: 'TEXT',
    amount: 'VND',
    distributedOn: 'DATE',
    remittanceList: 'TEXT',
    reversedOn: 'DATE',
  }),
};
