import { type DatasetDefinition, datasetFields, officeId, overlayList } from '@thads/shared';

export const obligationDataset: DatasetDefinition = {
  name: 'OBLIGATIONS',
  description:
    'What debtors owe to the budget or to creditors, as it stands (khoản phải thi hành). One row an obligation.',
  coordinate: 'Query.obligations',
  source: 'recovery.obligation r',
  key: ['id'],
  orderBy: 'r.territory, r.id',
  office: 'r.office',
  lastEventOn: 'r.last_event_on',
  subject: { type: 'obligation', id: 'r.id' },
  fields: datasetFields('Obligation', {
    id: 'ID',
    office: officeId('r.office'),
    case: { type: 'ID', sql: 'r.case_id' },
    category: 'TEXT',
    overlays: overlayList('r.overlays'),
    state: 'TEXT',
    amount: 'VND',
    collected: 'VND',
    remitted: 'VND',
    paid: 'VND',
    costs: 'VND',
    exempted: 'VND',
    held: { type: 'VND', sql: 'r.collected - r.remitted - r.paid - r.costs' },
    outstanding: {
      type: 'VND',
      sql: "case when r.state = 'ENDED' then 0 else r.amount - r.collected - r.exempted end",
    },
    dueOn: 'DATE',
    recordedOn: 'DATE',
    endedOn: 'DATE',
    lastEventOn: 'DATE',
    version: 'INT',
  }),
};
