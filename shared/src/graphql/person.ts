import { Field, InputType, ObjectType } from 'type-graphql';
import { LONGEST_OF_PERSON, type StatedPerson } from '../register/person';

/** What the graph shows of a person or an organisation, whatever it is in its register. */
@ObjectType()
export abstract class PersonType {
  @Field(() => String, { description: 'Name (họ tên, tên cơ quan, tổ chức).' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Identity number or tax code; null when not stated (số định danh, mã số thuế).',
  })
  identityNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Address; null when not stated (địa chỉ).' })
  address!: string | null;
}

/** What an event says of one. */
@InputType()
export abstract class PersonInput implements StatedPerson {
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
