import { type DatasetDefinition, datasetFields } from '@thads/shared';

/** Proposals to the court, in the order they were made. */
export const exemptionDataset: DatasetDefinition = {
  name: 'EXEMPTIONS',
  description:
    'Proposals to courts to waive or reduce what is left of obligations (đề nghị xét miễn, giảm). One row a proposal; ' +
    'whatever happens to an obligation may change all of its rows.',
  coordinate: 'Obligation.exemptions',
  source: `(
    select o.territory, o.id as obligation_id, o.office, o.last_event_on, x.number, x.exemption
    from recovery.obligation o cross join lateral jsonb_array_elements(o.exemptions) with ordinality x (exemption, number)
  ) r`,
  key: ['obligation', 'number'],
  orderBy: 'r.territory, r.obligation_id, r.number',
  office: 'r.office',
  lastEventOn: 'r.last_event_on',
  subject: { type: 'obligation', id: 'r.obligation_id' },
  fields: datasetFields('Exemption', {
    obligation: {
      type: 'ID',
      sql: 'r.obligation_id',
      coordinate: 'Obligation.id',
      description: 'The obligation (mã khoản phải thi hành).',
    },
    number: {
      type: 'INT',
      coordinate: 'Obligation.exemptions',
      description: 'Number within the obligation, from 1 (số thứ tự).',
    },
    kind: { type: 'TEXT', sql: `r.exemption ->> 'kind'` },
    ground: { type: 'TEXT', sql: `r.exemption ->> 'ground'` },
    proposedOn: { type: 'DATE', sql: `(r.exemption ->> 'proposedOn')::date` },
    proposed: { type: 'VND', sql: `(r.exemption ->> 'proposed')::bigint` },
    outcome: { type: 'TEXT', sql: `r.exemption ->> 'outcome'` },
    granted: { type: 'VND', sql: `(r.exemption ->> 'granted')::bigint` },
    decidedOn: { type: 'DATE', sql: `(r.exemption ->> 'decidedOn')::date` },
    decisionNumber: { type: 'TEXT', sql: `r.exemption ->> 'decisionNumber'` },
  }),
};
