import { Field, Int, ObjectType } from 'type-graphql';
import { DateScalar } from './scalars';

/** What a record of a register has besides its own fields; `recordResolver` adds its history. */
@ObjectType({ description: 'A record of a register (hồ sơ).', simpleResolvers: true })
export abstract class RegisterRecord {
  @Field(() => Int, {
    description: 'Number of events accepted about it: the expectedVersion of the next one (phiên bản).',
  })
  version!: number;

  @Field(() => DateScalar, { description: 'Day of the last event (ngày sự kiện gần nhất).' })
  lastEventOn!: string;
}
