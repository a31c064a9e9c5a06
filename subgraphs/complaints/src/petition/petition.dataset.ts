import {
  type DatasetDefinition,
  type DatasetField,
  NOT_DENOUNCERS,
  datasetFields,
  officeId,
  territoryOfId,
} from '@thads/shared';
import { ONE_LOCAL_LEVEL_SINCE } from './petition.competence';

type Value = Pick<DatasetField, 'type' | 'sql'>;

/** For whom the sender is too, of petitions whose sender is kept as a denouncer is. */
function ofSender(column: string): Value {
  const handler = `nullif(current_setting('thads.handler', true), '')`;
  return {
    type: 'INT',
    sql: `case when ${NOT_DENOUNCERS.replaceAll('p.', 'r.')} or r.handler = ${handler} then ${column} end`,
  };
}

/** Another petition, of those that the reader may see. */
function petitionId(column: string): Value {
  return {
    type: 'ID',
    sql: `case when ${column} is not null then (
      select o.id from complaints.petition o where o.territory = ${territoryOfId(column)} and o.id = ${column}) end`,
  };
}

/** In SQL what `competentAgency` says: of a second round the agency above that of the first. */
const COMPETENCE = `case
    when r.round = 2 and r.follows is not null then case
      when ${territoryOfId('r.follows')} = 0 then 'MINISTER'
      when coalesce(r.accepted_on, r.received_on) < '${ONE_LOCAL_LEVEL_SINCE}' and substr(r.follows, 9, 2) <> '00' then 'PROVINCE'
      else 'CENTRAL' end
    when r.territory = 0 then 'CENTRAL'
    when coalesce(r.accepted_on, r.received_on) < '${ONE_LOCAL_LEVEL_SINCE}' and r.office % 100 <> 0 then 'DISTRICT'
    else 'PROVINCE' end`;

export const petitionDataset: DatasetDefinition = {
  name: 'PETITIONS',
  description:
    'Complaints, denunciations, requests, recommendations and reflections as they stand (đơn). One row a petition. Who ' +
    'sent it is empty where you may not know it: of a denunciation, a mixed letter and its parts.',
  coordinate: 'Query.petitions',
  source: 'complaints.petition r left join complaints.petition_sender s on s.territory = r.territory and s.id = r.id',
  key: ['id'],
  orderBy: 'r.territory, r.id',
  office: 'r.office',
  lastEventOn: 'r.last_event_on',
  subject: { type: 'petition', id: 'r.id' },
  names: ['r.follows', 'r.split_from'],
  fields: [
    ...datasetFields('Petition', {
      id: 'ID',
      office: officeId('r.office'),
      kind: 'TEXT',
      state: 'TEXT',
      round: 'INT',
      measureStage: 'TEXT',
      complex: 'BOOLEAN',
      case: { type: 'ID', sql: 'r.case_id' },
      againstOfficer: 'ID',
      handler: 'ID',
      signers: ofSender('r.signers'),
      representatives: ofSender('r.representatives'),
      actOn: 'DATE',
      follows: petitionId('r.follows'),
      splitFrom: petitionId('r.split_from'),
      parts: 'INT',
      competence: { type: 'TEXT', sql: COMPETENCE },
      receivedOn: 'DATE',
      acceptedOn: 'DATE',
      dueOn: 'DATE',
      resolvedOn: 'DATE',
      outcome: 'TEXT',
      decisionNumber: 'TEXT',
      decisionSentOn: 'DATE',
      decisionPublishedOn: 'DATE',
      toOffice: 'ID',
      toBody: 'TEXT',
      lastEventOn: 'DATE',
      version: 'INT',
    }),
    ...datasetFields('PetitionSender', {
      senderName: { type: 'TEXT', sql: 's.name', coordinate: 'PetitionSender.name' },
      senderIdentityNumber: { type: 'TEXT', sql: 's.identity_number', coordinate: 'PetitionSender.identityNumber' },
      senderAddress: { type: 'TEXT', sql: 's.address', coordinate: 'PetitionSender.address' },
    }),
  ],
};
