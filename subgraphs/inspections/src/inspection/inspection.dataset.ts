import { type DatasetDefinition, datasetFields, officeId } from '@thads/shared';
import { CONCLUSION_PARTS } from './inspection.event';

export const inspectionDataset: DatasetDefinition = {
  name: 'INSPECTIONS',
  description: 'Inspections and self-inspections as they stand (cuộc kiểm tra). One row an inspection.',
  coordinate: 'Query.inspections',
  source: 'inspections.inspection r',
  key: ['id'],
  orderBy: 'r.territory, r.id',
  office: 'r.office',
  lastEventOn: 'r.last_event_on',
  subject: { type: 'inspection', id: 'r.id' },
  fields: [
    ...datasetFields('Inspection', {
      id: 'ID',
      office: officeId('r.office'),
      unit: officeId('r.unit'),
      plan: { type: 'ID', sql: 'r.plan_id' },
      kind: 'TEXT',
      theme: 'TEXT',
      state: 'TEXT',
      plannedOn: 'DATE',
      plannedFor: 'DATE',
      orderedBy: 'TEXT',
      decisionNumber: 'TEXT',
      decidedOn: 'DATE',
      teamHead: 'TEXT',
      announcedOn: 'DATE',
      postponedOn: 'DATE',
      conductedOn: 'DATE',
      endedOn: 'DATE',
      concludedOn: 'DATE',
      concludedBy: 'TEXT',
      conclusion: 'TEXT',
      cancelledOn: 'DATE',
      followUp: 'TEXT',
      followedUpOn: 'DATE',
      lastEventOn: 'DATE',
      version: 'INT',
    }),
    ...datasetFields(
      'ConclusionParts',
      Object.fromEntries(
        CONCLUSION_PARTS.map((part) => [
          `conclusion${part[0]!.toUpperCase()}${part.slice(1)}`,
          { type: 'TEXT', sql: `r.conclusion_parts ->> '${part}'`, coordinate: `ConclusionParts.${part}` },
        ]),
      ),
    ),
  ],
};
