import type { IsoDate, RegisterEvent } from '@thads/shared';
import type { InspectionKind } from '../inspection/inspection.enums';
import type { FindingConsequence, FindingKind, FindingSeverity } from './finding.enums';

/** What events about a finding carry besides the fields of every event. */
export interface FindingEvent extends RegisterEvent {
  /** Id of the inspection that it is from. */
  readonly inspection?: string | null;
  /** Kind of that inspection. */
  readonly kind?: InspectionKind | null;
  readonly findingKind?: FindingKind | null;
  readonly severity?: FindingSeverity | null;
  readonly article?: string | null;
  /** Office id. */
  readonly unit?: string | null;
  readonly againstOfficer?: string | null;
  readonly case?: string | null;
  readonly recommendation?: string | null;
  readonly dueOn?: IsoDate | null;
  readonly consequence?: FindingConsequence | null;
}
