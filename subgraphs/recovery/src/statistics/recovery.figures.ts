import { type FigureLines, linesOf } from '@thads/shared';
import { exemptionLines } from '../exemption/exemption.lines';
import { assetLines, recoveryLines } from './recovery.lines';

/** Every count of this register by the field that shows it. */
export const recoveryFigures: FigureLines = () => ({
  ...linesOf('RecoveryStatistics', { ...recoveryLines, ...assetLines }),
  ...linesOf('ExemptionStatistics', exemptionLines),
});
