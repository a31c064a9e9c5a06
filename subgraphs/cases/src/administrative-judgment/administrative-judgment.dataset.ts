import { type DatasetDefinition, datasetFields, officeId } from '@thads/shared';

export const administrativeJudgmentDataset: DatasetDefinition = {
  name: 'ADMINISTRATIVE_JUDGMENTS',
  description:
    'Administrative judgments whose enforcement is monitored, as they stand (bản án hành chính đang theo dõi). One row a judgment.',
  coordinate: 'Query.administrativeJudgments',
  source: 'cases.administrative_judgment r',
  key: ['id'],
  orderBy: 'r.territory, r.id',
  office: 'r.office',
  lastEventOn: 'r.last_event_on',
  subject: { type: 'administrative judgment', id: 'r.id' },
  fields: datasetFields('AdministrativeJudgment', {
    id: 'ID',
    office: officeId('r.office'),
    state: 'TEXT',
    obligedBody: 'TEXT',
    monitoredOn: 'DATE',
    performBy: 'DATE',
    compellingDecisions: 'INT',
    performedOn: 'DATE',
    lastEventOn: 'DATE',
    version: 'INT',
  }),
};
