import type { IsoDate, RegisterEvent, StatedPerson } from '@thads/shared';
import type { MeasureStage, PetitionKind, PetitionOutcome } from './petition.enums';

/** What events about a petition carry besides the fields of every event. */
export interface PetitionEvent extends RegisterEvent {
  readonly kind?: PetitionKind | null;
  readonly round?: number | null;
  readonly measureStage?: MeasureStage | null;
  readonly complex?: boolean | null;
  readonly case?: string | null;
  readonly againstOfficer?: string | null;
  readonly signers?: number | null;
  readonly sender?: StatedPerson | null;
  readonly representatives?: number | null;
  readonly actOn?: IsoDate | null;
  readonly follows?: string | null;
  readonly splitFrom?: string | null;
  readonly parts?: number | null;
  readonly toOffice?: string | null;
  readonly toBody?: string | null;
  readonly outcome?: PetitionOutcome | null;
}
