import { DateScalar, PersonType } from '@thads/shared';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { PartyKind, PartyRole } from './party.enums';

@ObjectType('Party', { description: 'A party of a case (đương sự).', simpleResolvers: true })
export class PartyType extends PersonType {
  @Field(() => ID, { description: 'Identifier: that of the case and a running number (mã đương sự).' })
  id!: string;

  @Field(() => Int, {
    description: 'Number within the case, by which PARTIES_STATED names whom others take the place of (số thứ tự).',
  })
  number!: number;

  @Field(() => PartyRole, { description: 'What it is in the case (tư cách đương sự).' })
  role!: PartyRole;

  @Field(() => PartyKind, { description: 'Person or organisation (loại đương sự).' })
  kind!: PartyKind;

  @Field(() => DateScalar, { description: 'Day of the event that stated it (ngày ghi nhận).' })
  statedOn!: string;
}
