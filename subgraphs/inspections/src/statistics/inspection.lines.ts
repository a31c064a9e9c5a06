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
} satisfies Record<string, LineDefinition>;
