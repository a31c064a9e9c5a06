import { type Lifecycle, type Placement, SAME, legalBasis, overlayBits } from '@thads/shared';
import { caseFault } from '../case-recovery/case-id';
import type { RecoverySlot } from '../statistics/recovery.slots';
import type { AssetEntity } from './asset.entity';
import type { AssetEvent } from './asset.event';
import {
  contractFault,
  directSaleFault,
  priceReductionFault,
  reappraisalFault,
  redemptionFault,
  saleFault,
  startingPriceFault,
  takingFault,
} from './asset.faults';
import { agreementDueOn, assetDeadlines, contractDueOn, saleDueOn } from './asset.times';

const FOR_SALE = ['APPRAISED', 'ON_SALE'] as const;

/** No sale lies ahead and no time runs any more. */
const CLOSED: Partial<AssetEntity> = { saleOn: null, dueOn: null };

const DIRECT_SALE_GROUNDS = {
  BELOW_2_MILLION: 'Worth less than 2 million dong (giá trị dưới 2 triệu đồng).',
  PERISHABLE: 'Fresh or perishable goods (tài sản tươi sống, mau hỏng).',
} as const;

const REDUCTION_GROUNDS = {
  AGREED: 'The parties agreed on it (các đương sự thỏa thuận).',
  NOT_AGREED: 'They did not in time, and the officer decided (không thỏa thuận được, chấp hành viên quyết định).',
} as const;

/** A price below the one before is a reduction, whether or not it was recorded as an event of its own. */
function priced(startingPrice: number, state: AssetEntity): Partial<AssetEntity> {
  const isReduced = state.startingPrice !== null && startingPrice < state.startingPrice;
  return {
    startingPrice,
    firstStartingPrice: state.firstStartingPrice ?? startingPrice,
    reductions: state.reductions + (isReduced ? 1 : 0),
  };
}

