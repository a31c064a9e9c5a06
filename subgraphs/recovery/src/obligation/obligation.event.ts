import type { OverlayName, RegisterEvent } from '@thads/shared';
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
}
