import type { IsoDate, OverlayName, RegisterEvent } from '@thads/shared';
import type { ExemptionKind } from '../exemption/exemption.enums';
import type { ObligationCategory } from './obligation.enums';

/** What events about an obligation carry besides the fields of every event. */
export interface ObligationEvent extends RegisterEvent {
  readonly category?: ObligationCategory | null;
  readonly overlays?: readonly OverlayName[] | null;
  readonly case?: string | null;
  /** Dong. */
  readonly amount?: number | null;
  readonly receiptNumber?: string | null;
  readonly payer?: string | null;
  readonly electronic?: boolean | null;
  /** Number of the receipt within the obligation, from 1. */
  readonly receipt?: number | null;
  /** Number of the distribution within the obligation, from 1. */
  readonly distribution?: number | null;
  readonly remittanceList?: string | null;
  readonly exemptionKind?: ExemptionKind | null;
  readonly firstDecisionOn?: IsoDate | null;
}
