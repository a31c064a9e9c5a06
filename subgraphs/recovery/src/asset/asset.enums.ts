import { documentedEnum, VOID_STATE } from '@thads/shared';

export const AssetKind = documentedEnum('AssetKind', 'Kind of a seized asset (loại tài sản).', {
  MOVABLE: 'Movable property (động sản).',
  REAL_ESTATE: 'Real estate (bất động sản).',
  OTHER: 'Other, e.g. property rights (tài sản khác).',
});
export type AssetKind = keyof typeof AssetKind;

export const AssetState = documentedEnum('AssetState', 'Present state of a seized asset (trạng thái tài sản).', {
  SEIZED: 'Seized (đã kê biên).',
  APPRAISED: 'Appraised (đã thẩm định giá).',
  ON_SALE: 'Offered for sale: an auction was contracted, or a round found no buyer (đang bán đấu giá).',
  SOLD: 'Sold, at auction or without one (đã bán).',
  REDEEMED: 'Redeemed by the debtor (người phải thi hành án nhận lại).',
  TAKEN: 'Taken by the creditor against the debt (người được thi hành án nhận tài sản).',
  RELEASED: 'Released from seizure (giải tỏa kê biên).',
  ...VOID_STATE,
});
/** What a life cycle sees; one that is void is not there for it. */
export type AssetState = Exclude<keyof typeof AssetState, 'VOID'>;