function roundHeld({ startingPrice, occurredOn }: AssetEvent, state: AssetEntity): Partial<AssetEntity> {
  return {
    ...priced(startingPrice!, state),
    auctions: state.auctions + 1,
    lastRoundOn: occurredOn,
    saleOn: null,
    dueOn: null,
  };
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
    appraisedOn: null,
    isReappraised: false,
    auctions: 0,
    lastRoundOn: null,
    startingPrice: null,
    firstStartingPrice: null,
    reductions: 0,
    saleOn: null,
    soldFor: null,
    dueOn: null,
  },
  transitions: [
    {
      event: 'ASSET_SEIZED',
      nameVi: 'kê biên tài sản',
      rows: ['20'],
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
      rows: ['21'],
      from: ['SEIZED'],
      to: 'APPRAISED',
      requires: ['amount'],
      legalBasis: legalBasis('Law 26/2008 art. 98-99', 'Law 106/2025 art. 82; Decree 152/2026 art. 60'),
      effect: ({ amount, occurredOn }) => ({
        appraisedValue: amount!,
        appraisedOn: occurredOn,
        dueOn: contractDueOn(occurredOn),
      }),
    },
    {
      event: 'ASSET_REAPPRAISED',
      nameVi: 'định giá lại tài sản',
      rows: ['21'],
      time: 'once, on request within 5 working days of the appraisal',
      from: ['APPRAISED'],
      to: SAME,
      requires: ['amount', 'requestedOn'],
      legalBasis: legalBasis('Law 26/2008 art. 99.1', 'Law 106/2025 art. 82; Decree 152/2026 art. 60'),
      guard: (event, state) => reappraisalFault(event, state!),
      effect: ({ amount, occurredOn }) => ({
        appraisedValue: amount!,
        isReappraised: true,
        dueOn: contractDueOn(occurredOn),
      }),
    },
    {
      event: 'AUCTION_CONTRACTED',
      nameVi: 'ký hợp đồng dịch vụ đấu giá tài sản',
      rows: ['22'],
      time: 'within 10 days of the appraisal',
      from: FOR_SALE,
      to: 'ON_SALE',
      allows: ['saleOn'],
      legalBasis: legalBasis('Law 26/2008 art. 101', 'Law 106/2025 art. 83-84; Decree 152/2026 art. 65'),
      guard: (event, state) => contractFault(event, state!),
      effect: ({ saleOn, occurredOn }, state) => ({
        saleOn: saleOn ?? null,
        dueOn: saleDueOn(occurredOn, state!),
      }),
    },
    {
      event: 'ASSET_SOLD_WITHOUT_AUCTION',
      nameVi: 'bán tài sản không qua đấu giá',
      rows: ['22'],
      grounds: DIRECT_SALE_GROUNDS,
      from: ['APPRAISED'],
      to: 'SOLD',
      requires: ['amount'],
      legalBasis: legalBasis('Law 26/2008 art. 101.3', 'Law 106/2025 art. 83; Decree 152/2026 art. 65'),
      guard: (event, state) => directSaleFault(event, state!),
      effect: ({ amount }) => ({ soldFor: amount!, dueOn: null }),
    },
    {
      event: 'AUCTION_FAILED',
      nameVi: 'bán đấu giá không thành',
      rows: ['23'],
      from: FOR_SALE,
      to: 'ON_SALE',
      requires: ['startingPrice'],
      legalBasis: legalBasis('Law 26/2008 art. 104', 'Law 106/2025 art. 84; Decree 152/2026 art. 65.6'),
      guard: (event, state) => startingPriceFault(event, state!),
      effect: (event, state) => ({ ...roundHeld(event, state!), dueOn: agreementDueOn(event.occurredOn) }),
    },
    {
      event: 'PRICE_REDUCED',
      nameVi: 'giảm giá tài sản',
      rows: ['23'],
      time: 'the parties have 10 days to agree, else the officer decides',
      grounds: REDUCTION_GROUNDS,
      from: ['ON_SALE'],
      to: SAME,
      requires: ['startingPrice'],
      allows: ['saleOn'],
      legalBasis: legalBasis('Law 26/2008 art. 104.1', 'Law 106/2025 art. 84; Decree 152/2026 art. 65.6'),
      guard: (event, state) => priceReductionFault(event, state!),
      effect: ({ startingPrice, saleOn, occurredOn }, state) => ({
        ...priced(startingPrice!, state!),
        saleOn: saleOn ?? null,
        dueOn: saleDueOn(occurredOn, state!),
      }),
    },
    {
      event: 'AUCTION_SOLD',
      nameVi: 'bán đấu giá thành',
      rows: ['22'],
      from: FOR_SALE,
      to: 'SOLD',
      requires: ['startingPrice', 'amount'],
      legalBasis: legalBasis('Law 26/2008 art. 101', 'Law 106/2025 art. 83-84; Decree 152/2026 art. 65'),
      guard: (event, state) => saleFault(event, state!),
      effect: (event, state) => ({ ...roundHeld(event, state!), soldFor: event.amount! }),
    },
    {
      event: 'ASSET_TAKEN_BY_CREDITOR',
      nameVi: 'người được thi hành án nhận tài sản',
      rows: ['24'],
      from: ['ON_SALE'],
      to: 'TAKEN',
      legalBasis: legalBasis('Law 26/2008 art. 104.2', 'Decree 152/2026 art. 65.6, 66'),
      guard: (event, state) => takingFault(event, state!),
      effect: () => CLOSED,
    },
    {
      event: 'ASSET_REDEEMED',
      nameVi: 'người phải thi hành án nhận lại tài sản',
      rows: ['25'],
      time: 'up to one working day before the sale',
      from: FOR_SALE,
      to: 'REDEEMED',
      legalBasis: legalBasis('Law 26/2008 art. 101.5', 'Decree 152/2026 art. 65.8'),
      guard: (event, state) => redemptionFault(event, state!),
      effect: () => CLOSED,
    },
    {
      event: 'ASSET_RELEASED',
      nameVi: 'giải tỏa kê biên, trả lại tài sản',
      rows: ['26'],
      from: ['SEIZED', ...FOR_SALE],
      to: 'RELEASED',
      legalBasis: legalBasis('Law 26/2008 art. 48.1.d, 48.1.h, 105', 'Decree 152/2026 art. 65.7'),
      effect: () => CLOSED,
    },
  ],
  deadlines: assetDeadlines,
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
    // What is sold without an auction has had no round.
    { slot: 'AUCTION_SOLD', count: state === 'SOLD' && auctions > 0 ? 1 : 0 },
  ];
}
