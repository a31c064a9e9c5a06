import { flow, line } from '@thads/shared';

/** Form 6; the printed rows were not obtained. */
export const exemptionLines = {
  proposed: line(...flow('EXEMPTION_PROPOSED')),
  acceptedInFull: line(...flow('EXEMPTION_ACCEPTED')),
  acceptedInPart: line(...flow('EXEMPTION_PART')),
  refused: line(...flow('EXEMPTION_REFUSED')),
};
