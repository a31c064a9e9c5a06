import { DateScalar, VndScalar } from '@thads/shared';
import { Field, ID, ObjectType } from 'type-graphql';
import { DistributionKind } from './distribution.enums';

@ObjectType('Distribution', {
  description: 'Collected money remitted, paid or deducted (nộp ngân sách, chi trả, trừ chi phí).',
  simpleResolvers: true,
})
export class DistributionType {
  @Field(() => ID, { description: 'Identifier: that of the obligation and a running number (mã lần xử lý).' })
  id!: string;

  @Field(() => DistributionKind, { description: 'What became of the money (hình thức xử lý).' })
  kind!: DistributionKind;

  @Field(() => VndScalar, { description: 'Amount in dong (số tiền).' })
  amount!: number;

  @Field(() => DateScalar, { description: 'Day it was remitted, paid or deducted (ngày xử lý).' })
  distributedOn!: string;
}
