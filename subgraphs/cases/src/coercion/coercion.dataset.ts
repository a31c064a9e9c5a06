import { type DatasetDefinition, datasetFields } from '@thads/shared';

export const coercionDataset: DatasetDefinition = {
  name: 'COERCIONS',
  description:
    'Coercion decisions of cases (quyết định cưỡng chế). One row a decision; whatever happens to a case may change all ' +
    'of its rows.',
  coordinate: 'Case.coercions',
  source: 'cases.coercion r join cases.enforcement_case c on c.territory = r.territory and c.id = r.case_id',
  key: ['id'],
  orderBy: 'r.territory, r.id',
  office: 'c.office',
  lastEventOn: 'c.last_event_on',
  subject: { type: 'case', id: 'r.case_id' },
  fields: [
    ...datasetFields('Coercion', { id: 'ID' }),
    ...datasetFields('Case', {
      case: { type: 'ID', sql: 'r.case_id', coordinate: 'Case.id', description: 'The case (mã việc).' },
    }),
    ...datasetFields('Coercion', {
      measure: 'TEXT',
      mobilisedForces: 'BOOLEAN',
      decidedOn: 'DATE',
      decisionNumber: 'TEXT',
    }),
  ],
};
