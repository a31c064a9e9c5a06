import { type FigureLines, linesOf } from '@thads/shared';
import { inspectionLines, outsideLines } from './inspection.lines';

/** Every count of this register by the field that shows it. */
export const inspectionFigures: FigureLines = () => ({
  ...linesOf('InspectionStatistics', inspectionLines),
  ...linesOf('SupervisionStatistics', outsideLines),
});
