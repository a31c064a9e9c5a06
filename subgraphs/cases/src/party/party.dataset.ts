import { type DatasetDefinition, datasetFields } from '@thads/shared';

/** Of the parties of a case those that stand, as the case shows them. */
export const partyDataset: DatasetDefinition = {
  name: 'PARTIES',
  description:
    'The parties of cases that stand, those left out in whose place others were stated (đương sự). One row a party; ' +
    'whatever happens to a case may change all of its rows.',
  coordinate: 'Case.parties',
  source: 'cases.party r join cases.enforcement_case c on c.territory = r.territory and c.id = r.case_id',
  only: `r.number <= c.parties_stated and not coalesce(c.parties_replaced @> to_jsonb(r.number::integer), false)`,
  key: ['id'],
  orderBy: 'r.territory, r.id',
  office: 'c.office',
  lastEventOn: 'c.last_event_on',
  subject: { type: 'case', id: 'r.case_id' },
  fields: [
    ...datasetFields('Party', { id: 'ID' }),
    ...datasetFields('Case', {
      case: { type: 'ID', sql: 'r.case_id', coordinate: 'Case.id', description: 'The case (mã việc).' },
    }),
    ...datasetFields('Party', {
      number: 'INT',
      role: 'TEXT',
      kind: 'TEXT',
      name: 'TEXT',
      identityNumber: 'TEXT',
      address: 'TEXT',
      statedOn: 'DATE',
    }),
  ],
};
