import type { StatedPerson } from '@thads/shared';
import type { PartyKind, PartyRole } from './party.enums';

/** A party as an event states it. */
export interface StatedParty extends StatedPerson {
  readonly role: PartyRole;
  readonly kind: PartyKind;
}

/** What of an event is about parties. */
export interface PartyFields {
  readonly parties?: readonly StatedParty[] | null;
  /** Numbers of parties of the case that those stated take the place of; without any, that are none. */
  readonly replacedParties?: readonly number[] | null;
}
