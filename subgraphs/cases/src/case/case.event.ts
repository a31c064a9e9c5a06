import type { IsoDate, OverlayName, RegisterEvent } from '@thads/shared';
import type { CoercionMeasure } from '../coercion/coercion.enums';
import type { PartyFields } from '../party/party.event';
import type { CaseKind, Initiation } from './case.enums';

/** What events about a case carry besides the fields of every event. */
export interface CaseEvent extends RegisterEvent, PartyFields {
  readonly kind?: CaseKind | null;
  readonly initiation?: Initiation | null;
  readonly overlays?: readonly OverlayName[] | null;
  readonly judgmentNumber?: string | null;
  /** Dong. */
  readonly amount?: number | null;
  readonly coercionMeasure?: CoercionMeasure | null;
  readonly mobilisedForces?: boolean | null;
  readonly toOffice?: string | null;
  /** Day the judgment took effect or the obligation fell due: the five years to request it run from it. */
  readonly effectiveOn?: IsoDate | null;
  /** Days of postponement and suspension, in which the five years did not run. */
  readonly excludedDays?: number | null;
  readonly plannedFor?: IsoDate | null;
  readonly saleOn?: IsoDate | null;
  readonly postponedUntil?: IsoDate | null;
  readonly occurredOn: IsoDate;
}
