import { type DatasetDefinition, datasetFields, officeId } from '@thads/shared';

export const receptionDataset: DatasetDefinition = {
  name: 'RECEPTIONS',
  description: 'Receptions of citizens as entered in the book (lần tiếp công dân). One row a reception.',
  coordinate: 'Query.receptions',
  source: 'complaints.reception r',
  key: ['id'],
  orderBy: 'r.territory, r.id',
  office: 'r.office',
  lastEventOn: 'r.last_event_on',
  subject: { type: 'reception', id: 'r.id' },
  fields: datasetFields('Reception', {
    id: 'ID',
    office: officeId('r.office'),
    state: 'TEXT',
    receivedOn: 'DATE',
    visits: 'INT',
    citizens: 'INT',
    matters: 'INT',
    massGroups: 'INT',
    massGroupCitizens: 'INT',
    massGroupMatters: 'INT',
    receivedByHead: 'BOOLEAN',
    online: 'BOOLEAN',
    lastEventOn: 'DATE',
    version: 'INT',
  }),
};
