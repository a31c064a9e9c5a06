import { type DeadlineDefinition, type IsoDate, addDays, legalBasis } from '@thads/shared';
import type { AssetEntity } from './asset.entity';
import type { AssetEvent } from './asset.event';

/** Days to sign the contract of the auction (old law art. 101.2). */
const DAYS_TO_CONTRACT = 10;
/** Days from the contract, or from the reduction of the price, to the sale (old law art. 101.2, 104). */
const DAYS_TO_SELL = { REAL_ESTATE: 45, MOVABLE: 30, OTHER: 30 } as const;
/** Days that the parties have to agree on a reduction (old law art. 104.1). */
export const DAYS_TO_AGREE = 10;

export const contractDueOn = (day: IsoDate): IsoDate => addDays(day, DAYS_TO_CONTRACT);
export const agreementDueOn = (day: IsoDate): IsoDate => addDays(day, DAYS_TO_AGREE);
export const saleDueOn = (day: IsoDate, { assetKind }: Pick<AssetEntity, 'assetKind'>): IsoDate =>
  addDays(day, DAYS_TO_SELL[assetKind ?? 'OTHER']);

/** One at a time runs, and `dueOn` of the asset is its last day. */
function time(
  definition: Omit<DeadlineDefinition<AssetEntity, AssetEvent>, 'dueOn'> & { readonly begunBy: readonly string[] },
): DeadlineDefinition<AssetEntity, AssetEvent> {
  const { begunBy, ...rest } = definition;
  return { ...rest, dueOn: ({ type }, after) => (begunBy.includes(type) ? after.dueOn : null) };
}

export const assetDeadlines: readonly DeadlineDefinition<AssetEntity, AssetEvent>[] = [
  time({
    name: 'AUCTION_CONTRACT',
    nameVi: 'thời hạn ký hợp đồng dịch vụ đấu giá',
    legalBasis: legalBasis('Law 26/2008 art. 101.2', 'Law 106/2025 art. 83; Decree 152/2026 art. 65'),
    begunBy: ['ASSET_APPRAISED', 'ASSET_REAPPRAISED'],
    metBy: ['AUCTION_CONTRACTED', 'ASSET_SOLD_WITHOUT_AUCTION', 'AUCTION_FAILED', 'AUCTION_SOLD'],
    runsIn: ['APPRAISED'],
  }),
  time({
    name: 'SALE',
    nameVi: 'thời hạn bán đấu giá',
    legalBasis: legalBasis('Law 26/2008 art. 101.2, 104', 'Law 106/2025 art. 83-84; Decree 152/2026 art. 65'),
    begunBy: ['AUCTION_CONTRACTED', 'PRICE_REDUCED'],
    metBy: ['AUCTION_FAILED', 'AUCTION_SOLD'],
    runsIn: ['ON_SALE'],
  }),
  time({
    name: 'PRICE_AGREEMENT',
    nameVi: 'thời hạn các đương sự thỏa thuận mức giảm giá',
    legalBasis: legalBasis('Law 26/2008 art. 104.1', 'Law 106/2025 art. 84; Decree 152/2026 art. 65.6'),
    begunBy: ['AUCTION_FAILED'],
    metBy: ['PRICE_REDUCED', 'AUCTION_CONTRACTED', 'AUCTION_SOLD', 'ASSET_TAKEN_BY_CREDITOR'],
    runsIn: ['ON_SALE'],
  }),
];
