import type { IsoDate, OverlayName, RegisterEvent } from '@thads/shared';
import type { AssetKind } from './asset.enums';

/** What events about an asset carry besides the fields of every event. */
export interface AssetEvent extends RegisterEvent {
  readonly description?: string | null;
  readonly assetKind?: AssetKind | null;
  readonly overlays?: readonly OverlayName[] | null;
  readonly case?: string | null;
  /** Dong: the appraised value, or the price it was sold for. */
  readonly amount?: number | null;
  /** Dong: starting price of an auction round. */
  readonly startingPrice?: number | null;
  /** Day a party asked for a re-appraisal. */
  readonly requestedOn?: IsoDate | null;
  /** Day of the next round. */
  readonly saleOn?: IsoDate | null;
}
