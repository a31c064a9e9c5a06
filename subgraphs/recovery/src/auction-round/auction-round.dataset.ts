import { type DatasetDefinition, datasetFields } from '@thads/shared';

export const auctionRoundDataset: DatasetDefinition = {
  name: 'AUCTION_ROUNDS',
  description:
    'Rounds of the auctions of seized assets (lần bán đấu giá). One row a round; ' +
    'whatever happens to an asset may change all of its rows.',
  coordinate: 'Asset.auctionRounds',
  source: 'recovery.auction_round r join recovery.asset o on o.territory = r.territory and o.id = r.asset_id',
  key: ['asset', 'number'],
  orderBy: 'r.territory, r.id',
  office: 'o.office',
  lastEventOn: 'o.last_event_on',
  subject: { type: 'asset', id: 'r.asset_id' },
  fields: datasetFields('AuctionRound', {
    asset: { type: 'ID', sql: 'r.asset_id', coordinate: 'Asset.id', description: 'The asset (mã tài sản).' },
    number: 'INT',
    startingPrice: 'VND',
    soldPrice: 'VND',
    heldOn: 'DATE',
  }),
};
