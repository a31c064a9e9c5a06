import { closing, flow, line, opening } from '@thads/shared';
import { CLOSED_WITHIN_COMPETENCE, NOT_ACCEPTED, OPEN_WITHIN_COMPETENCE } from './petition.slots';

const WITHIN_COMPETENCE = [...OPEN_WITHIN_COMPETENCE, ...CLOSED_WITHIN_COMPETENCE];

/** Form 8, petitions. */
export const petitionLines = {
  received: line(...flow(...WITHIN_COMPETENCE, ...NOT_ACCEPTED)),
  withinCompetence: line(...flow(...WITHIN_COMPETENCE)),
  toBeResolved: line(...opening(...OPEN_WITHIN_COMPETENCE), ...flow(...WITHIN_COMPETENCE)),
  resolved: line(...flow('RESOLVED')),
  overdue: line(...closing('OVERDUE')),
};

/** Form 9, reception of citizens. */
export const receptionLines = {
  visits: line(...flow('RECEPTION_VISITS')),
  citizens: line(...flow('RECEPTION_CITIZENS')),
  matters: line(...flow('RECEPTION_MATTERS')),
  massGroups: line(...flow('RECEPTION_MASS_GROUPS')),
};
