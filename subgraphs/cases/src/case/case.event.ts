import type { IsoDate, OverlayName, RegisterEvent } from '@thads/shared';
import type { CoercionMeasure } from '../coercion/coercion.enums';
import type { CaseKind, Initiation } from './case.enums';

/** What events about a case carry besides the fields of every event. */
export interface CaseEvent extends RegisterEvent {
  readonly kind?: CaseKind | null;
  readonly initiation?: Initiation | null;
  readonly overlays?: readonly OverlayName[] | null;
  readonly judgmentNumber?: string | null;
  /** Dong. */
  readonly amount?: number | null;
  readonly coercionMeasure?: CoercionMeasure | null;
  readonly mobilisedForces?: boolean | null;
  readonly toOffice?: string | null;
  readonly occurredOn: IsoDate;
}
