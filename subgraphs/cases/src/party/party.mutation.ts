import { PersonInput } from '@thads/shared';
import { Field, InputType } from 'type-graphql';
import type { StatedParty } from './party.event';
import { PartyKind, PartyRole } from './party.enums';

@InputType({ description: 'A party of a case as an event states it (đương sự).' })
export class PartyInput extends PersonInput implements StatedParty {
  @Field(() => PartyRole, { description: 'What it is in the case (tư cách đương sự).' })
  role!: PartyRole;

  @Field(() => PartyKind, { description: 'Person or organisation (loại đương sự).' })
  kind!: PartyKind;
}
