import { type FigureLines, linesOf } from '@thads/shared';
import { administrativeLines, circularOn, counterLines } from './case.lines';

/** Every count of this register by the field that shows it. */
export const caseFigures: FigureLines = (day) => ({
  ...linesOf('CaseStatistics', {
    ...circularOn(day).lines,
    decisionsDue: counterLines.decisionsDue,
    decisionsIssued: counterLines.decisionsIssued,
    coercionDecisions: counterLines.coercions,
    coercionsWithMobilisedForces: counterLines.coercionsWithForces,
    securityMeasures: counterLines.securityMeasures,
  }),
  ...linesOf('AdministrativeJudgmentStatistics', administrativeLines),
});
