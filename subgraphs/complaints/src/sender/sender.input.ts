import { PersonInput } from '@thads/shared';
import { InputType } from 'type-graphql';

@InputType({ description: 'Who sent a petition, as its receipt states it (người gửi đơn).' })
export class PetitionSenderInput extends PersonInput {}
