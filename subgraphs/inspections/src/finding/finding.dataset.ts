import { type DatasetDefinition, datasetFields, officeId } from '@thads/shared';

export const findingDataset: DatasetDefinition = {
  name: 'FINDINGS',
  description:
    'Shortcomings and violations found by inspections, as they stand (tồn tại, sai phạm). One row a finding.',
  coordinate: 'Query.findings',
  source: 'inspections.finding r',
  key: ['id'],
  orderBy: 'r.territory, r.id',
  office: 'r.office',
  lastEventOn: 'r.last_event_on',
  subject: { type: 'finding', id: 'r.id' },
  fields: datasetFields('Finding', {
    id: 'ID',
    office: officeId('r.office'),
    inspection: { type: 'ID', sql: 'r.inspection_id' },
    unit: officeId('r.unit'),
    officer: { type: 'ID', sql: 'r.against_officer' },
    case: { type: 'ID', sql: 'r.case_id' },
    state: 'TEXT',
    findingKind: 'TEXT',
    kind: 'TEXT',
    severity: 'TEXT',
    article: 'TEXT',
    recommendation: 'TEXT',
    dueOn: 'DATE',
    extensions: 'INT',
    recordedOn: 'DATE',
    closedOn: 'DATE',
    lastEventOn: 'DATE',
    version: 'INT',
  }),
};

/** What was decided about those at fault, one after the other. */
export const consequenceDataset: DatasetDefinition = {
  name: 'CONSEQUENCES',
  description:
    'What was decided about those at fault in findings (xử lý trách nhiệm). One row a decision; whatever happens to a ' +
    'finding may change all of its rows.',
  coordinate: 'Finding.consequences',
  source: `(
    select f.territory, f.id as finding_id, f.office, f.last_event_on, d.number, d.decided
    from inspections.finding f cross join lateral jsonb_array_elements(f.consequences) with ordinality d (decided, number)
  ) r`,
  key: ['finding', 'number'],
  orderBy: 'r.territory, r.finding_id, r.number',
  office: 'r.office',
  lastEventOn: 'r.last_event_on',
  subject: { type: 'finding', id: 'r.finding_id' },
  fields: datasetFields('DecidedConsequence', {
    finding: { type: 'ID', sql: 'r.finding_id', coordinate: 'Finding.id', description: 'The finding (mã phát hiện).' },
    number: {
      type: 'INT',
      coordinate: 'Finding.consequences',
      description: 'Number within the finding, from 1 (số thứ tự).',
    },
    consequence: { type: 'TEXT', sql: `r.decided ->> 'consequence'` },
    decidedOn: { type: 'DATE', sql: `(r.decided ->> 'decidedOn')::date` },
    decisionNumber: { type: 'TEXT', sql: `r.decided ->> 'decisionNumber'` },
    officer: { type: 'ID', sql: `r.decided ->> 'officer'` },
  }),
};
