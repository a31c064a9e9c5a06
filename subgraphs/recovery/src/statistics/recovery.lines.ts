import { closing, flow, line, opening } from '@thads/shared';
import { OUTSTANDING, STANDING } from './recovery.slots';

/** Form 3 and the money of form 2 by category; the printed rows were not obtained. */
export const recoveryLines = {
  carriedOver: line(...opening(...OUTSTANDING)),
  newlyRecorded: line(...flow(...STANDING)),
  handled: line(...opening(...OUTSTANDING), ...flow(...STANDING)),
  ended: line(...flow('ENDED')),
  due: line(...closing(...OUTSTANDING), ...flow('COLLECTED')),
  withConditions: line(...closing('OUTSTANDING_WITH_CONDITIONS'), ...flow('COLLECTED')),
  notYetWithConditions: line(...closing('OUTSTANDING_NOT_YET')),
  carriedForward: line(...closing(...OUTSTANDING)),
  collected: line(...flow('COLLECTED')),
  remittedToBudget: line(...flow('REMITTED')),
  paidToCreditors: line(...flow('PAID')),
  costsDeducted: line(...flow('COSTS')),
};

/** Counts of seized assets and their auctions. */
export const assetLines = {
  assetsSeized: line(...flow('ASSET_SEIZED')),
  auctionsHeld: line(...flow('AUCTION_HELD')),
  auctionsSold: line(...flow('AUCTION_SOLD')),
};
