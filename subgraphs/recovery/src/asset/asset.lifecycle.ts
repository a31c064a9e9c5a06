import { type GuardRefusal, type Lifecycle, type Placement, legalBasis, overlayBits } from '@thads/shared';
import { caseFault } from '../case-recovery/case-id';
import type { RecoverySlot } from '../statistics/recovery.slots';
import type { AssetEntity } from './asset.entity';
import type { AssetEvent } from './asset.event';

/** The creditor may take the asset from the second failed round on (old law art. 104.2). */
const FAILED_ROUNDS_BEFORE_TAKING = 2;

const FOR_SALE = ['APPRAISED', 'ON_SALE'] as const;

const roundHeld = ({ startingPrice }: AssetEvent, state: AssetEntity | null): Partial<AssetEntity> => ({
  auctions: state!.auctions + 1,
  startingPrice: startingPrice!,
});

function startingPriceFault({ startingPrice }: AssetEvent, state: AssetEntity | null): GuardRefusal | null {
  const before = state!.startingPrice;
  return before !== null && startingPrice! > before
    ? {
        rule: 'STARTING_PRICE_RAISED',
        message: `startingPrice is ${startingPrice}, more than the ${before} dong of the round before.`,
        allowed: `a price from 0 to ${before}`,
      }
    : null;
}

function saleFault(event: AssetEvent, state: AssetEntity | null): GuardRefusal | null {
  const { amount, startingPrice } = event;
  const tooLow: GuardRefusal | null =
    amount! < startingPrice!
      ? {
          rule: 'AMOUNT_BELOW_STARTING_PRICE',
          message: `amount is ${amount}, less than the starting price of ${startingPrice} dong.`,
          allowed: `a price from ${startingPrice}`,
        }
      : null;
  return startingPriceFault(event, state) ?? tooLow;
}

function takingFault(_event: AssetEvent, state: AssetEntity | null): GuardRefusal | null {
  return state!.auctions < FAILED_ROUNDS_BEFORE_TAKING
    ? {
        rule: 'TOO_FEW_FAILED_ROUNDS',
        message: `Failed auction rounds of ${state!.id} so far: ${state!.auctions}.`,
        allowed: `${FAILED_ROUNDS_BEFORE_TAKING} failed rounds or more`,
      }
    : null;
}

export const assetLifecycle: Lifecycle<AssetEntity, AssetEvent> = {
  subjectType: 'asset',
  nameVi: 'tài sản kê biên',
  table: 'asset',
  initial: {
    assetKind: null,
    overlays: 0,
    caseId: null,
    appraisedValue: null,
    auctions: 0,
    startingPrice: null,
    soldFor: null,
  },
  transitions: [
    {
      event: 'ASSET_SEIZED',
      nameVi: 'kê biên tài sản',
      from: [],
      to: 'SEIZED',
      requires: ['description'],
      allows: ['case', 'assetKind', 'overlays'],
      legalBasis: legalBasis('Law 26/2008 art. 71.3, 88', 'Law 106/2025 art. 78, 80'),
      guard: (event) => caseFault(event.case),
      effect: (event) => ({
        description: event.description!,
        assetKind: event.assetKind ?? null,
        overlays: overlayBits(event.overlays),
        caseId: event.case ?? null,
        seizedOn: event.occurredOn,
      }),
    },
    {
      event: 'ASSET_APPRAISED',
      nameVi: 'thẩm định giá tài sản',
      from: ['SEIZED'],
      to: 'APPRAISED',
      requires: ['amount'],
      legalBasis: legalBasis('Law 26/2008 art. 98-99', 'Law 106/2025 art. 82; Decree 152/2026 art. 60'),
      effect: ({ amount }) => ({ appraisedValue: amount! }),
    },
    {
      event: 'AUCTION_FAILED',
      nameVi: 'bán đấu giá không thành',
      from: FOR_SALE,
      to: 'ON_SALE',
      requires: ['startingPrice'],
      legalBasis: legalBasis('Law 26/2008 art. 104', 'Law 106/2025 art. 84; Decree 152/2026 art. 65.6'),
      guard: startingPriceFault,
      effect: roundHeld,
    },
    {
      event: 'AUCTION_SOLD',
      nameVi: 'bán đấu giá thành',
      from: FOR_SALE,
      to: 'SOLD',
      requires: ['startingPrice', 'amount'],
      legalBasis: legalBasis('Law 26/2008 art. 101', 'Law 106/2025 art. 83-84; Decree 152/2026 art. 65'),
      guard: saleFault,
      effect: (event, state) => ({ ...roundHeld(event, state), soldFor: event.amount! }),
    },
    {
      event: 'ASSET_TAKEN_BY_CREDITOR',
      nameVi: 'người được thi hành án nhận tài sản',
      from: ['ON_SALE'],
      to: 'TAKEN',
      legalBasis: legalBasis('Law 26/2008 art. 104.2', 'Decree 152/2026 art. 65.6, 66'),
      guard: takingFault,
    },
    {
      event: 'ASSET_RELEASED',
      nameVi: 'giải tỏa kê biên, trả lại tài sản',
      from: ['SEIZED', ...FOR_SALE],
      to: 'RELEASED',
      legalBasis: legalBasis('Law 26/2008 art. 48.1.d, 48.1.h, 105', 'Decree 152/2026 art. 65.7'),
    },
  ],
  details: (event, after) =>
    event.type === 'AUCTION_FAILED' || event.type === 'AUCTION_SOLD'
      ? [
          {
            table: 'auction_round',
            row: {
              territory: after.territory,
              id: `${after.id}.${after.auctions}`,
              asset_id: after.id,
              number: after.auctions,
              starting_price: event.startingPrice,
              sold_price: after.soldFor,
              held_on: event.occurredOn,
            },
          },
        ]
      : [],
  positions: (state) => [{ dimensions: {}, overlays: state.overlays, placements: counters(state) }],
};

function counters({ state, auctions }: AssetEntity): (Placement & { slot: RecoverySlot })[] {
  return [
    { slot: 'ASSET_SEIZED', count: 1 },
    { slot: 'AUCTION_HELD', count: auctions },
    { slot: 'AUCTION_SOLD', count: state === 'SOLD' ? 1 : 0 },
  ];
}
