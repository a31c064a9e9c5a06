import type { PartyKind, PartyRole } from './party.enums';

/** A party as an event states it. */
export interface StatedParty {
  readonly role: PartyRole;
  readonly kind: PartyKind;
  readonly name: string;
  readonly identityNumber?: string | null;
  readonly address?: string | null;
}

/** What of an event is about parties. */
export interface PartyFields {
  readonly parties?: readonly StatedParty[] | null;
  /** Numbers of parties of the case that those stated take the place of; without any, that are none. */
  readonly replacedParties?: readonly number[] | null;
}
