/** The slots of the petition statistics: a petition sits in exactly one of the first three groups. */
export const OPEN_WITHIN_COMPETENCE = ['PENDING', 'OVERDUE'] as const;
export const CLOSED_WITHIN_COMPETENCE = ['RESOLVED', 'WITHDRAWN_ACCEPTED'] as const;
export const NOT_ACCEPTED = ['RECEIVED', 'FORWARDED', 'FILED', 'WITHDRAWN', 'NOT_ACCEPTED'] as const;
/** How those that were resolved were, beside the place that they hold. */
export const OUTCOMES = ['RESOLVED_RIGHT', 'RESOLVED_PARTLY_RIGHT', 'RESOLVED_WRONG', 'RESOLVED_ANSWERED'] as const;
/** What receptions of citizens add to, side by side. */
const RECEPTION = [
  'RECEPTION_VISITS',
  'RECEPTION_CITIZENS',
  'RECEPTION_MATTERS',
  'RECEPTION_MASS_GROUPS',
  'RECEPTION_MASS_GROUP_CITIZENS',
  'RECEPTION_MASS_GROUP_MATTERS',
  'RECEPTION_VISITS_TO_HEAD',
  'RECEPTION_VISITS_ONLINE',
] as const;
/** What requests for state compensation add to on their way, side by side. */
const COMPENSATION = [
  'COMPENSATION_REQUESTED',
  'COMPENSATION_ACCEPTED',
  'COMPENSATION_REJECTED',
  'COMPENSATION_SETTLED',
  'COMPENSATION_PAID',
  'COMPENSATION_RECOURSE',
  'COMPENSATION_RECOURSE_COLLECTED',
] as const;

export const petitionSlots = [
  ...OPEN_WITHIN_COMPETENCE,
  ...CLOSED_WITHIN_COMPETENCE,
  ...NOT_ACCEPTED,
  ...OUTCOMES,
  ...RECEPTION,
  ...COMPENSATION,
] as const;

export type PetitionSlot = (typeof petitionSlots)[number];
