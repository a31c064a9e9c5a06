import { LONGEST_OF_PERSON } from '@thads/shared';
import { Field, InputType } from 'type-graphql';
import type { StatedParty } from './party.event';
import { PartyKind, PartyRole } from './party.enums';

@InputType({ description: 'A party of a case as an event states it (đương sự).' })
export class PartyInput implements StatedParty {
  @Field(() => PartyRole, { description: 'What it is in the case (tư cách đương sự).' })
  role!: PartyRole;

  @Field(() => PartyKind, { description: 'Person or organisation (loại đương sự).' })
  kind!: PartyKind;

  @Field(() => String, {
    description: `Name, at most ${LONGEST_OF_PERSON.name} characters; kept in Unicode NFC (họ tên, tên cơ quan, tổ chức).`,
  })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: `Identity number or tax code, at most ${LONGEST_OF_PERSON.identityNumber} characters (số định danh, mã số thuế).`,
  })
  identityNumber?: string | null;

  @Field(() => String, {
    nullable: true,
    description: `Address, at most ${LONGEST_OF_PERSON.address} characters (địa chỉ).`,
  })
  address?: string | null;
}
