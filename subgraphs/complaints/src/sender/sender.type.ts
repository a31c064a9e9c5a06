import { PersonType } from '@thads/shared';
import { ObjectType } from 'type-graphql';

@ObjectType('PetitionSender', {
  description:
    'Who sent a petition. A denouncer is for the officer in charge alone, and so is whoever sent a letter that may hold ' +
    'a denunciation (người gửi đơn).',
  simpleResolvers: true,
})
export class SenderType extends PersonType {}
