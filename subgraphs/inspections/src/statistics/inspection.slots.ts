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
export const COUNTERS = ['INSPECTION_PLANNED', 'SELF_INSPECTION', 'SHORTCOMING', 'VIOLATION'] as const;

export const inspectionSlots = [...INSPECTIONS, ...FINDINGS, ...COUNTERS] as const;

export type InspectionSlot = (typeof inspectionSlots)[number];
