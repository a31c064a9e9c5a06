import { LONGEST_OF_PERSON, type StatedPerson } from '@thads/shared';
import { Field, InputType } from 'type-graphql';

@InputType({ description: 'Who sent a petition, as its receipt states it (người gửi đơn).' })
export class PetitionSenderInput implements StatedPerson {
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
