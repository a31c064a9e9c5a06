/** The slots of the petition statistics: a petition sits in exactly one of the first three groups. */
export const OPEN_WITHIN_COMPETENCE = ['PENDING', 'OVERDUE'] as const;
export const CLOSED_WITHIN_COMPETENCE = ['RESOLVED', 'WITHDRAWN_ACCEPTED'] as const;
export const NOT_ACCEPTED = ['RECEIVED', 'FORWARDED', 'FILED', 'WITHDRAWN'] as const;
/** What receptions of citizens add to, side by side. */
const RECEPTION = ['RECEPTION_VISITS', 'RECEPTION_CITIZENS', 'RECEPTION_MATTERS', 'RECEPTION_MASS_GROUPS'] as const;

export const petitionSlots = [
  ...OPEN_WITHIN_COMPETENCE,
  ...CLOSED_WITHIN_COMPETENCE,
  ...NOT_ACCEPTED,
  ...RECEPTION,
] as const;

export type PetitionSlot = (typeof petitionSlots)[number];
