import type { IsoDate, RegisterEvent } from '@thads/shared';
import type { InspectionKind, InspectionTheme } from './inspection.enums';

/** What events about an inspection carry besides the fields of every event. */
export interface InspectionEvent extends RegisterEvent {
  readonly kind?: InspectionKind | null;
  readonly theme?: InspectionTheme | null;
  /** Office id. */
  readonly unit?: string | null;
  readonly plannedFor?: IsoDate | null;
  readonly conclusion?: string | null;
}
