import { type DatasetDefinition, datasetFields, officeId } from '@thads/shared';

export const officerDataset: DatasetDefinition = {
  name: 'OFFICERS',
  description: 'Enforcement officers as they stand (chấp hành viên). One row an officer.',
  coordinate: 'Query.officer',
  source: 'cases.officer r',
  key: ['id'],
  orderBy: 'r.territory, r.id',
  office: 'r.office',
  lastEventOn: 'r.last_event_on',
  subject: { type: 'officer', id: 'r.id' },
  fields: datasetFields('Officer', {
    id: 'ID',
    office: officeId('r.office'),
    name: 'TEXT',
    grade: 'TEXT',
    inOffice: { type: 'BOOLEAN', sql: "r.state = 'IN_OFFICE'" },
  }),
};
