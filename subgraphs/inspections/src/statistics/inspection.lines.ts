import { type LineDefinition, closing, flow, line } from '@thads/shared';
import { RECOMMENDATIONS } from './inspection.slots';

/** Form 10, the own system's part. Its printed rows were not obtained; these are the figures of the graph's contract. */
export const inspectionLines = {
  planned: line(...flow('INSPECTION_PLANNED')),
  cancelled: line(...flow('INSPECTION_CANCELLED')),
  conducted: line(...flow('INSPECTION_CONDUCTED', 'INSPECTION_CONCLUDED')),
  concluded: line(...flow('INSPECTION_CONCLUDED')),
  selfInspections: line(...flow('SELF_INSPECTION')),
  shortcomings: line(...flow('SHORTCOMING')),
  violations: line(...flow('VIOLATION')),
  recommendations: line(...flow(...RECOMMENDATIONS)),
  followedUp: line(...flow('RECOMMENDATION_CLOSED')),
  overdue: line(...closing('RECOMMENDATION_OVERDUE')),
  plansIssued: line(...flow('PLAN_ISSUED')),
  plansLate: line(...closing('PLAN_LATE')),
  conclusionsFollowedUp: line(...flow('CONCLUSION_FOLLOWED_UP')),
  consequences: line(...flow('CONSEQUENCE')),
} satisfies Record<string, LineDefinition>;

type BodyLineName = 'sessions' | 'units' | 'conclusions' | 'findings' | 'recommendations' | 'followedUp';

const ofOutsideBody = (body: 'ASSEMBLY' | 'PROCURACY'): Record<BodyLineName, LineDefinition> => ({
  sessions: line(...flow(`${body}_SESSION`)),
  units: line(...flow(`${body}_UNIT`)),
  conclusions: line(...flow(`${body}_CONCLUSION`)),
  findings: line(...flow(`${body}_FINDING`)),
  recommendations: line(...flow(`${body}_RECOMMENDATION`)),
  followedUp: line(...flow(`${body}_FOLLOWED_UP`)),
});

/** Form 10 by supervising body. An inspection of the own system is a session of one unit. */
export const bodyLines = {
  ASSEMBLY: ofOutsideBody('ASSEMBLY'),
  PROCURACY: ofOutsideBody('PROCURACY'),
  OWN_SYSTEM: {
    sessions: inspectionLines.conducted,
    units: inspectionLines.conducted,
    conclusions: inspectionLines.concluded,
    findings: line(...flow('SHORTCOMING', 'VIOLATION')),
    recommendations: inspectionLines.recommendations,
    followedUp: inspectionLines.followedUp,
  },
} satisfies Record<string, Record<BodyLineName, LineDefinition>>;

/** Form 10, what the bodies outside wait for. */
export const outsideLines = {
  answersOverdue: line(...closing('ANSWER_OVERDUE')),
  protests: line(...flow('PROTEST_RECEIVED')),
  protestsAccepted: line(...flow('PROTEST_ACCEPTED')),
  protestsPartlyAccepted: line(...flow('PROTEST_PARTLY_ACCEPTED')),
  protestsRejected: line(...flow('PROTEST_REJECTED')),
  protestsComplied: line(...flow('PROTEST_COMPLIED')),
  protestsOverdue: line(...closing('PROTEST_OVERDUE')),
} satisfies Record<string, LineDefinition>;
