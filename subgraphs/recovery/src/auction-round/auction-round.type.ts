import { DateScalar, VndScalar } from '@thads/shared';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('AuctionRound', {
  description: 'One round of the auction of a seized asset (lần bán đấu giá).',
  simpleResolvers: true,
})
export class AuctionRoundType {
  @Field(() => Int, { description: 'Number of the round, 1 for the first (lần thứ).' })
  number!: number;

  @Field(() => VndScalar, { description: 'Starting price in dong (giá khởi điểm).' })
  startingPrice!: number;

  @Field(() => VndScalar, { nullable: true, description: 'Price sold for; null without a buyer (giá bán).' })
  soldPrice!: number | null;

  @Field(() => DateScalar, { description: 'Day it was held (ngày đấu giá).' })
  heldOn!: string;
}
