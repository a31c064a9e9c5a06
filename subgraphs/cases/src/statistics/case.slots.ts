/**
 * The slots of the case statistics. A case under an enforcement decision sits in exactly one slot of the first three
 * groups, its money split over them; the counters stand beside.
 */
export const OPEN_WITH_CONDITIONS = ['IN_PROGRESS', 'POSTPONED_BY_CONSENT', 'OTHER_WITH_CONDITIONS'] as const;
export const OPEN_NOT_YET = ['NOT_YET_44A', 'POSTPONED', 'SUSPENDED'] as const;
export const DONE = ['COMPLETED', 'TERMINATED', 'REDUCED'] as const;
export const DEDUCTED = ['ENTRUSTED_OUT', 'REVOKED', 'WITHDRAWN_UPWARD', 'SEPARATED'] as const;
export const COUNTERS = [
  'SEPARATE_BOOK',
  'SECURITY_MEASURE',
  'DECISION_DUE',
  'DECISION_ISSUED',
  'COERCION',
  'COERCION_WITH_FORCES',
] as const;
export const ADMINISTRATIVE = [
  'ADMINISTRATIVE_PENDING',
  'ADMINISTRATIVE_OVERDUE',
  'ADMINISTRATIVE_PERFORMED',
  'ADMINISTRATIVE_COMPELLED',
] as const;

export const caseSlots = [
  ...OPEN_WITH_CONDITIONS,
  ...OPEN_NOT_YET,
  ...DONE,
  ...DEDUCTED,
  ...COUNTERS,
  ...ADMINISTRATIVE,
] as const;

export type CaseSlot = (typeof caseSlots)[number];
