import { DateScalar } from '@thads/shared';
import { Field, ID, ObjectType } from 'type-graphql';
import { CoercionMeasure } from './coercion.enums';

@ObjectType('Coercion', { description: 'A coercion decision (quyết định cưỡng chế).', simpleResolvers: true })
export class CoercionType {
  @Field(() => ID, { description: 'Identifier: that of the case and a running number (mã quyết định).' })
  id!: string;

  @Field(() => CoercionMeasure, { description: 'The measure (biện pháp).' })
  measure!: CoercionMeasure;

  @Field(() => Boolean, { description: 'Whether forces were mobilised to carry it out (có huy động lực lượng).' })
  mobilisedForces!: boolean;

  @Field(() => DateScalar, { description: 'Day of the decision (ngày ra quyết định).' })
  decidedOn!: string;

  @Field(() => String, { nullable: true, description: 'Number of the decision; null when not stated (số quyết định).' })
  decisionNumber!: string | null;
}
