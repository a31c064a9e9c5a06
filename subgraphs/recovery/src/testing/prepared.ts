import type { RegisterEvent } from '@thads/shared';

/** An event without its id, subject and day. */
export type Bare = Readonly<Record<string, unknown>> & { readonly type: string };

/** How every state of a life cycle is reached, and every event made so that its own guards let it pass there. */
export interface Prepared {
  /** What begins every history. */
  readonly opening: readonly Bare[];
  /** By state: how it is reached, after what the event needs. */
  readonly into: Readonly<Record<string, readonly Bare[]>>;
  /** By event type: what has to be there first, and the event. */
  readonly events: Readonly<Record<string, { readonly before?: readonly Bare[]; readonly event: Bare }>>;
}

export const completed = (bare: Bare, subject: string, occurredOn: string): RegisterEvent => ({
  id: '',
  subject,
  occurredOn,
  ...bare,
});

const receipt: Bare = { type: 'RECEIPT_RECORDED', amount: 1_000_000 };
const remittance: Bare = { type: 'REMITTED_TO_BUDGET', amount: 100 };
const waiver: Bare = {
  type: 'EXEMPTION_PROPOSED',
  exemptionKind: 'WAIVER',
  ground: 'GREAT_MERIT',
  amount: 29_000_000,
};
const reduction: Bare = {
  type: 'EXEMPTION_PROPOSED',
  exemptionKind: 'REDUCTION',
  ground: 'NOTHING_TO_ENFORCE',
  firstDecisionOn: '2010-01-01',
  amount: 1_000_000,
};
const decision = { decisionNumber: 'QĐ-1' };

export const preparedObligation: Prepared = {
  // With money to move.
  opening: [{ type: 'OBLIGATION_RECORDED', category: 'FINE', amount: 30_000_000 }, receipt],
  into: {
    WITH_CONDITIONS: [],
    NO_CONDITIONS: [{ type: 'OBLIGATION_NOT_YET_WITH_CONDITIONS' }],
    COLLECTED: [{ type: 'RECEIPT_RECORDED', amount: 29_000_000 }],
    ENDED: [{ type: 'OBLIGATION_ENDED', ground: 'art. 50' }],
  },
  events: {
    OBLIGATION_RECORDED: { event: { type: 'OBLIGATION_RECORDED', category: 'FINE', amount: 1 } },
    OBLIGATION_NOT_YET_WITH_CONDITIONS: { event: { type: 'OBLIGATION_NOT_YET_WITH_CONDITIONS' } },
    OBLIGATION_WITH_CONDITIONS: { event: { type: 'OBLIGATION_WITH_CONDITIONS' } },
    RECEIPT_RECORDED: { event: { type: 'RECEIPT_RECORDED', amount: 5 } },
    RECEIPT_REVERSED: { event: { type: 'RECEIPT_REVERSED', receipt: 1, ground: 'PAID_BY_MISTAKE' } },
    REMITTED_TO_BUDGET: { event: remittance },
    PAID_TO_CREDITOR: { event: { type: 'PAID_TO_CREDITOR', amount: 100 } },
    COSTS_DEDUCTED: { event: { type: 'COSTS_DEDUCTED', amount: 100 } },
    DISTRIBUTION_REVERSED: {
      before: [remittance],
      event: { type: 'DISTRIBUTION_REVERSED', distribution: 1, ground: 'TRANSFER_FAILED' },
    },
    EXEMPTION_PROPOSED: { event: reduction },
    EXEMPTION_GRANTED: { before: [waiver], event: { type: 'EXEMPTION_GRANTED', amount: 5, ...decision } },
    REDUCTION_GRANTED: { before: [reduction], event: { type: 'REDUCTION_GRANTED', amount: 5, ...decision } },
    EXEMPTION_REFUSED: { before: [reduction], event: { type: 'EXEMPTION_REFUSED', ...decision } },
    OBLIGATION_ENDED: { event: { type: 'OBLIGATION_ENDED', ground: 'art. 50' } },
  },
};

const PRICE = 10_000_000;
const appraised: Bare = { type: 'ASSET_APPRAISED', amount: PRICE };
const failed = (startingPrice: number): Bare => ({ type: 'AUCTION_FAILED', startingPrice });
/** Two reductions, so that the creditor may take it. */
const offered = [appraised, failed(PRICE), failed(0.9 * PRICE), failed(0.8 * PRICE)];

export const preparedAsset: Prepared = {
  opening: [{ type: 'ASSET_SEIZED', description: 'Nhà', assetKind: 'REAL_ESTATE' }],
  into: {
    SEIZED: [],
    APPRAISED: [appraised],
    ON_SALE: offered,
    SOLD: [...offered, { type: 'AUCTION_SOLD', startingPrice: 0.8 * PRICE, amount: PRICE }],
    TAKEN: [...offered, { type: 'ASSET_TAKEN_BY_CREDITOR' }],
    REDEEMED: [...offered, { type: 'ASSET_REDEEMED' }],
    RELEASED: [{ type: 'ASSET_RELEASED' }],
  },
  events: {
    ASSET_SEIZED: { event: { type: 'ASSET_SEIZED', description: 'Xe' } },
    ASSET_APPRAISED: { event: appraised },
    ASSET_REAPPRAISED: { event: { type: 'ASSET_REAPPRAISED', amount: PRICE, requestedOn: '2024-10-01' } },
    AUCTION_CONTRACTED: { event: { type: 'AUCTION_CONTRACTED', saleOn: '2024-11-20' } },
    ASSET_SOLD_WITHOUT_AUCTION: {
      event: { type: 'ASSET_SOLD_WITHOUT_AUCTION', amount: 5, ground: 'PERISHABLE' },
    },
    AUCTION_FAILED: { event: failed(0.8 * PRICE) },
    PRICE_REDUCED: { event: { type: 'PRICE_REDUCED', startingPrice: 0.7 * PRICE, ground: 'AGREED' } },
    AUCTION_SOLD: { event: { type: 'AUCTION_SOLD', startingPrice: 0.8 * PRICE, amount: PRICE } },
    ASSET_TAKEN_BY_CREDITOR: { event: { type: 'ASSET_TAKEN_BY_CREDITOR' } },
    ASSET_REDEEMED: { event: { type: 'ASSET_REDEEMED' } },
    ASSET_RELEASED: { event: { type: 'ASSET_RELEASED' } },
  },
};
