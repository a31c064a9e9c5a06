import { Field, ObjectType } from 'type-graphql';

@ObjectType('PetitionSender', {
  description:
    'Who sent a petition. A denouncer is for the officer in charge alone, and so is whoever sent a letter that may hold ' +
    'a denunciation (người gửi đơn).',
  simpleResolvers: true,
})
export class SenderType {
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
