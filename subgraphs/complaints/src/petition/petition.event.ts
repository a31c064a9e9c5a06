import type { RegisterEvent } from '@thads/shared';
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
  readonly outcome?: PetitionOutcome | null;
}
