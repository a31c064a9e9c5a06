import { OFFICER_DESCRIPTIONS } from '@thads/shared';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { OfficerGrade } from './officer.enums';

@ObjectType('Officer', { description: OFFICER_DESCRIPTIONS.type, simpleResolvers: true })
@Directive('@key(fields: "id")')
export class OfficerType {
  @Field(() => ID, { description: OFFICER_DESCRIPTIONS.id })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Name (họ tên).' })
  name!: string | null;

  @Field(() => OfficerGrade, { nullable: true, description: 'Grade (ngạch).' })
  grade!: OfficerGrade | null;
}
