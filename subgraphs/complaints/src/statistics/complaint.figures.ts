import { type FigureLines, linesOf } from '@thads/shared';
import { compensationLines, petitionLines, receptionLines } from './petition.lines';

/** Every count of this register by the field that shows it. */
export const complaintFigures: FigureLines = () => ({
  ...linesOf('PetitionStatistics', petitionLines),
  ...linesOf('ReceptionStatistics', receptionLines),
  ...linesOf('CompensationStatistics', compensationLines),
});
