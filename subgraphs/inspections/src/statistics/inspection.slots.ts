/**
 * The slots of the inspection statistics. An inspection sits in exactly one slot of the first group, a finding in
 * exactly one of the second; the counters stand beside.
 */
export const INSPECTIONS = [
  'INSPECTION_PENDING',
  'INSPECTION_CONDUCTED',
  'INSPECTION_CONCLUDED',
  'INSPECTION_CANCELLED',
] as const;
export const RECOMMENDATIONS = [
  'RECOMMENDATION_OPEN',
  'RECOMMENDATION_OVERDUE',
  'RECOMMENDATION_REPORTED_DONE',
  'RECOMMENDATION_CLOSED',
] as const;
export const FINDINGS = ['FINDING_NOTED', ...RECOMMENDATIONS] as const;
export const COUNTERS = [
  'INSPECTION_PLANNED',
  'SELF_INSPECTION',
  'CONCLUSION_FOLLOWED_UP',
  'SHORTCOMING',
  'VIOLATION',
  'CONSEQUENCE',
] as const;

export const PLANS = ['PLAN_ISSUED', 'PLAN_LATE'] as const;

/** The columns of form 10, for each of the bodies outside that supervise. */
export const SUPERVISIONS = [
  'PROCURACY_SESSION',
  'PROCURACY_UNIT',
  'PROCURACY_CONCLUSION',
  'PROCURACY_FINDING',
  'PROCURACY_RECOMMENDATION',
  'PROCURACY_FOLLOWED_UP',
  'ASSEMBLY_SESSION',
  'ASSEMBLY_UNIT',
  'ASSEMBLY_CONCLUSION',
  'ASSEMBLY_FINDING',
  'ASSEMBLY_RECOMMENDATION',
  'ASSEMBLY_FOLLOWED_UP',
  'ANSWER_OVERDUE',
] as const;

export const PROTESTS = [
  'PROTEST_RECEIVED',
  'PROTEST_OVERDUE',
  'PROTEST_ACCEPTED',
  'PROTEST_PARTLY_ACCEPTED',
  'PROTEST_REJECTED',
  'PROTEST_COMPLIED',
] as const;

export const inspectionSlots = [
  ...INSPECTIONS,
  ...FINDINGS,
  ...COUNTERS,
  ...PLANS,
  ...SUPERVISIONS,
  ...PROTESTS,
] as const;

export type InspectionSlot = (typeof inspectionSlots)[number];
