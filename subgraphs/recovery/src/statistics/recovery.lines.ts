import { closing, flow, line } from '@thads/shared';
import { OUTSTANDING } from './recovery.slots';

/** Form 3 and the money of form 2 by category; the printed rows were not obtained. */
export const recoveryLines = {
  due: line(...closing(...OUTSTANDING), ...flow('COLLECTED')),
  withConditions: line(...closing('OUTSTANDING_WITH_CONDITIONS'), ...flow('COLLECTED')),
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
