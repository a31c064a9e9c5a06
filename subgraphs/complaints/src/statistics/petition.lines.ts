import { closing, flow, line, opening } from '@thads/shared';
import { CLOSED_WITHIN_COMPETENCE, NOT_ACCEPTED, OPEN_WITHIN_COMPETENCE } from './petition.slots';

const WITHIN_COMPETENCE = [...OPEN_WITHIN_COMPETENCE, ...CLOSED_WITHIN_COMPETENCE];

/** Form 8, petitions. Its printed rows were not obtained. */
export const petitionLines = {
  received: line(...flow(...WITHIN_COMPETENCE, ...NOT_ACCEPTED)),
  withinCompetence: line(...flow(...WITHIN_COMPETENCE)),
  toBeResolved: line(...opening(...OPEN_WITHIN_COMPETENCE), ...flow(...WITHIN_COMPETENCE)),
  resolved: line(...flow('RESOLVED')),
  overdue: line(...closing('OVERDUE')),
  carriedOver: line(...opening(...OPEN_WITHIN_COMPETENCE)),
  forwarded: line(...flow('FORWARDED')),
  notAccepted: line(...flow('NOT_ACCEPTED')),
  foundRight: line(...flow('RESOLVED_RIGHT')),
  foundPartlyRight: line(...flow('RESOLVED_PARTLY_RIGHT')),
  foundWrong: line(...flow('RESOLVED_WRONG')),
  answered: line(...flow('RESOLVED_ANSWERED')),
  stopped: line(...flow('WITHDRAWN_ACCEPTED')),
  carriedForward: line(...closing(...OPEN_WITHIN_COMPETENCE)),
};

/** Form 9, reception of citizens. */
export const receptionLines = {
  visits: line(...flow('RECEPTION_VISITS')),
  citizens: line(...flow('RECEPTION_CITIZENS')),
  matters: line(...flow('RECEPTION_MATTERS')),
  massGroups: line(...flow('RECEPTION_MASS_GROUPS')),
  massGroupCitizens: line(...flow('RECEPTION_MASS_GROUP_CITIZENS')),
  massGroupMatters: line(...flow('RECEPTION_MASS_GROUP_MATTERS')),
  visitsToHead: line(...flow('RECEPTION_VISITS_TO_HEAD')),
  visitsOnline: line(...flow('RECEPTION_VISITS_ONLINE')),
};

/** Form 11, state compensation. */
export const compensationLines = {
  requested: line(...flow('COMPENSATION_REQUESTED')),
  accepted: line(...flow('COMPENSATION_ACCEPTED')),
  rejected: line(...flow('COMPENSATION_REJECTED')),
  settled: line(...flow('COMPENSATION_SETTLED')),
  paid: line(...flow('COMPENSATION_PAID')),
  recourse: line(...flow('COMPENSATION_RECOURSE')),
  recourseCollected: line(...flow('COMPENSATION_RECOURSE_COLLECTED')),
};
